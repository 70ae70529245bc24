// How it was: a scale for each side that was held, and a note.
import { SIDES, sidesInOrder, sidesLetGo } from "../logic/records.js";
import { painScale } from "./forms.js";
import { node } from "./nodes.js";

const AREAS = ["first", "second"];
const SHORT = { right: "Right", left: "Left" };

/** The rating of a session; `act` says what the person did. */
export function ratingForm(act) {
  const after = Object.fromEntries(SIDES.map((side) =>
    [side, painScale(`Pain now, ${side} side`, (value, event) => act("rated", event, { side, value }))]));
  const hurt = Object.fromEntries(SIDES.map((side) =>
    [side, tickBox(`${SHORT[side]}: I stopped because it hurt`, (value, event) => act("hurt", event, { side, value }))]));
  const same = tickBox("The same for both sides", (value, event) => act("same", event, { value }));
  const note = node("textarea", "hiplog-note", { rows: 2, placeholder: "A note, if you like" });
  note.setAttribute("aria-label", "Note");
  note.addEventListener("input", (event) => act("noted", event, { value: note.value }));
  const root = node("div", "hiplog-rating", {}, same.root, note);
  same.root.style.gridArea = "same";
  let asked = null;

  function order(sides) {
    if (String(sides) === asked) return;
    asked = String(sides);
    root.prepend(...[after, hurt].flatMap((each) => sides.map((side) => each[side].root)));
    sides.forEach((side, i) => {
      after[side].root.style.gridArea = AREAS[i];
      hurt[side].root.style.gridArea = `${AREAS[i]}-hurt`;
    });
  }

  function show(state) {
    const { records, rating } = state;
    order(sidesInOrder(records));
    const held = SIDES.filter((side) => records.some(({ hold, removed }) => !removed && hold.side === side));
    for (const side of SIDES) {
      after[side].root.hidden = !held.includes(side);
      after[side].show(rating.pain[side] ?? null);
    }
    same.show(rating.same);
    same.root.hidden = held.length < 2;
    note.style.gridArea = held.length < 2 ? "same-start / same-start / note-end / note-end" : "note";
    const letGo = sidesLetGo(records);
    for (const side of SIDES) {
      hurt[side].show(Boolean(rating.hurt?.[side]));
      hurt[side].root.hidden = !letGo.includes(side);
    }
    if (note.value !== rating.note) note.value = rating.note;
  }
  return { root, show };
}

function tickBox(words, choose) {
  const input = node("input", "", { type: "checkbox" });
  input.addEventListener("change", (event) => choose(input.checked, event));
  const root = node("label", "hiplog-same", {}, input, words);
  return { root, show: (value) => (input.checked = value) };
}
