// One view of a timer: builds its nodes once, then shows a state, and draws the running clock. It decides nothing.
import { canFill, fills, fillScreen } from "../browser/screen.js";
import { announcement, breath, flash, reminder } from "../logic/cues.js";
import { dayWords } from "../logic/day.js";
import { deadline, heldSeconds, isCounting, part } from "../logic/machine.js";
import { SIDES } from "../logic/records.js";
import { savedWords } from "../logic/saved.js";
import { exerciseOf } from "../logic/settings.js";
import { beatsBest, claimWords, clock, difference, headline, longest } from "../logic/words.js";
import { sideTitle, stretchWords } from "../logic/words.js";
import { drawing } from "./drawings.js";
import { mendForm, painScale, settingsForm } from "./forms.js";
import { button, drawn, node, put } from "./nodes.js";
import { waitingList } from "./waits.js";

const BUTTONS = {
  Start: "start",
  "Undo last session": "undo",
  Resume: "resume",
  Skip: "skip",
  "Skip this side": "skip-side",
  Finish: "finish",
  "Let go": "let-go",
  "It hurts, stop": "pain",
  Interrupted: "interrupt",
  Yes: "yes",
  "Yes, longer": "longer",
  No: "no",
  "Still holding": "still",
  Save: "save",
  Mend: "mend",
  "Keep changes": "keep",
  "New session": "new-session",
  Undo: "undo",
  Discard: "discard",
  Back: "back",
};
// What a phase shows: the shape in the stage, what stands beside it, and its buttons, the main one first.
const PHASES = {
  ready: ["picture", "before", ["Start", "Undo last session"]],
  settings: ["none", "settings", ["Back"]],
  prepare: ["count", "steps", ["Skip", "Skip this side"]],
  switch: ["count", "steps", ["Skip", "Skip this side", "Still holding", "Finish"]],
  hold: ["ring", "steps", ["Let go", "It hurts, stop", "Interrupted"]],
  count: ["words", "nothing", ["Yes", "No", "Still holding"]],
  again: ["words", "nothing", ["Start", "Still holding", "Skip this side"]],
  away: ["words", "nothing", ["Yes", "Yes, longer", "No"]],
  found: ["words", "nothing", ["Resume", "Discard"]],
  moved: ["words", "nothing", ["New session"]],
  sure: ["words", "nothing", ["Yes", "No"]],
  rate: ["result", "rating", ["Save", "Mend", "Discard"]],
  mend: ["none", "mend", ["Keep changes", "Back"]],
  done: ["result", "nothing", ["New session", "Undo"]],
};
// Buttons that are there only where there is something for them to do.
const ONLY_IF = {
  "Undo last session": (state, { last_session }) => last_session.length > 0,
  "Still holding": (state) => Boolean(state.held),
  "Yes, longer": (state) => state.claims.length > 1,
  Finish: (state) => state.at > 1,
};
// Buttons that say what they would do here.
const ACTION_WORDS = {
  away: { Yes: (state) => claimWords(state, 0), "Yes, longer": (state) => claimWords(state, 1) },
};
const OVER = ".jp-Dialog, dialog, [role=dialog], [aria-modal=true]"; // what a page may put over a timer
const CONTROLS = "button, input, label, select, textarea";
const HOW_TO_LET_GO = "Let go by a tap anywhere here, or by Space.";
const ICONS = {
  Settings: "M3 7h9M18 7h3M12 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M3 17h3M12 17h9M6 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  "Full screen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
};

/** The names of the buttons that a state offers, the main one first. */
const buttonsOf = (state, settings) =>
  PHASES[state.phase][2].filter((name) => ONLY_IF[name]?.(state, settings) ?? true);

/** What can be pressed in a state, as types of events. */
export const offered = (state, settings) => buttonsOf(state, settings).map((name) => BUTTONS[name]);

/** Build a view in `el`. `act(type, event, more)` says what the person did; `keep` is the keeper. */
export function buildView(el, { act, keep, choose }) {
  const at = {}; // the nodes that change
  const keepNode = (key, made) => (at[key] = made);
  const buttons = Object.entries(BUTTONS).map(([name, type]) => [name, button(name, (event) => act(type, event))]);
  const tools = {
    settings: tool("Settings", (event) => act("settings", event)),
    fill: tool("Full screen", () => fillScreen(root)),
  };

  const ringLine = (className) => drawn("circle", { class: className, cx: 50, cy: 50, r: 46, pathLength: 1 });
  const ring = drawn("svg", { class: "hiplog-ring", viewBox: "0 0 100 100", "aria-hidden": "true" });
  ring.append(
    keepNode("breath", drawn("circle", { class: "hiplog-breath", cx: 50, cy: 50, r: 40 })),
    ringLine("hiplog-ring-track"),
    keepNode("fill", ringLine("hiplog-ring-fill")),
    keepNode("best", ringLine("hiplog-ring-best")));
  const stage = node("div", "hiplog-stage", {},
    ring,
    node("div", "hiplog-count", {}, keepNode("drain", node("div", "hiplog-drain"))),
    node("div", "hiplog-face", {},
      keepNode("digits", node("div", "hiplog-digits", { role: "timer" })),
      keepNode("caption", node("div", "hiplog-caption"))),
    keepNode("picture", node("div", "hiplog-picture")),
    keepNode("words", node("p", "hiplog-words")),
    keepNode("result", node("div", "hiplog-result")));

  const before = painScale("Pain before", (value, event) => act("pain-before", event, { value }));
  const rating = ratingForm(act);
  const settingsPage = settingsForm(choose);
  const mending = mendForm(act);
  const tryAgain = button("Try again", keep.again);
  const waits = waitingList(keep);
  const panel = node("div", "hiplog-panel", { tabIndex: 0 },
    keepNode("phase", node("div", "hiplog-phase")),
    stage,
    node("div", "hiplog-aside", {},
      keepNode("guide", node("div", "hiplog-guide", {},
        keepNode("today", node("div", "hiplog-today")),
        keepNode("past", node("div", "hiplog-past")),
        keepNode("cue", node("p", "hiplog-cue")),
        keepNode("small", node("div", "hiplog-small-picture")),
        keepNode("steps", node("ol", "hiplog-steps")),
        keepNode("hint", node("p", "hiplog-hint", {}, HOW_TO_LET_GO)))),
      before.root, rating.root, settingsPage.root, mending.root),
    node("div", "hiplog-actions", {}, ...buttons.map(([, made]) => made)),
    node("div", "hiplog-tools", {}, tools.settings, tools.fill), // last, so that Tab comes to what matters first
    node("div", "hiplog-foot", {},
      node("div", "hiplog-saved", {}, keepNode("saved", node("span", "")), tryAgain),
      waits.root,
      keepNode("lacks", node("div", "hiplog-lacks")),
      keepNode("advice", node("div", "hiplog-advice"))));
  panel.setAttribute("role", "group");
  const live = node("div", "hiplog-live");
  live.setAttribute("aria-live", "polite");
  const root = node("div", "hiplog-timer", {}, panel, live);
  const gone = new AbortController();
  listen(root, panel, act, gone.signal);
  el.append(root);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const filled = () => tools.fill.setAttribute("aria-pressed", fills(root));
  document.addEventListener("fullscreenchange", filled, { signal: gone.signal });
  filled();
  tools.fill.hidden = !canFill();
  let phase = null;

  /** Show a state; `kept` is what the keeper says, `lacks` what this browser cannot do. */
  function update(state, kept, lacks, settings, t) {
    const hadFocus = root.contains(root.getRootNode().activeElement);
    const [shape, beside] = PHASES[state.phase];
    Object.assign(panel.dataset, { phase: state.phase, shape, beside });
    panel.setAttribute("aria-label", `${settings.title} timer`);
    showButtons(buttons, buttonsOf(state, settings), state);
    const [head, line] = headline(state, settings, t);
    put(at.phase, head);
    put(at.words, shape === "words" ? line : "");
    showToday(at.today, dayWords(settings, state.records, t), settings.plan);
    showGuide(at, state, settings);
    showResult(at.result, state, settings, t);
    before.show(state.pain_before);
    if (state.phase === "rate") rating.show(state);
    if (state.phase === "settings") settingsPage.show(settings);
    if (state.phase === "mend") mending.show(state, settings.limits);
    put(at.saved, savedWords(state, kept));
    put(at.lacks, lacks.join(" "));
    tools.settings.hidden = state.phase !== "ready";
    tryAgain.hidden = !(kept.error || (kept.pending && kept.silent));
    waits.show(kept, settings.limits);
    put(at.advice, `${settings.when_to_stop} ${settings.record_not_advice}`);
    at.hint.hidden = !isCounting(state);
    if (hadFocus && phase !== state.phase) panel.focus({ preventScroll: true });
    if (phase === "ready" && state.phase === "prepare") stage.scrollIntoView({ block: "nearest" });
    phase = state.phase;
  }

  /** Draw what runs: the digits, the ring or the countdown, and what is said; only the first view `speaks`. */
  function draw(state, settings, t, cues, speaks) {
    if (state.phase === "hold") drawHold(at, state, settings, t, cues, calm.matches);
    else if (isCounting(state)) drawCount(at, state, t, calm.matches);
    panel.dataset.flash = settings.flashes ? flash(cues, t) : "";
    put(live, speaks ? announcement(cues, t) : "");
  }

  function remove() {
    gone.abort();
    root.remove();
  }

  return { update, draw, remove };
}

function drawHold(at, state, settings, t, cues, still) {
  const { target_s, exercise, side } = part(state);
  const { best_s } = state.past[exercise][side];
  const held = heldSeconds(state, t);
  const guide = settings.breath_s ? breath(held, settings.breath_s) : null;
  showDigits(at, clock(held), best_s !== null && held > best_s ? "your longest yet" : `${side} side`);
  const full = (still ? Math.floor(held) : held) / target_s;
  at.fill.style.strokeDasharray = `${full} 1`;
  at.fill.style.visibility = full ? "" : "hidden"; // round ends would show a dot
  at.best.style.strokeDasharray = `0 ${best_s / target_s} 0.006 1`;
  at.best.style.visibility = best_s && best_s < target_s ? "" : "hidden";
  at.breath.style.visibility = guide && !still ? "" : "hidden";
  if (guide) at.breath.style.transform = `scale(${(0.45 + 0.55 * guide.full).toFixed(3)})`;
  put(at.cue, [guide?.word, reminder(cues, t)].filter(Boolean).join(". "));
}

function drawCount(at, state, t, still) {
  const { wait_s, side } = part(state);
  const seconds = Math.max(0, (deadline(state) - t) / 1000);
  showDigits(at, String(Math.ceil(seconds)), `${side} side`);
  const left = Math.min(1, (still ? Math.ceil(seconds) : seconds) / (wait_s || 1));
  at.drain.style.transform = `scaleY(${left})`;
}

function showDigits(at, digits, caption) {
  put(at.digits, digits);
  at.digits.style.setProperty("--hiplog-chars", digits.length);
  put(at.caption, caption);
}

function showButtons(buttons, names, state) {
  for (const [name, made] of buttons) {
    made.hidden = !names.includes(name);
    made.classList.toggle("hiplog-main", name === names[0]);
    put(made, made.hidden ? name : (ACTION_WORDS[state.phase]?.[name]?.(state) ?? name));
  }
}

function showToday(target, { done, words }, plan) {
  const dots = Array.from({ length: Math.max(plan, done) }, (_, i) =>
    node("span", i < done ? "hiplog-dot hiplog-dot-done" : "hiplog-dot"));
  target.replaceChildren(node("span", "hiplog-dots", {}, ...dots), node("span", "", {}, words));
}

/** What is at hand: the picture and the steps of a part, its target, and the last and best seconds. */
function showGuide(at, state, settings) {
  const session = state.session ?? state;
  const [chosen] = settings.exercises;
  const now = session.parts?.[session.at]
    ?? { exercise: chosen.name, side: settings.first_side, target_s: settings.target_s };
  const { last_s, best_s } = (session.past ?? settings.past)[now.exercise][now.side];
  const stat = (name, seconds) =>
    node("div", "", {}, `${name} `, node("b", "", {}, seconds ? clock(seconds) : "–"));
  at.past.replaceChildren(stat("Target", now.target_s), stat("Last", last_s), stat("Best", best_s));
  const { steps } = exerciseOf(settings, now.exercise);
  at.steps.replaceChildren(...steps[now.side].map((step) => node("li", "", {}, step)));
  const shown = state.phase === "ready" ? at.picture : at.small;
  const key = `${now.exercise} ${now.side}`;
  if (shown.dataset.shows === key) return;
  shown.dataset.shows = key;
  const caption = node("div", "hiplog-caption", {}, `${sideTitle(now.side)} first`);
  shown.replaceChildren(drawing(now.exercise, now.side, document), ...(shown === at.picture ? [caption] : []));
}

function showResult(target, state, settings, t) {
  if (!["rate", "done"].includes(state.phase)) return target.replaceChildren();
  const sides = SIDES.map((side) => {
    const hold = longest(state.records, side);
    const best = hold && beatsBest(hold, state.past) ? "Your longest yet" : "";
    const seconds = node("div", "hiplog-result-seconds", {}, hold ? clock(hold.hold_s) : "–");
    return node("div", "hiplog-result-side", {},
      node("div", "", {}, sideTitle(side)), seconds, node("div", "hiplog-best", {}, best));
  });
  const done = state.phase === "done";
  const { words } = dayWords({ ...settings, last_session: [] }, state.records, t);
  target.replaceChildren(
    node("div", "hiplog-result-sides", {}, ...sides),
    node("p", "hiplog-difference", {}, done ? difference(state.records) : ""),
    node("p", "hiplog-stretched", {}, done ? stretchWords(state) : ""),
    node("p", "hiplog-stretched", {}, done ? words : ""));
}

/** How it was: a scale for each side that was held, and a note. */
function ratingForm(act) {
  const after = Object.fromEntries(SIDES.map((side) =>
    [side, painScale(`Pain, ${side} side`, (value, event) => act("rated", event, { side, value }))]));
  const same = node("input", "", { type: "checkbox" });
  same.addEventListener("change", (event) => act("same", event, { value: same.checked }));
  const note = node("textarea", "hiplog-note", { rows: 2, placeholder: "A note, if you like" });
  note.setAttribute("aria-label", "Note");
  note.addEventListener("input", (event) => act("noted", event, { value: note.value }));
  const sameLabel = node("label", "hiplog-same", {}, same, "The same for both sides");
  const root = node("div", "hiplog-rating", {}, after.right.root, after.left.root, sameLabel, note);

  function show({ records, rating }) {
    const held = SIDES.filter((side) => records.some(({ hold, removed }) => !removed && hold.side === side));
    for (const side of SIDES) {
      after[side].root.hidden = !held.includes(side);
      after[side].show(rating.pain[side] ?? null);
    }
    sameLabel.hidden = held.length < 2;
    same.checked = rating.same;
    if (note.value !== rating.note) note.value = rating.note;
  }
  return { root, show };
}

function tool(name, press) {
  const made = button("", press, "hiplog-tool");
  made.setAttribute("aria-label", name);
  made.title = name;
  made.append(drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: ICONS[name] })));
  return made;
}

/**
 * Keys and taps. A single key of the notebook's own can destroy the widget, and some notebooks listen before any
 * node of a page does: so keys are taken at the window, and none of the timer's goes further.
 */
function listen(root, panel, act, signal) {
  const taken = (event) => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey) return; // the notebook's or the browser's
    if (!root.contains(target)) return void (event.type === "keydown" && covered(event, target));
    event.stopPropagation();
    if (event.type === "keydown") keyDown(event, target);
  };
  function keyDown(event, target) {
    if (event.key === "Escape") return leave(root);
    if (event.key !== " " && event.key !== "Enter") return;
    if (target === panel || (event.repeat && target.matches("button"))) event.preventDefault();
    if (target === panel && !event.repeat && !event.shiftKey) act("let-go", event);
  }
  /** A key pressed in what lies over the page, like a notebook's own dialog, lets go too, and does what it does there. */
  function covered(event, target) {
    const isKey = event.key === " " || event.key === "Enter";
    if (isKey && !event.repeat && target.closest?.(OVER)) act("let-go", event);
  }
  /** A tap meant for the timer, on something that lies over it, is the timer's. */
  function tapped(event) {
    if (event.detail < 1 || root.contains(event.target) || !event.target.closest?.(OVER)) return;
    const below = root.getRootNode().elementsFromPoint(event.clientX, event.clientY).find((each) => root.contains(each));
    if (below?.closest("button")) below.closest("button").click();
    else if (below && panel.contains(below)) act("let-go", event);
  }
  window.addEventListener("click", tapped, { capture: true, signal });
  for (const type of ["keydown", "keyup"]) window.addEventListener(type, taken, { capture: true, signal });
  panel.addEventListener("click", (event) => event.target.closest(CONTROLS) || act("let-go", event));
}

function leave(root) {
  const outside = root.parentElement?.closest("[tabindex]");
  outside ? outside.focus({ preventScroll: true }) : root.getRootNode().activeElement?.blur();
}
