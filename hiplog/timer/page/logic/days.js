// A day without a session: what the person says of it, kept as a record like a hold's, with a `day` in its place.
import { corrected, localTime } from "./records.js";

/** The day of `t`, of which nothing has been said. */
export function dayAt(t, day_id) {
  const { started_at } = localTime(t);
  return { day_id, day: started_at.slice(0, 10), time: started_at.slice(11, 16), pain: null, reason: null, note: null };
}

/** The records of a day once `values` were said of it: one, from the first word on; taken out with the last. */
export function saidOf([record], day, values) {
  const now = { ...(record?.day ?? day), ...values };
  const isEmpty = now.pain === null && now.reason === null && !now.note;
  if (!record) return isEmpty ? [] : [{ day: now, changes: {}, removed: false }];
  const anew = Boolean(record.anew) || (record.removed && !record.gone && !isEmpty); // put back, it is as a new one from then on
  return [{ ...corrected(record, values), removed: isEmpty, anew, gone: false }];
}

/** What was said of the day of `t`, in words: that there is no session, and why. */
export function noSessionWords(days, reasons, t) {
  const { day } = dayAt(t);
  const said = days.findLast((each) => each.day === day && each.reason);
  return said ? `No session today: ${reasons[said.reason]}` : "";
}
