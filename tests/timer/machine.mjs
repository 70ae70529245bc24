// The state machine alone: events with their times go in, a state comes out. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as machine from "../../hiplog/timer/page/logic/machine.js";
import { difference } from "../../hiplog/timer/page/logic/words.js";
import { headline, smallPrint } from "../../hiplog/timer/page/logic/sentences.js";
import { deadline, heldSeconds, isUnderWay, partsOf, ready } from "../../hiplog/timer/page/logic/phases.js";
import { localTime } from "../../hiplog/timer/page/logic/records.js";

const LIMITS = { too_short_s: 3, session_gap_s: 3600, most_hold_s: 3600 };
const step = (state, event, newId) => machine.step(state, { limits: LIMITS, ...event }, newId);
const T0 = new Date(2026, 2, 4, 7, 10).getTime();
const EXERCISES = [
  { name: "hip_balance", title: "Hip balancing", target_s: 120, prepare_s: 10 },
  { name: "hamstring_stretch", title: "Hamstring stretch", target_s: 90, prepare_s: 20 },
];
const SETTINGS = {
  exercises: EXERCISES, stretches: false, first_side: "right", target_s: 120, prepare_s: 10, switch_s: 10,
};

/**
 * The state after events of the form [seconds after T0, type, more]; between them the page is awake and ticks each
 * second, but before an event that is `unseen`.
 */
function after(...events) {
  let ids = 0;
  const newId = () => `hold-${(ids += 1)}`;
  const start = { settings: SETTINGS, past: {}, ids: { session_id: "session" } };
  let [now] = events[0];
  return events.reduce((state, [s, type, { unseen, ...more } = {}]) => {
    for (now += 1; now < s && !unseen; now += 1) state = step(state, { type: "tick", t: at(now) }, newId);
    now = s;
    return step(state, { type, t: at(s), ...(type === "start" && start), ...more }, newId);
  }, ready());
}
const at = (s) => T0 + Math.round(1000 * s);
const UNSEEN = { unseen: true };
const START = [0, "start"];
const rightHeld = (s) => [START, [10 + s, "let-go"]];
const last = (state) => state.records.at(-1).hold;

test("a hold begins at Start plus the countdown, and ends at the event that lets go", () => {
  const { hold_s, side, ended } = last(after(START, [55.25, "let-go"]));
  assert.deepEqual([hold_s, side, ended], [45.25, "right", "let_go"]);
});
test("a hold begins at Skip if the countdown is skipped", () => {
  assert.equal(last(after(START, [4, "skip"], [34, "let-go"])).hold_s, 30);
});
test("a press after the target gives exactly the target", () => {
  const state = after(START, [130.2, "let-go"]);
  assert.deepEqual([last(state).hold_s, last(state).ended, state.phase], [120, "target", "switch"]);
});
test("an alarm that rings late gives exactly the target, and the next side its full countdown", () => {
  const state = after(START, [129.5, "tick"], [133, "tick", UNSEEN]);
  assert.deepEqual([last(state).hold_s, deadline(state) - T0], [120, 143000]);
});
test("a part that was shown late begins when it was shown", () => {
  assert.equal(after(START, [9.5, "tick"], [12, "tick", UNSEEN]).begin - T0, 12000);
  assert.equal(after(START, [9.5, "tick"], [10.4, "tick", UNSEEN]).begin - T0, 10000);
});
test("what was sounded while the page was held up has been followed, to the second", () => {
  const state = after(START, [20, "tick"], [150, "tick", { ...UNSEEN, heard: T0 }]);
  assert.deepEqual([last(state).hold_s, state.phase, state.begin - T0], [120, "hold", 140000]);
});
test("sounds that have run only since the page woke prove nothing of the time before", () => {
  const state = after(START, [20, "tick"], [150, "tick", { ...UNSEEN, heard: T0 + 21000 }]);
  assert.deepEqual([state.phase, state.seen_s, state.records], ["away", 10, []]);
});
test("a press that was made before the page was awake again leaves the next side its full countdown", () => {
  const state = after(START, [30, "tick"], [50, "tick", { ...UNSEEN, heard: T0 }], [35, "let-go", UNSEEN], [51, "tick"]);
  assert.deepEqual([state.phase, last(state).hold_s, deadline(state) - T0], ["switch", 25, 60000]);
});
test("a press that was made before a countdown began does not end it", () => {
  const state = after(...rightHeld(20));
  assert.equal(step(state, { type: "skip", t: at(25) }, () => "x").until, state.until);
});
test("a press that was made before the hold began makes no hold", () => {
  const holding = after(START, [10.02, "tick"]);
  const pressed = step(holding, { type: "let-go", t: T0 + 9990 }, () => "x");
  assert.deepEqual([pressed.phase, pressed.records], ["hold", []]);
});
test("a second press makes no second hold", () => {
  assert.equal(after(...rightHeld(45), [55.1, "let-go"]).records.length, 1);
});
test("the second side has a full window after its own countdown", () => {
  const state = after(...rightHeld(45), [65, "tick"], [125, "let-go"]);
  assert.deepEqual([last(state).side, last(state).hold_s, state.phase], ["left", 60, "rate"]);
});
test("pain ends the hold and goes to the rating", () => {
  const state = after(START, [30, "pain"]);
  assert.deepEqual([last(state).ended, state.phase], ["pain", "rate"]);
});
test("pain pressed as the target is reached still goes to the rating, and is kept", () => {
  for (const s of [129.9996, 130.01]) { // to the millisecond both are at the target
    const state = after(START, [128.5, "tick"], [s, "pain", { ...UNSEEN, t: T0 + 1000 * s, day_id: "day-1" }]);
    assert.deepEqual([last(state).ended, state.phase, state.hurts, state.days[0].day.reason], ["target", "rate", true, "pain"]);
  }
});
test("a hold that was changed in the log is as it is there, and what was corrected before does not come back", () => {
  const differs = { [last(after(...rightHeld(20))).hold_id]: { side: "left", hold_s: 15, version: 5 } };
  const state = after(...rightHeld(20), [70, "let-go"], [71, "in-log", { differs }]);
  assert.deepEqual(state.records.map(({ hold }) => [hold.side, hold.hold_s]), [["left", 15], ["left", 30]]);
  assert.deepEqual([state.phase, state.records[0].changes], ["rate", {}]);
});
test("an interrupted side may be done again", () => {
  const state = after(START, [30, "interrupt"], [40, "start"], [80, "let-go"]);
  assert.deepEqual(state.records.map((r) => [r.hold.side, r.hold.hold_s, r.hold.ended]), [
    ["right", 20, "interrupted"],
    ["right", 30, "let_go"],
  ]);
});
test("an interrupted side may be left", () => {
  const state = after(START, [30, "interrupt"], [40, "skip-side"]);
  assert.deepEqual([state.phase, state.parts[state.at].side], ["switch", "left"]);
});
test("a hold under three seconds is kept as let go while it is asked about", () => {
  const state = after(...rightHeld(2.9));
  assert.deepEqual([state.phase, last(state).ended], ["count", "let_go"]);
});
test("a hold of three seconds is not asked about", () => {
  assert.equal(after(...rightHeld(3)).phase, "switch");
});
test("a short hold that counts stays as it is, and the session goes on", () => {
  const state = after(...rightHeld(2), [14, "yes"]);
  assert.deepEqual([state.phase, last(state).ended], ["switch", "let_go"]);
  assert.deepEqual(state.records[0].changes, {});
});
test("how short a slip is, and how long a session waits, is what the event brings", () => {
  const limits = { too_short_s: 20, session_gap_s: 30 };
  assert.equal(after(START, [29, "let-go", { limits }]).phase, "count");
  assert.equal(after(START, [30, "let-go", { limits }]).phase, "switch");
  const session = after(START, [30, "pain"]);
  assert.equal(after([59, "found", { session, limits }]).phase, "rate");
  assert.equal(after([60, "found", { session, limits }]).phase, "found");
});
test("a short hold that was a slip is interrupted once the person says so, and its side may be done again", () => {
  const changes = { ended: "interrupted" };
  const again = after(...rightHeld(2), [14, "start"]);
  assert.deepEqual([again.phase, again.at, again.records[0].changes], ["prepare", 0, changes]);
  const left = after(...rightHeld(2), [14, "skip-side"]);
  assert.deepEqual([left.phase, left.at, left.records[0].changes], ["switch", 1, changes]);
});
test("a short hold of which nobody said that it was a slip stays let go, and going on asks again", () => {
  const session = after(...rightHeld(2));
  const discarded = after([60, "found", { session }], [61, "discard"]);
  assert.deepEqual([discarded.phase, last(discarded).ended], ["rate", "let_go"]);
  assert.equal(after([60, "found", { session }], [61, "resume"]).phase, "count");
});
test("a countdown lasts longer when that is asked for, and longer again", () => {
  const state = after(START, [5, "more-time"], [6, "more-time"]);
  assert.deepEqual([deadline(state) - T0, after(START, [5, "more-time"], [29, "tick"]).phase], [50000, "prepare"]);
});
test("after the last hold and after a stop for pain, who never let go goes on", () => {
  for (const stop of ["let-go", "pain"]) {
    const state = after(...rightHeld(20), [70, stop], [73, "still"]);
    assert.deepEqual([state.phase, heldSeconds(state, T0 + 80000)], ["hold", 40]);
    assert.equal(after(...rightHeld(20), [70, stop], [71, "save"], [73, "still"]).phase, "done");
  }
});
test("a side that is skipped leaves no record", () => {
  const state = after(START, [3, "skip-side"]);
  assert.deepEqual([state.phase, state.parts[state.at].side, state.records], ["switch", "left", []]);
});
test("a session of skipped sides is no session", () => {
  assert.equal(after(START, [3, "skip-side"], [4, "skip-side"]).phase, "ready");
});
test("each side gets its own pain, and each hold the note and the pain before", () => {
  const rated = [[90, "rated", { side: "left", value: 4 }], [91, "noted", { value: " stiff" }], [92, "save"]];
  const state = after([-5, "pain-before", { value: 5 }], ...rightHeld(20), [70, "let-go"], ...rated);
  assert.deepEqual(state.records.map(({ hold: h }) => [h.side, h.pain_before, h.pain_after, h.note]), [
    ["right", 5, null, " stiff"],
    ["left", 5, 4, " stiff"],
  ]);
});
test("the same pain for both sides is said once", () => {
  const rated = [[90, "rated", { side: "right", value: 3 }], [91, "same", { value: true }], [92, "save"]];
  assert.deepEqual(after(...rightHeld(20), [70, "let-go"], ...rated).records.map((r) => r.hold.pain_after), [3, 3]);
});
test("a note of spaces is no note", () => {
  assert.equal(last(after(START, [30, "pain"], [40, "noted", { value: "  \n" }], [41, "save"])).note, null);
});
test("a side that was held twice is rated for its last hold", () => {
  const held = [START, [30, "interrupt"], [40, "start"], [80, "pain"]];
  const state = after(...held, [90, "rated", { side: "right", value: 7 }], [91, "save"]);
  assert.deepEqual(state.records.map((r) => r.hold.pain_after), [null, 7]);
});
test("discarding is asked about, and then marks every hold of the session as removed", () => {
  const done = [START, [30, "pain"], [40, "save"]];
  const asked = after(...done, [41, "undo"]);
  assert.deepEqual([asked.phase, asked.records.map((r) => r.removed)], ["sure", [false]]);
  const state = after(...done, [41, "undo"], [42, "yes"]);
  assert.deepEqual([state.phase, state.records.map((r) => r.removed)], ["ready", [true]]);
});
test("only records that changed are kept again", () => {
  const before = after(...rightHeld(20), [70, "let-go"]);
  const rated = step(before, { type: "noted", t: T0 + 80000, value: "x" }, () => "id");
  const saved = step(rated, { type: "save", t: T0 + 81000 }, () => "id");
  assert.deepEqual([machine.changedRecords(before, rated).length, machine.changedRecords(rated, saved).length], [0, 2]);
});
test("a running hold that is found is offered, and resumes with its own beginning", () => {
  const session = JSON.parse(JSON.stringify(after(START, [30, "tick"])));
  const found = after([50, "found", { session }]);
  assert.equal(found.phase, "found");
  const asked = step(found, { type: "resume", t: T0 + 60000 }, () => "id");
  assert.deepEqual([asked.phase, asked.seen_s, asked.claims[0].hold_s], ["away", 20, 50]);
  const resumed = step(asked, { type: "yes", t: T0 + 62000 }, () => "id");
  assert.deepEqual([resumed.phase, heldSeconds(resumed, T0 + 62000)], ["hold", 52]);
  assert.equal(last(step(resumed, { type: "let-go", t: T0 + 65000 }, () => "id")).claimed_s, 32);
});
test("a hold that is resumed by a clock that was set back meanwhile asks too, and a Yes counts what was seen", () => {
  const found = after([15, "found", { session: after(START, [30, "tick"]) }]);
  const asked = step(found, { type: "resume", t: T0 + 16000 }, () => "id");
  assert.deepEqual([asked.phase, asked.seen_s, asked.claims.map(({ hold_s }) => hold_s)], ["away", 20, [20]]);
  const resumed = step(asked, { type: "yes", t: T0 + 18000 }, () => "id");
  assert.deepEqual([resumed.phase, heldSeconds(resumed, T0 + 23000)], ["hold", 27]);
});
test("a hold is asked about after a reload however short that seems, for the clock may have been set back by as long", () => {
  const found = after([30, "found", { session: after(START, [30, "tick"]) }]);
  const asked = step(found, { type: "resume", t: T0 + 31000 }, () => "id");
  assert.deepEqual([asked.phase, asked.gap_s, asked.seen_s, asked.claims[0].hold_s], ["away", 1, 20, 21]);
  const nearTarget = after([130, "found", { session: after(START, [129.5, "tick"]) }], [131, "resume"]);
  assert.deepEqual([nearTarget.phase, nearTarget.records], ["away", []]);
  const begun = after([10, "found", { session: after(START, [10, "tick"]) }], [10, "resume"], [11, "no"]);
  assert.deepEqual([begun.phase, begun.gap_s], ["again", 0]);
});
test("what was let go before a reload is taken up by saying how long it was, not by one press", () => {
  const session = after(START, [30, "interrupt"]);
  assert.equal(after([31, "found", { session }], [32, "resume"], [33, "still"]).phase, "mend");
  const rating = after(...rightHeld(20), [70, "let-go"]);
  assert.equal(after([71, "found", { session: rating }], [72, "still"]).phase, "mend");
});
test("a hold that is resumed past its target asks, and is cut off at what was seen unless it was held", () => {
  const session = after(START, [30, "tick"]);
  const asked = after([900, "found", { session }], [901, "resume"]);
  assert.equal(asked.phase, "away");
  const no = step(asked, { type: "no", t: T0 + 902000 }, () => "id");
  const yes = step(asked, { type: "yes", t: T0 + 902000 }, () => "id");
  assert.deepEqual([last(no).hold_s, last(no).ended], [20, "interrupted"]);
  assert.deepEqual([last(yes).hold_s, last(yes).ended], [120, "target"]);
});
test("ending a session whose hold was found keeps what was seen of that hold, and the side before it", () => {
  const session = after(...rightHeld(20), [60, "tick"]);
  const state = after([70, "found", { session }], [71, "discard"]);
  const held = state.records.map(({ hold }) => [hold.side, hold.hold_s, hold.ended, hold.claimed_s]);
  assert.deepEqual([state.phase, held], ["rate", [["right", 20, "let_go", null], ["left", 20, "interrupted", null]]]);
  const begun = after(START, [10, "tick"]);
  assert.deepEqual(after([70, "found", { session: begun }], [71, "discard"]).records, []);
});
test("who let go while no page was there keeps what was seen, as after the question, and goes on to the other side", () => {
  const session = after(START, [30, "tick"]);
  const state = after([50, "found", { session }], [51, "no"]);
  assert.deepEqual([state.phase, held(state)], ["again", [["right", 20, "interrupted", null]]]);
  const other = step(state, { type: "skip-side", t: at(52) }, () => "id");
  assert.deepEqual([other.phase, other.parts[other.at].side, held(other)], ["switch", "left", held(state)]);
  const begun = after([50, "found", { session: after(START, [10, "tick"]) }], [51, "no"]);
  assert.deepEqual([begun.phase, begun.records], ["again", []]);
  const over = after([50, "found", { session: after(START, [30, "interrupt"]) }]);
  assert.equal(step(over, { type: "no", t: at(51) }, () => "id").phase, "found", "another page has ended it meanwhile");
});
test("the pain of a page that stood open for more than an hour is not the pain before a session, and that is said", () => {
  const chosen = (s) => after([-s, "pain-before", { value: 6 }], [0, "start", UNSEEN]);
  assert.deepEqual([chosen(3600).pain_before, chosen(3601).pain_before], [6, null]);
  const said = [chosen(3600), chosen(3601)].map((state) => smallPrint(state, {}, [], []));
  assert.deepEqual(said, ["", "The pain that you chose was of more than an hour ago, and is left out."]);
});
test("that it hurts more than an hour after Start is said of the day without the pain of then, and so is that", () => {
  const said = (s) => after([-5, "pain-before", { value: 6 }], START, [s, "pain", { ...UNSEEN, day_id: "day-1" }]);
  const asked = after([-5, "pain-before", { value: 6 }], START, [7200, "tick", UNSEEN], [7201, "pain", { day_id: "day-1" }]);
  assert.deepEqual([said(3), asked].map(({ days: [{ day }] }) => [day.pain, day.reason]), [[6, "pain"], [null, "pain"]]);
  const left = [said(3), asked].map((state) => smallPrint(state, {}, [], []));
  assert.deepEqual(left, ["", "The pain that you chose was of more than an hour ago, and is left out."]);
  const back = step(asked, { type: "back", t: at(7300) }, () => "id");
  assert.deepEqual([back.phase, back.pain_left_out], ["ready", undefined]);
});
test("what goes on more than an hour after a hold is another session", () => {
  const ids = { session_id: "another" };
  const again = (s, type) => after(START, [30, "interrupt"], [s, type, { ids, ...UNSEEN }], [s + 12, "tick"], [s + 50, "let-go"]);
  assert.deepEqual(again(3000, "start").records.map(({ hold }) => hold.session_id), ["session", "session"]);
  assert.deepEqual(again(7200, "start").records.map(({ hold }) => hold.session_id), ["another"]);
  assert.deepEqual(again(7200, "skip-side").records.map(({ hold }) => [hold.session_id, hold.side]), [["another", "left"]]);
});
test("that the last hold was a slip is kept also where what goes on is another session", () => {
  const slip = after(...rightHeld(2));
  for (const type of ["start", "skip-side"]) {
    const on = step(slip, { type, t: at(7200), ids: { session_id: "another" } }, () => "id");
    const [{ hold, changes }] = machine.changedRecords(slip, on);
    assert.deepEqual([hold.session_id, hold.ended, changes.ended, on.records], ["session", "interrupted", "interrupted", []]);
    const later = step(on, { type: "tick", t: at(7201) }, () => "id");
    assert.deepEqual([machine.changedRecords(on, later), later.leaving], [[], undefined]);
  }
});
test("the pain of hours ago is not the pain before a side that begins now, by whatever way, and that is said", () => {
  const chosen = [-5, "pain-before", { value: 6 }];
  const slept = after(chosen, START, [7200, "tick", UNSEEN], [7201, "start"]);
  const held = after(chosen, START, [30, "interrupt"], [7200, "start", { ...UNSEEN, ids: { session_id: "another" } }]);
  const left = after(chosen, START, [3, "finish"], [3700, "start", UNSEEN]);
  const discarded = after([7200, "found", { session: after(chosen, START, [10.4, "tick"]) }], [7201, "discard"], [7202, "start"]);
  for (const state of [slept, held, left, discarded]) {
    assert.equal(state.pain_before, null);
    assert.match(smallPrint(state, {}, [], []), /^The pain that you chose was of more than an hour ago/);
  }
  assert.equal(after(chosen, START, [3, "finish"], [600, "start", UNSEEN]).pain_before, 6);
});
test("a countdown that goes on after the clock was set back takes as long as it says", () => {
  const set = after([0, "pain-before", { value: 3 }], [-300, "parted", { by: -3e5 }], [-299, "start"]);
  assert.equal(set.until, at(-289));
  const resumed = after([-3000, "found", { session: after(START, [30, "let-go"], [31, "tick"]) }], [-2999, "resume"]);
  assert.equal(resumed.until, at(-2989));
});
test("a hold that was seen up to its target, to the millisecond, was held to it, also after a No", () => {
  const seen = [[128.5, "tick"], [130, "tick", { ...UNSEEN, t: T0 + 129999.6 }]];
  const asked = after(START, ...seen, [140, "tick", UNSEEN]);
  const state = step(asked, { type: "no", t: T0 + 141000 }, () => "id");
  assert.deepEqual([last(state).hold_s, last(state).ended, state.phase], [120, "target", "switch"]);
});
test("a clock set while a slip could be said leaves none to say", () => {
  const set = after(START, [30, "interrupt"], [33, "parted", { by: -3e6 }], [34, "still"]);
  assert.equal(set.phase, "mend");
});
test("a short hold that was mended to its target has reached it when it counts", () => {
  const asked = after(...rightHeld(2), [30, "still"], [31, "adjust", { i: 0, values: { hold_s: 125 } }], [32, "keep"]);
  const state = step(asked, { type: "yes", t: T0 + 33000 }, () => "id");
  assert.deepEqual([asked.phase, last(state).hold_s, last(state).ended], ["count", 125, "target"]);
});
test("what another page is awake with is left there", () => {
  const found = after([50, "found", { session: after(START, [30, "interrupt"]) }]);
  const seen = step(found, { type: "elsewhere", t: T0 + 51000 }, () => "id");
  assert.equal(step(seen, { type: "discard", t: T0 + 52000 }, () => "id").phase, "ready");
  assert.equal(step(found, { type: "discard", t: T0 + 52000 }, () => "id").phase, "rate");
});
test("what was offered is so no more once another page has gone on with it and left it", () => {
  const found = after([50, "found", { session: after(START, [30, "tick"]) }]);
  const gone = after(START, [30, "tick"], [31, "interrupt"]);
  assert.equal(step(found, { type: "found", t: T0 + 4e6, session: gone }, () => "id").phase, "ready");
});
test("a countdown that held nothing is not offered", () => {
  assert.equal(after([9, "found", { session: after(START) }]).phase, "ready");
});
test("what was typed and not saved is offered, whatever its age", () => {
  const session = after(START, [30, "pain"], [40, "noted", { value: "stiff" }]);
  const found = after([99999, "found", { session }]);
  assert.equal(found.phase, "found");
  const resumed = step(found, { type: "resume", t: T0 + 1e8 }, () => "id");
  assert.deepEqual([resumed.phase, resumed.rating.note], ["rate", "stiff"]);
});
test("a session that waits for its rating is shown again for an hour", () => {
  const session = after(START, [30, "pain"]);
  assert.equal(after([60, "found", { session }]).phase, "rate");
});

const asleep = (by) => ({ ...UNSEEN, by: 1000 * by });
test("asleep or set: a Yes says which of the two it counts, and the hold goes on", () => {
  const asked = after(START, [50, "tick"], [70, "parted", asleep(20)]);
  assert.deepEqual([asked.phase, asked.seen_s, asked.claims.map((c) => c.hold_s)], ["away", 40, [40, 60]]);
  const [set, slept] = ["yes", "longer"].map((type) => step(asked, { type, t: T0 + 75000 }, () => "id"));
  assert.deepEqual([set, slept].map((state) => heldSeconds(state, T0 + 75000)), [45, 65]);
  const ended = [set, slept].map((state) => last(step(state, { type: "let-go", t: T0 + 76000 }, () => "id")));
  assert.deepEqual(ended.map((hold) => hold.claimed_s), [5, 25]);
});
test("an hour asleep in a hold is claimed or not, and begins no other hold", () => {
  const asked = after(START, [20, "tick"], [3620, "tick", { ...UNSEEN, heard: T0 + 3619000 }]);
  const no = step(asked, { type: "no", t: T0 + 3625000 }, () => "id");
  assert.deepEqual([last(no).hold_s, last(no).ended, no.phase, no.held], [10, "interrupted", "again", undefined]);
  const yes = step(asked, { type: "yes", t: T0 + 3625000 }, () => "id");
  assert.deepEqual([last(yes).hold_s, last(yes).claimed_s, last(yes).ended], [120, 110, "target"]);
  assert.deepEqual([yes.records.length, yes.phase, deadline(yes) - T0], [1, "switch", 3635000]);
  assert.equal(last(yes).started_at, "2026-03-04T07:10:10.000");
});
test("a Yes that comes late counts what was asked about, and no more", () => {
  const asked = after(START, [20, "tick"], [40, "tick", UNSEEN]);
  const yes = step(asked, { type: "yes", t: T0 + 60000 }, () => "id");
  assert.deepEqual([last(yes).hold_s, last(yes).claimed_s, last(yes).ended], [30, 20, "interrupted"]);
});
test("a clock that was set back adds and takes nothing", () => {
  const asked = after(START, [30, "tick"], [-3570, "parted", { by: -3600000 }]);
  const yes = step(asked, { type: "yes", t: T0 - 3565000 }, () => "id");
  assert.equal(heldSeconds(yes, T0 - 3565000), 25);
});
for (const [phase, ...events] of [["prepare", START], ["switch", ...rightHeld(20)]]) {
  test(`absence in ${phase} begins nothing: the person starts the side again`, () => {
    const state = after(...events, [60, "tick", UNSEEN]);
    assert.deepEqual([state.phase, state.held], ["again", undefined]);
    const again = step(state, { type: "start", t: T0 + 70000 }, () => "id");
    assert.deepEqual([again.phase, deadline(again) - T0], ["prepare", 80000]);
  });
}
test("a slip is taken up at once; later the person says for how long it was", () => {
  const late = after(START, [30, "interrupt"], [41, "still"]);
  assert.deepEqual([late.phase, late.from], ["mend", "again"]);
  const kept = [[42, "adjust", { i: 0, values: { hold_s: 35 } }], [43, "keep"]].reduce(
    (state, [s, type, more]) => step(state, { type, t: at(s), ...more }, () => "id"), late);
  assert.deepEqual([kept.phase, last(kept).hold_s, last(kept).claimed_s, last(kept).ended],
    ["again", 35, 15, "interrupted"]);
});
test("a slip in the first seconds can be taken up", () => {
  assert.equal(after(START, [11.5, "let-go"], [13, "still"]).phase, "hold");
});
test("a hold is not taken up by one press after a time in which the page stood, whatever was pressed first", () => {
  const state = after(START, [20, "pain"], [27, "mend", UNSEEN], [27.1, "back", UNSEEN], [27.2, "still", UNSEEN]);
  assert.equal(state.phase, "mend");
});
test("after a No nothing can be taken up, and what was seen is said", () => {
  const asked = step(after(START, [12, "tick"]), { type: "tick", t: T0 + 60000, heard: Infinity, limits: LIMITS }, () => "id");
  const no = step(asked, { type: "no", t: T0 + 61000 }, () => "id");
  assert.deepEqual([asked.phase, no.phase, no.gap_s, last(no).hold_s], ["away", "again", undefined, 2]);
  assert.equal(step(no, { type: "still", t: T0 + 62000 }, () => "id").phase, "again");
});
test("a session taken by another timer is not gone on with here", () => {
  assert.equal(after(START, [30, "tick"], [31, "moved"]).phase, "moved");
  assert.equal(after([31, "moved"]).phase, "ready");
});
test("a session that no other page could read ends where it stands, with what was held and said", () => {
  const holding = after(START, [30.5, "moved", { unread: true }]);
  assert.deepEqual([holding.phase, last(holding).hold_s, last(holding).ended], ["moved", 20.5, "interrupted"]);
  const asleep = after(START, [30, "tick"], [90, "moved", { unread: true, unseen: true }]);
  assert.equal(last(asleep).hold_s, 20);
  const asked = step(after(START, [30, "tick"]), { type: "tick", t: T0 + 60000, heard: Infinity }, () => "id");
  assert.equal(last(step(asked, { type: "moved", t: T0 + 61000, unread: true }, () => "id")).hold_s, 20);
  const said = [...rightHeld(20), [70, "let-go"], [71, "rated", { side: "left", value: 4 }], [72, "noted", { value: "stiff" }]];
  for (const more of [[], [[73, "mend"]]]) {
    const { records } = after(...said, ...more, [74, "moved", { unread: true }]);
    assert.deepEqual(records.map(({ hold }) => [hold.pain_after, hold.note]), [[null, "stiff"], [4, "stiff"]]);
  }
  assert.deepEqual(after(START, [5, "moved", { unread: true }]).records, []);
});
test("a state survives JSON", () => {
  const state = after(...rightHeld(20), [70, "let-go"], [80, "rated", { side: "left", value: 4 }]);
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
});
test("a hold's time is the local wall clock's, with milliseconds", () => {
  assert.equal(localTime(T0 + 7).started_at, "2026-03-04T07:10:00.007");
  assert.equal(last(after(START, [30, "pain"])).started_at, "2026-03-04T07:10:10.000");
});
test("a No to taking out goes back to where one was", () => {
  assert.equal(after(START, [30, "pain"], [40, "save"], [41, "undo"], [42, "no"]).phase, "done");
});
test("the log's last session can be taken out again", () => {
  const session = [{ hold_id: "old", side: "left", hold_s: 60 }];
  const state = after([0, "settings"], [1, "undo", { session }], [2, "yes"]);
  assert.equal(after([0, "settings"], [1, "undo", { session }], [2, "no"]).phase, "ready");
  assert.deepEqual(state.records.map((r) => [r.hold.hold_id, r.removed]), [["old", true]]);
  assert.equal(after([0, "settings"], [1, "undo", { session: [] }]).phase, "ready");
});

test("it hurts as one switches sides: what was let go was a stop for pain, and the session ends", () => {
  const state = after(...rightHeld(20), [33, "pain"]);
  assert.deepEqual([state.phase, last(state).ended, last(state).hold_s], ["rate", "pain", 20]);
  const slip = after(...rightHeld(2), [14, "pain"]);
  assert.deepEqual([slip.phase, last(slip).ended, slip.records[0].changes], ["rate", "pain", { ended: "pain" }]);
  const taken = after(...rightHeld(20), [33, "pain"], [35, "still"], [50, "let-go"]);
  assert.deepEqual([taken.phase, taken.hurts, last(taken).ended, last(taken).hold_s], ["switch", undefined, "let_go", 40]);
});
test("it hurts after a target or an interruption, or as a side is done again: the holds stay what they were", () => {
  for (const [events, ended] of [
    [[START, [131, "tick"], [133, "pain"]], "target"],
    [[START, [30, "interrupt"], [32, "pain"]], "interrupted"],
    [[START, [12, "let-go"], [13, "start"], [15, "pain"]], "interrupted"],
    [[...rightHeld(20), [31, "tick"], [60, "tick", UNSEEN], [61, "pain"]], "let_go"],
  ]) {
    const state = after(...events);
    assert.deepEqual([state.phase, state.hurts, state.records.length, last(state).ended], ["rate", true, 1, ended]);
  }
});
test("that it hurts, where no hold says it, is kept with the day without a number, and can be taken back", () => {
  const saidOfDay = ({ days }) => days.map(({ day, removed }) => [day.day_id, day.reason, day.pain, removed]);
  const pain = { day_id: "day-1" };
  for (const events of [
    [START, [12, "let-go"], [13, "start"], [15, "pain", pain]],
    [START, [30, "interrupt"], [32, "start"], [34, "pain", pain]],
    [START, [30, "interrupt"], [32, "pain", pain]],
    [START, [131, "tick"], [133, "pain", pain]],
  ]) {
    const state = after([-5, "pain-before", { value: 6 }], ...events);
    assert.deepEqual(saidOfDay(state), [["day-1", "pain", null, false]], "the holds have the pain before");
    assert.deepEqual(machine.changedRecords({ records: state.records }, state), state.days, "it is sent");
    assert.match(headline(state, SETTINGS, at(60))[1], /It is kept with the day\./);
    const saved = step(state, { type: "save", t: at(140) }, () => "id");
    assert.deepEqual([headline(saved, SETTINGS, at(140))[0], saidOfDay(saved)], ["Enough for today", saidOfDay(state)]);
    const undone = step(step(saved, { type: "undo", t: at(141) }), { type: "yes", t: at(142) }, () => "id");
    assert.deepEqual([undone.phase, saidOfDay(undone)], ["ready", [["day-1", "pain", null, true]]]);
  }
  const taken = after(START, [30, "interrupt"], [32, "pain", pain], [35, "still"]);
  assert.deepEqual([taken.phase, taken.hurts, saidOfDay(taken)], ["hold", undefined, [["day-1", "pain", null, true]]]);
});
test("that it hurts is not said of the day where a hold says it, nor of one that had a session", () => {
  assert.deepEqual(after(...rightHeld(20), [33, "pain", { day_id: "day-1" }]).days, []);
  const second = after(START, [131, "tick"], [133, "pain", { day_id: "day-1", doneToday: true }]);
  assert.deepEqual([second.phase, second.days], ["rate", []]);
  assert.match(headline(second, SETTINGS, at(140))[1], /It is kept with a number or a note\./);
  const [{ hold }] = second.records;
  const out = step(second, { type: "in-log", differs: { [hold.hold_id]: null } }, () => "id");
  assert.equal(headline(out, SETTINGS, at(141))[1], "That is enough for today.", "of no hold there is a number to be chosen");
});
const PAIN = { day_id: "day-1" };
const held = ({ records }) => records.map(({ hold }) => [hold.side, hold.hold_s, hold.ended, hold.claimed_s]);
test("it hurts while one is asked whether one kept holding: a stop for pain, with what was seen and no second more", () => {
  for (const asked of [
    after(START, [30, "tick"], [70, "tick", UNSEEN]),
    after(START, [30, "tick"], [70, "parted", asleep(40)]),
    after([50, "found", { session: after(START, [30, "tick"]) }]),
    after([50, "found", { session: after(START, [30, "tick"]) }], [51, "elsewhere"]),
    after([50, "found", { session: after(START, [30, "tick"]) }], [51, "resume"]),
    after([9000, "found", { session: after(START, [30, "tick"], [70, "tick", UNSEEN]) }]),
  ]) {
    const state = step(asked, { type: "pain", t: asked.entered + 2000, ...PAIN }, () => "id");
    assert.deepEqual([state.phase, held(state), state.days ?? []], ["rate", [["right", 20, "pain", null]], []], asked.phase);
    assert.equal(headline(state, SETTINGS, at(80))[0], "You stopped because it hurt");
    const saved = step(state, { type: "save", t: asked.entered + 3000 }, () => "id");
    assert.deepEqual([headline(saved, SETTINGS, at(80))[0], held(saved)], ["Enough for today", held(state)]);
  }
});
test("it hurts while one is asked, and nothing was seen: no hold is made, and the day is told", () => {
  const begun = after([-5, "pain-before", { value: 6 }], START, [10, "tick"]);
  const found = after([50, "found", { session: begun }], [51, "pain", PAIN]);
  const asked = after([50, "found", { session: begun }], [51, "resume"], [52, "pain", PAIN]);
  for (const { phase, hurts, records, days } of [found, asked]) {
    assert.deepEqual([phase, hurts, records, days.map(({ day }) => [day.reason, day.pain])], ["day", true, [], [["pain", 6]]]);
  }
  const late = after([9000, "found", { session: begun }], [9001, "pain", PAIN]);
  assert.deepEqual([late.days[0].day.pain, late.pain_left_out], [null, true], "the pain of hours ago is not that of now");
  const session = after(...rightHeld(20), [40, "tick"]);
  const second = after([90, "found", { session }], [91, "pain", PAIN]);
  assert.deepEqual([second.phase, held(second), second.days[0].day.reason], ["rate", [["right", 20, "let_go", null]], "pain"]);
});
test("it hurts while one is asked about a hold that was seen up to its target: it reached that, and the day is told", () => {
  const asked = after(START, [128.5, "tick"], [130, "tick", { ...UNSEEN, t: T0 + 129999.6 }], [140, "tick", UNSEEN]);
  const state = step(asked, { type: "pain", t: at(141), ...PAIN }, () => "id");
  assert.deepEqual([state.phase, held(state), state.hurts, state.days[0].day.reason], ["rate", [["right", 120, "target", null]], true, "pain"]);
});
test("it hurts in a countdown, and the press is handled when the hold has begun: that ends, and the day is told", () => {
  const holding = after(START, [10.02, "tick"]);
  for (const t of [holding.begin - 10, holding.begin]) {
    const { phase, records, days } = step(holding, { type: "pain", t, ...PAIN }, () => "id");
    assert.deepEqual([phase, records, days[0].day.reason], ["day", [], "pain"]);
  }
});
test("it hurts in a hold that was taken up again, and taken out of the log elsewhere: the day is told", () => {
  const out = [[31, "in-log", { differs: { "hold-1": null } }], [32, "still"]];
  const state = after(START, [30, "let-go"], ...out, [40, "pain", PAIN]);
  assert.deepEqual([state.phase, state.hurts, state.days[0].day.reason], ["day", true, "pain"]);
});
test("it hurts where a session that waits is found: as if one had gone on and pressed it there", () => {
  const waits = [after(START, [30, "interrupt"]), after(...rightHeld(20)), after(...rightHeld(2))];
  const states = waits.map((session) => after([60, "found", { session }], [61, "pain", PAIN]));
  assert.deepEqual(states.map(({ phase }) => phase), ["rate", "rate", "rate"]);
  assert.deepEqual(states.map(held).flat().map(([, , ended]) => ended), ["interrupted", "let_go", "pain"]);
  assert.deepEqual(states.map(({ days }) => days.map(({ day }) => day.reason)), [["pain"], ["pain"], []]);
  const over = after([9000, "found", { session: after(START, [30, "pain"]) }], [9001, "pain", PAIN]);
  assert.equal(over.phase, "found");
  assert.equal(after([5, "pain", PAIN]).days[0].day.reason, "pain", "also where another page has ended it meanwhile");
});
test("who is asked and presses by mistake that it hurts is asked the same again, and only that is claimed", () => {
  const asked = after(START, [30, "tick"], [40, "tick", UNSEEN]);
  const next = (state, s, type) => step(state, { type, t: at(s), ...PAIN }, () => "id");
  const again = next(next(asked, 42, "pain"), 44, "still");
  assert.deepEqual([again.phase, again.entered, again.claims, again.seen_s], ["away", asked.entered, asked.claims, 20]);
  const on = next(next(next(again, 45, "yes"), 47, "tick"), 50, "let-go");
  assert.deepEqual(held(on), [["right", 40, "let_go", 15]]);
  assert.deepEqual([on.hurts, on.records.length], [undefined, 1]);
  assert.deepEqual(held(next(again, 45, "no")), [["right", 20, "interrupted", null]]);
  const late = next(next(next(asked, 49, "pain"), 52, "still"), 53, "yes");
  assert.deepEqual([late.phase, held(late)], ["again", [["right", 30, "interrupted", 10]]], "too late to go on");
  assert.equal(next(next(asked, 42, "pain"), 55, "still").phase, "mend");
  const second = after([90, "found", { session: after(...rightHeld(20), [40, "tick"]) }], [91, "pain", PAIN], [92, "still"]);
  assert.deepEqual([second.phase, second.hurts, second.days[0].removed], ["away", undefined, true]);
});

test("it hurts before anything was held: no hold is made, and the day is told why there was none", () => {
  const state = after([-5, "pain-before", { value: 6 }], START, [5, "pain", { day_id: "day-1" }]);
  assert.deepEqual([state.phase, state.hurts, state.records], ["day", true, []]);
  assert.deepEqual(state.days.map(({ day }) => [day.reason, day.pain, day.day]), [["pain", 6, "2026-03-04"]]);
  const { phase, hurts, days } = step(state, { type: "back", t: at(9) }, () => "id");
  assert.deepEqual([phase, hurts, days], ["ready", undefined, undefined]);
  const second = after(START, [5, "pain", { day_id: "day-1", doneToday: true }]);
  assert.deepEqual([second.phase, second.days], ["day", []], "a day that had a session had no reason for none");
});

test("a hold that was let go for pain is said to be, in the rating or when it is mended", () => {
  const held = [...rightHeld(20), [70, "let-go"]];
  const rated = after(...held, [80, "hurt", { side: "right", value: true }], [81, "save"]);
  assert.deepEqual(rated.records.map((r) => [r.hold.ended, r.changes]), [["pain", { ended: "pain" }], ["let_go", {}]]);
  const mended = after(...held, [80, "mend"], [81, "adjust", { i: 1, values: { ended: "pain" } }], [82, "keep"]);
  assert.deepEqual(mended.records.map((r) => r.hold.ended), ["let_go", "pain"]);
});
test("what reached its target did not end by pain, whatever is said", () => {
  const reached = [START, [140, "tick"], [160, "let-go"]];
  const said = after(...reached, [170, "hurt", { side: "right", value: true }], [171, "save"]);
  const mended = after(...reached, [170, "mend"], [171, "adjust", { i: 0, values: { ended: "pain" } }], [172, "keep"]);
  assert.deepEqual([said, mended].map((state) => state.records[0].hold.ended), ["target", "target"]);
});
test("a hold let go by mistake goes on, and its record is corrected", () => {
  const state = after(START, [30, "let-go"], [33, "still"], [80, "let-go"]);
  assert.deepEqual(state.records.map((r) => [r.hold.side, r.hold.hold_s, r.changes]), [["right", 70, { hold_s: 70 }]]);
  assert.equal(state.records[0].hold.hold_id, "hold-1");
});
test("a hold that was still held at its target has reached it", () => {
  const state = after(START, [125, "interrupt"], [135, "still"]);
  assert.deepEqual([last(state).hold_s, last(state).ended, state.phase], [120, "target", "switch"]);
});
test("once the next hold has begun, the one before cannot be taken up again", () => {
  assert.equal(after(START, [30, "let-go"], [41, "still"], [42, "still"]).begin, T0 + 40000);
});
test("a side left out does not bring back the hold before it", () => {
  const settings = { ...SETTINGS, stretches: true };
  const state = after([0, "start", { settings }], [30, "let-go"], [31, "skip-side"], [32, "still"]);
  assert.deepEqual([state.phase, state.at], ["switch", 2]);
});

test("stretches follow the holds, each with its own target and time to get there", () => {
  const parts = partsOf({ ...SETTINGS, stretches: true, first_side: "left", target_s: 60 });
  assert.deepEqual(parts.map((p) => [p.exercise, p.side, p.target_s, p.wait_s]), [
    ["hip_balance", "left", 60, 10], ["hip_balance", "right", 60, 10],
    ["hamstring_stretch", "left", 90, 20], ["hamstring_stretch", "right", 90, 10],
  ]);
});
test("a session can be finished before its last part", () => {
  const settings = { ...SETTINGS, stretches: true };
  const state = after([0, "start", { settings }], [30, "let-go"], [60, "let-go"], [61, "finish"]);
  assert.deepEqual([state.phase, state.records.length], ["rate", 2]);
});
test("a side of a stretch is rated beside the same side of the hold", () => {
  const settings = { ...SETTINGS, stretches: true };
  const held = [[0, "start", { settings }], [30, "let-go"], [31, "skip-side"], [32, "skip"], [60, "pain"]];
  const state = after(...held, [70, "rated", { side: "right", value: 4 }], [71, "save"]);
  assert.deepEqual(state.records.map((r) => [r.hold.exercise, r.hold.pain_after]),
    [["hip_balance", 4], ["hamstring_stretch", 4]]);
});

const toMend = [...rightHeld(120), [150, "let-go"], [160, "mend"]];
test("what is done is corrected without going on: it is no session under way, and stays enough for today", () => {
  const ended = after(...rightHeld(20), [70, "pain"], [71, "rated", { side: "left", value: 4 }], [72, "save"], [500, "mend"]);
  assert.deepEqual([ended.phase, isUnderWay(ended), headline(ended, SETTINGS, at(500))[0]], ["mend", false, "Correct the times"]);
  const values = { hold_s: 25 };
  const kept = [[501, "adjust", { i: 1, values }], [502, "keep"]].reduce(
    (state, [s, type, more]) => step(state, { type, t: at(s), ...more }, () => "id"), ended);
  assert.deepEqual([kept.phase, last(kept).hold_s, last(kept).ended, last(kept).pain_after], ["done", 25, "pain", 4]);
  assert.deepEqual(machine.changedRecords(ended, kept).map(({ hold, changes }) => [hold.side, changes.hold_s]), [["left", 25]]);
  assert.equal(headline(kept, SETTINGS, at(503))[0], "Enough for today");
  assert.deepEqual(step(ended, { type: "back", t: at(501) }, () => "id").records, ended.records);
});
test("mended seconds and sides are corrections, and a target not reached was none", () => {
  const state = after(...toMend, [161, "adjust", { i: 0, values: { hold_s: 95, side: "left" } }], [162, "keep"]);
  assert.deepEqual(state.records[0].changes, { hold_s: 95, side: "left", ended: "let_go" });
  assert.deepEqual([state.phase, state.records[1].changes], ["rate", {}]);
});
test("mended up to its target a hold has reached it", () => {
  const state = after(...toMend, [161, "adjust", { i: 1, values: { hold_s: 120 } }], [162, "keep"]);
  assert.equal(state.records[1].hold.ended, "target");
});
test("a hold taken out is removed, and no more rated; it can be put back", () => {
  const out = [...toMend, [161, "adjust", { i: 0, values: { removed: true } }], [162, "keep"]];
  const saved = after(...out, [163, "rated", { side: "right", value: 3 }], [164, "save"]);
  assert.deepEqual([saved.records[0].removed, saved.records[0].hold.pain_after], [true, null]);
  const back = after(...out, [163, "mend"], [164, "adjust", { i: 0, values: { removed: false } }], [165, "keep"]);
  assert.equal(back.records[0].removed, false);
});
test("with every hold taken out there is no session left", () => {
  const drop = (i) => [161, "adjust", { i, values: { removed: true } }];
  assert.equal(after(...toMend, drop(0), drop(1), [162, "keep"]).phase, "ready");
});
test("a correction stands beside what was there before, and one that was open begins anew where the log was changed", () => {
  const kept = after(...toMend, [161, "adjust", { i: 1, values: { hold_s: 7 } }], [162, "keep"]);
  assert.deepEqual(kept.records[1].changes.hold_s, 7);
  const differs = { "hold-1": { hold_s: 60, ended: "let_go", version: 5 } };
  const values = { hold_s: 95 };
  const open = after(...toMend, [161, "adjust", { i: 0, values }], [161, "adjust", { i: 1, values }], [162, "in-log", { differs }]);
  assert.deepEqual([open.phase, open.draft.map(({ hold_s }) => hold_s)], ["mend", [60, 95]]);
  const saved = step(open, { type: "keep", t: at(163) }, () => "id");
  assert.deepEqual(saved.records.map(({ hold, changes }) => [hold.hold_s, changes.hold_s]), [[60, undefined], [95, 95]]);
  assert.deepEqual(saved.records.map(({ knows }) => knows), [5, undefined]);
  const asked = after(...rightHeld(20), [70, "let-go"], [71, "save"], [71, "undo"], [72, "in-log", { differs }], [73, "no"]);
  assert.equal(asked.records[0].hold.hold_s, 60);
});
test("a hold that was taken out elsewhere is no more compared, counted or rated, and is out where it is being corrected", () => {
  const state = after(...rightHeld(20), [70, "let-go"], [71, "in-log", { differs: { "hold-1": null } }]);
  assert.deepEqual(state.records.map(({ removed }) => removed), [true, false]);
  const saved = step(state, { type: "save", t: at(72) }, () => "id");
  assert.equal(difference(saved.records), "Only the left side was held.");
  assert.deepEqual(machine.changedRecords(state, saved).map(({ hold }) => hold.side), ["left"]);
  const noted = after(...rightHeld(20), [70, "let-go"], [71, "in-log", { differs: { "hold-1": null } }], [72, "noted", { value: "sore" }], [73, "save"]);
  assert.deepEqual(noted.records.map(({ hold, removed, gone }) => [hold.note, removed, gone]), [["sore", true, true], ["sore", false, undefined]]);
  const back = step(noted, { type: "in-log", differs: {}, saved: { "hold-1": "t2" } }, () => "id");
  assert.deepEqual(back.records.map(({ removed, saved }) => [removed, saved]), [[false, "t2"], [false, undefined]]);
  const open = after(...toMend, [161, "in-log", { differs: { "hold-1": null } }]);
  assert.deepEqual(open.draft.map(({ removed }) => removed), [true, false]);
  const kept = after(...toMend, [161, "in-log", { differs: { "hold-1": null } }], [162, "adjust", { i: 0, values: { removed: false } }], [163, "keep"]);
  assert.equal(kept.records[0].anew, false); // only what was taken out here is put back here
});
test("by the news of what is in the log nothing runs on: the next tick does, and what ends then is kept", () => {
  const state = after([0, "start"], [5, "skip"], [15, "tick"]);
  const news = step(state, { type: "in-log", t: at(900), differs: {}, saved: {} }, () => "id");
  assert.deepEqual([news.phase, news.records, news.seen], [state.phase, [], state.seen]);
});
test("what was not kept is not mended", () => {
  const state = after(...toMend, [161, "adjust", { i: 0, values: { hold_s: 1 } }], [162, "back"]);
  assert.deepEqual([state.phase, state.draft, state.records[0].hold.hold_s], ["rate", undefined, 120]);
});

test("what is over ten seconds after a hold, or after the question, is over also where the clock is set back then", () => {
  const slip = after(START, [30, "interrupt"], [45, "tick"], [35, "still"]);
  assert.equal(slip.phase, "mend");
  const asked = after(START, [20, "tick"], [60, "tick", UNSEEN], [75, "tick"], [65, "yes"]);
  assert.deepEqual([asked.phase, last(asked).ended], ["again", "interrupted"]);
});

test("a late alarm whose sounds were heard has been followed", () => {
  const late = (s) => after(START, [s, "tick", { heard: true }]);
  assert.deepEqual([late(135).phase, deadline(late(135)) - T0], ["switch", 140000]);
  assert.deepEqual([late(145).phase, late(145).begin - T0], ["hold", 140000]);
  assert.deepEqual([late(600).phase, late(600).records.map((r) => r.hold.hold_s)], ["rate", [120, 120]]);
});

const DAY = [[0, "no-session", { day_id: "day-1" }]];
const said = (values) => [1, "said", { values }];
test("what is said of a day without a session is kept at once, and corrected after", () => {
  const state = after(...DAY, said({ reason: "ill" }), [2, "said", { values: { pain: 7 } }]);
  const day = { day_id: "day-1", day: "2026-03-04", time: "07:10", pain: 7, reason: "ill", note: null };
  assert.deepEqual(state.days, [{ day, changes: { pain: 7 }, removed: false, anew: false, gone: false }]);
  const before = after(...DAY, said({ reason: "ill" }));
  assert.deepEqual(machine.changedRecords(after(...DAY), before), before.days);
});
test("what is first said after midnight is of the new day, and more of a day that is over is of that", () => {
  const tomorrow = (s) => 24 * 3600 + s;
  const late = after(...DAY, [tomorrow(0), "said", { ...UNSEEN, values: { reason: "ill" } }]);
  assert.equal(late.days[0].day.day, "2026-03-05");
  const more = after(...DAY, said({ reason: "ill" }), [tomorrow(0), "said", { ...UNSEEN, values: { pain: 3 } }]);
  assert.deepEqual([more.days[0].day.day, more.days[0].day.pain], ["2026-03-04", 3]);
  assert.deepEqual([late, more].map((state) => headline(state, SETTINGS, at(tomorrow(1)))[0]), ["No session today", "No session on 4 Mar"]);
});
test("a page of a day that stays open says which day it is of: once it is over its date, where nothing was said today", () => {
  const [title, tomorrow] = [(state, s) => headline(state, SETTINGS, at(s))[0], 24 * 3600];
  const hurts = after(START, [5, "pain", { day_id: "day-1" }]);
  assert.deepEqual([after(...DAY), after(...DAY, said({ reason: "ill" })), hurts].map((state) => [title(state, 9), title(state, tomorrow)]), [
    ["No session today", "No session today"], ["No session today", "No session on 4 Mar"], ["It hurts", "No session on 4 Mar"],
  ]);
});
test("what another changed of a day is as it is in the log, and is corrected as that", () => {
  const differs = { "day-1": { pain: null, reason: "away", note: null, version: 5 } };
  const state = after(...DAY, said({ reason: "ill" }), said({ pain: 7 }), [2, "in-log", { differs }], [3, "said", { values: { pain: 2 } }]);
  const [{ day, changes, knows }] = state.days;
  assert.deepEqual([day.reason, day.pain, changes, knows], ["away", 2, { pain: 2 }, 5]);
  const emptied = after(...DAY, said({ pain: 3 }), [2, "said", { values: { pain: null } }], [3, "in-log", { differs }]);
  assert.deepEqual([emptied.days[0].removed, emptied.days[0].day.reason], [false, "away"]);
});
test("of a day of which nothing is said, nothing is kept, and what is taken back is taken out", () => {
  assert.deepEqual(after(...DAY, [2, "back"]).days, undefined);
  const back = after(...DAY, said({ pain: 3 }), [2, "said", { values: { pain: null } }]);
  assert.deepEqual(back.days.map(({ removed }) => removed), [true]);
  const more = [[3, "said", { values: { pain: 4 } }], [4, "said", { values: { reason: "ill" } }]]; // whichever arrives
  const again = after(...DAY, said({ pain: 3 }), [2, "said", { values: { pain: null } }], ...more);
  assert.deepEqual(again.days.map(({ removed, anew }) => [removed, anew]), [[false, true]]);
  const taken = after(...DAY, said({ pain: 3 }), [2, "take-back"]);
  assert.deepEqual([taken.phase, taken.days.map(({ removed }) => removed)], ["ready", [true]]);
});
test("in a countdown a clock that was set back is said to be that, and not a time in which nothing was seen", () => {
  const set = after(START, [5, "tick"], [-295, "parted", { by: -3e5 }]);
  assert.deepEqual(headline(set, {}, at(-295)), ["Are you there?", "The clock of this device was set back by 5 minutes. Your right side has not begun."]);
  const slept = after(START, [5, "tick"], [305, "tick", UNSEEN]);
  assert.match(headline(slept, {}, at(305))[1], /^Nothing was seen here for 5 minutes/);
});
