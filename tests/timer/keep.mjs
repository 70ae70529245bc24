// The keeper, with a storage, a Python and a clock that a test turns. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { keeper } from "../../hiplog/timer/page/browser/keep.js";
import { textStorage } from "../../hiplog/timer/page/browser/storage.js";
import { idOf } from "../../hiplog/timer/page/logic/records.js";
import { Store } from "./store.mjs";

const LOG = { id: "log", place: "/home/me/log.sqlite" };
mock.timers.enable({ apis: ["setTimeout"] });

const record = (hold_id, more = {}) => ({
  hold: {
    hold_id, session_id: "s", started_at: "2026-03-04T07:10:00.000", exercise: "hip_balance", side: "right",
    hold_s: 45, target_s: 120, ended: "let_go", ...more,
  },
  changes: {},
  removed: false,
});

/** A page of the log: its keeper, and what it sent. */
function pageOf(store = new Store(), { log = LOG, memory = new Map() } = {}) {
  const sent = [];
  const seen = store.seenBy((event) => keep.storageChanged(event));
  const keep = keeper(log, (message) => sent.push(structuredClone(message)), () => {}, textStorage(seen), memory);
  const answer = (i, more = {}) => {
    const { page, request, records } = sent.at(i);
    const kept = Object.keys(records).filter((id) => !(id in (more.refused ?? {})));
    keep.answered({ page, request, kept: more.error ? [] : kept, gone: [], refused: {}, error: null, ...more });
  };
  return { keep, sent, answer, store, memory };
}
const holdsIn = (store) => [...store.keys()].filter((key) => key.includes(":hold:")).map((key) => key.split(":").at(-1));
const SESSION = {
  phase: "rate", seen: 1, session_id: "s", at: 0, records: [record("a")], rating: { same: false, pain: {}, note: "sore" },
  parts: [{ exercise: "hip_balance", title: "Hip balancing", side: "right", target_s: 120, wait_s: 10 }],
  past: { hip_balance: { right: { last_s: null, best_s: null } } },
};

test("a record is stored until it was answered", () => {
  const { keep, answer, store } = pageOf();
  keep.keep([record("a")]);
  assert.deepEqual([holdsIn(store), keep.status().pending], [["a"], 1]);
  answer(-1);
  assert.deepEqual([holdsIn(store), keep.status().pending], [[], 0]);
});

test("what the log has otherwise is told until the next is kept, or a session begins, unless the hold became another text since", () => {
  const { keep, sent, answer } = pageOf();
  const differs = { a: { side: "left", hold_s: 20 } };
  keep.keep([record("a")]);
  const { page, request } = sent[0];
  assert.deepEqual(keep.answered({ page, request, kept: ["a"], differs }).differs, differs);
  assert.deepEqual(keep.status().differs, [{ before: record("a").hold, now: differs.a }]);
  keep.keep([record("a", { note: "sore" })]);
  keep.keep([record("a", { note: "stiff" })]);
  assert.deepEqual(keep.answered({ page, request: sent.at(-2).request, kept: ["a"], differs }).differs, {});
  answer(-1);
  assert.deepEqual(keep.status().differs, []);
  keep.keep([record("b")]);
  answer(-1, { gone: ["b"], differs: { b: differs.a } });
  keep.begin();
  assert.deepEqual([keep.status().gone, keep.status().differs], [[], []]);
});
const AT_T1 = { last_change: { token: "t1", at: null, holds: [] }, lacks: false };
test("what was answered as kept is sent with the change by which the log had it, also where its next text was made before", () => {
  const { keep, sent, answer } = pageOf();
  keep.keep([record("a")]);
  keep.keep([record("a", { note: "sore" })]);
  answer(0, AT_T1);
  mock.timers.tick(4000);
  keep.again();
  assert.deepEqual(sent.map(({ records }) => records.a.saved), [null, null, "t1"]);
});
test("what is answered is returned: what the log has otherwise, has no more, and has, unless it has changed since", () => {
  const { keep, sent, answer } = pageOf();
  keep.keep([record("a"), record("b"), record("c"), { ...record("d"), removed: true }]);
  const { page, request } = sent[0];
  keep.keep([record("c", { note: "sore" })]);
  const kept = ["a", "b", "c", "d"];
  assert.deepEqual(keep.answered({ page, request, kept, gone: ["a"], ...AT_T1 }), { differs: { a: null }, saved: { b: "t1" } });
});
const DAY = { day: { day_id: "d", day: "2026-03-04", time: "07:10", pain: 9, reason: "ill", note: null }, changes: {}, removed: false };
test("an error that was answered is said no longer once Python answers nothing", () => {
  const { keep, sent } = pageOf();
  keep.keep([record("a")]);
  const { page, request } = sent.at(-1);
  keep.answered({ page, request, error: "locked" });
  keep.again();
  assert.deepEqual([keep.status().error, keep.status().silent], ["locked", false]);
  mock.timers.tick(4000);
  assert.deepEqual([keep.status().error, keep.status().silent], [null, true]);
});
test("what was taken out elsewhere is told once, and which; with words it waits until it is there again", () => {
  const { keep, sent, answer, store } = pageOf();
  keep.keep([record("a"), record("b"), DAY]);
  answer(-1, { gone: ["a", "d"] });
  const which = () => [keep.status().gone.map(idOf), keep.status().refused.map(({ record, reason }) => [idOf(record), reason])];
  assert.deepEqual([which(), keep.status().pending, holdsIn(store)], [[["a"], [["d", null]]], 0, ["d"]]);
  keep.keep([{ ...record("a", { note: "sore" }), removed: true, gone: true }]);
  assert.deepEqual([sent.at(-1).records.a.removed, sent.at(-1).records.a.hold.note], [false, "sore"]);
  answer(-1, { gone: ["a", "d"] });
  assert.deepEqual(which(), [[], [["d", null], ["a", null]]]);
  const next = pageOf(store);
  next.keep.hello();
  assert.deepEqual(Object.keys(next.sent[0].records).sort(), ["a", "d"]);
  keep.again();
  answer(-1, { gone: ["d"], ...AT_T1 });
  assert.deepEqual([which(), holdsIn(store)], [[[], [["d", null]]], ["d"]]);
  keep.amend("d", null);
  assert.deepEqual([which(), store.size], [[["d"], []], 1]);
});

test("an answer to another page's message with the same number is not taken", () => {
  const [one, two] = [pageOf(), pageOf()];
  one.keep.keep([record("a")]);
  two.keep.keep([record("b")]);
  const { page, request } = one.sent[0];
  two.keep.answered({ page, request, kept: ["b"], gone: [], refused: {}, error: null });
  assert.equal(two.keep.status().pending, 1);
});

test("a page does not delete the newer record of another", () => {
  const store = new Store();
  const one = pageOf(store);
  one.keep.keep([record("a")]);
  const two = pageOf(store);
  two.keep.keep([record("a", { note: "sore" })]);
  one.answer(-1);
  assert.match(store.get([...store.keys()][0]), /sore/);
  assert.equal(two.keep.status().pending, 1);
});

test("what another page has discarded and had answered is not sent again", () => {
  const store = new Store();
  pageOf(store).keep.keep([record("a")]);
  const reader = pageOf(store);
  reader.keep.hello();
  const other = pageOf(store);
  other.keep.keep([{ ...record("a"), removed: true }]);
  other.answer(-1);
  mock.timers.tick(4000);
  reader.keep.again();
  assert.deepEqual(reader.sent.at(-1).records, {});
});

test("the page that made a record forgets it when another page had it answered", () => {
  const store = new Store();
  const maker = pageOf(store);
  maker.keep.keep([record("a")]);
  const other = pageOf(store);
  other.keep.hello();
  other.answer(-1);
  assert.deepEqual([maker.keep.status().pending, holdsIn(store)], [0, []]);
});

test("what had no room outlives the answer that another page got for the text before", () => {
  const store = new Store();
  const maker = pageOf(store);
  maker.keep.keep([record("a")]);
  store.full = true;
  maker.keep.keep([record("a", { note: "sore" })]);
  const other = pageOf(store);
  other.keep.hello();
  other.answer(-1);
  maker.keep.again();
  assert.deepEqual([maker.keep.status().pending, maker.keep.status().onlyHere], [1, 1]);
});

test("storage that was full at first is said of all that wait, and is used when it has room", () => {
  const { keep, store } = pageOf();
  store.full = true;
  keep.keep([record("a")]);
  assert.equal(keep.status().onlyHere, 1);
  store.full = false;
  keep.keep([record("b")]);
  assert.deepEqual([keep.status().onlyHere, holdsIn(store).sort()], [0, ["a", "b"]]);
});

test("one of two that is only on the page is counted", () => {
  const { keep, store } = pageOf();
  keep.keep([record("a")]);
  store.full = true;
  keep.keep([record("b")]);
  assert.deepEqual([keep.status().pending, keep.status().onlyHere], [2, 1]);
});

test("storage that was cleared is noticed, and written again", () => {
  const { keep, store } = pageOf();
  keep.keep([record("a")]);
  store.clear();
  assert.equal(keep.status().onlyHere, 1);
  mock.timers.tick(4000);
  assert.deepEqual([keep.status().onlyHere, holdsIn(store)], [0, ["a"]]);
});

test("a new timer of the same page has what was only in memory, the session and the settings too", () => {
  const store = Object.assign(new Store(), { denied: true });
  const first = pageOf(store);
  first.keep.keep([record("a")]);
  first.keep.writeSession(SESSION);
  first.keep.writeSetting("voice", false);
  first.keep.close();
  const { keep, sent } = pageOf(store, first);
  keep.hello();
  assert.deepEqual(Object.keys(sent[0].records), ["a"]);
  assert.deepEqual([keep.readSession(), keep.readSettings()], [SESSION, { voice: false }]);
});

test("a session that cannot be stored is said to be only on the page", () => {
  const { keep, store } = pageOf();
  store.full = true;
  keep.writeSession(SESSION);
  assert.equal(keep.status().sessionOnlyHere, true);
  store.full = false;
  keep.writeSession(SESSION);
  assert.equal(keep.status().sessionOnlyHere, false);
});

test("a session that had no more room leaves no older one, in which a hold on record would still run", () => {
  const { keep, store } = pageOf();
  keep.writeSession(SESSION);
  store.full = true;
  keep.writeSession({ ...SESSION, rating: { ...SESSION.rating, note: "sore, and stiff" } });
  assert.deepEqual([pageOf(store).keep.readSession(), keep.readSession().rating.note], [null, "sore, and stiff"]);
});

for (const text of ["{}", "5", "null", "rubbish", '"text"', "[]", '{"hold": {}, "changes": {}, "removed": false}']) {
  test(`a stored record or session ${text} is set aside and told, and the others go on`, () => {
    const { store } = pageOf();
    pageOf(store).keep.keep([record("a")]);
    const here = [...store.keys()][0].replace(/hold:a$/, "");
    store.set(`${here}hold:bad`, text);
    store.set(`${here}session`, text);
    const { keep, sent } = pageOf(store);
    assert.equal(keep.readSession(), null);
    keep.hello();
    assert.deepEqual(Object.keys(sent[0].records), ["a"]);
    assert.equal(keep.status().setAside, 2);
    keep.dropAside();
    assert.deepEqual([keep.status().setAside, store.size], [0, 1]);
  });
}

test("a session of a later version, or one that lacks a part, is set aside", () => {
  const { keep, store } = pageOf();
  keep.writeSession(SESSION);
  const [key] = store.keys();
  const stored = JSON.parse(store.get(key));
  const bad = [{ ...stored, form: 3 }, { ...stored, session: { ...SESSION, at: 7 } }, { ...stored, session: { phase: "hold" } }];
  const read = bad.map((each) => (store.set(key, JSON.stringify(each)), pageOf(store).keep.readSession()));
  assert.deepEqual(read, [null, null, null]);
});

test("a refused record is named with its reason, and the others are kept", () => {
  const { keep, answer, store } = pageOf();
  keep.keep([record("a"), record("b")]);
  answer(-1, { refused: { a: "no" } });
  const { pending, refused } = keep.status();
  assert.deepEqual([pending, refused.map((each) => [each.record.hold.hold_id, each.reason])], [0, [["a", "no"]]]);
  assert.deepEqual(holdsIn(store), ["a"]);
});

test("a refused record can be mended, which sends it, or dropped", () => {
  const { keep, sent, answer, store } = pageOf();
  keep.keep([record("a")]);
  answer(-1, { refused: { a: "no" } });
  keep.amend("a", record("a", { hold_s: 44 }));
  assert.equal(sent.at(-1).records.a.hold.hold_s, 44);
  answer(-1, { refused: { a: "no" } });
  keep.amend("a", null);
  assert.deepEqual([keep.status().refused, keep.status().pending, store.size], [[], 0, 0]);
});

test("a log out of reach is tried again by itself, with all that waits", () => {
  const { keep, sent, answer } = pageOf();
  keep.keep([record("a")]);
  answer(-1, { error: "locked" });
  assert.deepEqual([keep.status().error, keep.status().pending], ["locked", 1]);
  mock.timers.tick(29999);
  assert.equal(sent.length, 1);
  mock.timers.tick(1);
  assert.deepEqual(Object.keys(sent.at(-1).records), ["a"]);
  answer(-1);
  assert.deepEqual([keep.status().error, keep.status().pending], [null, 0]);
});

test("a session that another page goes on with is taken", () => {
  const store = new Store();
  const one = pageOf(store);
  one.keep.writeSession(SESSION);
  assert.equal(one.keep.takenBy(), null);
  pageOf(store).keep.writeSession(SESSION);
  assert.deepEqual(one.keep.takenBy(), SESSION);
});

test("settings chosen in two pages are both kept", () => {
  const store = new Store();
  const [one, two] = [pageOf(store), pageOf(store)];
  one.keep.writeSetting("voice", false);
  two.keep.writeSetting("sounds", false);
  assert.deepEqual(one.keep.readSettings(), { voice: false, sounds: false });
});

test("what waits for the log in another place is offered, and put into this one or dropped", () => {
  const store = new Store();
  pageOf(store, { log: { id: "log", place: "/usb: stick/log.sqlite" } }).keep.keep([record("a"), record("b")]);
  const { keep, sent } = pageOf(store);
  keep.hello();
  const [{ place, count }] = keep.status().elsewhere;
  assert.deepEqual([sent[0].records, decodeURIComponent(place), count], [{}, "/usb: stick/log.sqlite", 2]);
  keep.adopt(place);
  assert.deepEqual(Object.keys(sent.at(-1).records), ["a", "b"]);
  const other = pageOf(store, { log: { id: "log", place: "/elsewhere" } });
  other.keep.drop(other.keep.status().elsewhere[0].place);
  assert.equal(store.size, 0);
});

test("a plan that waits for the log in another place is offered too, and is none against one that was chosen here", () => {
  const there = { log: { id: "log", place: "/usb/log.sqlite" } };
  const store = new Store();
  pageOf(store, there).keep.setPlan(3, "2026-03-04", 1);
  const { keep, sent } = pageOf(store);
  const [{ place, count, plan }] = keep.status().elsewhere;
  assert.deepEqual([count, plan], [0, true]);
  keep.adopt(place);
  assert.deepEqual([sent.at(-1).type, sent.at(-1).plan, keep.status().elsewhere], ["plan-set", 3, []]);
  pageOf(store, there).keep.setPlan(1, "2026-03-05", 1);
  keep.adopt(place);
  assert.deepEqual([sent.at(-1).plan, keep.status().elsewhere], [3, []]);
});
test("another log's records are none of its business", () => {
  const store = new Store();
  pageOf(store, { log: { id: "other", place: LOG.place } }).keep.keep([record("a")]);
  const { pending, elsewhere } = pageOf(store).keep.status();
  assert.deepEqual([pending, elsewhere], [0, []]);
});

const HELD = [["2026-03-03T07:10:00", "left"], ["2026-03-04T07:10:00", "right"]];
const CHANGE = { token: "t1", at: "2026-03-04T07:12:00", holds: HELD };
const MISSED = { ...CHANGE, holds: HELD.slice(1) };

test("a page shows its Python the log's last change that this browser saw", () => {
  const store = new Store();
  const first = pageOf(store);
  first.keep.hello();
  assert.equal(first.sent[0].saw, null);
  first.answer(-1, { last_change: CHANGE, lacks: false });
  const next = pageOf(store);
  next.keep.hello();
  assert.equal(next.sent[0].saw, "t1");
});

test("what a log lacks that was seen in it is told until it is there again, or the person goes on", () => {
  const { keep, answer, sent } = pageOf();
  const hello = (more) => (keep.hello(), answer(-1, more), keep.status().lacks);
  assert.equal(hello({ last_change: CHANGE, lacks: false }), null);
  const older = { last_change: { token: "t0", at: null, holds: HELD.slice(0, 1) }, lacks: true };
  assert.deepEqual(hello(older), MISSED);
  assert.deepEqual(hello({ error: "It cannot be read." }), MISSED);
  assert.equal(sent.at(-1).saw, "t1");
  assert.equal(hello({ last_change: CHANGE, lacks: false }), null);
  assert.deepEqual(hello(older), MISSED);
  keep.acceptOlder();
  assert.equal(keep.status().lacks, null);
  assert.equal(hello({ last_change: older.last_change, lacks: false }), null);
  keep.hello();
  assert.equal(sent.at(-1).saw, "t0");
});

test("a log that was moved or copied is compared with what was seen of it elsewhere, until it was seen here", () => {
  const store = new Store();
  const one = pageOf(store);
  one.keep.hello();
  one.answer(-1, { last_change: CHANGE, lacks: false });
  const copied = pageOf(store, { log: { ...LOG, place: "/media/stick/log.sqlite" } });
  copied.keep.hello();
  assert.equal(copied.sent[0].saw, "t1");
  copied.answer(-1, { last_change: null, lacks: true });
  assert.deepEqual(copied.keep.status().lacks, CHANGE);
  copied.keep.acceptOlder();
  copied.keep.hello();
  assert.equal(copied.sent.at(-1).saw, null);
  copied.answer(-1, { last_change: { token: "t0", at: null, holds: [] }, lacks: false });
  copied.keep.hello();
  assert.equal(copied.sent.at(-1).saw, "t0");
  for (const key of store.keys()) store.set(key, "{\"token\": 7}");
  one.keep.hello();
  assert.equal(one.sent.at(-1).saw, null);
});

test("what is said of a day waits under its own id, with the holds, in order of time", () => {
  const { keep, sent, answer, store } = pageOf();
  const day = { day_id: "d", day: "2026-03-03", time: "07:10", pain: 7, reason: null, note: null };
  keep.keep([record("a"), { day, changes: {}, removed: false }]);
  assert.deepEqual([Object.keys(sent.at(-1).records), holdsIn(store).sort()], [["d", "a"], ["a", "d"]]);
  answer(-1);
  assert.deepEqual([keep.status().pending, holdsIn(store)], [0, []]);
});
test("a plan that could not be stored is said to be only on the page", () => {
  const { keep, store } = pageOf();
  store.full = true;
  keep.setPlan(2, "2026-03-04");
  assert.deepEqual([keep.status().planWaits, keep.status().planOnlyHere], [true, true]);
});
test("a plan that was chosen while Python was dead waits for the next timer, and no longer than until it is answered", () => {
  const before = pageOf();
  before.keep.setPlan(2, "2026-03-04");
  const next = pageOf(before.store);
  next.keep.hello();
  assert.deepEqual([next.sent.at(-1).type, next.sent.at(-1).plan, next.keep.status().planWaits], ["plan-set", 2, true]);
  const { page, request } = next.sent.at(-1);
  next.keep.answered({ page, request, error: null });
  assert.equal(next.keep.status().planWaits, false);
  before.keep.again();
  assert.deepEqual([before.sent.filter(({ type }) => type === "plan-set").length, before.keep.status().planWaits], [1, false]);
});
test("a plan goes out with what the log had when the first that waits was chosen, and why it is not kept is told until the next", () => {
  const { keep, sent } = pageOf();
  keep.setPlan(2, "2026-03-04", 1);
  keep.setPlan(3, "2026-03-04", 2);
  assert.deepEqual(sent.map(({ plan, was }) => [plan, was]), [[2, [1]], [3, [1, 2]]]);
  const { page, request } = sent.at(-1);
  keep.answered({ page, request, error: null, plan: "2 a day was set elsewhere since." });
  assert.deepEqual([keep.status().planWaits, keep.status().planTold], [false, "2 a day was set elsewhere since."]);
  keep.setPlan(1, "2026-03-04", 2);
  assert.deepEqual([sent.at(-1).was, keep.status().planTold], [[2], null]);
});
test("a plan is sent until it is answered, and the last one chosen counts", () => {
  const { keep, sent } = pageOf();
  keep.setPlan(2, "2026-03-04");
  keep.setPlan(3, "2026-03-04");
  assert.deepEqual(sent.map(({ type, plan, day }) => [type, plan, day]), [["plan-set", 2, "2026-03-04"], ["plan-set", 3, "2026-03-04"]]);
  const answered = ({ page, request }, error = null) => keep.answered({ type: "answered", page, request, error });
  answered(sent[0]);
  assert.equal(keep.status().planWaits, true);
  answered(sent[1], "locked");
  assert.equal(keep.status().planWaits, true);
  keep.again();
  answered(sent.at(-1));
  assert.deepEqual([sent.at(-1).plan, keep.status().planWaits], [3, false]);
});
