// A session as a state machine: state, event -> state. No screen, no clock, no storage: an event brings its time
// `t` (milliseconds of the wall clock), ids come from `newId`, and a state is plain data that survives JSON.
// What is to be kept are a state's `records`: one for each hold, made anew whenever it changes.
import { TICK_MS, advance, ask, awake, claim, hasStood, isMissing, seenAt } from "./absence.js";
import { dayAt, saidOf } from "./days.js";
import { endSession, foundSession, moved, resume } from "./handover.js";
import { endHold, goBack, hurts, hurtsAsked, knocked, lastWasSlip, mend, nextPart, overtaken, rate, still, stop, withoutDay } from "./holds.js";
import { BOUNCE_MS, countDown, enter, isRating, isUnderWay, longAgo, partsOf, ready } from "./phases.js";
import { alive, allRemoved, asInLog, asRecord, beganAt, draftInLog, mended, withRating } from "./records.js";

const MORE_MS = 20 * 1000;
const OVERTAKEN_MS = 2000; // a press meant to end a hold may come after its target

/**
 * The state after an event {type, t, heard, limits, ...}. What an event means depends on the phase in which it comes.
 * `limits` are the log's, in seconds, as `hiplog.timer.settings` has them. `parted` says that the wall clock has jumped
 * `by` so many milliseconds against the page's. `in-log` is news of no time: by it nothing runs on.
 */
export function step(before, event, newId) {
  const state = before.leaving ? withoutLeaving(before) : before;
  if (event.type === "in-log") return inLog(state, event);
  const now = hasStood(state, event) ? longAgo(state) : state;
  const next = isMissing(now, event) ? ask(now, event, newId) : acted(now, event, newId);
  return next === now ? state : { ...next, seen: seenAt(state, event) };
}

/** The records of a session that was over for hours are kept as they were put right, once. */
const withoutLeaving = ({ leaving, ...state }) => state;

function acted(state, event, newId) {
  const now = advance(state, event, newId);
  if (event.type === "tick" && now !== state) return now; // it has run on
  const act = ACTS[now.phase][event.type] ?? ALWAYS[event.type];
  return act ? advance(act(now, event), event, newId) : now;
}

/** The records that are new or changed since `before`: what is to be kept and sent. */
export function changedRecords(before, after) {
  const known = allRecords(before);
  return allRecords(after).filter((record) => !known.includes(record));
}

const allRecords = ({ records, leaving = [], days = [] }) => [...leaving, ...records, ...days];

const ACTS = {
  ready: {
    "pain-before": (state, { value, t }) => ({ ...state, pain_before: value, pain_at: t }),
    pain: hurtsNow, // pressed where a session was asked about that another page has ended meanwhile
    settings: (state, { t }) => enter(state, "settings", t),
    start: ({ days, ...state }, { t, settings, past, ids, limits }) =>
      countDown({ ...withFreshPain(state, t, limits), ...ids, parts: partsOf(settings), past, records: [] }, 0, "prepare", t),
    guide: (state, { t }) => enter(state, "guide", t),
    "no-session": (state, { t, day_id }) => ({ ...enter(state, "day", t), day: dayAt(t, day_id), days: [] }),
    progress: seeProgress,
  },
  day: {
    said: (state, { values, t }) => {
      const day = state.days.length ? state.day : dayAt(t, state.day.day_id); // midnight may have come since
      return { ...state, day, days: saidOf(state.days, day, values) };
    },
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
  prepare: { skip, hand: pressed(BOUNCE_MS, skip), "more-time": moreTime, "skip-side": nextPart, pain: hurtsNow, finish: rate },
  switch: { skip, hand: pressed(OVERTAKEN_MS, skip), "more-time": moreTime, "skip-side": nextPart, pain: hurtsNow, finish: rate, still, knocks: overtaken },
  hold: { "let-go": stop("let_go"), hand: pressed(BOUNCE_MS, stop("let_go")), knocks: knocked, pain: stop("pain"), interrupt: stop("interrupted") },
  count: {
    yes: nextPart,
    start: (state, event) => countDown(anewAfterHours(lastWasSlip(state), event), state.at, "prepare", event.t),
    "skip-side": (state, event) => nextPart(anewAfterHours(lastWasSlip(state), event), event),
    pain: hurtsNow,
    still,
  },
  again: {
    start: (state, event) => countDown(anewAfterHours(state, event), state.at, "prepare", event.t),
    "skip-side": (state, event) => nextPart(anewAfterHours(state, event), event),
    pain: hurtsNow,
    still,
  },
  away: {
    yes: claim(0),
    longer: claim(1),
    pain: (state, event) => hurtsAsked(state.seen_s > 0 ? state : withFreshPain(state, event.t, event.limits), event),
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
  },
  mend: {
    adjust: (state, { i, values }) => ({ ...state, draft: state.draft.with(i, { ...state.draft[i], ...values }) }),
    keep: (state, { t }) => goBack({ ...state, records: mended(state.records, state.draft) }, t),
    back: (state, { t }) => goBack(state, t),
  },
  done: {
    "new-session": ready,
    progress: seeProgress,
    mend: (state, { t }) => mend(state, t),
    undo: (state, { t }) => sure(state, alive(state.records), t),
  },
  sure: {
    yes: ({ back, removing }) => ({ ...withoutDay({ ...ready(), days: back.days }), records: allRemoved(removing) }),
    no: (state) => state.back,
  },
  found: {
    resume,
    no: answeredAtOnce("no"),
    pain: answeredAtOnce("pain"),
    elsewhere: (state) => ({ ...state, elsewhere: true }),
    discard: ({ session, elsewhere }, { t }) =>
      (elsewhere || isRating(session) ? ready() : rate(endSession(session, session.seen), { t })), // with what was seen
  },
  moved: { "new-session": ready },
};

const ALWAYS = {
  tick: (state, { t }) => (isUnderWay(state) && t - state.seen >= TICK_MS ? awake(state, t) : state),
  parted: longAgo,
  found: foundSession,
  moved,
};

/** What the log has otherwise is so here too, also where one would go back to, and where it is being corrected. */
function inLog({ back, draft, ...state }, { differs, saved }) {
  const records = asInLog(state.records, differs, saved);
  return {
    ...state, records,
    ...(state.days && { days: asInLog(state.days, differs, saved) }),
    ...(back && { back: inLog(back, { differs, saved }) }),
    ...(draft && { draft: draftInLog(draft, records, differs) }),
  };
}

/** The pain before a session is that of now: what was chosen on a page that stood open since is left out, and told. */
function withFreshPain(state, t, { session_gap_s }) {
  return t - state.pain_at > 1000 * session_gap_s ? withoutPain(state) : state;
}

function withoutPain(state) {
  return state.pain_before === null ? state : { ...state, pain_before: null, pain_left_out: true };
}

function hurtsNow(state, event) {
  return hurts(withFreshPain(state, event.t, event.limits), event);
}

/** What goes on after so long is another session; what was held before stays in its own, as it was put right. */
function anewAfterHours(state, { t, ids, limits }) {
  const [last] = state.records.slice(-1).map(({ hold }) => beganAt(hold) + 1000 * hold.hold_s);
  if (last === undefined || t - last <= 1000 * limits.session_gap_s) return withFreshPain(state, t, limits);
  return { ...withoutPain(state), ...ids, records: [], leaving: state.records };
}

const leaveDay = ({ day, days, hurts, doneToday, pain_left_out, ...state }, t) => enter(state, "ready", t);

/** What is answered to a session that was found, as if one had gone on with it first. */
function answeredAtOnce(type) {
  return (state, event) => {
    const now = resume(state, event);
    return ACTS[now.phase][type]?.(now, event) ?? state; // where it turned out to be over, the rating asks
  };
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

/** What a button in the hand does, once a phase has lasted so long that the press is not of the one before. */
function pressed(from_ms, act) {
  return (state, event) => (event.t - state.entered < from_ms ? state : act(state, event));
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
