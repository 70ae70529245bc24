// What the timer is set to: an argument wins, then what this browser remembers for the log, then the default.
import { clock } from "./words.js";

// Of the page of settings; that of the button in the hand has two knocks.
export const ORDER = [
  "first_side", "target_s", "prepare_s", "switch_s", "stretches", "plan", "breath_s",
  "sounds", "voice", "flashes", "vibration", "reminders", "longest", "headset", "volume", "time_every_s",
];
const seconds = (value) => `${value} seconds`;
const minutes = (value) => (value < 60 ? seconds(value) : `${clock(value)} minutes`);
// What a setting is called, and how its values are said; one without a way to say its values is on or off.
export const LABELS = {
  first_side: ["First side", (value) => SIDE_CHOICES[value]],
  target_s: ["Hold up to", minutes],
  prepare_s: ["Time to get ready", seconds],
  switch_s: ["Time to switch sides", seconds],
  plan: ["Sessions a day", String],
  stretches: ["Stretches after the holds"],
  breath_s: ["Breathing guide", (value) => (value ? `every ${value} s` : "off")],
  sounds: ["Sounds"],
  voice: ["Voice"],
  volume: ["Volume", (value) => `${Math.round(100 * value)} %`],
  time_every_s: ["Say the time left", (value) => (value ? `every ${value} s` : "never")],
  reminders: ["Reminders in a hold"],
  flashes: ["Flash the screen"],
  vibration: ["Vibrate, where the device can"],
  headset: ["Stop with a headset’s button"],
  knocks: ["Stop by two knocks or claps"],
  longest: ["Say when a hold was your longest"],
};
const SIDE_CHOICES = { right: "right", left: "left", alternating: "alternating", weaker: "the weaker one" };

/** Every setting's value, and what a session needs besides; `remembered` is not trusted. */
export function settingsOf({ given, defaults, choices, first_sides, plan, ...shown }, remembered) {
  const known = Object.entries(remembered ?? {}).filter(([name, value]) => choices[name]?.includes(value));
  const values = { ...defaults, ...Object.fromEntries(known), plan: plan.plan, ...given }; // the plan is the log's
  const asks_plan = !plan.asked && !("plan" in given);
  const [{ title }] = shown.exercises;
  const first_side = first_sides[values.first_side];
  const button = typeof remembered?.button === "string" ? remembered.button : null; // in the hand: any key
  return { ...shown, ...values, button, title, first_side, asks_plan, chosen: values, given, choices };
}

/** What may be chosen of a setting: an argument stands alone, and a value beyond the usual ones is one of them. */
export function choicesOf({ chosen, given, choices }, name) {
  if (name in given) return [given[name]];
  return choices[name].includes(chosen[name]) ? choices[name] : [...choices[name], chosen[name]];
}

/** What this timer knows of an exercise; a session that another timer of the log left behind may be of one it does not. */
export const exerciseOf = ({ exercises }, name) =>
  exercises.find((exercise) => exercise.name === name) ?? { steps: { left: [], right: [] }, cues: [] };
