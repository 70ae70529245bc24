// The button in the hand: which keys are the timer's, and what they do. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canBeChosen, isHandKey, keyOf, keyWords } from "../../hiplog/timer/page/input/hand.js";
import { step } from "../../hiplog/timer/page/logic/machine.js";
import { partsOf, ready } from "../../hiplog/timer/page/logic/phases.js";
import { settingsOf } from "../../hiplog/timer/page/logic/settings.js";

const LIMITS = { too_short_s: 3, session_gap_s: 3600, most_hold_s: 3600 };
const SETTINGS = {
  exercises: [{ name: "hip_balance", title: "Hip balancing", target_s: 120, prepare_s: 10 }],
  first_side: "right", target_s: 120, prepare_s: 10, switch_s: 10, stretches: false,
};
/** The state after events of the form [seconds, type]; the page is awake in between. */
const after = (...events) => events.reduce(([state, now], [s, type]) => {
  for (let t = now + 1; t < s; t += 1) state = step(state, { type: "tick", t: 1000 * t, limits: LIMITS }, () => "id");
  const start = { settings: SETTINGS, past: {}, ids: { session_id: "s" } };
  return [step(state, { type, t: 1000 * s, limits: LIMITS, ...(type === "start" && start) }, () => `id ${s}`), s];
}, [ready(), 0])[0];
const target = (...selectors) => ({ closest: (list) => selectors.find((each) => list.split(", ").includes(each)) });
const isHand = (key, at, isNear, chosen = null) => isHandKey({ key }, at, isNear, chosen);

test("it begins a hold and lets go of it, a whole session long", () => {
  const state = after([0, "start"], [4, "hand"], [34, "hand"], [37, "hand"], [77, "hand"]);
  assert.deepEqual(state.records.map(({ hold }) => [hold.side, hold.hold_s, hold.ended]),
    [["right", 30, "let_go"], ["left", 40, "let_go"]]);
  assert.equal(state.phase, "rate");
});
test("a press that is felt twice is one", () => {
  assert.equal(after([0, "start"], [0.2, "hand"]).phase, "prepare");
  assert.equal(after([0, "start"], [4, "hand"], [4.2, "hand"]).phase, "hold");
});
test("a press that comes after the target ends no countdown", () => {
  assert.equal(after([0, "start"], [130, "tick"], [131.5, "hand"]).phase, "switch");
  assert.equal(after([0, "start"], [130, "tick"], [132.5, "hand"]).phase, "hold");
});
test("it does nothing where nothing counts", () => {
  assert.equal(after([0, "start"], [4, "hand"], [5, "hand"], [9, "hand"]).phase, "count");
  assert.equal(after([1, "hand"]).phase, "ready");
});
test("what a clicker or a pedal sends is the timer's where the timer has the keys", () => {
  for (const key of ["PageDown", "PageUp", "ArrowRight", "ArrowUp", ".", "b", "B"]) {
    assert.deepEqual([isHand(key, target(), true), isHand(key, target(), false)], [true, false], key);
  }
  for (const key of ["F5", "AudioVolumeUp", "a", "Escape"]) assert.equal(isHand(key, target(), true), false, key);
});
test("the button that was chosen is the timer's anywhere but where one types", () => {
  assert.equal(isHand("F5", target(), false, "F5"), true);
  for (const field of ["input", "textarea", ".cm-editor", "[contenteditable]"]) {
    assert.deepEqual([isHand("b", target(field), true, "b"), isHand("PageDown", target(field), true)], [false, false]);
  }
});
test("a button that has the keys is pressed by Enter and Space, also where one of them was chosen", () => {
  assert.equal(isHand("Enter", target("button"), true, "Enter"), false);
  assert.equal(isHand("Enter", target(), false, "Enter"), true);
});
test("keys that do something else everywhere cannot be chosen", () => {
  assert.deepEqual(["Escape", "Tab", "Shift", "Unidentified"].map(canBeChosen), [false, false, false, false]);
  assert.deepEqual(["PageDown", "AudioVolumeUp", " "].map(canBeChosen), [true, true, true]);
});
test("keys have names", () => {
  assert.deepEqual(["PageDown", "AudioVolumeUp", "MediaPlayPause", " ", "."].map(keyWords),
    ["Page Down", "Volume Up", "Media Play Pause", "Space", "."]);
  assert.deepEqual([keyOf({ key: "B" }), keyOf({ key: "PageUp" })], ["b", "PageUp"]);
});
test("the chosen button is remembered, and what is none is not believed", () => {
  const model = { exercises: [{ title: "" }], first_sides: {}, plan: {}, given: {}, defaults: {}, choices: {} };
  assert.deepEqual([{ button: "F5" }, { button: 5 }, null].map((each) => settingsOf(model, each).button), ["F5", null, null]);
});
