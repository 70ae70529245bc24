// How it goes: the longest hold of each day of the last four weeks, as bars up to the target. A few days stand side by
// side in one frame, each with its number; many in two rows, one for each side, the last with its number.
import { daysAgo } from "../logic/day.js";
import { SIDES } from "../logic/records.js";
import { clock, shortDay, sideTitle } from "../logic/words.js";
import { node } from "./nodes.js";

const DAYS = 28;
const FEW = 7;
const ROOM = 1.2; // a frame is higher than its highest bar, by the number on it

/** The page; `t` is now. */
export function progressPage() {
  const root = node("div", "hiplog-progress");
  function show({ history, target_s }, t) {
    const days = history.map((day) => ({ ...day, ago: daysAgo(day.day, t) })).filter(({ ago }) => ago >= 0 && ago < DAYS);
    const most = ROOM * Math.max(target_s, ...days.flatMap((day) => SIDES.map((side) => day[`${side}_s`] ?? 0)));
    const isFew = days.length <= FEW;
    root.classList.toggle("hiplog-few", isFew);
    root.replaceChildren(...(isFew ? fewDays(days, most, target_s) : manyDays(days, most, target_s)));
  }
  return { root, show };
}

function fewDays(days, most, target_s) {
  const columns = days.map((day) => SIDES.map((side) => bar(side, day[`${side}_s`], most, true)));
  return [frame(SIDES, days, columns, most, target_s), labels(days.map(({ day }) => shortDay(day)))];
}

function manyDays(days, most, target_s) {
  const rows = SIDES.map((side) => {
    const last = days.findLast((day) => day[`${side}_s`] !== null);
    const columns = Array.from({ length: DAYS }, (_, i) => {
      const day = days.find(({ ago }) => ago === DAYS - 1 - i);
      return [bar(side, day?.[`${side}_s`] ?? null, most, day && day === last)];
    });
    return frame([side], days, columns, most, target_s);
  });
  return [...rows, labels(["4 weeks ago", "today"])];
}

/** One frame of bars, with a line at the target. */
function frame(sides, days, columns, most, target_s) {
  const line = node("div", "hiplog-target", { style: `bottom: ${((100 * target_s) / most).toFixed(1)}%` });
  const strip = node("div", "hiplog-days", {}, line, ...columns.map((bars) => node("div", "hiplog-column", {}, ...bars)));
  strip.setAttribute("role", "img");
  strip.setAttribute("aria-label", sides.map((side) => `${sideTitle(side)}: ${daysInWords(days, side)}`).join(". "));
  const names = sides.map((side) => node("span", `hiplog-of-${side}`, {}, node("i", "hiplog-key-of"), sideTitle(side)));
  const key = node("div", "", {}, ...names, node("small", "", {}, `dashes: target ${clock(target_s)}`));
  return node("div", "hiplog-history", {}, key, strip);
}

function bar(side, seconds, most, isNamed) {
  if (seconds === null) return node("i", `hiplog-of-${side}`);
  const height = `height: ${((100 * seconds) / most).toFixed(1)}%`;
  return node("i", `hiplog-day-held hiplog-of-${side}`, { style: height, title: clock(seconds) },
    ...(isNamed ? [node("b", "", {}, clock(seconds))] : []));
}

const labels = (words) => node("div", "hiplog-weeks", {}, ...words.map((each) => node("span", "", {}, each)));

function daysInWords(days, side) {
  const held = days.map((day) => day[`${side}_s`]).filter((s) => s !== null);
  return held.length ? `${held.length} days held, from ${clock(held[0])} to ${clock(held.at(-1))}` : "not held";
}
