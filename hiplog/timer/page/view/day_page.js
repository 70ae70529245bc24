// No session today: how much it hurts, why, and a note. Each is kept as soon as it is said.
import { painScale } from "./forms.js";
import { button, node } from "./nodes.js";

/** The page of a day without a session; `act` says what the person did. */
export function dayPage(act) {
  const said = (values, event) => act("said", event, { values });
  const pain = painScale("Pain that day", (value, event) => said({ pain: value }, event));
  const why = node("div", "hiplog-reasons");
  const note = node("textarea", "hiplog-note", { rows: 2, placeholder: "A note, if you like" });
  note.setAttribute("aria-label", "In your own words");
  const noted = (event) => said({ note: note.value.trim() ? note.value : null }, event);
  note.addEventListener("change", noted);
  const root = node("div", "hiplog-day-form", {}, why, pain.root, note);
  why.setAttribute("role", "group");
  why.setAttribute("aria-label", "Why");
  let reasons = null; // a button for each, by its name in the log
  let known = ""; // the note as it was kept

  /** The page is left, perhaps while one types. */
  function leave() {
    if (!root.hidden && note.value !== known) noted();
  }

  function show({ day, days, doneToday }, settings) {
    const now = days[0]?.day ?? day;
    why.hidden = Boolean(doneToday); // it would be why there is no session
    if (!reasons) why.append(...Object.values((reasons = reasonButtons(settings.reasons, said))));
    for (const [reason, each] of Object.entries(reasons)) each.setAttribute("aria-pressed", reason === now.reason);
    pain.show(now.pain);
    known = now.note ?? "";
    if (root.getRootNode().activeElement !== note) note.value = known;
  }
  return { root, show, leave };
}

/** Buttons that are pressed once for a reason, and again for none. */
function reasonButtons(reasons, said) {
  const made = ([reason, words]) => {
    const isSaid = () => each.getAttribute("aria-pressed") === "true";
    const each = button(words, (event) => said({ reason: isSaid() ? null : reason }, event), "hiplog-button hiplog-reason");
    return [reason, each];
  };
  return Object.fromEntries(Object.entries(reasons).map(made));
}
