// One view of a timer: builds its nodes once, then shows a state, and draws the running clock. It decides nothing.
import { keepToRoom } from "../browser/room.js";
import { canFill, fills, fillScreen } from "../browser/screen.js";
import { listen } from "../input/keys.js";
import { announcement, flash } from "../logic/cues.js";
import { dayWords } from "../logic/day.js";
import { isCounting } from "../logic/phases.js";
import { savedWords } from "../logic/saved.js";
import { askedSeconds, endedByPain, headline, smallPrint } from "../logic/sentences.js";
import { clock, difference, stretchWords } from "../logic/words.js";
import { buttonRow } from "./buttons.js";
import { clockFace } from "./clock_face.js";
import { dayPage } from "./day_page.js";
import { mendForm, settingsForm } from "./forms.js";
import { handPage } from "./hand_page.js";
import { button, drawn, node, put } from "./nodes.js";
import { progressPage } from "./progress_page.js";
import { ratingForm } from "./rating.js";
import { guidePage, readyPage } from "./ready_page.js";
import { resultBars } from "./result.js";
import { waitingList } from "./waits.js";

// What is on the stage in each phase.
const PAGES = {
  ready: ["ready"],
  guide: ["guide"],
  day: ["day"],
  progress: ["progress"],
  settings: ["settings"],
  button: ["hand"],
  prepare: ["clock"],
  switch: ["clock"],
  hold: ["clock"],
  rate: ["result", "rating"],
  mend: ["mending"],
  done: ["result", "words"],
};
const ASKED = ["asked"]; // a question, with the seconds that it is about
const ICONS = {
  Settings: "M3 7h9M18 7h3M12 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M3 17h3M12 17h9M6 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  "Full screen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
};

/** Build a view in `el`. `act(type, event, more)` says what the person did; `keep` is the keeper. */
export function buildView(el, { act, keep, choose }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const gone = new AbortController();
  const head = { phase: node("span", "hiplog-phase"), side: node("span", "hiplog-side"), ears: node("span", "hiplog-ears") };
  const line = node("p", "hiplog-line");
  const words = node("p", "hiplog-words");
  const [number, question] = [node("div", "hiplog-number"), node("p")];
  const asked = node("div", "hiplog-asked-of", {}, number, question);
  const face = clockFace(() => calm.matches);
  const [ready, guide, progress, day] = [readyPage(act, choose), guidePage(), progressPage(), dayPage(act)];
  const hand = handPage(choose);
  const [result, rating, settingsPage, mending] = [resultBars(), ratingForm(act), settingsForm(choose), mendForm(act)];
  const pages = {
    result: result.root, words, asked, clock: face.root, ready: ready.root, guide: guide.root, progress: progress.root,
    day: day.root, settings: settingsPage.root, hand: hand.root, rating: rating.root, mending: mending.root,
  };
  const buttons = buttonRow(act);
  const tools = {
    settings: tool("Settings", (event) => act("settings", event)),
    fill: tool("Full screen", () => fillScreen(root)),
  };
  const saved = node("span");
  const tryAgain = button("Try again", keep.again);
  const waits = waitingList(keep);
  const lacks = node("p", "hiplog-lacks");

  const panel = node("div", "hiplog-panel", { tabIndex: 0 },
    node("div", "hiplog-stage", {},
      node("div", "hiplog-head", {}, head.phase, head.side, head.ears),
      line,
      node("div", "hiplog-page", {}, ...Object.values(pages)),
      lacks),
    buttons.root,
    node("div", "hiplog-tools", {}, tools.settings, tools.fill), // last, so that Tab comes to what matters first
    node("div", "hiplog-foot", {}, node("div", "hiplog-saved", {}, saved, tryAgain), waits.root));
  panel.setAttribute("role", "group");
  const live = node("div", "hiplog-live");
  live.setAttribute("aria-live", "polite");
  const root = node("div", "hiplog-timer", {}, panel, live);
  listen(root, panel, act, gone.signal, () => shown);
  el.append(root);
  keepToRoom(root, gone.signal);
  const filled = () => tools.fill.setAttribute("aria-pressed", fills(root));
  document.addEventListener("fullscreenchange", filled, { signal: gone.signal });
  window.addEventListener("pagehide", day.leave, { signal: gone.signal });
  filled();
  tools.fill.hidden = !canFill();
  let phase = null;
  let told = []; // what this browser lacks, as the first page says
  let shown = null; // the state and the settings
  let letGo = -Infinity; // when the last hold ended, by the page's clock

  /** Show a state; `kept` is what the keeper says, `lacked` what this browser cannot do, `ears` is the microphone. */
  function update(state, kept, lacked, settings, t, ears) {
    if (phase === "hold" && state.phase !== "hold") letGo = performance.now() - Math.max(0, t - state.entered); // a clock set back puts no tap off
    shown = { state, settings, letGo };
    const hadFocus = root.contains(root.getRootNode().activeElement);
    const on = PAGES[state.phase] ?? ASKED;
    panel.dataset.phase = state.phase;
    panel.dataset.pages = on.join(" ");
    panel.setAttribute("aria-label", `${settings.title} timer`);
    for (const [name, page] of Object.entries(pages)) page.hidden = !on.includes(name);
    buttons.show(state, settings, t);
    const [title, below] = headline(state, settings, t);
    put(head.phase, title);
    put(head.side, isCounting(state) ? below.toLowerCase() : "");
    put(head.ears, state.phase === "hold" ? ears.holdWords() : "");
    const chosen = state.phase === "button" && ears.chosenWords(settings);
    put(line, LINED.includes(state.phase) ? chosen || below : "");
    if (state.phase === "done") put(words, doneWords(state, settings, t));
    if (on === ASKED) {
      const seconds = askedSeconds(state);
      put(number, seconds === null ? "" : clock(seconds));
      number.dataset.long = number.textContent.length > 4;
      put(question, below);
    }
    if (state.phase === "ready") ready.show(state, settings, t);
    if (state.phase === "guide") guide.show(settings);
    if (state.phase === "day") day.show(state, settings);
    if (state.phase === "progress") progress.show(settings, t);
    if (isCounting(state)) face.show(state, settings.knocks && !ears.lacks(settings).length);
    if (on.includes("result")) result.show(state, settings);
    if (state.phase === "rate") rating.show(state);
    if (state.phase === "settings") settingsPage.show(settings);
    if (state.phase === "button") hand.show(settings);
    else hand.leave();
    if (state.phase === "mend") mending.show(state, settings.limits);
    if (state.phase === "ready") told = lacked;
    put(lacks, smallPrint(state, settings, lacked, told));
    put(saved, savedWords(state, kept));
    tryAgain.hidden = !(kept.error || (kept.silent && (kept.pending || kept.planWaits)));
    waits.show(kept, settings.limits);
    tools.settings.hidden = state.phase !== "ready";
    const { activeElement: now } = root.getRootNode();
    const isLost = phase !== state.phase || !root.contains(now) || now.disabled;
    if (hadFocus && isLost) panel.focus({ preventScroll: true });
    if (phase === "ready" && state.phase === "prepare") root.scrollIntoView({ block: "nearest" });
    phase = state.phase;
  }

  /** Draw what runs: the number, the ring or the countdown, and what is said; only the first view `speaks`. */
  function draw(state, settings, t, cues, speaks) {
    if (isCounting(state)) face.draw(state, settings, t, cues);
    panel.dataset.flash = settings.flashes ? flash(cues, t) : "";
    put(live, speaks ? announcement(cues, t) : "");
  }

  function remove() {
    gone.abort();
    face.remove();
    root.remove();
  }

  return { update, draw, remove };
}

const LINED = ["day", "settings", "button", "rate", "mend", "progress"]; // the line below the headline is not the stage's own words

/** What was done today is left out after pain: nothing is urged then. */
function doneWords(state, settings, t) {
  const words = endedByPain(state) ? "" : dayWords(settings, state.records, t).words;
  return [difference(state.records), stretchWords(state), words].filter(Boolean).join("\n");
}

function tool(name, press) {
  const made = button("", press, "hiplog-tool");
  made.setAttribute("aria-label", name);
  made.title = name;
  made.append(drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: ICONS[name] })));
  return made;
}
