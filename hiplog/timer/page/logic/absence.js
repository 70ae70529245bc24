// Time and absence: what comes by itself, before somebody who is there, and what is asked of one who was not seen.
//
// Evidence: `seen` is when the page was last awake. While a phase counts, nothing seen for ABSENT_MS is absence: the
// person is asked, no part begins, and no hold goes on. Two things stand for having been seen: an event, and the
// audio clock, where it has run on without a stop since then (`heard`: since when), for the cues that lay ahead on
// it were played. What only the person knows is a claim, and its record says so (`claimed_s`).
import { endHold } from "./holds.js";
import { ABSENT_MS, deadline, enter, freshSince, heldSeconds, isCounting } from "./phases.js";
import { isFresh, isSlip, longAgo, part, SLIP_MS, withoutHeld } from "./phases.js";
import { milliseconds } from "./records.js";

export const TICK_MS = 1000; // an awake page sees so often that time has passed
const UNSHOWN_MS = 1000; // a part shown later than that begins when it is shown

/** When the page was last awake: an event may be older than the one before it, but not where the clock was set. */
export function seenAt(state, { type, t }) {
  return isCounting(state) && type !== "parted" ? Math.max(t, state.seen) : t;
}

/** Whether the audio clock has run on since the page was last awake, so that all that was due was sounded. */
const isFollowed = (state, { heard = Infinity, by = 0 }) => heard - by <= state.seen;

/** Whether a jump of the clock, or a time in which nothing was seen, leaves open what happened. */
export function isMissing(state, event) {
  if (!isCounting(state) || event.type === "found" || event.type === "moved") return false;
  return event.type === "parted" || (event.t - state.seen > ABSENT_MS && !isFollowed(state, event));
}

/** Run on to what has come by itself. One who followed the sounds is where they said; else nothing runs unseen. */
export function advance(state, event, newId) {
  const { t } = event;
  if (!isCounting(state) || t < deadline(state)) return state;
  const followed = isFollowed(state, event);
  if (state.phase === "hold") {
    const next = endHold(state, part(state).target_s, "target", followed ? deadline(state) : t);
    return followed ? advance(next, event, newId) : next; // unheard, the next side has its full countdown
  }
  const { held, ...now } = state; // from here on the hold before cannot be taken up again
  const begin = followed || t - now.until <= UNSHOWN_MS ? now.until : t;
  const hold = { ...enter(now, "hold", begin), begin, hold_id: newId(), unseen: [] };
  return followed ? advance(hold, event, newId) : hold;
}

/** Whether the page stood still where nothing counts; what takes up a hold looks at that itself. */
export const hasStood = (state, { type, t }) =>
  !isCounting(state) && t - state.seen > ABSENT_MS && !["still", "yes", "longer"].includes(type);

/** The page is awake. Where nothing counts nobody is asked what happened, but what waits may have waited for long. */
export function awake(state, t) {
  const isLong = t - state.seen > ABSENT_MS || (freshSince(state) > 0 && !isSlip(freshSince(state), t));
  return !isCounting(state) && isLong ? longAgo(state) : { ...state };
}

/** Ask what happened while nothing was seen, or while the clock jumped. Of a countdown nothing is left to ask. */
export function ask(state, event, newId) {
  const { t, by = 0 } = event;
  const awake = t - by - state.seen <= ABSENT_MS || isFollowed(state, event);
  const now = awake ? advance(state, { ...event, t: t - by, by: 0, heard: event.heard - by }, newId) : state;
  if (!isCounting(now)) return now;
  const seen = awake ? t - by : now.seen;
  if (now.phase === "hold") return askOfHold(now, t, by, seen);
  return { ...enter(withoutHeld(now), "again", t), gap_s: milliseconds(Math.abs(t - seen)), jumped: Math.sign(by) };
}

/** Ask of a hold of which nothing was seen from `seen` to `t`, while the clock jumped `by`. */
export function askOfHold(state, t, by, seen) {
  const seen_s = milliseconds(1000 * heldSeconds(state, seen));
  const gap_s = milliseconds(Math.abs(t - seen));
  return { ...enter(state, "away", t), gap_s, jumped: Math.sign(by), seen_s, claims: claimsOf(state, t, by) };
}

/**
 * What a Yes may count: {begin, hold_s}, shortest first. Forward, the clock jumped in sleep or was set: two readings,
 * unless both come to the same. Set back, it is no time held.
 */
function claimsOf(state, t, by) {
  const readings = by > 0 ? [by, 0] : [by];
  const claims = readings.map((set) => {
    const begin = state.begin + set;
    return { begin, hold_s: milliseconds(1000 * heldSeconds({ ...state, begin }, t)) };
  });
  return claims.filter(({ hold_s }, i) => i === 0 || hold_s > claims[0].hold_s);
}

/** Whether a Yes goes on with the hold, as its button says until a tick has seen that it is too late. */
const goesOn = (state, t) => isFresh(state) && t - state.entered <= SLIP_MS + TICK_MS;

/** The person says that the hold went on. Said at once it still does; later only what was asked about counts. */
export function claim(i) {
  return ({ claims, seen_s, gap_s, jumped, ...state }, { t }) => {
    const { begin, hold_s } = claims[i] ?? claims[0];
    const asked_s = Math.max(0, t - state.entered) / 1000; // as much the person's word as what was asked about
    const hold = { ...enter(state, "hold", t), unseen: [...state.unseen, [seen_s, hold_s + asked_s]], begin };
    if (hold_s >= part(state).target_s) return endHold(hold, part(state).target_s, "target", t);
    return goesOn(state, t) ? hold : endHold(hold, hold_s, "interrupted", t);
  };
}
