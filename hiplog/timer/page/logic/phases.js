// What a session is at a time: a phase, the parts of a session, when a phase runs on, and what is only true at once.

export const ABSENT_MS = 4000; // a hidden page is awake once a second, a busy one is seldom held up for longer
export const SLIP_MS = 10 * 1000; // who let go by mistake says so within seconds
export const BOUNCE_MS = 300; // a button in the hand that is pressed once may be felt twice
const COUNTING = ["prepare", "switch", "hold"];
const UNDER_WAY = [...COUNTING, "count", "again", "away", "rate"];

export const ready = () => ({ phase: "ready", pain_before: null, records: [] });
export const isCounting = (state) => COUNTING.includes(state.phase);

/** Since when one press goes on with a hold: since the question, or since it was let go; 0 for no more. */
export const freshSince = ({ phase, entered, held }) => (phase === "away" ? entered : (held?.until ?? 0));

export const isTimed = (state) => isCounting(state) || freshSince(state) > 0;
/** A session that is done is corrected as that, and is nobody's to go on with. */
export const isUnderWay = ({ phase, from }) => UNDER_WAY.includes(phase === "mend" ? from : phase);

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

/** What is only true at once, a slip or a hold that goes on, is so no more. */
export function longAgo(state) {
  return { ...withoutSlip(state), entered: 0 };
}

/** What was let go can be taken up by saying how long it was, and no more by one press. */
export function withoutSlip(state) {
  return state.held ? { ...state, held: { ...state.held, until: 0 } } : state;
}

export const enter = (state, phase, t) => ({ ...state, phase, entered: t });

/** A countdown begins; of one that a press began on a page that was blocked, what is past by now was seen by nobody. */
export function countDown({ held, gap_s, jumped, ...state }, at, phase, t) {
  const from = Math.max(t, state.seen ?? t);
  return { ...enter(state, phase, t), at, until: from + 1000 * state.parts[at].wait_s };
}

export const isSlip = (since, t) => t >= since && t - since <= SLIP_MS;

/** Whether it is less than a slip since one was asked whether one kept holding, as far as a tick has seen. */
export const isFresh = ({ entered }) => entered > 0;

export const withoutHeld = ({ held, ...state }) => state;
export const isRunning = ({ phase }) => phase === "hold" || phase === "away";
export const isRating = ({ phase }) => phase === "rate" || phase === "mend";
