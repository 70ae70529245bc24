// The day in the place where the page is. Run by test_timer_words.py, in several time zones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysAgo, daysInARow, dayWords, sessionsToday, withWaiting } from "../../hiplog/timer/page/logic/day.js";
import { localTime } from "../../hiplog/timer/page/logic/records.js";

const HIP = "hip_balance";
const HOUR_MS = 60 * 60 * 1000;
const noon = (day) => new Date(2026, 2, day, 12).getTime();
const iso = (year, month, day) => localTime(new Date(year, month, day, 12).getTime()).started_at.slice(0, 10);
const session = (more = {}) => ({ session_id: "before", day: "2026-03-04", counts: true, held: [], ...more });
const held = (side, more = {}) => ({
  removed: false,
  hold: { session_id: "here", started_at: "2026-03-04T11:00:00.000", exercise: HIP, side, ended: "let_go", ...more },
});
const BOTH = [held("right"), held("left")];

test("a session of the log counts on its day, if it counts", () => {
  const recent = [session(), session({ session_id: "one side", counts: false }), session({ day: "2026-03-03" })];
  assert.equal(sessionsToday(recent, [], HIP, noon(4)), 1);
});
test("the session here counts beside those of the log, and once where the log has it already", () => {
  assert.equal(sessionsToday([session()], BOTH, HIP, noon(4)), 2);
  assert.equal(sessionsToday([session(), session({ session_id: "here" })], BOTH, HIP, noon(4)), 2);
});
test("a session that was discarded here does not count, though the log still had it", () => {
  const here = BOTH.map((record) => ({ ...record, removed: true }));
  assert.equal(sessionsToday([session({ session_id: "here" })], here, HIP, noon(4)), 0);
});
test("the session here counts by the rule of the log", () => {
  const counts = (...records) => sessionsToday([], records, HIP, noon(4));
  assert.equal(counts(held("right")), 0);
  assert.equal(counts(held("right", { ended: "pain" })), 1);
  assert.equal(counts(held("right", { ended: "interrupted" }), held("left", { ended: "interrupted" })), 0);
  assert.equal(counts(held("right", { ended: "interrupted" }), held("left")), 1);
});
test("a session of which holds wait counts beside those that the log told of, and once", () => {
  const done = (recent, waiting) => sessionsToday(withWaiting(recent, waiting, HIP), [], HIP, noon(4));
  const day = { day: { day: "2026-03-04" }, removed: false };
  assert.equal(done([], BOTH), 1);
  assert.equal(done([session()], [day, ...BOTH]), 2);
  assert.equal(done([session({ session_id: "here" })], BOTH), 1);
  assert.equal(done([session({ session_id: "here" })], [held("right")]), 1);
  assert.equal(done([session({ session_id: "here", counts: false, held: [] })], BOTH), 1);
  const right = { side: "right", ended: "let_go" };
  assert.equal(done([session({ session_id: "here", counts: false, held: [right] })], [held("left")]), 1);
  assert.equal(done([session({ session_id: "here", counts: false, held: [right] })], [held("right")]), 0);
  assert.equal(done([], BOTH.map((record) => ({ ...record, removed: true }))), 0);
  assert.equal(done([], [held("right")]), 0);
  assert.equal(done([], [held("right", { exercise: "quad_stretch" }), held("left")]), 0);
});
test("a stretch makes no session of the exercise", () => {
  const stretch = { exercise: "quad_stretch" };
  assert.equal(sessionsToday([], [held("right"), held("left", stretch)], HIP, noon(4)), 0);
  assert.equal(sessionsToday([], [held("right", stretch), held("left", stretch)], HIP, noon(4)), 0);
});
test("a session over midnight counts for the day on which it began", () => {
  const here = [held("right", { started_at: "2026-03-03T23:59:00.000" }), held("left")];
  assert.deepEqual([3, 4].map((day) => sessionsToday([], here, HIP, noon(day))), [1, 0]);
});
test("in every hour of a year, both changes of the clocks among them, yesterday is the day before", () => {
  for (let t = new Date(2026, 0, 1).getTime(); new Date(t).getFullYear() === 2026; t += HOUR_MS) {
    const now = new Date(t);
    const day = (back) => iso(now.getFullYear(), now.getMonth(), now.getDate() - back);
    const found = [0, 1, 2].map((back) => daysInARow({ days: 40, last: day(back) }, 0, t));
    assert.deepEqual(found, [40, 40, 0], now.toString());
    assert.equal(daysInARow({ days: 40, last: day(1) }, 1, t), 41, now.toString());
  }
});
test("the day says how much of the plan is done, never 2 of 1", () => {
  const said = { days: [], reasons: { ill: "ill" } };
  const settings = { ...said, recent: [], streak: { days: 3, last: "2026-03-03" }, plan: 2, exercises: [{ name: HIP }] };
  const words = (sessions, plan) =>
    dayWords({ ...settings, plan, recent: Array.from({ length: sessions }, (_, i) => session({ session_id: i })) }, [], noon(4)).words;
  assert.equal(words(0, 2), "Not yet today · 3 days in a row");
  assert.equal(words(1, 2), "1 of 2 today · 4 days in a row");
  assert.equal(words(1, 1), "Done today · 4 days in a row");
  assert.equal(words(2, 1), "2 sessions today · 4 days in a row");
});
test("a day is named by how many days ago it was, over a change of the clocks too", () => {
  assert.deepEqual(["2026-03-04", "2026-03-03", "2026-02-28"].map((day) => daysAgo(day, noon(4))), [0, 1, 4]);
});
test("a day without a session says why, until there is one", () => {
  const settings = { recent: [], streak: { days: 0, last: null }, plan: 1, exercises: [{ name: HIP }], reasons: { ill: "I am ill" } };
  const words = (days, records = []) => dayWords({ ...settings, days }, records, noon(4)).words;
  const ill = { day: "2026-03-04", reason: "ill" };
  assert.equal(words([ill]), "No session today: I am ill");
  assert.equal(words([{ day: "2026-03-03", reason: "ill" }, { day: "2026-03-04", reason: null, pain: 4 }]), "Not yet today");
  assert.equal(words([ill], BOTH), "Done today");
});
