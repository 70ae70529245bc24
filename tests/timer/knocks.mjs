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
    const found = onsetsIn(noiseWith([[0.4, 0.1], [0.9, 0.1], [2.45, 0.02]], rate), rate);
    assert.deepEqual(found.map(({ at }) => Math.round(at / 10)), [40, 90, 245]);
    assert.deepEqual(found.map(({ before, after }) => [before > 15, after > 15]), [[false, true], [false, true], [true, true]]);
  });
}
test("how far an onset is above what follows is told by the loudest of it, from a quarter of a second on", () => {
  const afterFirst = (second_s) => onsetsIn(noiseWith([[1.8, 0.1], [second_s, 0.1]], 48000), 48000)[0].after;
  assert.deepEqual([1.95, 2.1, 2.2, 2.3].map((second_s) => afterFirst(second_s) > 8), [true, false, false, true]);
});
test("it makes no difference in what pieces the samples come", () => {
  const samples = noiseWith([[0.5, 0.1], [1, 0.1]], 48000);
  assert.deepEqual(onsetsIn(samples, 48000, 100), onsetsIn(samples, 48000, 128));
});
/** Noise that begins after a second; `level` is how loud it is so many seconds later. */
function begins(level) {
  const random = randomOf(2);
  return noiseWith([], 48000).map((sample, i) => sample + (i < 48000 ? 0 : level((i - 48000) / 48000) * (2 * random() - 1)));
}
test("what begins and stays is far above nothing that follows", () => {
  assert.ok(onsetsIn(begins(() => 0.1), 48000).every(({ after }) => after < 3));
});
test("what begins and grows is not struck", () => {
  const found = onsetsIn(begins((s) => 0.03 * Math.min(5, 1 + 80 * s)), 48000);
  assert.deepEqual(found.filter(({ at }) => at > 990 && at < 1100), []);
});
test("the text of the class alone is all that it needs", () => {
  const Alone = new Function(`${Onsets}; return Onsets`)();
  assert.equal(new Alone(48000).hear(noiseWith([[0.5, 0.1]], 48000)).length, 1);
});

const STRUCK = { levels: [-30, -30, -30, -30], before: 30, after: 30 };
const SECOND = { before: 0 }; // the first was before it
/** When the firsts of two knocks were, of onsets at these times. */
function pairsOf(onsets, cues = []) {
  const pairs = knocks();
  return onsets.map(([at, more]) => pairs.add({ ...STRUCK, at, ...more }, cues)).filter((first) => first !== null);
}

test("two knocks are those that follow at a pace at which one knocks", () => {
  assert.deepEqual(pairsOf([[1000], [1300, SECOND]]), [1000]);
  assert.deepEqual(pairsOf([[1000], [1100, SECOND]]), []);
  assert.deepEqual(pairsOf([[1000], [1700, SECOND]]), []);
  assert.deepEqual(pairsOf([[1000], [3000], [3300, SECOND], [3800, SECOND]]), [3000], "each knock is of one pair");
});
test("two that are unlike are not two knocks, least of all where the first hardly stands out", () => {
  const levels = (by) => ({ ...SECOND, levels: STRUCK.levels.map((level, band) => level + (band % 2 ? by : -by)) });
  const count = (before, by) => pairsOf([[1000, { before }], [1300, levels(by)]]).length;
  assert.deepEqual([count(30, 10), count(30, 28), count(12, 2), count(12, 10)], [1, 0, 1, 0]);
});
test("what is softer than the first does not come between, and what is much louder is a first itself", () => {
  const soft = { ...SECOND, levels: [-50, -60, -60, -60], after: 0 };
  const loud = { before: 20, levels: [-5, -10, -10, -10] };
  assert.deepEqual(pairsOf([[1000], [1200, soft], [1400, SECOND]]), [1000]);
  assert.deepEqual(pairsOf([[1000], [1200, { ...loud, after: 0 }], [1400, { ...loud, before: 0 }]]), [1200]);
});
test("what a knock leaves ringing is no second, and does not come between", () => {
  assert.deepEqual(pairsOf([[1000], [1080, SECOND]]), []);
  assert.deepEqual(pairsOf([[1000], [1080, SECOND], [1300, SECOND]]), [1000]);
});
test("before the first it is quiet, and after the second", () => {
  assert.deepEqual(pairsOf([[1000, { before: 5 }], [1300, SECOND]]), []);
  assert.deepEqual(pairsOf([[1000], [1300, { ...SECOND, after: 7 }]]), []);
});
test("what goes on is no two knocks, as steps do", () => {
  const step = { before: 0, after: 0 };
  assert.deepEqual(pairsOf([[1000, { after: 0 }], [1300, step], [1600, step], [1900, { ...step, after: 30 }]]), []);
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
  assert.equal(holdWords(state, true, true), "Then hold up to 2:00. While you hold, two knocks or a tap anywhere stop it.");
});
