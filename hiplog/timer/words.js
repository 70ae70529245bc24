// What the timer says: pure functions from a state, or a number, to words.
import { isCounting, isUnderWay, localTime, part } from "./machine.js";

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

/** The longest hold of a side in a session, or undefined. */
export function longest(records, side) {
  const holds = records.filter((r) => !r.removed && r.hold.side === side).map((r) => r.hold);
  return holds.reduce((best, hold) => (best && best.hold_s >= hold.hold_s ? best : hold), undefined);
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

/** How many sessions were done on the day of `t`: those of the log, and this one before the log has it. */
export function sessionsToday(recent, records, t) {
  const day = localTime(t).started_at.slice(0, 10);
  const here = records.map((record) => record.hold.session_id);
  const mine = records.filter((record) => !record.removed).map((record) => record.hold);
  const holds = [...recent.filter((hold) => !here.includes(hold.session_id)), ...mine];
  const today = holds.filter((hold) => hold.started_at.slice(0, 10) === day);
  const sessions = [...new Set(today.map((hold) => hold.session_id))];
  return sessions.filter((id) => counts(today.filter((hold) => hold.session_id === id))).length;
}

/** A session counts when both sides were held, or pain ended it; interrupted holds alone do not make one. */
function counts(holds) {
  if (holds.some((hold) => hold.ended === "pain")) return true;
  return new Set(holds.map((hold) => hold.side)).size === 2 && holds.some((hold) => hold.ended !== "interrupted");
}

/** The headline of a phase, and the line below it. */
export function headline(state, { title, first_side }, t) {
  const side = state.parts && sideTitle(part(state).side);
  const last = state.records.at(-1)?.hold;
  switch (state.phase) {
    case "ready": return [title, `${sideTitle(first_side)} first`];
    case "prepare": return ["Get ready", side];
    case "switch": return ["Switch sides", `${side} next`];
    case "hold": return ["Hold", side];
    case "count": return ["Count it?", `${side}: you let go after ${last.hold_s.toFixed(1)} seconds.`];
    case "again": return ["Interrupted", `${side}: start it again, or leave it out.`];
    case "away": return ["Did you hold on?", awayWords(state)];
    case "rate": return ["How was it?", "All of it is optional."];
    case "done": return ["Done", difference(state.records)];
    case "found": return ["Go on?", foundWords(state.session, t)];
    case "moved": return ["Moved", "This session goes on in another timer."];
  }
}

function awayWords(state) {
  const { side, target_s } = part(state);
  if (state.gap_s === null) return `The ${spoken(target_s)} of your ${side} hold ended while this page was away.`;
  return `This computer slept for ${spoken(Math.abs(state.gap_s))} in your ${side} hold, or its clock was set.`;
}

function foundWords(session, t) {
  const { side } = part(session);
  const kept = session.records.map(({ hold }) => `${hold.side} ${clock(hold.hold_s)}`);
  const also = kept.length ? ` Kept from this session: ${kept.join(", ")}.` : "";
  if (!["hold", "away"].includes(session.phase)) return `A session stopped ${ago(t - session.seen)}.${also}`;
  return `A ${side} hold was running. It began ${ago(t - session.begin)}.${also}`;
}

/** What a listener should hear by now; it changes at milestones only. */
export function announcement(state, settings, t) {
  const [title, line] = headline(state, settings, t);
  const head = title.endsWith("?") ? title : `${title}.`;
  if (state.phase === "hold") return `${line}: ${milestone(part(state).target_s, (t - state.begin) / 1000)}`;
  if (isCounting(state)) return `${head} ${line}, in ${spoken(part(state).wait_s)}.`;
  if (state.phase === "rate" || state.phase === "done") return `${resultWords(state.records)} ${head} ${line}`;
  return `${head} ${line}`;
}

function milestone(target_s, seconds) {
  if (target_s >= 30 && seconds >= target_s - 10) return "10 seconds left.";
  if (target_s >= 20 && seconds >= target_s / 2) return "half-way.";
  return "hold.";
}

function resultWords(records) {
  const held = ["right", "left"].map((side) => longest(records, side)).filter(Boolean);
  return held.map((hold) => `${sideTitle(hold.side)}: ${spoken(hold.hold_s)}.`).join(" ");
}

/** Whether the holds are in the log, in words. `kept` is what the keeper says of itself. */
export function savedWords(state, kept) {
  if (!kept.pending) return [inLogWords(state), kept.error].filter(Boolean).join(" ");
  if (!kept.error && !kept.silent) return "Saving…";
  const only = "only on this page: leave it open, your browser keeps nothing";
  const where = kept.stored ? "kept in this browser" : only;
  return [`Not yet in your log, ${where}.`, kept.error].filter(Boolean).join(" ");
}

function inLogWords(state) {
  if (!state.records.length) return "";
  if (state.phase === "ready") return "The session was taken out of your log.";
  return isUnderWay(state) ? "Saved in your log so far." : "Saved in your log.";
}
