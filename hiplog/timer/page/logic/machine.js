// A session as a state machine: state, event -> state. No screen, no clock, no storage: an event brings its time
// `t` (milliseconds of the wall clock), ids come from `newId`, and a state is plain data that survives JSON.
// What is to be kept are a state's `records`: one for each hold, made anew whenever it changes.
//
// Evidence: `seen` is when the page was last awake. While a phase counts, nothing seen for ABSENT_MS is absence: the
// person is asked, no part begins, and no hold goes on. Two things stand for having been seen: an event, and the
// audio clock, where it has run on without a stop since then (`heard`: since when), for the cues that lay ahead on
// it were played. What only the person knows is a claim, and its record says so (`claimed_s`).
import { dayAt, saidOf } from "./days.js";
import { alive, allRemoved, asInLog, asRecord, beganAt, claimedOf, corrected, draftInLog, draftOf, endOf, mended } from "./records.js";
import { milliseconds, recorded, withRating } from "./records.js";

const ABSENT_MS = 4000; // a hidden page is awake once a second, a busy one is seldom held up for longer
const SLIP_MS = 10 * 1000; // who let go by mistake says so within seconds
const TICK_MS = 1000; // an awake page sees so often that time has passed
const MORE_MS = 20 * 1000;
const BOUNCE_MS = 300; // a button in the hand that is pressed once may be felt twice
const UNDERSTOOD_MS = 1500; // after the first of two knocks they are understood within that, or not at all
const OVERTAKEN_MS = 2000; // a press meant to end a hold may come after its target
const UNSHOWN_MS = 1000; // a part shown later than that begins when it is shown
const COUNTING = ["prepare", "switch", "hold"];
const UNDER_WAY = [...COUNTING, "count", "again", "away", "rate", "mend"];

export const ready = () => ({ phase: "ready", pain_before: null, records: [] });
export const isCounting = (state) => COUNTING.includes(state.phase);
/** Since when one press goes on with a hold: since the question, or since it was let go; 0 for no more. */
const freshSince = ({ phase, entered, held }) => (phase === "away" ? entered : (held?.until ?? 0));
export const isTimed = (state) => isCounting(state) || freshSince(state) > 0;
export const isUnderWay = (state) => UNDER_WAY.includes(state.phase === "sure" ? state.back.phase : state.phase);

/**
 * The state after an event {type, t, heard, limits, ...}. What an event means depends on the phase in which it comes.
 * `limits` are the log's, in seconds, as `hiplog.timer.settings` has them. `parted` says that the wall clock has jumped
 * `by` so many milliseconds against the page's.
 */
export function step(state, event, newId) {
  const next = isMissing(state, event) ? ask(state, event, newId) : acted(state, event, newId);
  return next === state ? state : { ...next, seen: seenAt(state, event) };
}

function acted(state, event, newId) {
  const now = advance(state, event, newId);
  if (event.type === "tick" && now !== state) return now; // it has run on
  const act = ACTS[now.phase][event.type] ?? ALWAYS[event.type];
  return act ? advance(act(now, event), event, newId) : now;
}

/** When the page was last awake: an event may be older than the one before it, but not where the clock was set. */
function seenAt(state, { type, t }) {
  return isCounting(state) && type !== "parted" ? Math.max(t, state.seen) : t;
}

/** The records that are new or changed since `before`: what is to be kept and sent. */
export function changedRecords(before, after) {
  const known = allRecords(before);
  return allRecords(after).filter((record) => !known.includes(record));
}

const allRecords = ({ records, days = [] }) => [...records, ...days];

/** When the state runs on by itself, in milliseconds of the wall clock; null if it waits for the person. */
export function deadline(state) {
  if (state.phase === "hold") return state.begin + 1000 * part(state).target_s;
  return isCounting(state) ? state.until : null;
}

export const part = (state) => state.parts[state.at];
export const heldSeconds = (state, t) => Math.min(part(state).target_s, Math.max(0, (t - state.begin) / 1000));

/** The parts of a session, in order: which exercise and side, for how long, and the seconds to get there. */
export function partsOf({ exercises, stretches, first_side, target_s, prepare_s, switch_s }) {
  const sides = first_side === "left" ? ["left", "right"] : ["right", "left"];
  const [chosen, ...after] = exercises;
  const each = ({ name, title }, wait_s, target_s) => sides.map((side, i) =>
    ({ exercise: name, title, side, target_s, wait_s: i ? switch_s : wait_s }));
  const more = stretches ? after.flatMap((stretch) => each(stretch, stretch.prepare_s, stretch.target_s)) : [];
  return [...each(chosen, prepare_s, target_s), ...more];
}

/** Whether the audio clock has run on since the page was last awake, so that all that was due was sounded. */
const isFollowed = (state, { heard = Infinity, by = 0 }) => heard - by <= state.seen;

/** Whether a jump of the clock, or a time in which nothing was seen, leaves open what happened. */
function isMissing(state, event) {
  if (!isCounting(state) || event.type === "found" || event.type === "moved") return false;
  return event.type === "parted" || (event.t - state.seen > ABSENT_MS && !isFollowed(state, event));
}

/** Run on to what has come by itself. One who followed the sounds is where they said; else nothing runs unseen. */
function advance(state, event, newId) {
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

const ACTS = {
  ready: {
    "pain-before": (state, { value }) => ({ ...state, pain_before: value }),
    settings: (state, { t }) => enter(state, "settings", t),
    start: ({ days, ...state }, { t, settings, past, ids }) =>
      countDown({ ...state, ...ids, parts: partsOf(settings), past, records: [] }, 0, "prepare", t),
    guide: (state, { t }) => enter(state, "guide", t),
    "no-session": (state, { t, day_id }) => ({ ...enter(state, "day", t), day: dayAt(t, day_id), days: [] }),
    progress: seeProgress,
  },
  day: {
    said: (state, { values }) => ({ ...state, days: saidOf(state.days, state.day, values) }),
    "take-back": (state, { t }) => ({ ...leaveDay(state, t), days: allRemoved(state.days) }),
    back: (state, { t }) => leaveDay(state, t),
  },
  guide: { back: (state, { t }) => enter(state, "ready", t) },
  progress: { back: ({ from, ...state }, { t }) => enter(state, from, t) },
  settings: {
    "try-sound": (state, { t }) => ({ ...state, tried: t }),
    undo: ({ tried, ...state }, { t, session }) => sure({ ...state, phase: "ready" }, session.map(asRecord), t),
    button: ({ tried, ...state }, { t }) => enter(state, "button", t),
    back: ({ tried, ...state }, { t }) => enter(state, "ready", t),
  },
  button: { back: (state, { t }) => enter(state, "settings", t) },
  prepare: { skip, hand: pressed(BOUNCE_MS, skip), "more-time": moreTime, "skip-side": nextPart, pain: hurts, finish: rate },
  switch: { skip, hand: pressed(OVERTAKEN_MS, skip), "more-time": moreTime, "skip-side": nextPart, pain: hurts, finish: rate, still, knocks: overtaken },
  hold: { "let-go": stop("let_go"), hand: pressed(BOUNCE_MS, stop("let_go")), knocks: knocked, pain: stop("pain"), interrupt: stop("interrupted") },
  count: {
    yes: nextPart,
    start: (state, { t }) => countDown(lastWasSlip(state), state.at, "prepare", t),
    "skip-side": (state, { t }) => nextPart(lastWasSlip(state), { t }),
    pain: hurts,
    still,
  },
  again: {
    start: (state, { t }) => countDown(state, state.at, "prepare", t),
    "skip-side": nextPart,
    pain: hurts,
    still,
  },
  away: {
    yes: claim(0),
    longer: claim(1),
    no: ({ gap_s, ...state }, { t }) =>
      state.seen_s > 0 ? endHold(state, state.seen_s, "interrupted", t) : enter({ ...state, gap_s }, "again", t),
  },
  rate: {
    rated: (state, { side, value }) => ({ ...state, rating: rated(state.rating, side, value) }),
    same: (state, { value }) => ({ ...state, rating: madeSame(state.rating, value) }),
    hurt: (state, { side, value }) =>
      ({ ...state, rating: { ...state.rating, hurt: { ...state.rating.hurt, [side]: value } } }),
    noted: (state, { value }) => ({ ...state, rating: { ...state.rating, note: value } }),
    save: ({ held, ...state }, { t }) =>
      ({ ...enter(state, "done", t), records: withRating(state.records, state.rating) }),
    still,
    knocks: overtaken,
    mend: (state, { t }) => mend(state, t),
    discard: (state, { t }) => sure(state, alive(state.records), t),
  },
  mend: {
    adjust: (state, { i, values }) => ({ ...state, draft: state.draft.with(i, { ...state.draft[i], ...values }) }),
    keep: (state, { t }) => goBack({ ...state, records: mended(state.records, state.draft) }, t),
    back: (state, { t }) => goBack(state, t),
  },
  done: { "new-session": ready, progress: seeProgress, undo: (state, { t }) => sure(state, alive(state.records), t) },
  sure: {
    yes: (state) => ({ ...ready(), records: allRemoved(state.removing) }),
    no: (state) => state.back,
  },
  found: {
    resume,
    elsewhere: (state) => ({ ...state, elsewhere: true }),
    discard: ({ session, elsewhere }, { t }) => (elsewhere || isRating(session) ? ready() : rate(session, { t })),
  },
  moved: { "new-session": ready },
};

const ALWAYS = {
  tick: (state, { t }) => (isUnderWay(state) && t - state.seen >= TICK_MS ? awake(state, t) : state),
  parted: longAgo,
  found: foundSession,
  moved,
  "in-log": (state, { differs }) => inLog(state, differs),
};

/** What the log has otherwise is so here too, also where one would go back to, and where it is being corrected. */
function inLog({ back, draft, ...state }, differs) {
  const records = asInLog(state.records, differs);
  return {
    ...state, records,
    ...(state.days && { days: asInLog(state.days, differs) }),
    ...(back && { back: inLog(back, differs) }),
    ...(draft && { draft: draftInLog(draft, records, differs) }),
  };
}

/** The page is awake. Where nothing counts nobody is asked what happened, but what waits may have waited for long. */
function awake(state, t) {
  const isLong = t - state.seen > ABSENT_MS || (freshSince(state) > 0 && !isSlip(freshSince(state), t));
  return !isCounting(state) && isLong ? longAgo(state) : { ...state };
}

/** What is only true at once, a slip or a hold that goes on, is so no more. */
function longAgo(state) {
  return { ...withoutSlip(state), entered: 0 };
}

/** What was let go can be taken up by saying how long it was, and no more by one press. */
function withoutSlip(state) {
  return state.held ? { ...state, held: { ...state.held, until: 0 } } : state;
}

const leaveDay = ({ day, days, hurts, doneToday, ...state }, t) => enter(state, "ready", t);

const enter = (state, phase, t) => ({ ...state, phase, entered: t });

function countDown({ held, gap_s, ...state }, at, phase, t) {
  return { ...enter(state, phase, t), at, until: t + 1000 * state.parts[at].wait_s };
}

function skip(state, { t }) {
  return t < state.entered ? state : { ...state, until: Math.min(t, state.until) }; // else it was meant for what was there before
}

/** Lying down takes as long as it takes. */
function moreTime(state) {
  return { ...state, until: state.until + MORE_MS };
}

function seeProgress(state, { t }) {
  return { ...enter(state, "progress", t), from: state.phase };
}

function nextPart({ held, ...state }, { t }) {
  return state.at + 1 < state.parts.length ? countDown(state, state.at + 1, "switch", t) : rate(state, { t });
}

/**
 * The person ends the hold: now, or at the `first` of two knocks. If that was a slip it can be taken up again, for as
 * long as nothing else has begun.
 */
function stop(ended) {
  return (state, { t, first, limits }) => {
    const until = first ?? t;
    const hold_s = milliseconds(until - state.begin);
    if (hold_s <= 0) return state; // pressed before the hold began
    const { at, begin, hold_id, unseen } = state;
    const short = ended === "let_go" && hold_s < limits.too_short_s; // it was probably a slip
    const held = { at, begin, hold_id, unseen, until, knocked: first !== undefined };
    return { ...endHold(state, hold_s, ended, t, short), held };
  };
}

const areUnderstood = ({ t, first }) => first <= t && t - first <= UNDERSTOOD_MS;

/**
 * It hurts while nothing is held, and the session ends. The hold that was let go just before was a stop for pain; one
 * that reached its target, or that one was called away from, was not. Where nothing was held, that is said of the day.
 */
function hurts(state, { t, day_id, doneToday }) {
  const last = state.records.at(-1);
  const isWhy = state.held && last?.hold.ended === "let_go" && !last.removed;
  const records = isWhy ? state.records.with(-1, corrected(last, { ended: "pain" })) : state.records;
  if (alive(records).length) return rate({ ...state, records, hurts: true }, { t });
  const day = dayAt(t, day_id);
  const days = saidOf([], day, { pain: state.pain_before, reason: doneToday ? null : "pain" });
  return { ...enter(ready(), "day", t), day, days, hurts: true, doneToday };
}

/** Two knocks end the hold at the first, so that nothing is lost by waiting for the second. */
function knocked(state, event) {
  return areUnderstood(event) && event.first - state.entered >= BOUNCE_MS ? stop("let_go")(state, event) : state;
}

/** Two knocks were understood when the target had come, and the first was before it. */
function overtaken(state, event) {
  const last = state.records.at(-1);
  if (last?.hold.ended !== "target" || !areUnderstood(event)) return state;
  const hold_s = milliseconds(event.first - beganAt(last.hold));
  if (hold_s <= 0 || hold_s >= last.hold.hold_s) return state;
  return { ...state, records: state.records.with(-1, corrected(last, { hold_s, ended: "let_go" })) };
}

/** The hold is over: put it on record, and go where its end leads. At its target it was reached, however it ended. */
function endHold(state, hold_s, how, t, short = false) {
  const ended = hold_s < part(state).target_s ? how : "target";
  const claimed_s = claimedOf(state.unseen, hold_s);
  const kept = { ...state, records: recorded(state.records, state, part(state), { hold_s, ended, claimed_s }) };
  if (short) return enter(kept, "count", t);
  if (ended === "interrupted") return enter(kept, "again", t);
  return how === "pain" ? rate(kept, { t }) : nextPart(kept, { t });
}

/** Let go by mistake: the hold goes on as if it had not been. Later than a slip, the person says how long it was. */
function still({ held, ...before }, { t }) {
  if (!held) return before;
  const { until, knocked, ...hold } = held;
  if (!isSlip(until, t)) return mend(before, t);
  const { hurts, ...state } = before;
  const missed = [until, t].map((end) => (end - hold.begin) / 1000); // the page may have slept while it waited
  const unseen = t - state.seen > ABSENT_MS ? [...hold.unseen, missed] : hold.unseen;
  return { ...enter(state, "hold", hold.begin), ...hold, unseen };
}

const isSlip = (since, t) => t >= since && t - since <= SLIP_MS;
/** Whether a Yes to "did you keep holding" goes on with the hold, as its button says until a tick has seen that it is late. */
export const isFresh = ({ entered }) => entered > 0;

const mend = (state, t) => ({ ...enter(state, "mend", t), draft: draftOf(state.records), from: state.phase });

/** From mending to where one came from; a countdown there begins anew, and so does all if nothing is left. */
function goBack({ draft, from, ...state }, t) {
  if (!alive(state.records).length && state.records.length) return { ...ready(), records: state.records };
  return from === "switch" ? countDown(state, state.at, from, t) : enter(state, from, t);
}

/** Ask what happened while nothing was seen, or while the clock jumped. Of a countdown nothing is left to ask. */
function ask(state, event, newId) {
  const { t, by = 0 } = event;
  const awake = t - by - state.seen <= ABSENT_MS || isFollowed(state, event);
  const now = awake ? advance(state, { ...event, t: t - by, by: 0, heard: event.heard - by }, newId) : state;
  if (!isCounting(now)) return now;
  const seen = awake ? t - by : now.seen;
  if (now.phase === "hold") return askOfHold(now, t, by, seen);
  return { ...enter(withoutHeld(now), "again", t), gap_s: milliseconds(Math.abs(t - seen)) };
}

/** Ask of a hold of which nothing was seen from `seen` to `t`, while the clock jumped `by`. */
function askOfHold(state, t, by, seen) {
  const seen_s = milliseconds(1000 * heldSeconds(state, seen));
  const gap_s = milliseconds(Math.abs(t - seen));
  return { ...enter(state, "away", t), gap_s, jumped: by !== 0, seen_s, claims: claimsOf(state, t, by) };
}

/** The last hold was let go by a slip, as the person says: it was cut short, unless it was mended to its target. */
function lastWasSlip(state) {
  const last = state.records.at(-1);
  const ended = endOf({ ...last.hold, ended: "interrupted" }, last.hold.hold_s);
  return { ...state, records: state.records.with(-1, corrected(last, { ended })) };
}

/** What a button in the hand does, once a phase has lasted so long that the press is not of the one before. */
function pressed(from_ms, act) {
  return (state, event) => (event.t - state.entered < from_ms ? state : act(state, event));
}

const withoutHeld = ({ held, ...state }) => state;

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

/** The person says that the hold went on. Said at once it still does; later only what was asked about counts. */
function claim(i) {
  return ({ claims, seen_s, gap_s, jumped, ...state }, { t }) => {
    const { begin, hold_s } = claims[i] ?? claims[0];
    const asked_s = Math.max(0, t - state.entered) / 1000; // as much the person's word as what was asked about
    const hold = { ...enter(state, "hold", t), unseen: [...state.unseen, [seen_s, hold_s + asked_s]], begin };
    if (hold_s >= part(state).target_s) return endHold(hold, part(state).target_s, "target", t);
    return isFresh(state) && isSlip(state.entered, Math.max(state.entered, t - TICK_MS)) ? hold : endHold(hold, hold_s, "interrupted", t);
  };
}

function rate(state, { t }) {
  if (!alive(state.records).length) return { ...ready(), pain_before: state.pain_before };
  return { ...enter(state, "rate", t), rating: { same: false, pain: {}, note: "" } };
}

const rated = (rating, side, value) => {
  const pain = rating.same ? { left: value, right: value } : { ...rating.pain, [side]: value };
  return { ...rating, pain };
};

const madeSame = (rating, same) => {
  const value = rating.pain.right ?? rating.pain.left ?? null;
  return same ? { ...rating, same, pain: { left: value, right: value } } : { ...rating, same };
};

/** Before records are taken out of the log the person is asked; a No goes back to where they were. */
function sure(state, removing, t) {
  return removing.length ? { ...enter(state, "sure", t), back: state, removing } : state;
}

export const isRating = ({ phase }) => phase === "rate" || phase === "mend";

/**
 * A session was left behind by a page that went away. A running hold is offered, never resumed in silence; what was
 * being typed is offered whatever its age.
 */
function foundSession(state, { session: left, t, limits }) {
  const session = left.phase === "sure" ? left.back : left;
  const fresh = t - left.seen < 1000 * limits.session_gap_s;
  if (isRating(session) && fresh) return enter(withoutSlip(session), session.phase, t);
  const running = ["hold", "away"].includes(session.phase);
  const offered = running || isRating(session) || (session.records.length && fresh);
  if (offered) return { ...enter(ready(), "found", t), session, elsewhere: Boolean(state.elsewhere) };
  return state.phase === "found" ? ready() : state; // another page has gone on with it, and left it
}

/** Another page has taken the session; one that it could not read has ended here, and what was held is kept. */
function moved(state, { t, unread }) {
  if (state.phase === "found") return ready();
  if (!isUnderWay(state)) return state;
  return { ...enter(ready(), "moved", t), ...(unread && { unread, records: ended(state, t).records }) };
}

/** A session that ends where it stands: with what was seen of a hold, and what was said of the holds. */
function ended(state, t) {
  if (state.phase === "sure") return ended(state.back, t);
  if (state.phase === "away" && state.seen_s > 0) return endHold(state, state.seen_s, "interrupted", t);
  if (state.phase === "hold") {
    const seen_s = milliseconds(1000 * heldSeconds(state, t - state.seen > ABSENT_MS ? state.seen : t));
    return seen_s > 0 ? endHold(state, seen_s, "interrupted", t) : state;
  }
  return state.rating ? { ...state, records: withRating(state.records, state.rating) } : state;
}

function resume({ session }, { t }) {
  if (session.phase === "prepare" || session.phase === "switch") {
    return countDown(session, session.at, session.phase, t);
  }
  if (session.phase === "hold") return resumeHold(session, t);
  return session.phase === "away" ? longAgo(session) : enter(withoutSlip(session), session.phase, t);
}

/**
 * A hold whose page went away is asked about, however short that seems: the clock may have been set back by as long
 * as it was. Back before the hold was seen last, it was.
 */
const resumeHold = (session, t) => askOfHold(session, t, Math.min(0, t - session.seen), session.seen);
