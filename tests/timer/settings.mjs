// What the timer is set to. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesOf, LABELS, ORDER, settingsOf } from "../../hiplog/timer/page/logic/settings.js";

const MODEL = {
  exercises: [{ title: "Hip balancing" }], first_sides: { right: "right", weaker: "left" },
  plan: { plan: 2, asked: true },
  given: { volume: 0.3 }, defaults: { first_side: "right", volume: 0.75, voice: true },
  choices: { first_side: ["right", "weaker"], volume: [0.5, 0.75], voice: [true, false] },
};
const chosen = (remembered, model = MODEL) => settingsOf(model, remembered).chosen;

test("without more a setting is its default", () => {
  assert.deepEqual(chosen(null, { ...MODEL, given: {} }), { ...MODEL.defaults, plan: 2 });
});
test("what the browser remembers wins over the default, and an argument over both", () => {
  assert.deepEqual(chosen({ voice: false, volume: 0.5 }), { first_side: "right", volume: 0.3, voice: false, plan: 2 });
});
test("what could not have been chosen is not believed", () => {
  assert.deepEqual(chosen({ voice: "yes", first_side: "top", other: 1 }), chosen(null));
  assert.deepEqual(chosen("rubbish"), chosen(null));
});
test("the first side is what the choice means today", () => {
  assert.equal(settingsOf(MODEL, { first_side: "weaker" }).first_side, "left");
});
test("an argument is the only choice", () => {
  assert.deepEqual(choicesOf(settingsOf(MODEL, null), "volume"), [0.3]);
  assert.deepEqual(choicesOf(settingsOf(MODEL, null), "first_side"), ["right", "weaker"]);
});
test("a default beyond the usual choices is one of them", () => {
  const model = { ...MODEL, given: {}, defaults: { ...MODEL.defaults, volume: 0.6 } };
  assert.deepEqual(choicesOf(settingsOf(model, null), "volume"), [0.5, 0.75, 0.6]);
});
test("every setting has a place in the page, and its choices have words", () => {
  assert.deepEqual([...ORDER, "knocks"].sort(), Object.keys(LABELS).sort());
  assert.deepEqual([60, 90, 45].map(LABELS.target_s[1]), ["1:00 minutes", "1:30 minutes", "45 seconds"]);
});
test("the plan is the log's, whatever a browser remembers; an argument wins, and nothing is asked then", () => {
  const asks = (model) => (({ plan, asks_plan }) => [plan, asks_plan])(settingsOf({ ...MODEL, ...model }, { plan: 3 }));
  assert.deepEqual(asks({}), [2, false]);
  assert.deepEqual(asks({ plan: { plan: 1, asked: false } }), [1, true]);
  assert.deepEqual(asks({ plan: { plan: 1, asked: false }, given: { plan: 3 } }), [3, false]);
});
