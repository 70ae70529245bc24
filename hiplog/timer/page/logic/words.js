// What the timer says: pure functions from a state, or a number, to words.
import { part } from "./machine.js";
import { alive } from "./records.js";

/** Minutes and seconds, rounded down, so that 59.9 s is not shown as a minute. */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const many = (n, unit) => `${n} ${unit}${n === 1 ? "" : "s"}`;

/** Seconds as one says them: 65 is "1 minute 5 seconds". */
export function spoken(seconds) {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (!minutes) return many(whole, "second");
  return whole % 60 ? `${many(minutes, "minute")} ${many(whole % 60, "second")}` : many(minutes, "minute");
}

/** How long ago something was, in its largest unit. */
export function ago(ms) {
  const units = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];
  const seconds = Math.max(0, ms / 1000);
  const [size, unit] = units.find(([size]) => seconds >= size) ?? units.at(-1);
  return `${many(Math.floor(seconds / size), unit)} ago`;
}

export const sideTitle = (side) => (side === "left" ? "Left side" : "Right side");

/** The time left as one says it. */
export const leftWords = (seconds) => `${spoken(seconds)} left`;

/** The longest hold of a side in a session, if any: of the exercise it began with, unless another is named. */
export function longest(records, side, exercise = records[0]?.hold.exercise) {
  const mine = alive(records).map((record) => record.hold);
  const holds = mine.filter((hold) => hold.side === side && hold.exercise === exercise);
  return holds.reduce((best, hold) => (best && best.hold_s >= hold.hold_s ? best : hold), undefined);
}

/** Whether a hold is longer than any before it; `past` is what was known when the session began. */
export function beatsBest({ exercise, side, hold_s }, past) {
  const { best_s } = past[exercise][side];
  return best_s !== null && hold_s > best_s;
}

/** The difference of the two sides in words; it claims no more than was seen where a hold was cut short. */
export function difference(records) {
  const [left, right] = [longest(records, "left"), longest(records, "right")];
  if (!left || !right) return left || right ? `Only the ${(left ?? right).side} side was held.` : "";
  const [longer, shorter] = right.hold_s >= left.hold_s ? [right, left] : [left, right];
  if (shorter.ended === "interrupted") {
    return `The ${shorter.side} side was interrupted, so the two cannot be compared.`;
  }
  if (longer.ended === "target" && shorter.ended === "target") return "Both sides reached the target.";
  const gap = longer.hold_s - shorter.hold_s;
  const limit = ["target", "interrupted"].includes(longer.ended) ? "at least " : "";
  if (gap < 1) return `The sides are ${limit ? "a second apart, if not more" : "less than a second apart"}.`;
  return `The ${longer.side} side was held ${limit}${spoken(gap)} longer.`;
}

/** The stretches of a session in words, one sentence each. */
export function stretchWords({ records, parts }) {
  const [chosen, ...after] = [...new Set((parts ?? []).map((each) => each.exercise))];
  return after.map((name) => {
    const title = parts.find((each) => each.exercise === name).title;
    const held = ["right", "left"].map((side) => longest(records, side, name)).filter(Boolean);
    return held.length ? `${title}: ${held.map((hold) => `${hold.side} ${clock(hold.hold_s)}`).join(", ")}.` : "";
  }).filter(Boolean).join(" ");
}

/** The headline of a phase, and the line below it. */
export function headline(state, { title, first_side }, t) {
  const now = state.parts && part(state);
  const side = now && sideTitle(now.side);
  const last = state.records.at(-1)?.hold;
  switch (state.phase) {
    case "ready": return [title, `${sideTitle(first_side)} first`];
    case "settings": return ["Settings", "They are kept in this browser, for this log."];
    case "prepare": return ["Get ready", side];
    case "switch": return switchWords(state.parts[state.at - 1], now, side);
    case "hold": return ["Hold", side];
    case "count": return ["Count it?", `${side}: you let go after ${last.hold_s.toFixed(1)} seconds.`];
    case "again": return ["Interrupted", againWords(state, side)];
    case "away": return ["Did you hold on?", awayWords(state)];
    case "rate": return ["How was it?", "All of it is optional."];
    case "mend": return state.from === "rate"
      ? ["Mend", "What the timer should have kept."]
      : ["How long was it?", "Say how long you held in all."];
    case "done": return ["Done", difference(state.records)];
    case "sure": return ["Take it out?", sureWords(state.removing)];
    case "found": return ["Go on?", foundWords(state.session, t)];
    case "moved": return ["Moved", "This session goes on in another timer."];
  }
}

/** A new exercise is named; its stretch is the leg's, not the ankle's. */
function switchWords(before, now, side) {
  return [before.exercise === now.exercise ? "Switch sides" : now.title, `${side} next`];
}

function sureWords(removing) {
  const began = removing[0].hold.started_at.slice(0, 16).replace("T", ", ");
  const held = removing.map(({ hold }) => `${hold.side} ${clock(hold.hold_s)}`).join(", ");
  return `The session of ${began} goes out of your log: ${held}.`;
}

function awayWords(state) {
  const { side } = part(state);
  const gap = spoken(state.gap_s);
  if (state.jumped) return `This computer slept for ${gap} in your ${side} hold, or its clock was set.`;
  return `Nothing was seen of your ${side} hold for ${gap}. Yes counts them; No keeps what was seen.`;
}

/** What a Yes would count. */
export const claimWords = ({ claims }, i) => (claims[i] ? `Yes, ${spoken(claims[i].hold_s)}` : "");

function againWords({ gap_s }, side) {
  const why = gap_s ? `Nothing was seen here for ${spoken(gap_s)}. ` : "";
  return `${why}${side}: start it again, or leave it out.`;
}

function foundWords(session, t) {
  const { side } = part(session);
  const kept = session.records.map(({ hold }) => `${hold.side} ${clock(hold.hold_s)}`);
  const also = kept.length ? ` Kept from this session: ${kept.join(", ")}.` : "";
  if (["rate", "mend"].includes(session.phase)) return `How it felt was not saved ${ago(t - session.seen)}.${also}`;
  if (!["hold", "away"].includes(session.phase)) return `A session stopped ${ago(t - session.seen)}.${also}`;
  return `A ${side} hold was running. It began ${ago(t - session.begin)}.${also}`;
}

/** How long each side was held, as one says it, and whether that was the longest yet. */
export function resultWords({ records, past }) {
  const held = ["right", "left"].map((side) => longest(records, side)).filter(Boolean);
  const best = (hold) => (beatsBest(hold, past) ? ", your longest yet" : "");
  return held.map((hold) => `${sideTitle(hold.side)}: ${spoken(hold.hold_s)}${best(hold)}.`).join(" ");
}
