// The day: how many sessions were done of the plan, how many days in a row, and when the last one was.
import { alive, localTime } from "./records.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const dayOf = (t) => localTime(t).started_at.slice(0, 10);

/** How many sessions were done on the day of `t`: those of the log, and this one before the log has it. */
export function sessionsToday(recent, records, t) {
  const here = records.map((record) => record.hold.session_id);
  const mine = alive(records).map((record) => record.hold);
  const holds = [...recent.filter((hold) => !here.includes(hold.session_id)), ...mine];
  const today = holds.filter((hold) => hold.started_at.slice(0, 10) === dayOf(t));
  const sessions = [...new Set(today.map((hold) => hold.session_id))];
  return sessions.filter((id) => counts(today.filter((hold) => hold.session_id === id))).length;
}

/** A session counts when both sides were held, or pain ended it; interrupted holds alone do not make one. */
function counts(holds) {
  if (holds.some((hold) => hold.ended === "pain")) return true;
  return new Set(holds.map((hold) => hold.side)).size === 2 && holds.some((hold) => hold.ended !== "interrupted");
}

/** Days in a row with a session, today's included if there is one; `streak` is what the log knew. */
export function daysInARow({ days, last }, done, t) {
  const goesOn = last === dayOf(t - DAY_MS);
  if (last === dayOf(t)) return days;
  return done ? 1 + (goesOn ? days : 0) : goesOn ? days : 0;
}

/** The day in a few words: sessions of the plan, days in a row, and the last session. */
export function dayWords({ recent, streak, plan, last_session }, records, t) {
  const done = sessionsToday(recent, records, t);
  const days = daysInARow(streak, done, t);
  const row = days > 1 ? `${days} days in a row` : "";
  const words = [`${done} of ${plan} today`, row, lastWords(last_session, t)];
  return { done, words: words.filter(Boolean).join(" · ") };
}

function lastWords([first], t) {
  if (!first) return "";
  const [day, time] = first.started_at.split("T");
  const days = Math.round((Date.parse(dayOf(t)) - Date.parse(day)) / DAY_MS);
  const when = days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  return `last ${when}${days < 2 ? `, ${time.slice(0, 5)}` : ""}`;
}
