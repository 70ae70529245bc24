// Read messages as JSON, a line each, and what an editor does meanwhile; write what the stand-in for the timer's Python
// answers, and what its log has. Run by test_timer_stand_in.py.
import { createInterface } from "node:readline";
import { Python } from "./python.mjs";

const python = new Python();
for await (const line of createInterface({ input: process.stdin })) {
  const { message, change, remove, put_back: putBack, forget } = JSON.parse(line);
  if (change) python.change(...change);
  if (remove) python.remove(remove, "editor");
  if (putBack) python.putBack(putBack);
  if (forget) python.forget();
  if (message) python.hear(message);
  const { kept, gone, refused, differs } = python.read() ?? {};
  console.log(JSON.stringify({ kept, gone, refused, differs, log: Object.fromEntries(python.log) }));
}
