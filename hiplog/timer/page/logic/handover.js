// A session that another page left behind, or has taken.
import { askOfHold } from "./absence.js";
import { endHold } from "./holds.js";
import { ABSENT_MS, countDown, enter, heldSeconds } from "./phases.js";
import { isRating, isRunning, isUnderWay, longAgo, ready, withoutSlip } from "./phases.js";
import { milliseconds, withRating } from "./records.js";

/**
 * A session was left behind by a page that went away. A running hold is offered, never resumed in silence; what was
 * being typed is offered whatever its age.
 */
export function foundSession(state, { session, t, limits }) {
  const fresh = t - session.seen < 1000 * limits.session_gap_s;
  if (isRating(session) && fresh) return enter(withoutSlip(session), session.phase, t);
  const offered = isRunning(session) || isRating(session) || (session.records.length && fresh);
  if (offered) return { ...enter(ready(), "found", t), session, elsewhere: Boolean(state.elsewhere) };
  return state.phase === "found" ? ready() : state; // another page has gone on with it, and left it
}

/** Another page has taken the session; one that it could not read has ended here, and what was held is kept. */
export function moved(state, { t, unread }) {
  if (state.phase === "found") return ready();
  if (!isUnderWay(state)) return state;
  return { ...enter(ready(), "moved", t), ...(unread && { unread, records: endSession(state, t).records }) };
}

/** A session that ends where it stands: with what was seen of a hold, and what was said of the holds. */
export function endSession(state, t) {
  if (state.phase === "away" && state.seen_s > 0) return endHold(state, state.seen_s, "interrupted", t);
  if (state.phase === "hold") {
    const seen_s = milliseconds(1000 * heldSeconds(state, t - state.seen > ABSENT_MS ? state.seen : t));
    return seen_s > 0 ? endHold(state, seen_s, "interrupted", t) : state;
  }
  return state.rating ? { ...state, records: withRating(state.records, state.rating) } : state;
}

export function resume({ session }, { t }) {
  if (session.phase === "prepare" || session.phase === "switch") {
    return countDown({ ...session, seen: t }, session.at, session.phase, t); // it was seen by another clock, perhaps
  }
  if (session.phase === "hold") return resumeHold(session, t);
  return session.phase === "away" ? longAgo(session) : enter(withoutSlip(session), session.phase, t);
}

/**
 * A hold whose page went away is asked about, however short that seems: the clock may have been set back by as long
 * as it was. Back before the hold was seen last, it was.
 */
const resumeHold = (session, t) => askOfHold(session, t, Math.min(0, t - session.seen), session.seen);
