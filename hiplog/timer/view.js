// One view of a timer: builds its nodes once, then shows a state, and draws the running clock. It decides nothing.
import { deadline, heldSeconds, isCounting, part } from "./machine.js";
import { announcement, clock, headline, longest, savedWords, sessionsToday, sideTitle } from "./words.js";

const BUTTONS = {
  Start: "start",
  Resume: "resume",
  Skip: "skip",
  "Skip this side": "skip-side",
  "Let go": "let-go",
  "It hurts, stop": "pain",
  Interrupted: "interrupt",
  Yes: "yes",
  No: "no",
  Save: "save",
  "New session": "new-session",
  Discard: "discard",
};
// What a phase shows: the shape in the stage, what stands beside it, and its buttons, the main one first.
const PHASES = {
  ready: ["ring", "before", ["Start"]],
  prepare: ["count", "steps", ["Skip", "Skip this side"]],
  switch: ["count", "steps", ["Skip", "Skip this side"]],
  hold: ["ring", "steps", ["Let go", "It hurts, stop", "Interrupted"]],
  count: ["words", "nothing", ["Yes", "No"]],
  again: ["words", "nothing", ["Start", "Skip this side"]],
  away: ["words", "nothing", ["Yes", "No"]],
  found: ["words", "nothing", ["Resume", "Discard"]],
  moved: ["words", "nothing", ["New session"]],
  rate: ["result", "rating", ["Save", "Discard"]],
  done: ["result", "nothing", ["New session", "Discard"]],
};
const SIDES = ["right", "left"];
const PAINS = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const CONTROLS = "button, input, label, textarea";
const HOW_TO_LET_GO = "To let go, tap anywhere here, or press Space.";
let scales = 0; // radio buttons of two views must not share a name

function node(name, className, props = {}, ...children) {
  const made = Object.assign(document.createElement(name), props);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function drawn(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Build a view in `el`. `act(type, event, more)` says what the person did; `again()` sends what is pending. */
export function buildView(el, act, again) {
  const at = {}; // the nodes that change
  const keepNode = (key, made) => (at[key] = made);
  const buttons = Object.entries(BUTTONS).map(([name, type]) => button(name, (event) => act(type, event)));

  const ringLine = (className) => drawn("circle", { class: className, cx: 50, cy: 50, r: 46, pathLength: 1 });
  const ring = drawn("svg", { class: "hiplog-ring", viewBox: "0 0 100 100", "aria-hidden": "true" });
  ring.append(ringLine("hiplog-ring-track"), keepNode("fill", ringLine("hiplog-ring-fill")));
  const stage = node("div", "hiplog-stage", {},
    ring,
    node("div", "hiplog-count", {}, keepNode("drain", node("div", "hiplog-drain"))),
    node("div", "hiplog-face", {},
      keepNode("digits", node("div", "hiplog-digits", { role: "timer" })),
      keepNode("caption", node("div", "hiplog-caption"))),
    keepNode("words", node("p", "hiplog-words")),
    keepNode("result", node("div", "hiplog-result")));

  const before = painScale("Pain before", (value, event) => act("pain-before", event, { value }));
  const after = Object.fromEntries(SIDES.map((side) =>
    [side, painScale(`Pain, ${side} side`, (value, event) => act("rated", event, { side, value }))]));
  const same = node("input", "", { type: "checkbox" });
  same.addEventListener("change", (event) => act("same", event, { value: same.checked }));
  const note = node("textarea", "hiplog-note", { rows: 2, placeholder: "A note, if you like" });
  note.setAttribute("aria-label", "Note");
  note.addEventListener("input", (event) => act("noted", event, { value: note.value }));
  const sameLabel = node("label", "hiplog-same", {}, same, "The same for both sides");
  const rating = node("div", "hiplog-rating", {}, after.right.root, after.left.root, sameLabel, note);

  const tryAgain = button("Try again", again);
  const panel = node("div", "hiplog-panel", { tabIndex: 0 },
    node("div", "hiplog-head", {},
      keepNode("phase", node("div", "hiplog-phase")),
      keepNode("today", node("div", "hiplog-today"))),
    stage,
    node("div", "hiplog-aside", {},
      keepNode("guide", node("div", "hiplog-guide", {},
        keepNode("past", node("div", "hiplog-past")),
        keepNode("steps", node("ol", "hiplog-steps")),
        keepNode("hint", node("p", "hiplog-hint", {}, HOW_TO_LET_GO)))),
      before.root, rating),
    node("div", "hiplog-actions", {}, ...buttons),
    node("div", "hiplog-foot", {},
      node("div", "hiplog-saved", {}, keepNode("saved", node("span", "")), tryAgain),
      keepNode("advice", node("div", "hiplog-advice"))));
  panel.setAttribute("role", "group");
  const live = node("div", "hiplog-live");
  live.setAttribute("aria-live", "polite");
  const root = node("div", "hiplog-timer", {}, panel, live);
  listen(root, panel, act);
  el.append(root);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let phase = null;

  /** Show a state. `kept` is what the keeper says, `settings` the traits; only the first view `speaks`. */
  function update(state, kept, settings, t, speaks) {
    const hadFocus = root.contains(root.getRootNode().activeElement);
    const [shape, beside, names] = PHASES[state.phase];
    Object.assign(panel.dataset, { phase: state.phase, shape, beside });
    panel.setAttribute("aria-label", `${settings.title} timer`);
    for (const made of buttons) {
      made.hidden = !names.includes(made.textContent);
      made.classList.toggle("hiplog-main", made.textContent === names[0]);
    }
    const [head, line] = headline(state, settings, t);
    at.phase.textContent = head;
    at.words.textContent = shape === "words" ? line : "";
    showToday(at.today, sessionsToday(settings.recent, state.records, t), settings.plan);
    showGuide(at, sideOf(state, settings), settings, state);
    showResult(at.result, state, line);
    showRating(state);
    at.saved.textContent = savedWords(state, kept);
    tryAgain.hidden = !(kept.pending && (kept.error || kept.silent));
    at.advice.textContent = `${settings.when_to_stop} ${settings.record_not_advice}`;
    at.hint.hidden = !isCounting(state);
    draw(state, settings, t, speaks);
    if (hadFocus && phase !== state.phase) panel.focus({ preventScroll: true });
    phase = state.phase;
  }

  function showRating(state) {
    before.show(state.pain_before);
    if (state.phase !== "rate") return;
    const held = SIDES.filter((side) => longest(state.records, side));
    for (const side of SIDES) {
      after[side].root.hidden = !held.includes(side);
      after[side].show(state.rating.pain[side] ?? null);
    }
    sameLabel.hidden = held.length < 2;
    same.checked = state.rating.same;
    if (note.value !== state.rating.note) note.value = state.rating.note;
  }

  /** Draw what runs: the digits, the ring or the countdown, and what is said at milestones. */
  function draw(state, settings, t, speaks) {
    const still = calm.matches;
    const target_s = state.parts ? part(state).target_s : settings.target_s;
    let [digits, caption, full, left] = [clock(target_s), `${sideTitle(settings.first_side)} first`, 0, 1];
    if (state.phase === "hold") {
      const held = heldSeconds(state, t);
      [digits, caption] = [clock(held), `${part(state).side} side`];
      full = (still ? Math.floor(held) : held) / target_s;
    } else if (isCounting(state)) {
      const seconds = Math.max(0, (deadline(state) - t) / 1000);
      left = Math.min(1, (still ? Math.ceil(seconds) : seconds) / (part(state).wait_s || 1));
      [digits, caption] = [String(Math.ceil(seconds)), `${part(state).side} side`];
    }
    put(at.digits, digits);
    at.digits.style.setProperty("--hiplog-chars", digits.length);
    put(at.caption, caption);
    at.fill.style.strokeDasharray = `${full} 1`;
    at.fill.style.visibility = full ? "" : "hidden"; // round ends would show a dot
    at.drain.style.transform = `scaleY(${left})`;
    put(live, speaks ? announcement(state, settings, t) : "");
  }

  return { update, draw, remove: () => root.remove() };
}

/** Change a text only when it is another: a live region speaks whenever it is touched. */
function put(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

const sideOf = (state, settings) => {
  const parts = state.parts ?? state.session?.parts;
  return parts ? parts[state.at ?? state.session.at].side : settings.first_side;
};

function showToday(target, done, plan) {
  const dots = Array.from({ length: Math.max(plan, done) }, (_, i) =>
    node("span", i < done ? "hiplog-dot hiplog-dot-done" : "hiplog-dot"));
  const words = node("span", "", {}, `${done} of ${plan} today`);
  target.replaceChildren(node("span", "hiplog-dots", {}, ...dots), words);
}

function showGuide(at, side, settings, state) {
  const { last_s, best_s } = (state.past ?? settings.past)[side];
  const stat = (name, seconds) =>
    node("div", "", {}, `${name} `, node("b", "", {}, seconds ? clock(seconds) : "–"));
  const target_s = state.parts ? part(state).target_s : settings.target_s;
  at.past.replaceChildren(stat("Target", target_s), stat("Last", last_s), stat("Best", best_s));
  at.steps.replaceChildren(...settings.steps[side].map((step) => node("li", "", {}, step)));
}

function showResult(target, state, line) {
  if (state.phase !== "rate" && state.phase !== "done") return target.replaceChildren();
  const sides = SIDES.map((side) => {
    const hold = longest(state.records, side);
    const seconds = node("div", "hiplog-result-seconds", {}, hold ? clock(hold.hold_s) : "–");
    return node("div", "hiplog-result-side", {}, node("div", "", {}, sideTitle(side)), seconds);
  });
  const difference = node("p", "hiplog-difference", {}, state.phase === "done" ? line : "");
  target.replaceChildren(node("div", "hiplog-result-sides", {}, ...sides), difference);
}

function button(name, press) {
  const made = node("button", "hiplog-button", { type: "button", textContent: name });
  made.addEventListener("click", (event) => event.detail < 2 && press(event)); // touched twice is touched once
  return made;
}

/** Eleven numbers and "not rated" as radio buttons, so that arrow keys work and nothing need be said. */
function painScale(title, choose) {
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

/** Keys and taps. Lab's own keys act on cells, and a single one can destroy the widget: none may leave it. */
function listen(root, panel, act) {
  root.addEventListener("keyup", (event) => event.stopPropagation());
  root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") return leave(root);
    if (event.key !== " " && event.key !== "Enter") return;
    if (event.target === panel || (event.repeat && event.target.matches("button"))) event.preventDefault();
    if (event.target === panel && !event.repeat) act("let-go", event);
  });
  panel.addEventListener("click", (event) => event.target.closest(CONTROLS) || act("let-go", event));
}

function leave(root) {
  const outside = root.parentElement?.closest("[tabindex]");
  outside ? outside.focus({ preventScroll: true }) : root.getRootNode().activeElement?.blur();
}
