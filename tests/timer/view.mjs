// What the view reckons: the ring's line, the room of a page, and which buttons there are. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { roomFor } from "../../hiplog/timer/page/browser/room.js";
import { askedSeconds, buttonWords, headline, smallPrint } from "../../hiplog/timer/page/logic/sentences.js";
import { isSpent, offered } from "../../hiplog/timer/page/view/buttons.js";
import { ringPath } from "../../hiplog/timer/page/view/ring.js";

/** Follow a path of m, h, v, a and z; return the corners that it passes. */
function corners(path) {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mhvaz])([^Mhvaz]*)/g)].map(([, command, numbers]) => {
    const values = numbers.trim().split(/[ ,]+/).map(Number);
    if (command === "M") [x, y] = values;
    if (command === "h") x += values[0];
    if (command === "v") y += values[0];
    if (command === "a") [x, y] = [x + values[5], y + values[6]];
    return [x, y].map(Math.round);
  });
}

test("the ring goes once round its field, from the middle of its top and back", () => {
  for (const [w, h] of [[400, 400], [900, 400], [390, 650]]) {
    const passed = corners(ringPath(w, h, 5));
    const [xs, ys] = [0, 1].map((i) => passed.map((corner) => corner[i]));
    assert.deepEqual([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], [5, w - 5, 5, h - 5]);
    assert.equal(passed[0][0], w / 2);
    assert.ok(passed.at(-1)[0] <= w / 2 && passed.at(-1)[1] === 5);
  }
});
test("a timer near the top fits below what stands there, and one further down fills what one sees at once", () => {
  assert.deepEqual([roomFor(650, 120), roomFor(650, 600), roomFor(300, 0)], [518, 638, 440]);
});

const SETTINGS = { exercises: [{ name: "hip_balance" }], recent: [], history: [{}], last_session: [], plan: 1 };
const T = new Date(2026, 2, 4, 12).getTime();
const DONE = [{ session_id: "s", day: "2026-03-04", counts: true }];
const HOLD = { session_id: "s", started_at: "2026-03-04T07:10:00.000", exercise: "hip_balance", side: "right" };

test("before the day's plan is met the main thing is to start, after it to see how it goes", () => {
  const ready = { phase: "ready", records: [] };
  assert.equal(offered(ready, SETTINGS, T)[0], "start");
  assert.equal(offered(ready, { ...SETTINGS, recent: DONE, plan: 2 }, T)[0], "start");
  assert.equal(offered(ready, { ...SETTINGS, recent: DONE }, T)[0], "progress");
  assert.equal(buttonWords("start", ready, { plan: 1 }, 1), "Start another session");
});
test("after a stop for pain nothing is urged", () => {
  const records = [{ hold: { ...HOLD, ended: "pain" }, changes: {}, removed: false }];
  assert.deepEqual(offered({ phase: "done", records }, SETTINGS, T), ["new-session", "progress", "mend", "undo"]);
  assert.equal(buttonWords("new-session", { phase: "done", records }, SETTINGS, 1), "Close");
});
test("where all holds were taken out elsewhere nothing is offered that deletes them", () => {
  const records = [{ hold: HOLD, changes: {}, removed: true, gone: true }];
  assert.deepEqual(offered({ phase: "done", records }, SETTINGS, T), ["new-session", "progress"]);
  assert.deepEqual(offered({ phase: "rate", records }, SETTINGS, T), ["save", "mend"]);
});
test("what ends a rating says whether anything is left to save: the holds are in the log already", () => {
  const name = (rating) => buttonWords("save", { phase: "rate", records: [], rating: { pain: {}, note: "", ...rating } }, SETTINGS, 0);
  assert.deepEqual([{}, { note: " " }, { pain: { left: null } }, { hurt: { left: false } }].map(name), Array(4).fill("Finish"));
  const said = [{ note: "stiff" }, { pain: { left: 0, right: null } }, { hurt: { right: true } }].map(name);
  assert.deepEqual(said, Array(3).fill("Save answers and finish"));
});
test("where a part is the last there is one way to leave it out", () => {
  const state = { phase: "switch", records: [], at: 1, parts: [{}, {}] };
  assert.deepEqual(offered(state, SETTINGS, T), ["skip", "more-time", "finish", "pain"]);
});
const PARTS = { at: 0, parts: ["right", "left"].map((side) => ({ exercise: "hip_balance", side, target_s: 120 })) };
test("after a slip the main thing is to go on holding, after an interruption to do it again; both ask about their seconds", () => {
  const [slip, interrupted] = ["count", "again"].map((phase) => {
    return { phase, ...PARTS, held: {}, records: [{ hold: { ...HOLD, hold_s: 2.05, ended: "let_go" } }] };
  });
  const names = [slip, interrupted].map((state) => offered(state, SETTINGS, T).map((type) => buttonWords(type, state, SETTINGS, 0)));
  assert.deepEqual(names[1].slice(0, 3), ["Do it again", "I'm still holding", "Go on to the left side"]);
  assert.deepEqual(names[0], ["I'm still holding", "Do it again", "Leave this side out", "I let go: count it", "That hurt: stop for today"]);
  assert.deepEqual([slip, interrupted].map(askedSeconds), [2.05, 2.05]);
  assert.deepEqual(headline(slip, SETTINGS, T), ["That was short", "Your right hold stopped after 2.0 seconds."]);
});
test("that it hurts can be said wherever a session waits for a hold", () => {
  const session = { phase: "hold", ...PARTS, records: [], begin: T, seen: T };
  const more = { ...PARTS, records: [], claims: [], seen_s: 0, session };
  const states = ["prepare", "switch", "hold", "count", "again", "away", "found"].map((phase) => ({ phase, ...more }));
  for (const state of states) assert.equal(offered(state, SETTINGS, T).at(-1), "pain", state.phase);
  const over = { phase: "found", records: [], session: { phase: "rate", records: [] } };
  assert.deepEqual(offered(over, SETTINGS, T), ["resume", "discard"]);
});
test("where a hold was just stopped nothing that deletes is near, and what takes back a stop for pain says of what it is", () => {
  const state = { phase: "rate", held: {}, records: [{ hold: { ...HOLD, ended: "pain" }, removed: false }] };
  assert.deepEqual(offered(state, SETTINGS, T), ["save", "still", "mend"]);
  assert.deepEqual(offered({ ...state, records: [], hurts: true }, SETTINGS, T), ["save", "still", "mend"]);
  const letGo = { ...state, records: [{ hold: { ...HOLD, ended: "let_go" }, removed: false }] };
  assert.deepEqual(offered(letGo, SETTINGS, T), ["save", "still", "mend"], "nor after any other hold");
  assert.equal(buttonWords("still", state, SETTINGS, 0), "Pressed by mistake: still holding");
  assert.equal(buttonWords("still", { ...state, records: [] }, SETTINGS, 0), "I'm still holding");
  const day = { phase: "day", days: [{ removed: false }], hurts: true };
  assert.deepEqual(offered(day, SETTINGS, T), ["back"]);
});

const AWAY = { phase: "away", ...PARTS, entered: T, seen: T, claims: [{ hold_s: 10 }, { hold_s: 50 }], seen_s: 10.9 };
const answers = (state) => offered(state, SETTINGS, T).map((type) => buttonWords(type, state, SETTINGS, 0));
test("three answers to whether one kept holding say what each of them comes to", () => {
  assert.deepEqual(answers(AWAY), [
    "Still holding, go on from 0:10", "I held on throughout: go on from 0:50", "I had let go: keep 0:10", "It hurt: keep 0:10",
  ]);
  assert.equal(answers({ ...AWAY, seen: T + 8000 })[1], "I held on throughout: go on from 0:58", "it goes on while it is asked about");
  const unseen = { ...AWAY, claims: [{ hold_s: 120 }], seen_s: 0 };
  assert.deepEqual(answers(unseen), ["I held on to the end: 2:00", "I had let go", "It hurt: stop for today"]);
});
test("once it is too late to go on, the answers keep their places, and no two that can be pressed keep the same seconds", () => {
  const late = { ...AWAY, entered: 0 };
  const [why, ...more] = ["Too late to go on: only within 10 seconds.", "I had let go: keep 0:10", "It hurt: keep 0:10"];
  assert.deepEqual(answers(late), [why, "I held on throughout: keep 0:50", ...more]);
  assert.deepEqual(answers({ ...late, claims: [{ hold_s: 10.5 }] }), [why, ...more]);
  assert.deepEqual([AWAY, late, { ...late, claims: [{ hold_s: 12 }] }].map((state) => isSpent("yes", state)), [false, true, false]);
});
test("what was running is asked about with the seconds that were seen of it, and when", () => {
  const session = { phase: "hold", ...PARTS, records: [], begin: T - 60000, seen: T - 12000 };
  const found = { phase: "found", session, records: [] };
  assert.equal(askedSeconds(found), 48);
  assert.deepEqual(headline(found, SETTINGS, T), ["Still holding?", "The timer last saw your right hold 12 seconds ago."]);
  assert.equal(askedSeconds({ ...found, session: { ...session, phase: "rate" } }), null);
  const kept = ["I let go: keep 0:48", "End the session: keep 0:48", "It hurt: keep 0:48"];
  assert.deepEqual(answers(found), ["I'm still holding", ...kept]);
  const elsewhere = ["I let go", "Leave it there", "It hurt: stop for today"]; // there it goes on while this page asks
  assert.deepEqual(answers({ ...found, elsewhere: true }), ["I'm still holding", ...elsewhere]);
});
const heldFor = (ended, side = "right") => ({ hold: { ...HOLD, side, hold_s: 48, ended }, removed: false });
test("where nothing is held the word for pain says of what it is and that it is the end for today", () => {
  const name = (phase, more, done = 0) => buttonWords("pain", { phase, ...PARTS, records: [], ...more }, SETTINGS, done);
  assert.deepEqual(["prepare", "switch", "again"].map((phase) => name(phase)), Array(3).fill("It hurts: not today"));
  assert.equal(name("prepare", {}, 1), "It hurts: stop for today", "today had a session");
  const letGo = { held: {}, records: [heldFor("let_go")] }; // which becomes a stop for pain
  assert.deepEqual(["switch", "count"].map((phase) => name(phase, letGo)), Array(2).fill("That hurt: stop for today"));
  for (const ended of ["target", "interrupted"]) {
    assert.equal(name("again", { held: {}, records: [heldFor(ended)] }), "It hurts: stop for today", "the hold stays what it was");
  }
  assert.equal(name("hold"), "Stop, it hurts");
});
test("a session that waits is asked about in the past, also that it hurt", () => {
  const name = (session) => buttonWords("pain", { phase: "found", records: [], session: { ...PARTS, ...session } }, SETTINGS, 0);
  assert.equal(name({ phase: "prepare", records: [] }), "It hurt: not today");
  assert.equal(name({ phase: "switch", records: [heldFor("let_go")] }), "It hurt: stop for today");
});
const STRETCH = { exercise: "hamstring_stretch", title: "Hamstring stretch", side: "right" };
test("who goes on from a side that was held leaves nothing out, and reads where it leads", () => {
  const name = (phase, at, records) => buttonWords("skip-side", { phase, at, parts: [...PARTS.parts, STRETCH], records }, SETTINGS, 0);
  for (const phase of ["again", "prepare"]) {
    assert.equal(name(phase, 0, [heldFor("interrupted")]), "Go on to the left side");
    assert.equal(name(phase, 0, [{ ...heldFor("interrupted"), removed: true }]), "Leave this side out");
    assert.equal(name(phase, 1, [heldFor("let_go")]), "Leave this side out");
    assert.equal(name(phase, 1, [heldFor("let_go"), heldFor("interrupted", "left")]), "Go on to the hamstring stretch");
  }
  assert.equal(buttonWords("skip-side", { phase: "again", ...PARTS, at: 1, records: [heldFor("interrupted", "left")] }, SETTINGS, 0), "Finish here");
});
test("a clock that was set back is told from a sleep, and long times are said in hours and days", () => {
  const words = (more) => headline({ ...AWAY, gap_s: 3 * 86400, jumped: 1, ...more }, SETTINGS, T)[1];
  assert.equal(words(), "This device slept for 3 days in your right hold, or its clock was changed.");
  assert.equal(words({ gap_s: 3600, jumped: -1 }), "The clock of this device was set back by 1 hour in your right hold.");
  assert.equal(words({ gap_s: 75, jumped: 0 }), "Nothing was seen of your right hold for 1 minute 15 seconds.");
});

test("that a log is new, and where it is, is said before the first session and not over a countdown", () => {
  const words = { begun: "A new log was begun: /home/me/log.sqlite.", record_not_advice: "" };
  const said = (phase) => smallPrint({ phase }, words, ["No voice.", "No sounds."], ["No voice."]);
  assert.deepEqual(["ready", "prepare", "hold"].map(said), [
    "A new log was begun: /home/me/log.sqlite. No voice. No sounds.", "No sounds.", "",
  ], "what a browser lacks is said once");
});
