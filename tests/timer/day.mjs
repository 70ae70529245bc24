// The day in the place where the page is. Run by test_timer_words.py, in several time zones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysInARow, dayWords, sessionsToday } from "../../hiplog/timer/page/logic/day.js";
import { localTime } from "../../hiplog/timer/page/logic/records.js";

const HIP = "hip_balance";
const HOUR_MS = 60 * 60 * 1000;
const noon = (day) => new Date(2026, 2, day, 12).getTime();
const iso = (year, month, day) => localTime(new Date(year, month, day, 12).getTime()).started_at.slice(0, 10);
const session = (more = {}) => ({ session_id: "before", day: "2026-03-04", counts: true, ...more });
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
test("the last session is named by its day", () => {
  const settings = { recent: [], streak: { days: 3, last: "2026-03-03" }, plan: 2, exercises: [{ name: HIP }] };
  const last = (started_at) => dayWords({ ...settings, last_session: [{ started_at }] }, [], noon(4)).words;
  assert.equal(last("2026-03-04T07:10:00.000"), "0 of 2 today · 3 days in a row · last today, 07:10");
  assert.equal(last("2026-03-03T23:59:00.000"), "0 of 2 today · 3 days in a row · last yesterday, 23:59");
  assert.equal(last("2026-02-28T07:10:00.000"), "0 of 2 today · 3 days in a row · last 4 days ago");
});
