// The stage of a countdown or a hold: a number, what is left, one cue. Its colour and shape tell the phase: amber and
// dashed while one gets ready, green and round while one holds. Nothing else is on it, so that it is read from afar.
import { breath, reminder } from "../logic/cues.js";
import { deadline, heldSeconds, part } from "../logic/phases.js";
import { heldWords, holdWords, HOW_IT_STOPS, nextWords } from "../logic/sentences.js";
import { clock, whole } from "../logic/words.js";
import { drawing } from "./drawings.js";
import { drawn, node, put } from "./nodes.js";
import { ringPath } from "./ring.js";

const RING = [0.027, 10, 28]; // its thickness: of the stage's shorter side, in pixels at least and at most
const BREATH = [0.3, 1.6]; // of that: the line inside the ring swells as one breathes in
const STOP_S = 3; // how it is stopped is shown for so long, in case one has not read it before
const LONG = 40; // of a cue with more letters they are smaller, so that it keeps clear of the ring
const NEXT_S = 15; // what comes next is shown so long before it comes

/** Build the face; `still` says whether motion is unwanted. */
export function clockFace(still) {
  const line = (name) => drawn("path", { class: `hiplog-ring-${name}`, pathLength: 1, fill: "none" });
  const lines = { breath: line("breath"), track: line("track"), fill: line("fill"), best: line("best") };
  const ring = drawn("svg", { class: "hiplog-ring", "aria-hidden": "true" }, ...Object.values(lines));
  const drain = node("div", "hiplog-drain");
  const digits = node("div", "hiplog-digits", { role: "timer" });
  const left = node("span");
  const held = node("span", "hiplog-held", {}, "so far · "); // a large number is easily taken for what is left
  const below = node("div", "hiplog-left", {}, held, left);
  const cue = node("p", "hiplog-cue");
  const position = node("div", "hiplog-position");
  const numbers = node("div", "hiplog-numbers", {}, digits, node("div", "hiplog-below", {}, below, cue));
  const root = node("div", "hiplog-clock", {}, drain, ring, numbers, position);
  let thick = 0;
  const resized = new ResizeObserver(() => (thick = shape(ring, lines) ?? thick));
  resized.observe(ring);

  function show(state, knocks) {
    const { exercise, side, wait_s } = part(state);
    const waits = state.phase !== "hold";
    if (waits && position.dataset.shows !== exercise + side) {
      position.replaceChildren(drawing(exercise, side, document));
      position.dataset.shows = exercise + side;
    }
    root.dataset.waits = waits;
    put(left, waits ? heldWords(state) : "");
    below.hidden = waits && !left.textContent;
    put(cue, waits ? holdWords(state, matchMedia("(any-hover: hover)").matches, knocks) : "");
    lines.fill.style.visibility = "hidden";
    drain.style.transform = wait_s ? "" : "scaleY(0)";
  }

  function drawHold(state, settings, t, cues) {
    const { target_s, exercise, side } = part(state);
    const held = heldSeconds(state, t);
    const guide = settings.breath_s ? breath(held, settings.breath_s) : null;
    const best_s = settings.longest ? state.past[exercise][side].best_s : null;
    showDigits(digits, clock(held));
    put(left, `${clock(target_s - whole(held))} to go`);
    const next = target_s - held <= NEXT_S ? nextWords(state) : "";
    put(cue, next || (held < STOP_S && HOW_IT_STOPS) || reminder(cues, t) || guide?.word || "");
    cue.dataset.long = cue.textContent.length > LONG;
    const full = (still() ? whole(held) : held) / target_s;
    lines.fill.style.strokeDasharray = `${full} 1`;
    lines.fill.style.visibility = full ? "" : "hidden"; // round ends would show a dot
    lines.best.style.strokeDasharray = `0 ${best_s / target_s} 0.006 1`;
    lines.best.style.visibility = best_s && best_s < target_s ? "" : "hidden";
    lines.breath.style.visibility = guide && !still() ? "" : "hidden";
    const [least, most] = BREATH;
    if (guide) lines.breath.style.strokeWidth = `${(thick * (least + (most - least) * guide.full)).toFixed(1)}px`;
  }

  function drawWait(state, t) {
    const seconds = Math.max(0, (deadline(state) - t) / 1000);
    showDigits(digits, String(Math.ceil(seconds)));
    const share = Math.min(1, (still() ? Math.ceil(seconds) : seconds) / (part(state).wait_s || 1));
    drain.style.transform = `scaleY(${share})`;
  }

  const draw = (state, settings, t, cues) =>
    state.phase === "hold" ? drawHold(state, settings, t, cues) : drawWait(state, t);
  return { root, show, draw, remove: () => resized.disconnect() };
}

/** Draw the ring along the stage as it is now, and return how thick it is; undefined where it is not on the screen. */
function shape(ring, { breath: swells, ...rest }) {
  const { width: w, height: h } = ring.getBoundingClientRect();
  if (!w) return;
  const [share, least, most] = RING;
  const thick = Math.min(most, Math.max(least, share * Math.min(w, h)));
  ring.setAttribute("viewBox", `0 0 ${w} ${h}`);
  for (const each of Object.values(rest)) each.setAttribute("d", ringPath(w, h, thick / 2));
  swells.setAttribute("d", ringPath(w, h, thick * (1.2 + BREATH.at(-1) / 2)));
  ring.closest(".hiplog-stage").style.setProperty("--hiplog-ring", `${thick}px`);
  return thick;
}

const TIGHT_EM = 0.02; // the letter-spacing that timer.css takes away
const widths = new Map(); // of so many digits, in em: fonts differ by a fifth

/** Show a time; where the stage is upright its seconds stand below its minutes, named as such, so that both are higher. */
function showDigits(target, text) {
  if (target.textContent === text) return;
  const colon = text.indexOf(":");
  const [minutes, seconds] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
  const above = minutes ? [node("span", "hiplog-minutes", {}, minutes), node("span", "hiplog-colon", {}, ":")] : [];
  target.replaceChildren(...above, node("span", "hiplog-below-minutes", {}, seconds));
  const { fontFamily } = getComputedStyle(target);
  for (const [name, line] of [["em", text], ["line-em", minutes.length > seconds.length ? minutes : seconds]]) {
    const key = `${line.length} ${fontFamily}`;
    if (!widths.has(key)) widths.set(key, measured(line, fontFamily));
    target.style.setProperty(`--hiplog-${name}`, widths.get(key));
  }
}

function measured(text, family) {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `700 100px ${family}`;
  return (canvas.measureText(text.replace(/\d/g, "0")).width / 100 - TIGHT_EM * text.length).toFixed(3);
}
