// What the timer says. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ago, beatsBest, clock, difference, secondsOf, spoken, tenths } from "../../hiplog/timer/page/logic/words.js";

const record = (side, hold_s, ended = "let_go", more = {}) => ({
  removed: false,
  hold: { side, hold_s, ended, ...more },
});

test("a clock is rounded down", () => {
  assert.deepEqual([0, 59.99, 60, 119.5, 600].map(clock), ["0:00", "0:59", "1:00", "1:59", "10:00"]);
});
test("seconds are spoken as they are shown, rounded down", () => {
  const words = ["1 second", "59 seconds", "1 minute 5 seconds", "2 minutes", "1 minute 1 second"];
  assert.deepEqual([1, 59.6, 65, 120, 61].map(spoken), words);
});
test("how long ago is said in the largest unit", () => {
  const words = ["a moment ago", "50 seconds ago", "50 minutes ago", "2 hours ago", "1 day ago"];
  assert.deepEqual([-5, 50e3, 3e6, 7.3e6, 9e7].map(ago), words);
});
test("seconds are read as one types them, and what is no time is none", () => {
  assert.deepEqual(["90", "1:30", " 0:02", "52.5", "52,5", "1:02.5"].map(secondsOf), [90, 90, 2, 52.5, 52.5, 62.5]);
  assert.deepEqual(["", "about 2", "1:75", "1:2:3", "-5", "1:"].map(secondsOf), [null, null, null, null, null, null]);
});
test("the difference of two sides that were let go is said in seconds", () => {
  assert.equal(difference([record("right", 84), record("left", 70)]), "Right side: 14 seconds longer than left, and held first.");
});
test("a difference to a side that reached its target is at least that", () => {
  const records = [record("right", 120, "target"), record("left", 70)];
  assert.equal(difference(records), "Right side: at least 50 seconds longer than left, and held first.");
});
test("two sides at the target are not compared", () => {
  const records = [record("right", 120, "target"), record("left", 120, "target")];
  assert.equal(difference(records), "Both sides reached the target.");
});
test("a shorter side that was interrupted is not compared", () => {
  const records = [record("right", 80), record("left", 20, "interrupted")];
  assert.equal(difference(records), "The left side was interrupted, so the two cannot be compared.");
});
test("a hold that pain ended is not compared, whichever side is longer", () => {
  const words = "A hold hurt, so your sides are not compared today.";
  assert.equal(difference([record("right", 80), record("left", 20, "pain")]), words);
  assert.equal(difference([record("right", 20), record("left", 80, "pain")]), words);
});
test("sides whose seconds are shown alike are said to be so", () => {
  assert.equal(difference([record("right", 80.2), record("left", 80.9)]), "Both sides were held equally long.");
});
test("one side alone is said to be so", () => {
  assert.equal(difference([record("left", 80)]), "Only the left side was held.");
});
test("the longest hold of a side is compared", () => {
  const records = [record("right", 10, "interrupted"), record("right", 60), record("left", 50)];
  assert.equal(difference(records), "Right side: 10 seconds longer than left, and held first.");
});
test("a difference is of the seconds that are shown", () => {
  assert.equal(difference([record("right", 5.9), record("left", 11.1)]), "Left side: 6 seconds longer than right, which was held first.");
});
test("at least so much longer is no more than it was", () => {
  assert.equal(difference([record("right", 6.2, "interrupted"), record("left", 5.8)]), "The right side was held at least as long.");
  assert.match(difference([record("right", 7.1, "interrupted"), record("left", 5.8)]), /at least 1 second longer/);
});
test("a side at its target is at least as long as one that shows the same", () => {
  const records = [record("right", 120, "target"), record("left", 120)];
  assert.equal(difference(records), "The right side was held at least as long.");
});
test("a hold is the longest only if the difference shows", () => {
  const past = { hip_balance: { right: { best_s: 3.5 } } };
  const beats = (hold_s) => beatsBest({ exercise: "hip_balance", side: "right", hold_s }, past);
  assert.deepEqual([3.4, 3.52, 3.99, 4].map(beats), [false, false, false, true]);
});
test("tenths are rounded down too, so that a slip is shown below its limit", () => {
  assert.deepEqual([2.96, 1.5, 0.04].map(tenths), ["2.9", "1.5", "0.0"]);
});
