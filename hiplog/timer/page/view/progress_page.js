// How it goes: the longest hold of each day of the last four weeks, a bar for each, one row for each side.
import { daysAgo } from "../logic/day.js";
import { SIDES } from "../logic/records.js";
import { clock, sideTitle, whole } from "../logic/words.js";
import { node } from "./nodes.js";

const DAYS = 28;

/** Two rows of bars, as high as the holds were long; `t` is now. */
export function progressPage() {
  const root = node("div", "hiplog-progress");
  const show = ({ history, target_s }, t) => {
    const most = Math.max(target_s, ...history.flatMap((day) => SIDES.map((side) => day[`${side}_s`] ?? 0)));
    root.replaceChildren(
      ...SIDES.map((side) => sideRow(side, history, most, target_s, t)),
      node("div", "hiplog-weeks", {}, node("span", "", {}, "4 weeks ago"), node("span", "", {}, "today")));
  };
  return { root, show };
}

function sideRow(side, history, most, target_s, t) {
  const seconds = Array(DAYS).fill(null);
  for (const day of history) {
    const ago = daysAgo(day.day, t);
    if (ago >= 0 && ago < DAYS) seconds[DAYS - 1 - ago] = day[`${side}_s`];
  }
  const bars = seconds.map((s) => dayBar(s, most, target_s));
  const strip = node("div", "hiplog-days", {}, ...bars);
  strip.setAttribute("role", "img");
  strip.setAttribute("aria-label", `${sideTitle(side)}: ${daysInWords(seconds)}`);
  return node("div", "hiplog-history", {},
    node("div", "", {}, node("span", "", {}, sideTitle(side)), node("small", "", {}, `target ${clock(target_s)}`)), strip);
}

function dayBar(seconds, most, target_s) {
  if (seconds === null) return node("i", "hiplog-day");
  const reached = whole(seconds) >= whole(target_s) ? " hiplog-day-reached" : "";
  return node("i", `hiplog-day hiplog-day-held${reached}`, { style: `height: ${((100 * seconds) / most).toFixed(1)}%`, title: clock(seconds) });
}

function daysInWords(seconds) {
  const held = seconds.filter((s) => s !== null);
  return held.length ? `${held.length} days held, from ${clock(held[0])} to ${clock(held.at(-1))}` : "not held";
}
