// Which buttons each phase offers, as the events that they are, the main one first.
import { sessionsToday } from "../logic/day.js";
import { isRating, isRunning } from "../logic/phases.js";
import { alive } from "../logic/records.js";
import { buttonWords, claimsMore, endedByPain } from "../logic/sentences.js";
import { button, node, put } from "./nodes.js";

const OFFERED = {
  ready: ["start", "guide", "no-session", "progress"],
  day: ["back", "take-back"],
  guide: ["back"],
  progress: ["back"],
  settings: ["back", "try-sound", "button", "undo"],
  button: ["back"],
  prepare: ["skip", "more-time", "skip-side", "finish", "pain"],
  switch: ["skip", "more-time", "still", "skip-side", "finish", "pain"],
  hold: ["let-go", "interrupt", "pain"],
  count: ["still", "start", "skip-side", "yes", "pain"], // who lies there holding most likely wants to go on, and can
  again: ["start", "still", "skip-side", "pain"],
  away: ["yes", "longer", "no", "pain"],
  found: ["resume", "no", "discard", "pain"],
  moved: ["new-session"],
  sure: ["no", "yes"],
  rate: ["save", "still", "mend"], // to delete a session one waits until it is done: where the stop was nothing takes it away
  mend: ["keep", "back"],
  done: ["new-session", "progress", "mend", "undo"],
};
// Buttons that are there only where there is something for them to do.
const ONLY_IF = {
  progress: (_, { history }) => history.length > 0,
  undo: ({ phase, records }, { last_session }) => (phase === "done" ? alive(records) : last_session).length > 0,
  "no-session": (state, settings, t) => sessionsToday(settings.recent, state.records, settings.exercises[0].name, t) === 0,
  "take-back": ({ days, hurts }) => !hurts && days.some(({ removed }) => !removed),
  still: ({ held }) => Boolean(held),
  longer: ({ claims }) => claims.length > 1,
  mend: ({ phase, records }) => phase !== "done" || alive(records).length > 0,
  no: ({ phase, session }) => phase !== "found" || isRunning(session),
  pain: ({ phase, session }) => phase !== "found" || !isRating(session),
  "skip-side": ({ phase, at, parts }) => at + 1 < parts.length || phase === "count" || phase === "again",
};
const DELETES = ["undo", "take-back"];

/** The events that a state offers, the main one first: "see how it goes" once the day's plan is met, never more. */
export function offered(state, settings, t) {
  const types = OFFERED[state.phase].filter((type) => ONLY_IF[type]?.(state, settings, t) ?? true);
  const first = types.includes("progress") && isEnough(state, settings, t) ? ["progress"] : [];
  return [...first, ...types.filter((type) => !first.includes(type))];
}

/** Whether a sentence keeps a button's place, so that none moves under a finger: once it is too late to go on, a Yes may count no more than a No. */
export const isSpent = (type, state) => state.phase === "away" && type === "yes" && !claimsMore(state);

function isEnough(state, settings, t) {
  const done = sessionsToday(settings.recent, state.records, settings.exercises[0].name, t);
  return (state.phase === "ready" || state.phase === "done") && done >= settings.plan && !endedByPain(state);
}

/** Whether a button is for the few: a stop for pain is not urged to be taken back. */
const isQuiet = (type, state) => type === "still" && state.phase === "rate" && endedByPain(state);

/** Whether a button takes something out of the log, and is to look like it. */
const deletes = (type, { phase }) => DELETES.includes(type) || (phase === "sure" && type === "yes");

/** The row of buttons below the stage; in the page are only those that can be pressed, the main one first. */
export function buttonRow(act) {
  const types = [...new Set(Object.values(OFFERED).flat())];
  const made = Object.fromEntries(types.map((type) => [type, button("", (event) => act(type, event))]));
  const spent = node("p", "hiplog-spent");
  const root = node("div", "hiplog-actions");

  function show(state, settings, t) {
    const shown = offered(state, settings, t);
    const done = sessionsToday(settings.recent, state.records, settings.exercises[0].name, t);
    const nodes = shown.map((type) => (isSpent(type, state) ? spent : made[type]));
    const areThere = nodes.length === root.children.length && nodes.every((each, i) => each === root.children[i]);
    if (!areThere) root.replaceChildren(...nodes);
    root.dataset.count = shown.length;
    const main = shown.find((type) => !isSpent(type, state));
    for (const [i, type] of shown.entries()) {
      put(nodes[i], buttonWords(type, state, settings, done));
      made[type].classList.toggle("hiplog-main", type === main);
      made[type].classList.toggle("hiplog-deletes", deletes(type, state));
      made[type].classList.toggle("hiplog-hurts", type === "pain");
      made[type].classList.toggle("hiplog-quiet", isQuiet(type, state));
    }
  }
  return { root, show };
}
