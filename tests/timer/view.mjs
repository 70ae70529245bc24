// What the view reckons: the ring's line, the room of a page, and which buttons there are. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { roomFor } from "../../hiplog/timer/page/browser/room.js";
import { buttonWords, smallPrint } from "../../hiplog/timer/page/logic/sentences.js";
import { offered } from "../../hiplog/timer/page/view/buttons.js";
import { ringPath } from "../../hiplog/timer/page/view/ring.js";

/** Follow a path of m, h, v, a and z; return the corners that it passes. */
function corners(path) {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mhvaz])([^Mhvaz]*)/g)].map(([, command, numbers]) => {
    const values = numbers.trim().split(/[ ,]+/).map(Number);
    if (command === "M") [x, y] = values;
    if (command === "h") x += values[0];
    if (command === "v") y += values[0];
    if (command === "a") [x, y] = [x + values[5], y + values[6]];
    return [x, y].map(Math.round);
  });
}

test("the ring goes once round its field, from the middle of its top and back", () => {
  for (const [w, h] of [[400, 400], [900, 400], [390, 650]]) {
    const passed = corners(ringPath(w, h, 5));
    const [xs, ys] = [0, 1].map((i) => passed.map((corner) => corner[i]));
    assert.deepEqual([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], [5, w - 5, 5, h - 5]);
    assert.equal(passed[0][0], w / 2);
    assert.ok(passed.at(-1)[0] <= w / 2 && passed.at(-1)[1] === 5);
  }
});
test("a timer near the top fits below what stands there, and one further down fills what one sees at once", () => {
  assert.deepEqual([roomFor(650, 120), roomFor(650, 600), roomFor(300, 0)], [518, 638, 440]);
});

const SETTINGS = { exercises: [{ name: "hip_balance" }], recent: [], history: [{}], last_session: [], plan: 1 };
const T = new Date(2026, 2, 4, 12).getTime();
const DONE = [{ session_id: "s", day: "2026-03-04", counts: true }];
const HOLD = { session_id: "s", started_at: "2026-03-04T07:10:00.000", exercise: "hip_balance", side: "right" };

test("before the day's plan is met the main thing is to start, after it to see how it goes", () => {
  const ready = { phase: "ready", records: [] };
  assert.equal(offered(ready, SETTINGS, T)[0], "start");
  assert.equal(offered(ready, { ...SETTINGS, recent: DONE, plan: 2 }, T)[0], "start");
  assert.equal(offered(ready, { ...SETTINGS, recent: DONE }, T)[0], "progress");
  assert.equal(buttonWords("start", ready, { plan: 1 }, 1), "Start another session");
});
test("after a stop for pain nothing is urged", () => {
  const records = [{ hold: { ...HOLD, ended: "pain" }, changes: {}, removed: false }];
  assert.deepEqual(offered({ phase: "done", records }, SETTINGS, T), ["new-session", "progress", "undo"]);
  assert.equal(buttonWords("new-session", { phase: "done", records }, SETTINGS, 1), "Close");
});
test("where a part is the last there is one way to leave it out", () => {
  const state = { phase: "switch", records: [], at: 1, parts: [{}, {}] };
  assert.deepEqual(offered(state, SETTINGS, T), ["skip", "more-time", "finish"]);
});
test("a Yes says what it counts, and a No what it keeps", () => {
  const away = { phase: "away", claims: [{ hold_s: 10 }, { hold_s: 50 }], seen_s: 10.9 };
  const words = (type, state = away) => buttonWords(type, state, SETTINGS, 0);
  assert.deepEqual(offered(away, SETTINGS, T).map((type) => words(type)), [
    "Yes, count 10 seconds", "Yes, count 50 seconds", "No, keep 10 seconds",
  ]);
  assert.equal(words("no", { ...away, seen_s: 0 }), "No, I had stopped");
});

test("that a log is new, and where it is, is said before the first session and not over a countdown", () => {
  const words = { begun: "A new log was begun: /home/me/log.sqlite.", when_to_stop: "Stop.", record_not_advice: "" };
  const said = (phase) => smallPrint({ phase }, words, ["No voice."]);
  assert.deepEqual(["ready", "prepare", "hold"].map(said), [
    "A new log was begun: /home/me/log.sqlite. Stop. No voice.", "No voice.", "",
  ]);
});
