// Records: what is kept of a session, one {hold, changes, knows, removed} for each hold; of a day without one, {day, ...}.
// `changes` are what the log must correct, beyond gaining what it lacks; `knows` is the last version in the log that
// the page was told of, where another had changed it. Pure functions: a record that changes is made anew, and so is
// sent again.

export const SIDES = ["right", "left"];

/** The local wall-clock time of `t` as ISO text with milliseconds, and its minutes east of UTC. */
export function localTime(t) {
  const utc_offset_min = 0 - new Date(t).getTimezoneOffset(); // `-` alone makes a -0
  return { started_at: new Date(t + utc_offset_min * 60000).toISOString().slice(0, -1), utc_offset_min };
}

/** When a hold began, in milliseconds of the wall clock. */
export const beganAt = ({ started_at, utc_offset_min }) => Date.parse(`${started_at}Z`) - 60000 * utc_offset_min;

export const milliseconds = (ms) => Math.round(ms) / 1000; // as seconds, no finer than the browser's clock is
export const asRecord = (hold) => ({ hold, changes: {}, removed: false });
/** What a record is of, a hold or a day, and its id. */
export const rowOf = ({ hold, day }) => hold ?? day;
export const idOf = ({ hold, day }) => (hold ? hold.hold_id : day.day_id);
export const alive = (records) => records.filter((record) => !record.removed);
export const allRemoved = (records) => records.map((record) => (record.removed ? record : { ...record, removed: true }));

/** Put the hold that has just ended on record; one that was taken up again has its record corrected. */
export function recorded(records, { begin, hold_id, session_id, pain_before }, part, end) {
  const i = records.findIndex((record) => record.hold.hold_id === hold_id);
  if (i >= 0) return records.with(i, corrected(records[i], end));
  const { exercise, side, target_s } = part;
  const asked = { pain_before, pain_after: null, note: null, source: "timer" };
  return [...records, asRecord({ hold_id, session_id, ...localTime(begin), exercise, side, target_s, ...end, ...asked })];
}

/** Of a hold of so many seconds, those that were not seen but claimed, as [from, to] in seconds; null for none. */
export function claimedOf(unseen, hold_s) {
  let end = 0; // of what is counted: two claims may be of the same seconds
  const claimed = [...unseen].sort(([one], [other]) => one - other).reduce((sum, [from, to]) => {
    const begin = Math.max(from, end);
    end = Math.max(end, Math.min(to, hold_s));
    return sum + Math.max(0, end - begin);
  }, 0);
  return milliseconds(1000 * claimed) || null;
}

const withValues = (record, values) => {
  const name = record.hold ? "hold" : "day";
  return { ...record, [name]: { ...record[name], ...values } };
};

export function corrected(record, values) {
  const others = Object.entries(values).filter(([name, value]) => rowOf(record)[name] !== value);
  if (!others.length) return record;
  const changes = Object.fromEntries(others);
  return { ...withValues(record, changes), changes: { ...record.changes, ...changes } };
}

/**
 * The records as the log has them, where that `differs`, null for not at all: what was corrected here before is not to
 * come back. Those that it has carry with which change it was `saved`, which needs no correction any more, and are back
 * where they were `gone`.
 */
export function asInLog(records, differs, saved = {}) {
  return records.map((record) => {
    const [inLog, token] = [differs[idOf(record)], saved[idOf(record)]];
    if (inLog === null) return { ...record, removed: true, gone: true, anew: false };
    const removed = record.removed && !record.gone;
    const here = token ? { ...record, saved: token, changes: {}, anew: false, removed, gone: false } : record;
    if (inLog === undefined) return here;
    const { version, ...now } = inLog;
    return { ...withValues(here, now), changes: {}, knows: version, removed: false };
  });
}

/** Whether the person said something in a record, beyond that there was a hold, or corrects it. */
export const hasWords = (record) => Object.keys(record.changes).length > 0
  || ["pain_after", "note", "pain", "reason"].some((name) => (rowOf(record)[name] ?? null) !== null);

/** Whether a rating says anything: a pain, that one stopped for it, a note. */
export const isAnswered = ({ pain, hurt = {}, note }) =>
  Object.values(pain).some((value) => value !== null) || Object.values(hurt).some(Boolean) || note.trim() !== "";

/** The records with what the person said; a side held more than once is rated for its last hold of an exercise. */
export function withRating(records, rating) {
  return records.map((record, i) => {
    if (record.removed && !record.gone) return record;
    const rated = ratedBy(rating, record, isHeldAgain(records, i));
    return record.gone && !hasWords(rated) ? record : rated; // else there is nothing to be kept
  });
}

function ratedBy(rating, record, again) {
  const note = rating.note.trim() ? rating.note : null;
  const pain_after = again ? null : (rating.pain[record.hold.side] ?? null);
  const rated = { ...record, hold: { ...record.hold, pain_after, note } };
  const hurt = rating.hurt?.[record.hold.side] && !again && record.hold.ended === "let_go";
  return hurt ? corrected(rated, { ended: "pain" }) : rated;
}

function isHeldAgain(records, i) {
  const { side, exercise } = records[i].hold;
  return alive(records.slice(i + 1)).some(({ hold }) => hold.side === side && hold.exercise === exercise);
}

/** The sides in the order in which they were held first, wherever a session is shown, asked about or told. */
export const sidesInOrder = (records) => [...new Set([...alive(records).map(({ hold }) => hold.side), ...SIDES])];

/** The sides whose last hold was let go before its target: only the person knows whether that was for pain. */
export const sidesLetGo = (records) => SIDES.filter((side) =>
  records.some(({ hold, removed }, i) => !removed && hold.side === side && hold.ended === "let_go" && !isHeldAgain(records, i)));

/** What a person may mend of each hold before it is saved for good: its seconds, its side, its end, if it counts. */
export const draftOf = (records) =>
  records.map(({ hold, removed }) => ({ hold_s: hold.hold_s, side: hold.side, ended: hold.ended, removed }));

/** A draft, which begins anew for the holds that differ: it was of what the log has no more. */
export const draftInLog = (draft, records, differs) =>
  draftOf(records).map((row, i) => (differs[records[i].hold.hold_id] === undefined ? draft[i] : row));

export function mended(records, draft) {
  return records.map((record, i) => {
    const { removed, hold_s, side, ended } = draft[i];
    const end = endOf({ ...record.hold, ended }, hold_s);
    const next = corrected(record, { hold_s, side, ended: end, ...claimedIn(record, hold_s) });
    return removed === next.removed ? next : { ...next, removed, anew: !removed && !record.gone, gone: false }; // put back, it is as a new one
  });
}

/** Seconds beyond those that were seen are the person's word. */
function claimedIn({ hold }, hold_s) {
  const seen_s = hold.hold_s - (hold.claimed_s ?? 0);
  return { claimed_s: hold_s > seen_s ? milliseconds(1000 * (hold_s - seen_s)) : null };
}

/** Why a hold ended, once its seconds are mended: at its target it reached it, below it did not. */
export function endOf({ ended, target_s }, hold_s) {
  if (hold_s >= target_s) return "target";
  return ended === "target" ? "let_go" : ended;
}
