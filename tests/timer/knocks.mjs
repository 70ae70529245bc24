// Two knocks: what is an onset, which of them are two knocks, and what they do. Run by test_timer_words.py; what the
// detector makes of recordings is in test_timer_knocks.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { knocks } from "../../hiplog/timer/page/input/knocks.js";
import { Onsets } from "../../hiplog/timer/page/input/onsets.js";
import { step } from "../../hiplog/timer/page/logic/machine.js";
import { ready } from "../../hiplog/timer/page/logic/phases.js";
import { heldWords, holdWords } from "../../hiplog/timer/page/logic/sentences.js";
import { randomOf } from "./random.mjs";

const LIMITS = { too_short_s: 3, session_gap_s: 3600, most_hold_s: 3600 };
const SETTINGS = {
  exercises: [{ name: "hip_balance", title: "Hip balancing", target_s: 120, prepare_s: 10 }],
  first_side: "right", target_s: 120, prepare_s: 10, switch_s: 10, stretches: false,
};
/** The state after events of the form [seconds, type, seconds of the first of two knocks]; the page is awake in between. */
const after = (...events) => events.reduce(([state, now], [s, type, first_s]) => {
  for (let t = now + 1; t < s; t += 1) state = step(state, { type: "tick", t: 1000 * t, limits: LIMITS }, () => "id");
  const start = { settings: SETTINGS, past: {}, ids: { session_id: "s" } };
  const more = { ...(type === "start" && start), ...(first_s !== undefined && { first: 1000 * first_s }) };
  return [step(state, { type, t: 1000 * s, limits: LIMITS, ...more }, () => `id ${s}`), s];
}, [ready(), 0])[0];
const held = ({ records }) => records.map(({ hold }) => [hold.side, hold.hold_s, hold.ended]);

/** Noise with strikes at [seconds, level], as samples. */
function noiseWith(strikes, rate, seconds = 3) {
  const random = randomOf(1);
  const samples = Float32Array.from({ length: seconds * rate }, () => 0.0004 * (random() - 0.5));
  for (const [at, level] of strikes) {
    for (let i = 0; i < 0.1 * rate; i += 1) {
      samples[Math.round(at * rate) + i] += level * (2 * random() - 1) * Math.exp(-i / (0.008 * rate));
    }
  }
  return samples;
}

function onsetsIn(samples, rate, quantum = 128) {
  const onsets = new Onsets(rate);
  const found = [];
  for (let i = 0; i < samples.length; i += quantum) found.push(...onsets.hear(samples.subarray(i, i + quantum)));
  return found.map((onset) => ({ ...onset, at: (1000 * onset.at) / rate }));
}

for (const rate of [16000, 44100, 48000]) {
  test(`what is struck is found when it was, at ${rate} samples a second`, () => {
    const found = onsetsIn(noiseWith([[0.5, 0.1], [0.9, 0.1], [1.8, 0.02]], rate), rate);
    assert.deepEqual(found.map(({ at }) => Math.round(at / 10)), [50, 90, 180]);
    assert.ok(found.every(({ rise, fall, later }) => rise > 15 && fall > 8 && later > 15));
  });
}
test("it makes no difference in what pieces the samples come", () => {
  const samples = noiseWith([[0.5, 0.1], [0.9, 0.1]], 48000);
  assert.deepEqual(onsetsIn(samples, 48000, 100), onsetsIn(samples, 48000, 128));
});
test("what begins and stays is not struck", () => {
  const samples = noiseWith([], 48000);
  const random = randomOf(2);
  for (let i = 48000; i < samples.length; i += 1) samples[i] += 0.1 * (2 * random() - 1);
  assert.ok(onsetsIn(samples, 48000).every(({ fall, later }) => fall < 3 && later < 3));
});
test("the text of the class alone is all that it needs", () => {
  const Alone = new Function(`${Onsets}; return Onsets`)();
  assert.equal(new Alone(48000).hear(noiseWith([[0.5, 0.1]], 48000)).length, 1);
});

const STRUCK = { levels: [-30, -30, -30, -30], rise: 25, fall: 12, above: 30, longAbove: 30, later: 20 };
const FAINT = { rise: 9, fall: 8, above: 12, longAbove: 12 };
/** When the firsts of two knocks were, of onsets at these times. */
function pairsOf(onsets, cues = []) {
  const pairs = knocks();
  return onsets.map(([at, more]) => pairs.add({ ...STRUCK, at, ...more }, cues)).filter((first) => first !== null);
}

test("two knocks are those that follow at a pace at which one knocks", () => {
  assert.deepEqual(pairsOf([[1000], [1300]]), [1000]);
  assert.deepEqual(pairsOf([[1000], [1100]]), []);
  assert.deepEqual(pairsOf([[1000], [1700]]), []);
  assert.deepEqual(pairsOf([[1000], [1700], [2000], [2300], [2600]]), [1700, 2300], "each knock is of one pair");
});
test("two that are unlike are not two knocks", () => {
  assert.deepEqual(pairsOf([[1000], [1300, { levels: [-50, -50, -20, -10] }]]), []);
});
test("what is much softer does not come between, and what is not does", () => {
  const soft = { levels: [-60, -60, -60, -60], above: 0 };
  const other = { levels: [-20, -40, -40, -40], above: 0, later: 0 };
  assert.deepEqual(pairsOf([[1000], [1200, soft], [1400]]), [1000]);
  assert.deepEqual(pairsOf([[1000], [1200, other], [1400]]), []);
  assert.deepEqual(pairsOf([[1000, { levels: [0, 0, 0, 0] }], [3000], [3300]]), [3000]);
});
test("what a knock leaves ringing is no second, and none comes between, but in talk it does", () => {
  assert.deepEqual(pairsOf([[1000], [1080, { above: 0, rise: 3 }], [1300]]), [1000]);
  assert.deepEqual(pairsOf([[1000, { longAbove: 2 }], [1080, { above: 0, rise: 3 }], [1300]]), []);
});
test("in talk the second rises by more than a word that follows another, and is more like the first", () => {
  const second = (longAbove, more) => pairsOf([[1000, { longAbove }], [1300, more]]).length;
  assert.deepEqual([second(30, { rise: 7 }), second(2, { rise: 7 }), second(2, { rise: 9 })], [1, 0, 1]);
  const unlike = { levels: [-43, -43, -43, -43] };
  assert.deepEqual([second(30, unlike), second(2, unlike)], [1, 0]);
});
test("before the first it is quiet, and after the second", () => {
  assert.deepEqual(pairsOf([[1000, { above: 5 }], [1300]]), []);
  assert.deepEqual(pairsOf([[1000], [1300, { later: 2 }]]), []);
});
test("what is faint counts in quiet, and not among other sounds", () => {
  assert.deepEqual(pairsOf([[1000, FAINT], [1300, FAINT]]), [1000]);
  assert.deepEqual(pairsOf([[1000, { ...FAINT, longAbove: 2 }], [1300, FAINT]]), []);
  assert.deepEqual(pairsOf([[1000, { longAbove: 2 }], [1300]]), [1000]);
});
test("the timer's own sounds are no knocks", () => {
  const tick = { at: 1000, sound: "tick" };
  assert.deepEqual(pairsOf([[1000], [1300]], [tick]), []);
  assert.deepEqual(pairsOf([[1600], [1900]], [tick]), [1600]);
});

test("the hold ends at the first of two knocks, and what follows begins when they were understood", () => {
  const state = after([0, "start"], [10, "tick"], [60.7, "knocks", 60]);
  assert.deepEqual(held(state), [["right", 50, "let_go"]]);
  assert.deepEqual([state.phase, state.entered, state.until], ["switch", 60700, 70700]);
  assert.equal(heldWords(state), "Right side: 0:50, by two knocks");
});
test("no hold ends longer ago than two knocks take, nor in what is to come", () => {
  for (const first of [57, 62]) assert.equal(after([0, "start"], [10, "tick"], [60, "knocks", first]).phase, "hold");
});
test("knocks before a hold, or as it begins, end nothing", () => {
  assert.equal(after([0, "start"], [5, "knocks", 4.5]).phase, "prepare");
  assert.equal(after([0, "start"], [10, "tick"], [10.5, "knocks", 10.1]).phase, "hold");
});
test("where the target came before the second knock, the first was the end nevertheless", () => {
  assert.deepEqual(held(after([0, "start"], [10, "tick"], [130, "tick"], [130.4, "knocks", 129.8])), [["right", 119.8, "let_go"]]);
  assert.deepEqual(held(after([0, "start"], [10, "tick"], [130, "tick"], [130.6, "knocks", 130.1])), [["right", 120, "target"]]);
});
test("knocks that were heard while the page was blocked end the hold at hand then, and nothing of what the sounds went on with stands", () => {
  const holding = after([0, "start"], [10, "tick"], [59, "tick"]);
  const late = (state, type, s, more) => step(state, { type, t: 1000 * s, limits: LIMITS, heard: -Infinity, ...more }, () => `id ${s}`);
  const knocked = { first: 60000 };
  const before = late(holding, "knocks", 60.6, knocked);
  assert.deepEqual([before.phase, held(before)], ["switch", [["right", 50, "let_go"]]]);
  for (const [s, records] of [[135, 1], [150, 1], [280, 2]]) {
    const went = late(holding, "tick", s);
    const after = late(went, "knocks", 60.6, knocked);
    assert.equal(went.records.length, records);
    assert.deepEqual(held({ records: after.records.filter(({ removed }) => !removed) }), [["right", 50, "let_go"]]);
    assert.deepEqual([after.phase, after.parts[after.at].side], ["again", "left"]);
  }
});
test("what two knocks ended goes on as if they had not been", () => {
  const state = after([0, "start"], [10, "tick"], [60.7, "knocks", 60], [65, "still"], [100, "let-go"]);
  assert.deepEqual(held(state), [["right", 90, "let_go"]]);
});
test("that knocks end a hold is said before it", () => {
  const state = after([0, "start"]);
  assert.equal(holdWords(state, true, true), "Then hold up to 2:00. Two knocks end it, or a tap anywhere.");
});
