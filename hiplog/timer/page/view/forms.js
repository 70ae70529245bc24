// What a person fills in: a pain scale, the settings, and the mending of holds before they are saved.
import { choicesOf, LABELS, ORDER } from "../logic/settings.js";
import { sideTitle, spoken } from "../logic/words.js";
import { button, node } from "./nodes.js";

const PAINS = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const STEPS = [-5, -1, 1, 5];
let scales = 0; // radio buttons of two views must not share a name

/** Eleven numbers and "not rated" as radio buttons, so that arrow keys work and nothing need be said. */
export function painScale(title, choose) {
  const name = `hiplog-scale-${(scales += 1)}`;
  const inputs = PAINS.map((value) => {
    const input = node("input", "", { type: "radio", name, checked: value === null });
    input.setAttribute("aria-label", value === null ? "not rated" : String(value));
    input.addEventListener("change", (event) => choose(value, event));
    return input;
  });
  const pips = inputs.map((input, i) =>
    node("label", "hiplog-pip", {}, input, node("span", "", {}, `${PAINS[i] ?? "–"}`)));
  const legend = node("legend", "", {}, title, node("small", "", {}, "0 none, 10 worst"));
  const root = node("fieldset", "hiplog-scale", {}, legend, node("div", "hiplog-pips", {}, ...pips));
  return { root, show: (value) => (inputs[PAINS.indexOf(value)].checked = true) };
}

/** The settings, each as a list of choices or a box to tick; `choose(name, value)` takes what was chosen. */
export function settingsForm(choose) {
  const rows = ORDER.map((name) => settingRow(name, choose));
  const root = node("div", "hiplog-settings", {}, ...rows.map((row) => row.root));
  return { root, show: (settings) => rows.forEach((row) => row.show(settings)) };
}

function settingRow(name, choose) {
  const [title, say] = LABELS[name];
  const input = say ? node("select") : node("input", "", { type: "checkbox" });
  const words = node("span", "", {}, title);
  const root = node("label", "hiplog-setting", {}, ...(say ? [words, input] : [input, words]));
  let offered = [];
  input.addEventListener("change", (event) =>
    choose(name, say ? offered[input.selectedIndex] : input.checked, event));

  function show(settings) {
    const value = settings.chosen[name];
    input.disabled = name in settings.given;
    root.title = input.disabled ? "Set in the cell of this timer" : "";
    if (!say) return void (input.checked = value);
    const choices = choicesOf(settings, name);
    if (String(choices) !== String(offered)) {
      input.replaceChildren(...choices.map((choice) => node("option", "", {}, say(choice))));
    }
    offered = choices;
    input.selectedIndex = offered.indexOf(value);
  }
  return { root, show };
}

/** The holds of a session to be mended: seconds, side, and whether they count. */
export function mendForm(act) {
  const root = node("div", "hiplog-mending");
  let rows = [];
  return {
    root,
    show({ records, draft, parts }, limits) {
      if (rows.length !== records.length) {
        rows = records.map((_, i) => mendRow((values, event) => act("adjust", event, { i, ...values }), limits));
        root.replaceChildren(...rows.map((row) => row.root));
      }
      const [chosen] = parts;
      const of = ({ hold: { exercise } }) =>
        exercise === chosen.exercise ? "" : `, ${titleOf(parts, exercise).toLowerCase()}`;
      rows.forEach((row, i) => row.show(draft[i], of(records[i])));
    },
  };
}

const titleOf = (parts, exercise) => parts.find((part) => part.exercise === exercise).title;

/** One hold to be mended; `dropName` is the button's that takes it out. */
export function mendRow(adjust, { most_hold_s }, dropName = "Take out") {
  let held;
  const within = (seconds) => Math.min(most_hold_s, Math.max(0.1, Math.round(1000 * seconds) / 1000));
  const input = node("input", "hiplog-seconds", { type: "number", min: 0.1, max: most_hold_s, step: "any" });
  input.setAttribute("aria-label", "Seconds held");
  input.addEventListener("change", (event) =>
    adjust({ hold_s: within(Number(input.value) || held.hold_s) }, event));
  const steps = STEPS.map((by) => {
    const made = button(`${by < 0 ? "−" : "+"}${Math.abs(by)}`,
      (event) => adjust({ hold_s: within(held.hold_s + by) }, event), "hiplog-button hiplog-small");
    made.setAttribute("aria-label", `${spoken(Math.abs(by))} ${by < 0 ? "less" : "more"}`);
    return made;
  });
  const legend = node("legend");
  const other = () => (held.side === "left" ? "right" : "left");
  const swap = button("", (event) => adjust({ side: other() }, event), "hiplog-button hiplog-small");
  const drop = button("", (event) => adjust({ removed: !held.removed }, event), "hiplog-button hiplog-small");
  const seconds = node("div", "hiplog-mend-seconds", {}, ...steps.slice(0, 2), input, ...steps.slice(2));
  const more = node("div", "hiplog-mend-more", {}, swap, drop);
  const root = node("fieldset", "hiplog-mend", {}, legend, seconds, more);

  function show(now, of) {
    held = now;
    legend.textContent = `${sideTitle(now.side)}${of}${now.removed ? ": taken out" : ""}`;
    if (Number(input.value) !== now.hold_s) input.value = String(now.hold_s);
    swap.textContent = `It was the ${other()}`;
    drop.textContent = now.removed ? "Put back" : dropName;
    for (const made of [...steps, input, swap]) made.disabled = now.removed;
  }
  return { root, show };
}
