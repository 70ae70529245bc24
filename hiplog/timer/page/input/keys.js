// Keys and taps. A single key of the notebook's own can destroy the widget, and some notebooks listen before any node
// of a page does: so keys are taken at the window, and none of the timer's goes further.
import { isCounting } from "../logic/phases.js";
import { isHandKey } from "./hand.js";

const OVER = ".jp-Dialog, dialog, [role=dialog], [aria-modal=true]"; // what a page may put over a timer
const CONTROLS = "button, input, label, select, textarea";
const SECOND_TAP_MS = 1000; // who ends a hold may tap twice, and what stands there then is something else

/**
 * Let keys and taps on `panel`, within `root`, let go of a hold, until `signal` says that they are gone; `now` says the
 * state, the settings and when the last hold was `letGo`. For a second after one no tap presses anything but that it hurts.
 */
export function listen(root, panel, act, signal, now) {
  const taken = (event) => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey) return; // the notebook's or the browser's
    if (event.type === "keydown" && isHand(event, target)) return hand(event);
    if (!root.contains(target)) return void (event.type === "keydown" && covered(event, target));
    event.stopPropagation();
    if (event.type === "keydown") keyDown(event, target);
  };
  function isHand(event, target) {
    const { state, settings } = now();
    const isNear = root.contains(target) || target === document.body || Boolean(target.closest?.(OVER));
    return isCounting(state) && isHandKey(event, target, isNear, settings.button);
  }
  function hand(event) {
    event.stopPropagation();
    event.preventDefault();
    if (!event.repeat) act("hand", event);
  }
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
    if (!below || isSecond(event, below)) return;
    if (below.closest("button")) below.closest("button").click();
    else if (panel.contains(below)) act("let-go", event);
  }
  /** The second of two taps that were meant for the hold: it presses nothing of what has come in its place. A key is none. */
  const isSecond = ({ detail, timeStamp }, target) =>
    detail > 0 && timeStamp - now().letGo < SECOND_TAP_MS && !target.closest(".hiplog-hurts");
  function tappedTwice(event) {
    if (!isSecond(event, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  window.addEventListener("click", tapped, { capture: true, signal });
  panel.addEventListener("click", tappedTwice, { capture: true });
  for (const type of ["keydown", "keyup"]) window.addEventListener(type, taken, { capture: true, signal });
  panel.addEventListener("click", (event) => event.target.closest(CONTROLS) || act("let-go", event));
}

function leave(root) {
  const outside = root.parentElement?.closest("[tabindex]");
  outside ? outside.focus({ preventScroll: true }) : root.getRootNode().activeElement?.blur();
}
