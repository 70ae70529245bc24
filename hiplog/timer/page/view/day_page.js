// No session today: how much it hurts, why, and a note. Each is kept as soon as it is said.
import { painScale } from "./forms.js";
import { node } from "./nodes.js";

/** The page of a day without a session; `act` says what the person did. */
export function dayPage(act) {
  const said = (values, event) => act("said", event, { values });
  const pain = painScale("Pain today", (value, event) => said({ pain: value }, event));
  const reasons = node("div", "hiplog-reasons");
  const note = node("textarea", "hiplog-note", { rows: 2, placeholder: "A note, if you like" });
  note.setAttribute("aria-label", "In your own words");
  note.addEventListener("change", (event) => said({ note: note.value.trim() ? note.value : null }, event));
  const root = node("div", "hiplog-day-form", {}, reasons, pain.root, note);
  reasons.setAttribute("role", "group");
  reasons.setAttribute("aria-label", "Why");
  let made = {};

  function show({ day, days }, settings) {
    const now = days[0]?.day ?? day;
    if (String(Object.keys(made)) !== String(Object.keys(settings.reasons))) {
      made = Object.fromEntries(Object.entries(settings.reasons).map(([reason, words]) => [reason, reasonButton(words)]));
      for (const [reason, each] of Object.entries(made)) {
        each.addEventListener("click", (event) =>
          said({ reason: each.getAttribute("aria-pressed") === "true" ? null : reason }, event));
      }
      reasons.replaceChildren(...Object.values(made));
    }
    for (const [reason, each] of Object.entries(made)) each.setAttribute("aria-pressed", reason === now.reason);
    pain.show(now.pain);
    if (document.activeElement !== note) note.value = now.note ?? "";
  }
  return { root, show };
}

const reasonButton = (words) => node("button", "hiplog-button hiplog-reason", { type: "button", textContent: words });
