// What one sees before a session, while one still stands: the day, the position with its steps, and the pain before.
import { dayWords } from "../logic/day.js";
import { exerciseOf } from "../logic/settings.js";
import { clock, sideTitle } from "../logic/words.js";
import { drawing } from "./drawings.js";
import { painScale } from "./forms.js";
import { button, node, put } from "./nodes.js";

const PLANS = ["Once a day", "Twice a day", "3 times a day"];

/** The first page; `act` says what the person did. */
export function readyPage(act, choose) {
  const dots = node("span", "hiplog-dots");
  const day = node("span");
  const picture = node("div", "hiplog-picture");
  const first = node("div", "hiplog-first");
  const past = node("div", "hiplog-past");
  const steps = node("ol", "hiplog-steps");
  const pain = painScale("Pain now", (value, event) => act("pain-before", event, { value }));
  const stop = node("p", "hiplog-when-to-stop");
  const often = node("span");
  const plans = PLANS.map((words, i) =>
    button(words, (event) => choose("plan", i + 1, event), "hiplog-button hiplog-small"));
  const asked = node("div", "hiplog-plan", {}, often, node("div", "hiplog-plans", {}, ...plans));
  const root = node("div", "hiplog-ready", {},
    node("div", "hiplog-standing", {}, node("div", "hiplog-today", {}, dots, day), picture, first, past, stop, asked),
    node("div", "hiplog-asked", {}, steps, pain.root));

  function show(state, settings, t) {
    const { done, words } = dayWords(settings, state.records, t);
    dots.replaceChildren(...Array.from({ length: Math.max(settings.plan, done) }, (_, i) =>
      node("i", i < done ? "hiplog-dot hiplog-dot-done" : "hiplog-dot")));
    put(day, words);
    const { name } = settings.exercises[0];
    const side = settings.first_side;
    if (picture.dataset.shows !== name + side) {
      picture.replaceChildren(drawing(name, side, document));
      picture.dataset.shows = name + side;
    }
    put(first, `${sideTitle(side)} first, up to ${clock(settings.target_s)}`);
    put(past, pastWords(side, settings.past[name][side]));
    put(stop, settings.when_to_stop);
    steps.replaceChildren(...exerciseOf(settings, name).steps[side].map((step) => node("li", "", {}, step)));
    pain.show(state.pain_before);
    put(often, `How often do you mean to? ${settings.how_often}`);
    asked.hidden = !settings.asks_plan;
    past.hidden = settings.asks_plan;
  }
  return { root, show };
}

function pastWords(side, { last_s, best_s }) {
  return last_s === null ? "" : `${sideTitle(side)}: last time ${clock(last_s)}, longest ${clock(best_s)}`;
}

/** How the exercise is done, in its own words. */
export function guidePage() {
  const picture = node("div", "hiplog-picture");
  const steps = node("ol", "hiplog-steps");
  const words = node("div", "hiplog-own-words");
  const root = node("div", "hiplog-guide", {}, picture, steps, words);

  function show(settings) {
    const { name } = settings.exercises[0];
    const side = settings.first_side;
    picture.replaceChildren(drawing(name, side, document));
    steps.replaceChildren(...exerciseOf(settings, name).steps[side].map((step) => node("li", "", {}, step)));
    const said = [settings.helps_with, settings.how_often, settings.discomfort, settings.when_to_stop];
    words.replaceChildren(...said.filter(Boolean).map((sentence) => node("p", "", {}, sentence)));
  }
  return { root, show };
}
