// A session's result, seen: for each side a bar towards the target, with marks at the last and the best hold.
import { sidesInOrder } from "../logic/records.js";
import { beatsBest, clock, longest, sideTitle } from "../logic/words.js";
import { node } from "./nodes.js";

/** The two bars of a session; `root` is empty where nothing was held. */
export function resultBars() {
  const root = node("div", "hiplog-result");
  return { root, show: (state, settings) => root.replaceChildren(...resultRows(state, settings)) };
}

function resultRows({ records, past }, settings) {
  const held = sidesInOrder(records).map((side) => longest(records, side)).filter(Boolean);
  const marks = held.map(({ exercise, side }) => past[exercise][side]);
  const most = Math.max(1, ...held.flatMap((hold) => [hold.hold_s, hold.target_s]));
  const known = marks.some(({ last_s }) => last_s !== null);
  return [
    ...held.map((hold) => resultRow(hold, past, settings, most)),
    node("p", "hiplog-key", {}, ...(known ? [markKey("last", "last time"), markKey("best", "longest before")] : [])),
  ];
}

function resultRow(hold, past, settings, most) {
  const share = (seconds) => `${(100 * Math.min(1, seconds / most)).toFixed(2)}%`;
  const mark = (name, seconds) => node("i", `hiplog-mark hiplog-mark-${name}`, { style: `left: ${share(seconds)}` });
  const { last_s, best_s } = past[hold.exercise][hold.side];
  const marks = [last_s && mark("last", last_s), best_s && mark("best", best_s)].filter(Boolean);
  const held = node("div", `hiplog-bar-held hiplog-bar-${hold.ended}`, { style: `width: ${share(hold.hold_s)}` });
  const pain = hold.ended === "pain" ? [node("i", "hiplog-bar-sign", { style: `left: ${share(hold.hold_s)}` })] : [];
  const best = settings.longest && beatsBest(hold, past) ? "Your longest yet" : "";
  return node("div", `hiplog-result-side hiplog-of-${hold.side}`, {},
    node("div", "hiplog-result-name", {}, sideTitle(hold.side)),
    node("div", "hiplog-bar", {}, held, ...pain, ...marks),
    node("div", "hiplog-result-seconds", {}, clock(hold.hold_s)),
    node("div", "hiplog-result-why", {}, [WHY[hold.ended], best].filter(Boolean).join(", ")));
}

const WHY = { target: "target reached", pain: "stopped for pain", interrupted: "interrupted", let_go: "" };
const markKey = (name, words) => node("span", "", {}, node("i", `hiplog-mark hiplog-mark-${name}`), words);
