// Cues: what a session sounds, says and flashes, and when. Pure functions of a state and the settings. A cue is
// {at, sound, say, kind}: `at` in milliseconds of the wall clock; `kind` is "step", "time", "reminder" or,
// where it is not to be spoken, "shown".
import { step } from "./machine.js";
import { deadline, isCounting, isUnderWay, part } from "./phases.js";
import { headline, nextWords } from "./sentences.js";
import { exerciseOf } from "./settings.js";
import { toGoWords, resultWords, sideTitle, spoken } from "./words.js";

const LAST_S = [3, 2, 1]; // these seconds tick
const REMINDER_S = [15, 45, 75, 105]; // between the half minutes, at which the time is spoken
const LAST_SPOKEN_S = 10; // what comes next is said with it
const SHOWN_MS = 8000; // a reminder stays on the screen
const HALF_FROM_S = 20; // shorter holds have no half-way
const FLASH_MS = 500;
const AFTER_TARGET_MS = 700;
const LATE_MS = 2000; // a cue that is later than that is out of place

/** What is due in this phase. */
export function cuesOf(state, settings) {
  if (state.phase === "hold") return holdCues(state, settings);
  // The sound of a target that was reached comes first.
  const at = (state.entered ?? 0) + (state.records.at(-1)?.hold.ended === "target" ? AFTER_TARGET_MS : 0);
  const kind = isUnderWay(state) || state.phase === "done" || state.hurts ? "step" : "shown";
  const opening = { at, sound: SOUND_OF[state.phase], say: said(state, settings), kind };
  if (state.tried) return [opening, { at: state.tried, sound: "start", say: "This is how it sounds.", kind: "step" }];
  return isCounting(state) ? [opening, ...ticks(state.until, part(state).wait_s)] : [opening];
}

/** What is due from here on, as long as the person does nothing: through every phase that runs on by itself. */
export function cuesAhead(state, settings) {
  const found = [];
  let now = state;
  while (isCounting(now)) {
    found.push(...cuesOf(now, settings));
    now = step(now, { type: "tick", t: deadline(now), heard: -Infinity }, () => "ahead");
  }
  return [...found, ...cuesOf(now, settings)];
}

/** Of these cues, those that come up at `t`: not yet past, and not so late that they would be out of place. */
export const due = (cues, t) => cues.filter(({ at }) => at <= t && t - at < LATE_MS);

/** What a listener should have heard last, of the cues of this phase and those ahead. */
export const announcement = (cues, t) => cues.findLast(({ at, say }) => say && at <= t)?.say ?? "";

/** The reminder to show at `t` in a hold, for as long as it takes to read and to do. */
export const reminder = (cues, t) =>
  cues.findLast(({ at, kind }) => kind === "reminder" && at <= t && t - at < SHOWN_MS)?.say ?? "";

/** The sound whose flash is on at `t`, or "". */
export const flash = (cues, t) =>
  cues.findLast(({ at, sound }) => sound && at <= t && t - at < FLASH_MS)?.sound ?? "";

const SOUND_OF = {
  prepare: "ready", switch: "switch", rate: "end", count: "switch", again: "switch", away: "switch",
};

const ticks = (until, span_s) =>
  LAST_S.filter((s) => s < span_s).map((s) => ({ at: until - 1000 * s, sound: "tick", kind: "step" }));

function holdCues(state, settings) {
  const { begin } = state;
  const { target_s, exercise } = part(state);
  const at = (s) => begin + 1000 * s;
  const half = target_s >= HALF_FROM_S ? target_s / 2 : null;
  const left = timesLeft(target_s, settings.time_every_s).map((s) => {
    const next = s === LAST_SPOKEN_S ? ` ${nextWords(state)}.` : "";
    return { at: at(target_s - s), say: `${toGoWords(s)}.${next}`, kind: "time" };
  });
  const halfWay = half && { at: at(half), sound: "half", say: `Half-way, ${toGoWords(half)}.`, kind: "step" };
  const cues = [
    { at: begin, sound: "start", say: `Hold. ${sideTitle(part(state).side)}.`, kind: "step" },
    ...left.filter((cue) => cue.at !== halfWay?.at),
    ...(halfWay ? [halfWay] : []),
    ...(settings.reminders ? reminders(settings, exercise, target_s, at) : []),
    ...ticks(at(target_s), target_s),
    { at: at(target_s), sound: "target", kind: "step" },
  ];
  return cues.sort((a, b) => a.at - b.at);
}

/** The seconds left that are spoken, the last ten among them where the time is spoken at all. */
function timesLeft(target_s, every_s) {
  if (!every_s) return [];
  const count = Math.ceil(target_s / every_s) - 1;
  const each = Array.from({ length: Math.max(0, count) }, (_, i) => every_s * (i + 1));
  return [...each, LAST_SPOKEN_S].filter((s, i, all) => s >= LAST_SPOKEN_S && s < target_s - 5 && all.indexOf(s) === i);
}

/** What is said now and then; who hears to breathe through discomfort hears next when to stop. */
function reminders(settings, name, target_s, at) {
  const { cues } = exerciseOf(settings, name);
  return REMINDER_S.filter((s) => s < target_s - 12).flatMap((s, i) => {
    const cue = cues[i % cues.length];
    const said = cue === settings.discomfort ? [cue, settings.when_to_stop] : [cue];
    return said.map((say, then) => ({ at: at(s) + then * SHOWN_MS, say, kind: "reminder" }));
  });
}

function said(state, settings) {
  const [head, line] = headline(state, settings, state.entered ?? 0);
  const words = `${head}${head.endsWith("?") ? "" : "."} ${line}`;
  const knocked = state.held?.knocked && state.phase !== "mend" ? "Two knocks. " : "";
  if (isCounting(state)) {
    const reached = state.phase === "switch" && state.records.at(-1)?.hold.ended === "target" ? "Target reached. " : "";
    return `${knocked}${reached}${words}, ${part(state).wait_s ? `in ${spoken(part(state).wait_s)}` : "now"}.`;
  }
  return knocked + (["rate", "done"].includes(state.phase) ? `${resultWords(state, settings)} ${words}` : words);
}

/** A breathing guide at `seconds` into a hold: in for two fifths of a breath, then out; `full` is 0 to 1. */
export function breath(seconds, breath_s) {
  const at = (seconds % breath_s) / breath_s;
  const [word, share] = at < 0.4 ? ["Breathe in", at / 0.4] : ["Breathe out", 1 - (at - 0.4) / 0.6];
  return { word, full: (1 - Math.cos(Math.PI * share)) / 2 };
}
