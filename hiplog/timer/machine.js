// A session as a state machine: state, event -> state. No screen, no clock, no storage: an event brings its time
// `t` (milliseconds of the wall clock), ids come from `newId`, and a state is plain data that survives JSON.
// What is to be kept are a state's `records`: one for each hold, made anew whenever it changes.
import { alive, allRemoved, asRecord, corrected, draftOf, mended, milliseconds } from "./records.js";
import { recorded, withRating } from "./records.js";

const TOO_SHORT_S = 3; // a hold let go sooner was probably a slip
const GONE_MS = 60 * 60 * 1000; // a pause this long ends a session
const COUNTING = ["prepare", "switch", "hold"];
const UNDER_WAY = [...COUNTING, "count", "again", "away", "rate", "mend"];

export const ready = () => ({ phase: "ready", pain_before: null, records: [] });
export const isCounting = (state) => COUNTING.includes(state.phase);
export const isUnderWay = (state) => UNDER_WAY.includes(state.phase === "sure" ? state.back.phase : state.phase);

/**
 * The state after an event {type, t, ...}. What an event means depends on the phase in which it comes. `heard`
 * says that the sounds which were due up to `t` were heard: then the person has followed them, however late `t` is.
 */
export function step(state, event, newId) {
  const { type, t, heard } = event;
  // A clock that jumped is asked about, so the time of the jump itself must not run the state on.
  const now = advance(state, type === "parted" ? t - event.by : t, newId, heard);
  const act = ACTS[now.phase][type] ?? ALWAYS[type];
  const next = act ? advance(act(now, event), t, newId, heard) : now;
  return next === state ? state : { ...next, seen: t };
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
export function partsOf({ exercises, stretches, first_side, target_s, prepare_s, switch_s }) {
  const sides = first_side === "left" ? ["left", "right"] : ["right", "left"];
  const [chosen, ...after] = exercises;
  const each = ({ name, title }, wait_s, target_s) => sides.map((side, i) =>
    ({ exercise: name, title, side, target_s, wait_s: i ? switch_s : wait_s }));
  const more = stretches ? after.flatMap((stretch) => each(stretch, stretch.prepare_s, stretch.target_s)) : [];
  return [...each(chosen, prepare_s, target_s), ...more];
}

function advance(state, t, newId, heard) {
  if (!isCounting(state) || t < deadline(state)) return state;
  if (state.phase === "hold") {
    const next = endHold(state, part(state).target_s, "target", heard ? deadline(state) : t);
    return heard ? advance(next, t, newId, heard) : next; // unheard, the next side has its full countdown
  }
  const { held, ...now } = state; // from here on the hold before cannot be taken up again
  return advance({ ...enter(now, "hold", now.until), begin: now.until, hold_id: newId() }, t, newId, heard);
}

const ACTS = {
  ready: {
    "pain-before": (state, { value }) => ({ ...state, pain_before: value }),
    settings: (state, { t }) => enter(state, "settings", t),
    start: (state, { t, settings, past, ids }) =>
      countDown({ ...state, ...ids, parts: partsOf(settings), past, records: [] }, 0, "prepare", t),
    undo: (state, { t, session }) => sure(state, session.map(asRecord), t),
  },
  settings: { back: (state, { t }) => enter(state, "ready", t) },
  prepare: { skip, "skip-side": nextPart, pain: rate, finish: rate, parted: countAgain },
  switch: { skip, "skip-side": nextPart, pain: rate, finish: rate, parted: countAgain, still },
  hold: { "let-go": stop("let_go"), pain: stop("pain"), interrupt: stop("interrupted"), parted: askAway },
  count: {
    yes: (state, { t }) => nextPart(amendLast(state, { ended: "let_go" }), { t }),
    no: (state, { t }) => enter(state, "again", t),
  },
  again: {
    start: (state, { t }) => countDown(state, state.at, "prepare", t),
    "skip-side": nextPart,
    still,
  },
  away: {
    yes: (state, { t }) => enter(state, "hold", t),
    no: (state, { t }) =>
      state.seen_s > 0 ? endHold(state, state.seen_s, "interrupted", t) : enter(state, "again", t),
  },
  rate: {
    rated: (state, { side, value }) => ({ ...state, rating: rated(state.rating, side, value) }),
    same: (state, { value }) => ({ ...state, rating: madeSame(state.rating, value) }),
    noted: (state, { value }) => ({ ...state, rating: { ...state.rating, note: value } }),
    save: (state, { t }) => ({ ...enter(state, "done", t), records: withRating(state.records, state.rating) }),
    mend: (state, { t }) => ({ ...enter(state, "mend", t), draft: draftOf(state.records) }),
    discard: (state, { t }) => sure(state, alive(state.records), t),
  },
  mend: {
    adjust: (state, { i, hold_s, side, removed }) => {
      const { [i]: was } = state.draft;
      const now = { hold_s: hold_s ?? was.hold_s, side: side ?? was.side, removed: removed ?? was.removed };
      return { ...state, draft: state.draft.with(i, now) };
    },
    keep,
    back: ({ draft, ...state }, { t }) => enter(state, "rate", t),
  },
  done: { "new-session": ready, undo: (state, { t }) => sure(state, alive(state.records), t) },
  sure: {
    yes: (state) => ({ ...ready(), records: allRemoved(state.removing) }),
    no: (state) => state.back,
  },
  found: { resume, discard: ({ session }, { t }) => rate(session, { t }) },
  moved: { "new-session": ready },
};

const ALWAYS = {
  tick: (state, { t }) => (isUnderWay(state) && t - state.seen >= 1000 ? { ...state } : state), // seen alive
  found: (state, { session, t }) => foundSession(state, session, t),
  moved,
};

const enter = (state, phase, t) => ({ ...state, phase, entered: t });

function countDown(state, at, phase, t) {
  return { ...enter(state, phase, t), at, until: t + 1000 * state.parts[at].wait_s };
}

function skip(state, { t }) {
  return { ...state, until: Math.min(t, state.until) };
}

function countAgain(state, { t }) {
  return countDown(state, state.at, state.phase, t);
}

function nextPart({ held, ...state }, { t }) {
  return state.at + 1 < state.parts.length ? countDown(state, state.at + 1, "switch", t) : rate(state, { t });
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
  const records = recorded(state.records, state, part(state), hold_s, short ? "interrupted" : ended);
  const kept = { ...state, records };
  if (short) return enter(kept, "count", t);
  const held = { at: state.at, begin: state.begin, hold_id: state.hold_id };
  if (ended === "interrupted") return { ...enter(kept, "again", t), held };
  if (ended === "pain") return rate(kept, { t });
  return ended === "target" ? nextPart(kept, { t }) : { ...nextPart(kept, { t }), held };
}

/** Let go by mistake: the hold goes on as if it had not been, and its record is corrected when it ends. */
function still({ held, ...state }) {
  return held ? { ...enter(state, "hold", held.begin), ...held } : state;
}

function amendLast(state, changes) {
  return { ...state, records: state.records.with(-1, corrected(state.records.at(-1), changes)) };
}

/** The clocks parted: the person is asked whether the time asleep was held too. Set back, it is no time held. */
function askAway(state, { t, by }) {
  const begin = state.begin + Math.min(0, by);
  const seen_s = milliseconds(t - Math.max(0, by) - begin);
  return { ...enter(state, "away", t), begin, gap_s: by / 1000, seen_s };
}

function rate(state, { t }) {
  if (!alive(state.records).length) return ready();
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

function keep({ draft, ...state }, { t }) {
  const records = mended(state.records, draft);
  return alive(records).length ? { ...enter(state, "rate", t), records } : { ...ready(), records };
}

/** Before records are taken out of the log the person is asked; a No goes back to where they were. */
function sure(state, removing, t) {
  return removing.length ? { ...enter(state, "sure", t), back: state, removing } : state;
}

/** A session was left behind by a page that went away. A running hold is offered, never resumed in silence. */
function foundSession(state, left, t) {
  const session = left.phase === "sure" ? left.back : left;
  const fresh = t - left.seen < GONE_MS;
  if (session.phase === "rate" || session.phase === "mend") return fresh ? enter(session, "rate", t) : state;
  const offered = ["hold", "away"].includes(session.phase) || (session.records.length && fresh);
  return offered ? { ...enter(ready(), "found", t), session } : state;
}

function moved(state, { t }) {
  if (state.phase === "found") return ready();
  return isUnderWay(state) ? enter(ready(), "moved", t) : state;
}

function resume({ session }, { t }) {
  if (session.phase === "prepare" || session.phase === "switch") return countAgain(session, { t });
  if (session.phase !== "hold" || t < deadline(session)) return session;
  return { ...enter(session, "away", t), gap_s: null, seen_s: milliseconds(session.seen - session.begin) };
}
