// What the page says of the keeping. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asideWords, elsewhereWords, lacksWords, refusedWords, savedWords } from "../../hiplog/timer/page/logic/saved.js";

const KEPT = {
  pending: 0, onlyHere: 0, sessionOnlyHere: false, refused: [], silent: false, error: null, gone: [], differs: [],
};
const HOLD = { side: "left", hold_s: 80, started_at: "2026-03-04T07:10:00.000" };
const DONE = { phase: "done", records: [{ hold: HOLD, changes: {}, removed: false }] };
const UNDER_WAY = { ...DONE, phase: "rate" };
const says = (kept, state = DONE) => savedWords(state, { ...KEPT, ...kept });
const REFUSED = [{ record: DONE.records[0], reason: "no" }];

test("what is saved is said, and what is not yet", () => {
  assert.equal(says({}), "Saved in your log.");
  assert.equal(says({}, UNDER_WAY), "Your holds are in your log.");
  assert.equal(says({ pending: 1 }), "Saving…");
  assert.equal(says({ pending: 1, silent: true }),
    "Not yet in your log, kept in this browser. Python does not answer: if it stays so, reload this page.");
});
test("an error is said with where the hold is meanwhile", () => {
  const error = "log.sqlite: the disk is full.";
  assert.equal(says({ pending: 1, error }), `Not yet in your log, kept in this browser. ${error}`);
});
test("an error that came after the saving does not deny it", () => {
  assert.equal(says({ error: "It cannot be read." }), "Saved in your log. It cannot be read.");
});
test("what is only on the page is said at once, and how many of those that wait", () => {
  assert.equal(says({ pending: 1, onlyHere: 1 }), "Saving…, until then only on this page: leave it open.");
  const silent = { pending: 2, silent: true };
  assert.equal(says({ ...silent, onlyHere: 2 }), "Not yet in your log, only on this page: leave it open.");
  assert.equal(says({ ...silent, onlyHere: 1 }), "Not yet in your log, 1 of 2 only on this page: leave it open.");
});
test("a session that cannot be stored is said, while it is under way", () => {
  assert.equal(
    says({ sessionOnlyHere: true }, UNDER_WAY),
    "Your holds are in your log. This session is only on this page: leave it open.");
  assert.equal(says({ sessionOnlyHere: true }), "Saved in your log.");
});
test("what was refused is not said to be saved, and where it is is said", () => {
  assert.equal(says({ refused: REFUSED }), "");
  assert.equal(says({ refused: REFUSED, onlyHere: 1 }), "Only on this page: leave it open.");
});
test("a refused hold is named by its side, day and seconds, with what was expected", () => {
  const reason = "side is 'middle', expected one of left, right";
  assert.equal(
    refusedWords({ record: DONE.records[0], reason }),
    `The left hold of 2026-03-04, 07:10 (1 minute 20 seconds) is not in your log as it should be: ${reason}`);
});
test("what was taken out elsewhere is said", () => {
  const day = { day: "2026-03-04", pain: 9, reason: "too_sore", note: null };
  assert.equal(
    says({ gone: [{ hold: HOLD }, { day }] }),
    "Saved in your log. Taken out of your log elsewhere: left 1:20, what you said of 2026-03-04.");
  assert.equal(says({ gone: [{ hold: HOLD }] }, { ...DONE, records: [{ ...DONE.records[0], removed: true, gone: true }] }),
    "Taken out of your log elsewhere: left 1:20.");
});
test("what was said of what was taken out elsewhere is shown, and not said to be saved", () => {
  const said = (record) => refusedWords({ record: { changes: {}, ...record }, reason: null });
  assert.equal(
    said({ hold: { ...HOLD, pain_after: 0, note: "a note of worth" }, changes: { ended: "pain" } }),
    "The left hold of 2026-03-04, 07:10 (1 minute 20 seconds) was taken out of your log elsewhere. This is not in your " +
      'log, and goes into it once that is put back there: stopped for pain, pain 0, "a note of worth".');
  assert.match(said({ hold: HOLD, changes: { hold_s: 80 } }), / there: left 1:20\.$/);
  const day = { day: "2026-03-04", pain: 9, reason: "told_to_pause", note: null };
  assert.match(said({ day }), /^What you said of 2026-03-04 was taken out .* there: pain 9, told to pause\.$/);
  assert.equal(says({ refused: [{ record: DONE.records[0], reason: null }] }), "");
});
test("a hold that was changed in the log meanwhile is said, as it is there", () => {
  const before = { side: "right", hold_s: 4.2, pain_after: 6, note: "stiff" };
  const says_of = (now) => says({ differs: [{ before, now: { ...before, ...now } }] });
  assert.equal(
    says_of({ side: "left", hold_s: 20 }),
    "Saved in your log. The right hold was changed in your log meanwhile: left, 20 seconds.");
  assert.match(says_of({ pain_after: 3, note: "so_re" }), /meanwhile: right, 4 seconds, with the pain 3, with the note "so_re"\.$/);
  assert.match(says_of({ note: null, pain_after: null }), /meanwhile: right, 4 seconds, without its pain, without its note\.$/);
  const day = { day: "2026-03-04", pain: 4, reason: null, note: "stiff" };
  assert.match(
    says({ differs: [{ before: day, now: { pain: 4, reason: "told_to_pause", note: null } }] }),
    /What you said of 2026-03-04 was changed in your log meanwhile: it is with the reason "told to pause", without its note\.$/);
});
test("holds for the log in another place are counted, with the place", () => {
  const place = encodeURIComponent("C:\\my logs\\log.sqlite");
  assert.equal(
    elsewhereWords({ place, count: 1 }), "1 hold is kept in this browser for this log at C:\\my logs\\log.sqlite.");
  assert.match(elsewhereWords({ place: "%E0%A4%A", count: 2 }), /^2 holds are kept .* at %E0%A4%A\.$/);
  assert.match(elsewhereWords({ place, count: 0, plan: true }), /^A plan is kept /);
  assert.match(elsewhereWords({ place, count: 1, plan: true }), /^1 hold and a plan are kept /);
});
test("what was set aside is counted", () => {
  assert.equal(asideWords(1), "1 thing kept in this browser could not be read, and was set aside.");
  assert.equal(asideWords(2), "2 things kept in this browser could not be read, and were set aside.");
});
test("a log that lacks what was saved in it is said, with the day and what to do", () => {
  assert.equal(
    lacksWords({ token: "t", at: "2026-03-04T07:12:00", holds: [] }),
    "What was saved in your log on 2026-03-04, 07:12 is not in this file, which may be an older copy: look for the " +
      "newer one, or into the folder backups beside it. The command hiplog check says whether the file is whole.");
  assert.match(lacksWords({ token: "t", at: null, holds: [] }), /^What was saved in your log is not in this file/);
});
test("holds that a log lacks are named by day and side", () => {
  const holds = [["2026-03-04T07:10:00", "left"], ["2026-03-04T07:13:00", "right"]];
  assert.match(lacksWords({ at: null, holds }),
    /^What was saved in your log is not in this file \(2 holds: left of 2026-03-04, 07:10; right of 2026-03-04, 07:13\), which/);
  assert.match(lacksWords({ at: null, holds: Array(9).fill(holds[0]) }), /\(9 holds: (left of 2026-03-04, 07:10; ){6}…\), which/);
});
test("what was taken out is said once, before anything else is done", () => {
  const out = { phase: "ready", records: [{ ...DONE.records[0], removed: true }] };
  assert.equal(says({}, out), "The session was taken out of your log.");
  assert.equal(says({}, { ...out, phase: "guide" }), "");
});
test("what is said of a day is saved, or taken out", () => {
  const day = { day: { day_id: "d" }, changes: {}, removed: false };
  assert.equal(says({}, { phase: "day", records: [], days: [day] }), "Saved in your log.");
  assert.equal(says({}, { phase: "day", records: [], days: [] }), "");
  const out = { phase: "ready", records: [], days: [{ ...day, removed: true }] };
  assert.equal(says({}, out), "What you said of the day was taken out of your log.");
});
test("a plan that the log did not take is said with why", () => {
  assert.match(says({ planTold: "3 a day was set elsewhere since." }), /3 a day was set elsewhere since\./);
});
test("a plan that is not in the log yet is said to be so", () => {
  assert.match(says({ planWaits: true }), /Your plan is not in your log yet\./);
  assert.match(says({ planWaits: true, planOnlyHere: true }), /Your plan is not in your log yet, only on this page: leave it open\.$/);
});
