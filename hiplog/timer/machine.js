// A session as a state machine: state, event -> state. No screen, no clock, no storage: an event brings its time
// `t` (milliseconds of the wall clock), ids come from `newId`, and a state is plain data that survives JSON.
// What is to be kept are a state's `records`: one for each hold, made anew whenever it changes.

const TOO_SHORT_S = 3; // a hold let go sooner was probably a slip
const GONE_MS = 60 * 60 * 1000; // a pause this long ends a session
const COUNTING = ["prepare", "switch", "hold"];
const UNDER_WAY = [...COUNTING, "count", "again", "away", "rate"];

export const ready = () => ({ phase: "ready", pain_before: null, records: [] });
export const isCounting = (state) => COUNTING.includes(state.phase);
export const isUnderWay = (state) => UNDER_WAY.includes(state.phase);

/** The state after an event {type, t, ...}. What an event means depends on the phase in which it comes. */
export function step(state, event, newId) {
  // A clock that jumped is asked about, so the time of the jump itself must not run the state on.
  const now = advance(state, event.type === "parted" ? event.t - event.by : event.t, newId);
  const act = ACTS[now.phase][event.type] ?? ALWAYS[event.type];
  const next = act ? advance(act(now, event), event.t, newId) : now;
  return next === state ? state : { ...next, seen: event.t };
}

/** The records that are new or changed since `before`: what is to be kept and sent. */
export const changedRecords = (before, after) =>
  after.records.filter((record) => !before.records.includes(record));

/** When the state runs on by itself, in milliseconds of the wall clock; null if it waits for the person. */
export function deadline(state) {
  if (state.phase === "hold") return state.begin + 1000 * part(state).target_s;
  return isCounting(state) ? state.until : null;
}

export const part = (state) => state.parts[state.at];
export const heldSeconds = (state, t) => Math.min(part(state).target_s, Math.max(0, (t - state.begin) / 1000));

/** The parts of a session, in order: which exercise and side, for how long, and the seconds to get there. */
export function partsOf({ exercise, first_side, target_s, prepare_s, switch_s }) {
  const sides = first_side === "left" ? ["left", "right"] : ["right", "left"];
  return sides.map((side, i) => ({ exercise, side, target_s, wait_s: i ? switch_s : prepare_s }));
}

/** The local wall-clock time of `t` as ISO text with milliseconds, and its minutes east of UTC. */
export function localTime(t) {
  const utc_offset_min = 0 - new Date(t).getTimezoneOffset(); // `-` alone makes a -0
  return { started_at: new Date(t + utc_offset_min * 60000).toISOString().slice(0, -1), utc_offset_min };
}

function advance(state, t, newId) {
  if (!isCounting(state) || t < deadline(state)) return state;
  if (state.phase === "hold") return endHold(state, part(state).target_s, "target", t);
  return advance({ ...state, phase: "hold", begin: state.until, hold_id: newId() }, t, newId);
}

const ACTS = {
  ready: {
    "pain-before": (state, { value }) => ({ ...state, pain_before: value }),
    start: (state, { t, settings, past, ids }) =>
      countDown({ ...state, ...ids, parts: partsOf(settings), past, records: [] }, 0, "prepare", t),
  },
  prepare: { skip, "skip-side": nextPart, pain: rate, parted: countAgain },
  switch: { skip, "skip-side": nextPart, pain: rate, parted: countAgain },
  hold: { "let-go": stop("let_go"), pain: stop("pain"), interrupt: stop("interrupted"), parted: askAway },
  count: {
    yes: (state, { t }) => nextPart(amendLast(state, { ended: "let_go" }), { t }),
    no: (state) => ({ ...state, phase: "again" }),
  },
  again: {
    start: (state, { t }) => countDown(state, state.at, "prepare", t),
    "skip-side": nextPart,
  },
  away: {
    yes: (state) => ({ ...state, phase: "hold" }),
    no: (state, { t }) =>
      state.seen_s > 0 ? endHold(state, state.seen_s, "interrupted", t) : { ...state, phase: "again" },
  },
  rate: {
    rated: (state, { side, value }) => ({ ...state, rating: rated(state.rating, side, value) }),
    same: (state, { value }) => ({ ...state, rating: madeSame(state.rating, value) }),
    noted: (state, { value }) => ({ ...state, rating: { ...state.rating, note: value } }),
    save: (state) => ({ ...state, phase: "done", records: withRating(state) }),
    discard,
  },
  done: { "new-session": ready, discard },
  found: { resume, discard: (state) => rate(state.session) },
  moved: { "new-session": ready },
};

const ALWAYS = {
  tick: (state, { t }) => (isUnderWay(state) && t - state.seen >= 1000 ? { ...state } : state), // seen alive
  found: (state, { session, t }) => foundSession(state, session, t),
  moved,
};

function countDown(state, at, phase, t) {
  return { ...state, phase, at, until: t + 1000 * state.parts[at].wait_s };
}

function skip(state, { t }) {
  return { ...state, until: Math.min(t, state.until) };
}

function countAgain(state, { t }) {
  return countDown(state, state.at, state.phase, t);
}

function nextPart(state, { t }) {
  return state.at + 1 < state.parts.length ? countDown(state, state.at + 1, "switch", t) : rate(state);
}

function stop(ended) {
  return (state, { t }) => {
    const hold_s = milliseconds(t - state.begin);
    return hold_s > 0 ? endHold(state, hold_s, ended, t) : state; // pressed before the hold began
  };
}

/** The hold is over: put it on record, and go where its end leads. */
function endHold(state, hold_s, ended, t) {
  const short = ended === "let_go" && hold_s < TOO_SHORT_S;
  const kept = { ...state, records: [...state.records, recordOf(state, hold_s, short ? "interrupted" : ended)] };
  if (short) return { ...kept, phase: "count" };
  if (ended === "interrupted") return { ...kept, phase: "again" };
  return ended === "pain" ? rate(kept) : nextPart(kept, { t });
}

function recordOf(state, hold_s, ended) {
  const { exercise, side, target_s } = part(state);
  const { hold_id, session_id, pain_before } = state;
  const asked = { pain_before, pain_after: null, note: null, source: "timer" };
  return {
    hold: { hold_id, session_id, ...localTime(state.begin), exercise, side, hold_s, target_s, ended, ...asked },
    changes: {}, // what the log must change, beyond gaining what it lacks
    removed: false,
  };
}

const milliseconds = (ms) => Math.round(ms) / 1000; // as seconds, no finer than the browser's clock is

function amendLast(state, changes) {
  const last = state.records.at(-1);
  const amended = { ...last, hold: { ...last.hold, ...changes }, changes };
  return { ...state, records: [...state.records.slice(0, -1), amended] };
}

/** The clocks parted: the person is asked whether the time asleep was held too. Set back, it is no time held. */
function askAway(state, { t, by }) {
  const begin = state.begin + Math.min(0, by);
  return { ...state, phase: "away", begin, gap_s: by / 1000, seen_s: milliseconds(t - Math.max(0, by) - begin) };
}

function rate(state) {
  if (!state.records.length) return ready();
  return { ...state, phase: "rate", rating: { same: false, pain: {}, note: "" } };
}

const rated = (rating, side, value) => {
  const pain = rating.same ? { left: value, right: value } : { ...rating.pain, [side]: value };
  return { ...rating, pain };
};

const madeSame = (rating, same) => {
  const value = rating.pain.right ?? rating.pain.left ?? null;
  return same ? { ...rating, same, pain: { left: value, right: value } } : { ...rating, same };
};

/** The records with what the person said; a side held more than once is rated for its last hold. */
function withRating({ records, rating }) {
  const note = rating.note.trim() ? rating.note : null;
  return records.map((record, i) => {
    const { side } = record.hold;
    const again = records.slice(i + 1).some((later) => later.hold.side === side);
    const pain_after = again ? null : (rating.pain[side] ?? null);
    return { ...record, hold: { ...record.hold, pain_after, note } };
  });
}

function discard(state) {
  return { ...ready(), records: state.records.map((record) => ({ ...record, removed: true })) };
}

/** A session was left behind by a page that went away. A running hold is offered, never resumed in silence. */
function foundSession(state, session, t) {
  const fresh = t - session.seen < GONE_MS;
  if (session.phase === "rate") return fresh ? session : state;
  const offered = ["hold", "away"].includes(session.phase) || (session.records.length && fresh);
  return offered ? { ...ready(), phase: "found", session } : state;
}

function moved(state) {
  if (state.phase === "found") return ready();
  return isUnderWay(state) ? { ...ready(), phase: "moved" } : state;
}

function resume({ session }, { t }) {
  if (session.phase === "prepare" || session.phase === "switch") return countAgain(session, { t });
  if (session.phase !== "hold" || t < deadline(session)) return session;
  return { ...session, phase: "away", gap_s: null, seen_s: milliseconds(session.seen - session.begin) };
}
