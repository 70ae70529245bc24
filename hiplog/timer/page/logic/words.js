// Numbers and holds in words: pure functions. Whole sentences of a screen are in sentences.js.
import { alive, sidesInOrder } from "./records.js";

/** The seconds that are shown, spoken and compared: rounded down, so that 59.9 s is nowhere a minute. */
export const whole = (seconds) => Math.floor(seconds);

/** Seconds with tenths, for what is over in a few; rounded down like the rest. */
export const tenths = (seconds) => (Math.floor(10 * seconds) / 10).toFixed(1);

/** Minutes and seconds, as on a clock. */
export function clock(seconds) {
  const s = whole(seconds);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

const many = (n, unit) => `${n} ${unit}${n === 1 ? "" : "s"}`;

/** Seconds as one says them: 65 is "1 minute 5 seconds". */
export function spoken(seconds) {
  const s = whole(seconds);
  const minutes = Math.floor(s / 60);
  if (!minutes) return many(s, "second");
  return s % 60 ? `${many(minutes, "minute")} ${many(s % 60, "second")}` : many(minutes, "minute");
}

/** Seconds from what was typed: "1:30", "90" or "90.5"; null where it is none of these. */
export function secondsOf(text) {
  const found = /^(?:(\d+):(?=[0-5]?\d(?:$|[.,])))?(\d+(?:[.,]\d+)?)$/.exec(text.trim());
  return found && 60 * Number(found[1] ?? 0) + Number(found[2].replace(",", "."));
}

/** A day in short: "3 Mar". */
export const shortDay = (day) =>
  new Date(`${day}T12:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** How long something lasted, in its largest unit. */
export function lasting(ms) {
  if (ms < 1000) return "a moment";
  const units = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];
  const seconds = ms / 1000;
  const [size, unit] = units.find(([size]) => seconds >= size);
  return many(Math.floor(seconds / size), unit);
}

export const ago = (ms) => `${lasting(ms)} ago`;

export const sideTitle = (side) => (side === "left" ? "Left side" : "Right side");

/** The time that remains, as one says it: "left" is a side. */
export const toGoWords = (seconds) => `${spoken(seconds)} to go`;

/** The longest hold of a side in a session, if any: of the exercise it began with, unless another is named. */
export function longest(records, side, exercise = records[0]?.hold.exercise) {
  const mine = alive(records).map((record) => record.hold);
  const holds = mine.filter((hold) => hold.side === side && hold.exercise === exercise);
  return holds.reduce((best, hold) => (best && best.hold_s >= hold.hold_s ? best : hold), undefined);
}

/** Whether a hold is longer than any before it, so that it shows; `past` is what was known when the session began. */
export function beatsBest({ exercise, side, hold_s }, past) {
  const { best_s } = past[exercise][side];
  return best_s !== null && whole(hold_s) > whole(best_s);
}

/** The difference of the two sides in words, with the order; no more than was seen where a hold was cut short. */
export function difference(records) {
  const [left, right] = [longest(records, "left"), longest(records, "right")];
  if (!left || !right) return left || right ? `Only the ${(left ?? right).side} side was held.` : "";
  const [longer, shorter] = right.hold_s >= left.hold_s ? [right, left] : [left, right];
  if (shorter.ended === "interrupted") {
    return `The ${shorter.side} side was interrupted, so the two cannot be compared.`;
  }
  if ([left, right].some((hold) => hold.ended === "pain")) return "A hold hurt, so your sides are not compared today.";
  if (longer.ended === "target" && shorter.ended === "target") return "Both sides reached the target.";
  const limit = ["target", "interrupted"].includes(longer.ended) ? "at least " : "";
  const shown = whole(longer.hold_s) - whole(shorter.hold_s); // of the seconds that are shown; what is a limit is true besides
  const gap = limit ? Math.min(shown, whole(longer.hold_s - shorter.hold_s)) : shown;
  if (gap < 1) return limit ? `The ${longer.side} side was held at least as long.` : "Both sides were held equally long.";
  const order = records[0].hold.side === longer.side ? "and held first" : "which was held first";
  return `${sideTitle(longer.side)}: ${limit}${spoken(gap)} longer than ${shorter.side}, ${order}.`;
}

/** The stretches of a session in words, one sentence each. */
export function stretchWords({ records, parts }) {
  const [chosen, ...after] = [...new Set((parts ?? []).map((each) => each.exercise))];
  return after.map((name) => {
    const title = parts.find((each) => each.exercise === name).title;
    const held = sidesInOrder(records).map((side) => longest(records, side, name)).filter(Boolean);
    return held.length ? `${title}: ${held.map((hold) => `${hold.side} ${clock(hold.hold_s)}`).join(", ")}.` : "";
  }).filter(Boolean).join(" ");
}

/** How long each side was held, as one says it, and, where that is wanted, whether it was the longest yet. */
export function resultWords({ records, past }, settings) {
  const held = sidesInOrder(records).map((side) => longest(records, side)).filter(Boolean);
  const best = (hold) => (settings.longest && beatsBest(hold, past) ? ", your longest yet" : "");
  return held.map((hold) => `${sideTitle(hold.side)}: ${spoken(hold.hold_s)}${best(hold)}.`).join(" ");
}
