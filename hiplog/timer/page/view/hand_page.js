// What lets go without reaching: what there is, the button that a person has chosen by pressing it once, two knocks.
import { canBeChosen, DEVICES, keyOf, keyWords } from "../input/hand.js";
import { settingRow } from "./forms.js";
import { button, node, put } from "./nodes.js";

const HEADS = ["What", "Its keys", "When"];

/** The choice of a button; `choose(name, value, event)` takes the key that was pressed, or null for none. */
export function handPage(choose) {
  const says = node("p");
  const learn = button("", () => (listening ? stop() : listen()), "hiplog-button hiplog-small");
  const forget = button("Forget it", (event) => choose("button", null, event), "hiplog-button hiplog-small");
  const knocks = settingRow("knocks", choose);
  const devices = [...DEVICES, ["Floor or hands", "heard by the microphone, in a hold", knocks.root]];
  const rows = devices.map((cells) => node("tr", "", {}, ...cells.map((cell) => node("td", "", {}, cell))));
  const heads = HEADS.map((head) => node("th", "", { scope: "col" }, head));
  const table = node("table", "", {}, node("thead", "", {}, node("tr", "", {}, ...heads)), node("tbody", "", {}, ...rows));
  const root = node("div", "hiplog-hand", {}, table, says, node("div", "", {}, learn, forget));
  says.setAttribute("role", "status");
  let listening = null;
  let chosen = null;

  function listen() {
    listening = new AbortController();
    root.closest(".hiplog-panel").focus({ preventScroll: true }); // a button that had the keys would be pressed by some
    window.addEventListener("keydown", learned, { capture: true, signal: listening.signal });
    put(learn, "Leave it");
    put(says, "Press the button that you want to use.");
  }

  function stop() {
    listening?.abort();
    listening = null;
    put(learn, chosen ? "Use another button" : "Choose a button");
    put(says, chosen ? `Yours is ${keyWords(chosen)}.` : "No button is chosen yet.");
    forget.hidden = !chosen;
  }

  function learned(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const key = keyOf(event);
    if (key === "Escape") return stop();
    if (!canBeChosen(key)) return put(says, "That one cannot be used. Press another.");
    stop();
    choose("button", key, event);
  }

  function show(settings) {
    chosen = settings.button;
    knocks.show(settings);
    if (!listening) stop();
  }
  return { root, show, leave: () => listening && stop() };
}
