// Two knocks or claps, of the onsets that the microphone hears: alike, at a pace at which one knocks, out of quiet and
// into quiet: who knocks waits for what comes of it, and speech and steps go on. None are the timer's own sounds, which
// are known. The numbers were set on recordings that are made by `benchmarks/knocks.py`, of another seed than those that
// it reports.
import { SOUNDS } from "../browser/signals.js";

const PACE_MS = [140, 600]; // from the first to the second; what is sooner is the first's own ring
const QUIET_DB = { before: 6, after: 8 };
const OWN_MS = [50, 300]; // before and after the timer's own sounds: clocks differ by some, and a room answers

/** Finds two knocks. */
export function knocks() {
  let first = null;
  return {
    /**
     * Add an onset, with `at` in milliseconds of the wall clock; return when the first of two knocks was, or null.
     * `cues` are the timer's.
     */
    add(onset, cues) {
      if (isOwn(onset, cues)) return null;
      const { at } = first ?? {};
      const isSecond = first !== null && areTwo(first, onset);
      if (isSecond) first = null;
      else if (onset.before >= QUIET_DB.before) first = onset; // what is softer than a first does not come between
      return isSecond ? at : null;
    },
  };
}

/** Whether the second is like the first, which is much less like what was before both. */
function areTwo(first, second) {
  const pace = second.at - first.at;
  const areAlike = first.before - unlike(first, second) >= QUIET_DB.before;
  return pace >= PACE_MS[0] && pace <= PACE_MS[1] && areAlike && second.after >= QUIET_DB.after;
}

/** By how many decibels the bands of two onsets differ, in the mean. */
const unlike = ({ levels }, other) =>
  levels.reduce((sum, level, band) => sum + Math.abs(level - other.levels[band]), 0) / levels.length;

/** Whether an onset may be one of the timer's own sounds, which begin when their cues are due. */
const isOwn = ({ at }, cues) => cues.some(({ at: begin, sound }) =>
  sound && at >= begin - OWN_MS[0] && at <= begin + soundMs(sound) + OWN_MS[1]);

const soundMs = (sound) => Math.max(...SOUNDS[sound].map(([, after_s, s]) => 1000 * (after_s + s)));
