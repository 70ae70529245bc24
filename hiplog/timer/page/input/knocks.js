// Two knocks or claps, of the onsets that the microphone hears: alike, at a pace at which one knocks, with quiet around
// them, and none of the timer's own sounds, which are known. The numbers were set on made recordings of knocks and of
// speech by `benchmarks/knocks.py`, of another seed than those that it reports.
import { SOUNDS } from "../browser/signals.js";

const PACE_MS = [140, 650]; // from the first to the second; what is sooner is the first's own ring
const FIRST_DB = { rise: 6, above: 10 }; // of the first, at least
const LATER_DB = 10; // the second has fallen by so much when it is over
const UNLIKE_DB = { quiet: 15, loud: 11 }; // the two differ by less
const SECOND_RISE_DB = { quiet: 0, loud: 8 }; // it rises by more than a word that follows another
const FAINT_DB = 15; // what is softer than the first by more does not come between
const MOST_DB = 25; // what stands out by more is as good as by so much
const QUIET_DB = 8; // it was quiet where the first is so far above all of the second and a half before
const EVIDENCE_DB = { quiet: 28, loud: 58 }; // at least, in quiet, and where there is talk or music
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
      const before = first !== null && onset.at - first.at <= PACE_MS[1] ? first : null;
      if (isOwn(onset, cues) || (before && (isFaint(onset, before) || isRing(onset, before)))) return null;
      const isSecond = before !== null && areTwo(before, onset);
      first = !isSecond && onset.rise >= FIRST_DB.rise && onset.above >= FIRST_DB.above ? onset : null;
      return isSecond ? before.at : null;
    },
  };
}

function areTwo(first, second) {
  const around = aroundOf(first);
  const isStruck = second.rise >= SECOND_RISE_DB[around] && second.later >= LATER_DB;
  const areAlike = unlike(first, second) <= UNLIKE_DB[around];
  return second.at - first.at >= PACE_MS[0] && isStruck && areAlike && evidence(first, second) >= EVIDENCE_DB[around];
}

const aroundOf = ({ longAbove }) => (longAbove >= QUIET_DB ? "quiet" : "loud");

/** Whether an onset is what a knock in quiet left ringing; in talk it may be the next sound of a word. */
const isRing = ({ at }, first) => aroundOf(first) === "quiet" && at - first.at < PACE_MS[0];

/** Whether an onset is so much softer than another that it is nothing beside it. */
const isFaint = ({ levels }, other) => Math.max(...levels) < Math.max(...other.levels) - FAINT_DB;

/** By how many decibels the bands of two onsets differ, in the mean. */
const unlike = ({ levels }, other) =>
  levels.reduce((sum, level, band) => sum + Math.abs(level - other.levels[band]), 0) / levels.length;

/** How well two onsets stand out: weights by a logistic regression of knocks against speech, rounded. */
function evidence(first, second) {
  const [rise, fall, next, above] = [first.rise, first.fall, second.rise, second.above].map((db) => Math.min(db, MOST_DB));
  return 2 * rise + fall + next + 1.5 * above - unlike(first, second);
}

/** Whether an onset may be one of the timer's own sounds, which begin when their cues are due. */
const isOwn = ({ at }, cues) => cues.some(({ at: begin, sound }) =>
  sound && at >= begin - OWN_MS[0] && at <= begin + soundMs(sound) + OWN_MS[1]);

const soundMs = (sound) => Math.max(...SOUNDS[sound].map(([, after_s, s]) => 1000 * (after_s + s)));
