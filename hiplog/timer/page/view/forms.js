// What a person fills in: a pain scale, the settings, and the mending of holds before they are saved.
import { endOf } from "../logic/records.js";
import { choicesOf, LABELS, ORDER } from "../logic/settings.js";
import { clock, secondsOf, sideTitle, spoken } from "../logic/words.js";
import { button, node, put } from "./nodes.js";

const PAINS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null];
const STEPS = [-5, 5];
const ENDS = { target: "target reached", let_go: "I let go", pain: "it hurt", interrupted: "interrupted or a slip" };
let scales = 0; // radio buttons of two views must not share a name

/** Eleven numbers and "not rated" as radio buttons, so that arrow keys work and nothing need be said. */
export function painScale(title, choose) {
  const name = `hiplog-scale-${(scales += 1)}`;
  const inputs = PAINS.map((value) => {
    const input = node("input", "", { type: "radio", name, checked: value === null });
    input.setAttribute("aria-label", value === null ? "not rated" : String(value));
    input.addEventListener("click", (event) => choose(value, event)); // by arrow keys too; chosen again, it is of now
    return input;
  });
  const pips = inputs.map((input, i) =>
    node("label", "hiplog-pip", {}, input, node("span", "", {}, `${PAINS[i] ?? "skip"}`)));
  const legend = node("legend", "", {}, title, node("small", "", {}, "0 no pain, 10 worst"));
  const root = node("fieldset", "hiplog-scale", {}, legend, node("div", "hiplog-pips", {}, ...pips));
  return { root, show: (value) => (inputs[PAINS.indexOf(value)].checked = true) };
}

/** The settings, each as a list of choices or a box to tick; `choose(name, value)` takes what was chosen. */
export function settingsForm(choose) {
  const rows = ORDER.map((name) => settingRow(name, choose));
  const [lists, boxes] = [true, false].map((isList) => rows.filter((row) => row.isList === isList));
  const root = node("div", "hiplog-settings", {},
    node("div", "hiplog-lists", {}, ...lists.map((row) => row.root)),
    node("div", "hiplog-boxes", {}, ...boxes.map((row) => row.root)));
  return { root, show: (settings) => rows.forEach((row) => row.show(settings)) };
}

/** One setting, to be ticked or to be chosen from a list. */
export function settingRow(name, choose) {
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
    put(words, input.disabled ? `${title} (set in the notebook)` : title);
    if (!say) return void (input.checked = value);
    const choices = choicesOf(settings, name);
    if (String(choices) !== String(offered)) {
      input.replaceChildren(...choices.map((choice) => node("option", "", {}, say(choice))));
    }
    offered = choices;
    input.selectedIndex = offered.indexOf(value);
  }
  return { root, show, isList: Boolean(say) };
}

/** The holds of a session to be mended: seconds, side, and whether they count. */
export function mendForm(act) {
  const root = node("div", "hiplog-mending");
  let rows = [];
  return {
    root,
    show({ records, draft, parts }, limits) {
      if (rows.length !== records.length) {
        rows = records.map((_, i) => mendRow((values, event) => act("adjust", event, { i, values }), limits));
        root.replaceChildren(...rows.map((row) => row.root));
      }
      const [chosen] = parts;
      const of = ({ hold: { exercise } }) =>
        exercise === chosen.exercise ? "" : `, ${titleOf(parts, exercise).toLowerCase()}`;
      rows.forEach((row, i) => row.show(draft[i], of(records[i]) + nthOf(i, records, draft), records[i].hold.target_s));
    },
  };
}

/** Which of several holds of one side a hold is, in words; nothing where there is one. */
function nthOf(i, records, draft) {
  const alike = records.map((_, j) => j).filter((j) =>
    draft[j].side === draft[i].side && records[j].hold.exercise === records[i].hold.exercise);
  return alike.length > 1 ? `, hold ${alike.indexOf(i) + 1} of ${alike.length}` : "";
}

const titleOf = (parts, exercise) => parts.find((part) => part.exercise === exercise).title;

/** Why a hold ended: at its target there is nothing to choose. */
function showEnd(list, end) {
  const values = end === "target" ? ["target"] : Object.keys(ENDS).filter((value) => value !== "target");
  if (String(values) !== list.dataset.offers) {
    list.replaceChildren(...values.map((value) => node("option", "", { value }, ENDS[value])));
  }
  list.dataset.offers = values;
  list.value = end;
}

/** One hold to be mended, in one row; what is seldom wanted is behind a press. `dropName` is the button's that takes it out. */
export function mendRow(adjust, { most_hold_s }, { dropName = "Remove", isShort = true } = {}) {
  let held;
  let shown_s = null;
  let isOpen = false;
  const within = (seconds) => Math.min(most_hold_s, Math.max(0.1, Math.round(1000 * seconds) / 1000));
  const small = (words, press) => button(words, press, "hiplog-button hiplog-small");
  const input = node("input", "hiplog-seconds", { inputMode: "text", autocomplete: "off" });
  input.setAttribute("aria-label", "Time held, like 1:30 or 90");
  input.addEventListener("change", (event) => {
    adjust({ hold_s: within(secondsOf(input.value) || held.hold_s) }, event);
    input.value = clock(held.hold_s); // also where that could not be read
  });
  const [less, more] = STEPS.map((by) => {
    const made = small(`${by < 0 ? "−" : "+"}${Math.abs(by)} s`, (event) => adjust({ hold_s: within(held.hold_s + by) }, event));
    made.setAttribute("aria-label", `${spoken(Math.abs(by))} ${by < 0 ? "less" : "more"}`);
    return made;
  });
  const legend = node("legend");
  const other = () => (held.side === "left" ? "right" : "left");
  const swap = small("", (event) => adjust({ side: other() }, event));
  const drop = small("", (event) => adjust({ removed: !held.removed }, event));
  const ended = node("select", "hiplog-ended");
  ended.setAttribute("aria-label", "Why it ended");
  ended.addEventListener("change", (event) => adjust({ ended: ended.value }, event));
  const open = small("More", () => ((isOpen = !isOpen), showMore()));
  const rest = node("div", "hiplog-mend-more", {}, swap, drop);
  const row = node("div", "hiplog-mend-row", {}, less, input, more, ended, ...(isShort ? [open] : []));
  const root = node("fieldset", "hiplog-mend", {}, legend, row, rest);

  function showMore() {
    rest.hidden = isShort && !isOpen && !held.removed;
    open.setAttribute("aria-expanded", !rest.hidden);
  }

  function show(now, of, target_s) {
    held = now;
    showEnd(ended, endOf({ ended: now.ended, target_s }, now.hold_s));
    legend.textContent = `${sideTitle(now.side)}${of}${now.removed ? ": removed" : ""}`;
    if (now.hold_s !== shown_s) input.value = clock(now.hold_s); // else one may be typing
    shown_s = now.hold_s;
    swap.textContent = `Change to ${other()}`;
    drop.textContent = now.removed ? "Restore" : dropName;
    for (const made of [less, more, input, swap, ended, open]) made.disabled = now.removed;
    showMore();
  }
  return { root, show };
}
