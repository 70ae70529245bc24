// The day: how many sessions were done of the plan, how many days in a row, and when the last one was.
import { noSessionWords } from "./days.js";
import { alive, localTime } from "./records.js";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The day of a time, where the page is. */
export const dayOf = (t) => localTime(t).started_at.slice(0, 10);
const dayBefore = (day) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10); // in UTC all days are equal

/** How many sessions were done on the day of `t`: those that the log counted, and this one before the log has it. */
export function sessionsToday(recent, records, exercise, t) {
  const here = records.map((record) => record.hold.session_id);
  const others = recent.filter(({ session_id, day, counts }) => counts && day === dayOf(t) && !here.includes(session_id));
  const holds = alive(records).map((record) => record.hold).filter((hold) => hold.exercise === exercise);
  const began = holds.map((hold) => hold.started_at).sort()[0];
  return others.length + (began?.slice(0, 10) === dayOf(t) && counts(holds) ? 1 : 0);
}

/** The sessions that the log told of, each with the holds that still wait for it: one side may be there already. */
export function withWaiting(recent, records, exercise) {
  const holds = alive(records).map(({ hold }) => hold).filter((hold) => hold?.exercise === exercise);
  const ids = new Set(holds.map(({ session_id }) => session_id));
  const waiting = [...ids].map((session_id) => {
    const known = recent.find((session) => session.session_id === session_id) ?? { held: [], counts: false };
    const here = holds.filter((hold) => hold.session_id === session_id);
    const [began] = here.map(({ started_at }) => started_at.slice(0, 10)).sort();
    return { ...known, session_id, day: known.day ?? began, counts: known.counts || counts([...known.held, ...here]) };
  });
  return [...recent.filter(({ session_id }) => !ids.has(session_id)), ...waiting];
}

/** Whether a session counts, by the rule of `hiplog.practice`, before Python has it. */
function counts(holds) {
  if (holds.some((hold) => hold.ended === "pain")) return true;
  return new Set(holds.map((hold) => hold.side)).size === 2 && holds.some((hold) => hold.ended !== "interrupted");
}

/** Days in a row with a session, today's included if there is one; `streak` is what the log knew. */
export function daysInARow({ days, last }, done, t) {
  const before = last === dayBefore(dayOf(t)) ? days : 0;
  return last === dayOf(t) ? days : before + (done ? 1 : 0);
}

/** How many days before that of `t` a day was; less than 0 for one to come. */
export const daysAgo = (day, t) => Math.round((Date.parse(dayOf(t)) - Date.parse(day)) / DAY_MS);

/** The day in a few words: how many sessions were done of how many meant, and days in a row. */
export function dayWords({ recent, streak, plan, exercises, days: said, reasons }, records, t) {
  const done = sessionsToday(recent, records, exercises[0].name, t);
  const days = daysInARow(streak, done, t);
  const today = (!done && noSessionWords(said, reasons, t)) || todayWords(done, plan);
  const words = [today, days > 1 ? `${days} days in a row` : ""];
  return { done, words: words.filter(Boolean).join(" · ") };
}

function todayWords(done, plan) {
  if (!done) return "Not yet today";
  if (plan > 1 && done <= plan) return `${done} of ${plan} today`;
  return done > 1 ? `${done} sessions today` : "Done today";
}
