// The microphone: when it is open, what it hears, and what is said where it cannot be had. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { microphone } from "../../hiplog/timer/page/input/microphone.js";

mock.timers.enable({ apis: ["setTimeout"] });
const settled = () => new Promise((done) => setImmediate(done));
const ON = { knocks: true };

/** A browser with a microphone, unless it `refuses` with an error of that name, or is not `secure`. */
function browser({ refuses = null, secure = true, loads = true, latency } = {}) {
  const tracks = [];
  const wanted = [];
  const nodes = [];
  const open = { contexts: 0 };
  const mediaDevices = {
    async getUserMedia(constraints) {
      wanted.push(constraints);
      if (refuses) throw Object.assign(new Error("not so"), { name: refuses });
      const track = { live: true, stop: () => (track.live = false), getSettings: () => ({ latency }) };
      tracks.push(track);
      return { getTracks: () => [track] };
    },
  };
  Object.defineProperty(globalThis, "navigator", { value: secure ? { mediaDevices } : {}, configurable: true });
  globalThis.isSecureContext = secure;
  const connect = () => ({ connect });
  globalThis.AudioContext = class {
    currentTime = 10;
    constructor() {
      open.contexts += 1;
    }
    audioWorklet = {
      async addModule() {
        if (!loads) throw Object.assign(new Error("blocked"), { name: "AbortError" });
      },
    };
    createMediaStreamSource = () => ({ connect });
    close = async () => (open.contexts -= 1);
  };
  globalThis.AudioWorkletNode = class {
    port = {};
    connect = connect;
    constructor() {
      nodes.push(this);
    }
  };
  const heard = { onsets: [], changes: 0 };
  const ears = microphone((onset) => heard.onsets.push(onset), () => (heard.changes += 1));
  const say = (data) => nodes.at(-1).port.onmessage({ data });
  return { ears, tracks, wanted, nodes, open, heard, say };
}
const live = ({ tracks }) => tracks.filter((track) => track.live).length;

test("it is opened and closed as it is chosen, so that the browser asks then", async () => {
  const here = browser();
  here.ears.ask();
  assert.match(here.ears.chosenWords(ON), /^The browser asks/);
  await settled();
  assert.deepEqual([here.tracks.length, live(here)], [1, 0]);
  assert.match(here.ears.chosenWords(ON), /^The hold ends at the first of two/);
  assert.equal(here.ears.chosenWords({ knocks: false }), "");
  here.ears.ask();
  await settled();
  assert.equal(here.tracks.length, 1, "it asks no more once it was given");
});
test("it is open from the moment that it is to listen until a second after it is not", async () => {
  const here = browser();
  here.ears.listen(true);
  here.ears.listen(true);
  await settled();
  assert.deepEqual([live(here), here.open.contexts], [1, 1]);
  here.ears.listen(false);
  mock.timers.tick(1000);
  assert.equal(live(here), 1, "the second of two knocks may still come");
  mock.timers.tick(300);
  assert.deepEqual([live(here), here.open.contexts], [0, 0]);
});
test("one that is wanted again at once stays open", async () => {
  const here = browser();
  here.ears.listen(true);
  await settled();
  for (const want of [false, true]) here.ears.listen(want);
  mock.timers.tick(5000);
  assert.deepEqual([here.tracks.length, live(here)], [1, 1]);
});
test("where nothing comes from it for two seconds, that is said", async () => {
  const here = browser();
  here.ears.listen(true);
  await settled();
  mock.timers.tick(2000);
  assert.equal(here.ears.holdWords(), "Not listening");
  assert.match(here.ears.lacks(ON)[0], /^Nothing comes from the microphone/);
  here.say({ hears: true });
  assert.deepEqual(here.ears.lacks(ON), []);
});
test("one that is given when it is wanted no more is closed at once", async () => {
  const here = browser();
  for (const want of [true, false, true, false]) here.ears.listen(want);
  await settled();
  assert.deepEqual([here.tracks.length, live(here), here.open.contexts], [2, 0, 0]);
});
test("one that is given when the timer is gone is closed at once", async () => {
  const here = browser();
  here.ears.listen(true);
  here.ears.close();
  await settled();
  assert.deepEqual([here.tracks.length, live(here)], [1, 0]);
});
test("nothing is cleaned away of what it hears", async () => {
  const { ears, wanted } = browser();
  await ears.ask();
  assert.deepEqual(wanted, [{ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } }]);
});
test("an onset is told by the page's clock, less what the microphone takes", async () => {
  for (const [latency, ago_ms] of [[undefined, 400], [0.05, 450]]) {
    const here = browser({ latency });
    here.ears.listen(true);
    await settled();
    const before = performance.now();
    here.say({ onset: { at: 9.6, after: 20 } });
    const [{ at, after }] = here.heard.onsets;
    assert.ok(after === 20 && Math.abs(before - ago_ms - at) < 20, `${before - at}`);
    here.ears.close();
  }
});
test("it is said to listen once there is something to hear, and no more when it is closed", async () => {
  const here = browser();
  here.ears.listen(true);
  await settled();
  assert.equal(here.ears.holdWords(), "");
  here.say({ hears: true });
  assert.equal(here.ears.holdWords(), "Listening: two knocks let go");
  here.say({ hears: false });
  assert.equal(here.ears.holdWords(), "Not listening");
  assert.match(here.ears.lacks(ON)[0], /^Nothing comes from the microphone/);
  here.ears.close();
  assert.equal(here.ears.holdWords(), "");
});
for (const [name, words] of [
  ["NotAllowedError", /does not let the timer use the microphone/],
  ["NotFoundError", /No microphone was found/],
  ["NotReadableError", /another program may use it/],
  ["OverconstrainedError", /cannot be used: not so/],
]) {
  test(`what a browser refuses by ${name} is said, and that all else goes on`, async () => {
    const here = browser({ refuses: name });
    await here.ears.ask();
    assert.match(here.ears.chosenWords(ON), words);
    assert.match(here.ears.lacks(ON)[0], /and all else goes on\.$/);
    assert.deepEqual(here.ears.lacks({ knocks: false }), []);
    here.ears.listen(true);
    await settled();
    assert.equal(here.ears.holdWords(), "Not listening");
    here.ears.close();
  });
}
test("a page of plain http under another name has none, and says why", async () => {
  const { ears } = browser({ secure: false });
  await ears.ask();
  assert.match(ears.lacks(ON)[0], /only to pages by https or by localhost/);
});
test("where the detector cannot be loaded, the microphone is closed again", async () => {
  const here = browser({ loads: false });
  here.ears.listen(true);
  await settled();
  assert.deepEqual([live(here), here.open.contexts], [0, 0]);
  assert.match(here.ears.lacks(ON)[0], /cannot be used: blocked/);
  here.ears.close();
});
test("a microphone that goes away is missed", async () => {
  const here = browser();
  here.ears.listen(true);
  await settled();
  here.say({ hears: true });
  here.tracks[0].onended();
  assert.match(here.ears.lacks(ON)[0], /^The microphone went away/);
  assert.equal(here.ears.holdWords(), "Not listening");
});
