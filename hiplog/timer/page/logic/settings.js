// What the timer is set to: an argument wins, then what this browser remembers for the log, then the default.
import { clock } from "./words.js";

export const ORDER = [
  "first_side", "target_s", "prepare_s", "switch_s", "stretches", "plan", "breath_s",
  "sounds", "voice", "volume", "time_every_s", "reminders", "flashes",
];
const seconds = (value) => `${value} seconds`;
const minutes = (value) => (value < 60 ? seconds(value) : `${clock(value)} minutes`);
// What a setting is called, and how its values are said; one without a way to say its values is on or off.
export const LABELS = {
  first_side: ["First side", (value) => SIDE_CHOICES[value]],
  target_s: ["Hold up to", minutes],
  prepare_s: ["To get ready", seconds],
  switch_s: ["To switch sides", seconds],
  plan: ["Sessions a day", String],
  stretches: ["Stretches after the holds"],
  breath_s: ["Breathing guide", (value) => (value ? `a breath in ${value} s` : "off")],
  sounds: ["Sounds"],
  voice: ["Voice"],
  volume: ["Volume", (value) => `${Math.round(100 * value)} %`],
  time_every_s: ["Time left, spoken", (value) => (value ? `every ${value} s` : "never")],
  reminders: ["Reminders in a hold"],
  flashes: ["Flashes"],
};
const SIDE_CHOICES = { right: "right", left: "left", alternating: "alternating", weaker: "the weaker one" };

/** Every setting's value, and what a session needs besides; `remembered` is not trusted. */
export function settingsOf({ given, defaults, choices, first_sides, ...shown }, remembered) {
  const known = Object.entries(remembered ?? {}).filter(([name, value]) => choices[name]?.includes(value));
  const values = { ...defaults, ...Object.fromEntries(known), ...given };
  const [{ title }] = shown.exercises;
  const first_side = first_sides[values.first_side];
  return { ...shown, ...values, title, first_side, chosen: values, given, choices };
}

/** What may be chosen of a setting: an argument stands alone, and a value beyond the usual ones is one of them. */
export function choicesOf({ chosen, given, choices }, name) {
  if (name in given) return [given[name]];
  return choices[name].includes(chosen[name]) ? choices[name] : [...choices[name], chosen[name]];
}

/** What this timer knows of an exercise; a session that another timer of the log left behind may be of one it does not. */
export const exerciseOf = ({ exercises }, name) =>
  exercises.find((exercise) => exercise.name === name) ?? { steps: { left: [], right: [] }, cues: [] };
