// What a session sounds and says, and when. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { announcement, breath, cuesAhead, cuesOf, due, flash, reminder } from "../../hiplog/timer/page/logic/cues.js";
import { step } from "../../hiplog/timer/page/logic/machine.js";
import { ready } from "../../hiplog/timer/page/logic/phases.js";

const T0 = new Date(2026, 2, 4, 7, 10).getTime();
const sides = { left: { last_s: null, best_s: null }, right: { last_s: null, best_s: 50 } };
const SETTINGS = {
  exercises: [{ name: "hip_balance", title: "Hip balancing", cues: ["Breathe.", "Rest."] }],
  past: { hip_balance: sides }, title: "Hip balancing", stretches: false, reminders: true, time_every_s: 30,
  first_side: "right", target_s: 120, prepare_s: 10, switch_s: 10,
};
const LIMITS = { too_short_s: 3 };

function after(events, settings = SETTINGS) {
  let ids = 0;
  const newId = () => `hold-${(ids += 1)}`;
  const start = { settings, past: settings.past, ids: { session_id: "session" } };
  return [[0, "start"], ...events].reduce(
    (state, [s, type, more]) =>
      step(state, { type, t: T0 + 1000 * s, heard: true, limits: LIMITS, ...(type === "start" && start), ...more }, newId),
    ready(),
  );
}
const heard = (cues) => cues.filter((cue) => cue.sound).map((cue) => [(cue.at - T0) / 1000, cue.sound]);
const words = (cues) => cues.filter((cue) => cue.say).map((cue) => [(cue.at - T0) / 1000, cue.say]);

test("a countdown names its side and ticks its last three seconds", () => {
  const cues = cuesOf(after([]), SETTINGS);
  assert.deepEqual(heard(cues), [[0, "ready"], [7, "tick"], [8, "tick"], [9, "tick"]]);
  assert.deepEqual(words(cues), [[0, "Get ready. Right side, in 10 seconds."]]);
});
test("a hold sounds its start, its half, its last three seconds and its target", () => {
  const sounds = [[10, "start"], [70, "half"], [127, "tick"], [128, "tick"], [129, "tick"], [130, "target"]];
  assert.deepEqual(heard(cuesOf(after([[10, "tick"]]), SETTINGS)), sounds);
});
test("a hold says its side, the time left, and now and then a reminder", () => {
  assert.deepEqual(words(cuesOf(after([[10, "tick"]]), SETTINGS)), [
    [10, "Hold. Right side."], [25, "Breathe."], [40, "1 minute 30 seconds to go."], [55, "Rest."],
    [70, "Half-way, 1 minute to go."], [85, "Breathe."], [100, "30 seconds to go."], [115, "Rest."],
    [120, "10 seconds to go. Next: left side."],
  ]);
});
test("that one may breathe through discomfort is followed by when to stop, said and shown, however short the hold", () => {
  const when = { discomfort: "Rest.", when_to_stop: "Stop if it is extreme." };
  for (const target_s of [58, 90]) {
    const settings = { ...SETTINGS, ...when, target_s };
    const cues = cuesOf(after([[10, "tick"]], settings), settings);
    const said = cues.filter(({ kind }) => kind === "reminder").map(({ at, say }) => [(at - T0) / 1000, say]);
    assert.deepEqual(said.slice(0, 3), [[25, "Breathe."], [55, "Rest."], [63, "Stop if it is extreme."]]);
    assert.deepEqual([62, 64, 72].map((s) => reminder(cues, T0 + 1000 * s)), ["Rest.", "Stop if it is extreme.", ""]);
  }
});
test("what is not wanted is not said", () => {
  const quiet = { ...SETTINGS, reminders: false, time_every_s: 0 };
  assert.deepEqual(words(cuesOf(after([[10, "tick"]]), quiet)),
    [[10, "Hold. Right side."], [70, "Half-way, 1 minute to go."]]);
});
test("a short hold has no half, and no more ticks than seconds", () => {
  const short = { ...SETTINGS, target_s: 3, prepare_s: 2 };
  assert.deepEqual(heard(cuesOf(after([], short), short)), [[0, "ready"], [1, "tick"]]);
  assert.deepEqual(heard(cuesOf(after([[2, "tick"]], short), short)),
    [[2, "start"], [3, "tick"], [4, "tick"], [5, "target"]]);
});
test("all that comes by itself is known ahead, up to the end of the session", () => {
  const cues = heard(cuesAhead(after([]), SETTINGS)).filter(([, sound]) => sound !== "tick");
  assert.deepEqual(cues, [
    [0, "ready"], [10, "start"], [70, "half"], [130, "target"], [130.7, "switch"],
    [140, "start"], [200, "half"], [260, "target"], [260.7, "end"],
  ]);
});
test("what is known ahead is what then comes", () => {
  const ahead = heard(cuesAhead(after([]), SETTINGS)).filter(([s]) => s > 135);
  assert.deepEqual(heard(cuesAhead(after([[135, "tick"]]), SETTINGS)).filter(([s]) => s > 135), ahead);
});
test("a hold let go is answered at once", () => {
  const [first] = cuesOf(after([[50, "let-go"]]), SETTINGS);
  assert.deepEqual([first.at - T0, first.sound, first.say],
    [50000, "switch", "Switch sides. Left side next, in 10 seconds."]);
});
test("the end says how long each side was held, and which was the longest where that is wanted", () => {
  const [end] = cuesOf(after([[65, "let-go"], [115, "let-go"]]), SETTINGS);
  const felt = "How does it feel now? All optional: 0 is no pain, 10 the worst.";
  assert.equal(end.say, `Right side: 55 seconds. Left side: 40 seconds. ${felt}`);
  const [told] = cuesOf(after([[65, "let-go"], [115, "let-go"]]), { ...SETTINGS, longest: true });
  assert.equal(told.say, `Right side: 55 seconds, your longest yet. Left side: 40 seconds. ${felt}`);
});
test("only what comes up now is due: nothing ahead, and nothing long past", () => {
  const cues = cuesOf(after([[10, "tick"]]), SETTINGS);
  assert.deepEqual(words(due(cues, T0 + 25500)), [[25, "Breathe."]]);
  assert.deepEqual(due(cues, T0 + 28000), []);
});
test("a listener is told what was said last", () => {
  const cues = cuesAhead(after([[10, "tick"]]), SETTINGS);
  assert.equal(announcement(cues, T0 + 71000), "Half-way, 1 minute to go.");
  assert.deepEqual([62900, 63100].map((ms) => reminder(cues, T0 + ms)), ["Rest.", ""]);
  assert.equal(announcement(cuesAhead(ready(), SETTINGS), T0), "Hip balancing. Right side first");
});
test("a sound is flashed for half a second", () => {
  const cues = cuesOf(after([]), SETTINGS);
  assert.deepEqual([6999, 7000, 7499, 7500].map((ms) => flash(cues, T0 + ms)), ["", "tick", "tick", ""]);
});
test("a breath goes in for two fifths of its time, and out for three", () => {
  assert.deepEqual([0, 4, 7, 10].map((s) => [breath(s, 10).word, Number(breath(s, 10).full.toFixed(3))]),
    [["Breathe in", 0], ["Breathe out", 1], ["Breathe out", 0.5], ["Breathe in", 0]]);
});
