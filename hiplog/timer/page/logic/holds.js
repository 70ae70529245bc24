// How a hold ends, and where that leads: to the next part, a question, the rating. Or it was not over, or it hurts.
import { dayAt, saidOf } from "./days.js";
import { ABSENT_MS, BOUNCE_MS, countDown, enter, isCounting, isSlip, part, ready, withoutHeld } from "./phases.js";
import { alive, allRemoved, beganAt, claimedOf, corrected, draftOf, endOf, milliseconds, recorded } from "./records.js";

const UNDERSTOOD_MS = 1500; // after the first of two knocks they are understood within that, or not at all

export function nextPart({ held, ...state }, { t }) {
  return state.at + 1 < state.parts.length ? countDown(state, state.at + 1, "switch", t) : rate(state, { t });
}

/**
 * The person ends the hold: now, or at the `first` of two knocks. If that was a slip it can be taken up again, for as
 * long as nothing else has begun.
 */
export function stop(ended) {
  return (state, event) => {
    const { t, first, limits } = event;
    const until = first ?? t;
    const hold_s = milliseconds(until - state.begin);
    if (hold_s <= 0) return ended === "pain" ? hurts(state, event) : state; // pressed before the hold began
    const { at, begin, hold_id, unseen } = state;
    const short = ended === "let_go" && hold_s < limits.too_short_s; // it was probably a slip
    const held = { at, begin, hold_id, unseen, until, knocked: first !== undefined };
    const next = ended === "pain" ? stopForPain(state, hold_s, event) : endHold(state, hold_s, ended, t, short);
    return { ...next, held };
  };
}

const areUnderstood = ({ t, first }) => first <= t && t - first <= UNDERSTOOD_MS;

/**
 * It hurts while nothing is held, and the session ends. The hold that was let go just before was a stop for pain; one
 * that reached its target, or that one was called away from, was not. Where no hold says it, the day does: it is why
 * there was no session, unless there was one.
 */
export function hurts(state, { t, day_id, doneToday }) {
  const { records: before } = state;
  const records = isStopForPain(state) ? before.with(-1, corrected(before.at(-1), { ended: "pain" })) : before;
  const held = alive(records);
  const day = dayAt(t, day_id);
  const reason = doneToday || held.some(({ hold }) => hold.ended === "pain") ? null : "pain";
  const days = saidOf([], day, { pain: held.length ? null : state.pain_before, reason }); // holds have it themselves
  if (held.length) return rate({ ...state, records, days, hurts: true }, { t });
  return { ...enter(ready(), "day", t), day, days, hurts: true, doneToday, pain_left_out: state.pain_left_out };
}

/** Whether that it hurts says it of the last hold: it was let go just before. */
export function isStopForPain({ held, records }) {
  const last = records.at(-1);
  return Boolean(held) && last?.hold.ended === "let_go" && !last.removed;
}

/** It hurts in a hold: that was a stop for pain; at its target, or taken out elsewhere, it was none, and the day is told. */
function stopForPain(state, hold_s, event) {
  const next = endHold(state, hold_s, "pain", event.t);
  return alive(next.records).at(-1)?.hold.ended === "pain" ? next : hurts(next, event);
}

/**
 * It hurts while one is asked whether one kept holding: the hold was a stop for pain, with the seconds that were seen.
 * Who pressed that by mistake is asked the same again.
 */
export function hurtsAsked({ entered, gap_s, jumped, seen_s, claims, ...state }, event) {
  const next = seen_s > 0 ? stopForPain(state, seen_s, event) : hurts(state, event);
  if (next.phase !== "rate") return next;
  const { at, begin, hold_id, unseen } = state;
  const question = { phase: "away", entered, gap_s, jumped, seen_s, claims };
  return { ...next, held: { at, begin, hold_id, unseen, until: event.t, question } };
}

/** Two knocks end the hold at the first, so that nothing is lost by waiting for the second. */
export function knocked(state, event) {
  if (event.first < state.begin) return overtaken(state, event);
  return areUnderstood(event) && event.first - state.entered >= BOUNCE_MS ? stop("let_go")(state, event) : state;
}

/**
 * Two knocks were understood when the target had come, and the first was before it. What went on since then on a page
 * that was blocked, by its sounds alone, nobody held: the next side has not begun.
 */
export function overtaken(state, event) {
  const isLate = state.seen - event.t > UNDERSTOOD_MS; // the page was blocked
  const among = isLate ? state.records : state.records.slice(-1);
  const record = among.find(({ hold, removed }) => !removed && isWithin(hold, event.first));
  if (!record || !areUnderstood(event) || (state.phase === "hold" && !isLate)) return state;
  const i = state.records.indexOf(record);
  const later = state.records.slice(i + 1);
  const end = { hold_s: milliseconds(event.first - beganAt(record.hold)), ended: "let_go" };
  const next = { ...state, records: [...state.records.slice(0, i), corrected(record, end), ...allRemoved(later)] };
  if (!isLate || (!isCounting(state) && !later.length)) return next;
  const at = later.length ? state.parts.findIndex((each) => isOf(later[0].hold, each)) : state.at;
  return { ...enter(withoutHeld(next), "again", state.seen), at, gap_s: milliseconds(Math.max(0, state.seen - event.t)) };
}

const isWithin = (hold, t) => hold.ended === "target" && t > beganAt(hold) && milliseconds(t - beganAt(hold)) < hold.hold_s;
const isOf = (hold, { exercise, side }) => hold.exercise === exercise && hold.side === side;

/** The hold is over: put it on record, and go where its end leads. At its target it was reached, however it ended. */
export function endHold(state, hold_s, how, t, short = false) {
  const ended = hold_s < part(state).target_s ? how : "target";
  const claimed_s = claimedOf(state.unseen, hold_s);
  const kept = { ...state, records: recorded(state.records, state, part(state), { hold_s, ended, claimed_s }) };
  if (short) return enter(kept, "count", t);
  if (ended === "interrupted") return enter(kept, "again", t);
  return how === "pain" ? rate(kept, { t }) : nextPart(kept, { t });
}

/** Let go by mistake: the hold goes on as if it had not been. Later than a slip, the person says how long it was. */
export function still({ held, ...before }, { t }) {
  if (!held) return before;
  const { until, knocked, question, ...hold } = held;
  if (!isSlip(until, t)) return mend(before, t);
  const { hurts, ...state } = withoutDay(before);
  if (question) return { ...state, ...hold, ...question, entered: isSlip(question.entered, t) ? question.entered : 0 };
  const missed = [until, t].map((end) => (end - hold.begin) / 1000); // the page may have slept while it waited
  const unseen = t - state.seen > ABSENT_MS ? [...hold.unseen, missed] : hold.unseen;
  return { ...enter(state, "hold", hold.begin), ...hold, unseen };
}

/** What was said of the day is taken back. */
export const withoutDay = ({ days, ...state }) => (days ? { ...state, days: allRemoved(days) } : state);

export const mend = (state, t) => ({ ...enter(state, "mend", t), draft: draftOf(state.records), from: state.phase });

/** From mending to where one came from; a countdown there begins anew, and so does all if nothing is left. */
export function goBack({ draft, from, ...state }, t) {
  if (!alive(state.records).length && state.records.length) return { ...ready(), records: state.records };
  return from === "switch" ? countDown(state, state.at, from, t) : enter(state, from, t);
}

/** The last hold was let go by a slip, as the person says: it was cut short, unless it was mended to its target. */
export function lastWasSlip(state) {
  const last = state.records.at(-1);
  const ended = endOf({ ...last.hold, ended: "interrupted" }, last.hold.hold_s);
  return { ...state, records: state.records.with(-1, corrected(last, { ended })) };
}

export function rate(state, { t }) {
  if (!alive(state.records).length) return { ...ready(), pain_before: state.pain_before, pain_at: state.pain_at };
  return { ...enter(state, "rate", t), rating: { same: false, pain: {}, note: "" } };
}
