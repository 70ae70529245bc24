// What is kept of a session. Run by test_timer_words.py, in several time zones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asRecord, claimedOf, corrected, draftOf, localTime, mended, sidesInOrder, withRating } from "../../hiplog/timer/page/logic/records.js";

// In each zone, the wall clock at 12:00 UTC on 4 March and on 4 July 2026, and its minutes east of UTC.
const NOON_UTC = {
  UTC: [["12:00", 0], ["12:00", 0]],
  "Europe/Berlin": [["13:00", 60], ["14:00", 120]],
  "America/New_York": [["07:00", -300], ["08:00", -240]],
  "Asia/Kolkata": [["17:30", 330], ["17:30", 330]],
};
const hold = (more = {}) => ({
  hold_id: "a", side: "right", exercise: "hip_balance", hold_s: 45, target_s: 120, ended: "let_go", ...more,
});
const rated = (records, pain, note = "") => withRating(records, { pain, note }).map(({ hold }) => hold.pain_after);

test("a time is that of the wall clock here, with its offset", () => {
  const at = [Date.UTC(2026, 2, 4, 12), Date.UTC(2026, 6, 4, 12)].map(localTime);
  const found = at.map(({ started_at, utc_offset_min }) => [started_at.slice(11, 16), utc_offset_min]);
  assert.deepEqual(found, NOON_UTC[process.env.TZ]);
  assert.equal(at[0].started_at, `2026-03-04T${NOON_UTC[process.env.TZ][0][0]}:00.000`);
});
test("an offset is never minus zero, which JSON would lose", () => {
  assert.ok(!Object.is(localTime(0).utc_offset_min, -0));
});
test("a correction is told apart from what was there, and one of nothing is none", () => {
  const record = asRecord(hold());
  assert.equal(corrected(record, { hold_s: 45 }), record);
  assert.deepEqual(corrected(corrected(record, { hold_s: 44 }), { side: "left" }).changes, { hold_s: 44, side: "left" });
});
test("a side that was held twice is rated for the last hold of the exercise", () => {
  const records = [hold(), hold({ hold_id: "b" }), hold({ exercise: "quad_stretch" })].map(asRecord);
  assert.deepEqual(rated(records, { right: 3 }), [null, 3, 3]);
});
test("what was taken out is not rated", () => {
  const out = { ...asRecord(hold()), removed: true };
  assert.equal(withRating([out], { pain: { right: 3 }, note: "sore" })[0], out);
});
test("a note of spaces is no note", () => {
  assert.deepEqual(withRating([asRecord(hold())], { pain: {}, note: "  \n" })[0].hold.note, null);
});
test("seconds mended carry with them why the hold ended", () => {
  const ended = (was, hold_s) => {
    const record = asRecord(hold({ ended: was, hold_s: was === "target" ? 120 : 45 }));
    return mended([record], [{ ...draftOf([record])[0], hold_s }])[0].hold.ended;
  };
  assert.deepEqual([ended("target", 60), ended("let_go", 120), ended("pain", 60)], ["let_go", "target", "pain"]);
});
test("a hold that is put back is said to be put back", () => {
  const out = { ...asRecord(hold()), removed: true };
  const [back] = mended([out], [{ ...draftOf([out])[0], removed: false }]);
  assert.deepEqual([back.removed, back.anew], [false, true]);
});
test("the sides stand in the order in which they were held, also where the second one hurt", () => {
  const order = (...sides) => sidesInOrder(sides.map((side) => asRecord(hold({ side, ended: "pain" }))));
  assert.deepEqual(order("left", "right", "left"), ["left", "right"]);
  assert.deepEqual(order("right", "left"), ["right", "left"]);
  assert.deepEqual(order("left"), ["left", "right"]);
  assert.deepEqual(sidesInOrder([{ ...asRecord(hold()), removed: true }, asRecord(hold({ side: "left" }))]), ["left", "right"]);
});

test("seconds that were claimed twice are claimed once, and no more than the hold has", () => {
  assert.equal(claimedOf([[10, 25], [4, 12]], 20), 16);
  assert.equal(claimedOf([[4, 6], [10, 12]], 20), 4);
  assert.equal(claimedOf([[30, 40]], 20), null);
  assert.equal(claimedOf([], 20), null);
});
