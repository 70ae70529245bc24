// Sounds and words, with an audio clock, a voice and a page's clock that a test turns. Run by test_timer_words.py.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { signaller } from "../../hiplog/timer/page/browser/signals.js";

mock.timers.enable({ apis: ["setTimeout"] });
const ON = { sounds: true, voice: true, volume: 0.5 };
const OWN = { lang: "en-GB", localService: true };

/** An audio clock that stands at `currentTime` when the page's is at `pageTime`; its tones are kept. */
class Audio {
  static last;
  currentTime = 0;
  pageTime = 0;
  state = "running";
  tones = [];
  constructor() {
    Audio.last = this;
  }
  getOutputTimestamp() {
    return { contextTime: this.currentTime, performanceTime: this.pageTime };
  }
  createGain() {
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
    return { gain, connect() {}, disconnect() {} };
  }
  createOscillator() {
    const tone = { frequency: {}, stopped: [], connect() {}, start: (at) => (tone.at = at), stop: (at) => tone.stopped.push(at) };
    this.tones.push(tone);
    return tone;
  }
  resume = async () => {};
  close = async () => {};
}

/** A signaller after a press, its audio clock 1 s behind the page's. */
function awake(voices = [OWN]) {
  const said = [];
  const utterances = [];
  globalThis.AudioContext = Audio;
  globalThis.SpeechSynthesisUtterance = function Utterance(words) {
    this.words = words;
  };
  globalThis.speechSynthesis = {
    speaking: false,
    getVoices: () => voices,
    speak: (utterance) => (utterances.push(utterance), said.push(utterance.words)),
    cancel: () => said.push("(cut off)"),
  };
  const news = { count: 0 };
  const signals = signaller(() => (news.count += 1));
  signals.wake(ON);
  Object.assign(Audio.last, { currentTime: 9, pageTime: 10000 });
  return { signals, said, utterances, news, audio: Audio.last };
}
const tick = (at) => ({ at, sound: "tick", kind: "step" });
const sounding = (audio) => audio.tones.filter(({ stopped }) => !stopped.includes(undefined)).map(({ at }) => at);

test("a sound is put on the audio clock for the time at which it is heard by the page's", () => {
  const { signals, audio } = awake();
  signals.play([tick(50000 + 12500)], 50000, ON);
  assert.deepEqual(sounding(audio), [11.5]);
});
test("a sound is put there once, and again only where the clocks part", () => {
  const { signals, audio } = awake();
  for (let i = 0; i < 3; i += 1) signals.play([tick(12500)], 0, ON);
  assert.equal(audio.tones.length, 1);
  audio.pageTime = 10010;
  signals.play([tick(12500)], 0, ON);
  assert.deepEqual([audio.tones.length, sounding(audio)], [2, [11.49]]);
});
test("a sound that is due no more is taken back, one that sounds is not", () => {
  const { signals, audio } = awake();
  signals.play([tick(10001), tick(12500)], 0, ON);
  Object.assign(audio, { currentTime: 9.5, pageTime: 10500 });
  signals.play([], 0, ON);
  assert.deepEqual(sounding(audio), [9.001]);
});
test("a sound that is half a second late is left out, one a little late sounds at once", () => {
  const { signals, audio } = awake();
  signals.play([tick(9400), tick(9700)], 0, ON);
  assert.deepEqual(sounding(audio), [9]);
});
test("nothing sounds with sounds switched off, and no page sounds before a press", () => {
  const { signals, audio } = awake();
  signals.play([tick(12500)], 0, { ...ON, sounds: false });
  assert.deepEqual(audio.tones, []);
  Audio.last = null;
  signaller(() => {}).play([tick(12500)], 0, ON);
  assert.equal(Audio.last, null);
});
test("words are said once, by a voice of the computer's own", () => {
  const { signals, said } = awake([{ lang: "en-US", localService: false }, OWN]);
  for (let i = 0; i < 2; i += 1) signals.say([{ at: 1, say: "Hold.", kind: "time" }], ON);
  assert.deepEqual(said, ["Hold."]);
});
test("no words go over the network, and that nothing is spoken is said", () => {
  const { signals, said } = awake([{ lang: "en-US", localService: false }, { lang: "de-DE", localService: true }]);
  signals.say([{ at: 1, say: "Hold.", kind: "step" }], ON);
  assert.deepEqual(said, []);
  assert.match(signals.lacks(ON).join(), /no English voice of its own/);
});
test("a step cuts off what is being said, and a reminder waits for no one", () => {
  const { signals, said } = awake();
  globalThis.speechSynthesis.speaking = true;
  signals.say([{ at: 1, say: "Breathe.", kind: "reminder" }, { at: 2, say: "Switch.", kind: "step" }], ON);
  assert.deepEqual(said, ["(cut off)", "Switch."]);
});
test("what is only shown is not said, nor anything without the voice", () => {
  const { signals, said } = awake();
  signals.say([{ at: 1, say: "Ready", kind: "shown" }], ON);
  signals.say([{ at: 2, say: "Hold.", kind: "step" }], { ...ON, voice: false });
  assert.deepEqual(said, []);
});
test("sounds that the browser keeps off are said to be, but not while a press may still wake them", () => {
  const { signals, audio } = awake();
  assert.deepEqual(signals.lacks(ON), []);
  audio.state = "suspended";
  assert.match(signals.lacks(ON).join(), /keeps the sounds off: press a button/);
  signals.wake(ON);
  assert.deepEqual(signals.lacks(ON), []);
  mock.timers.tick(2000);
  assert.match(signals.lacks(ON).join(), /finds nothing to play them on/);
});
test("a press that helped after all is a press that helped", () => {
  const { signals, audio, news } = awake();
  audio.state = "suspended";
  signals.wake(ON);
  mock.timers.tick(2000);
  assert.equal(news.count, 1);
  audio.state = "running";
  audio.onstatechange();
  assert.deepEqual([signals.lacks(ON), news.count], [[], 2]);
  audio.state = "suspended"; // as when the browser takes the sound away
  assert.match(signals.lacks(ON).join(), /press a button/);
});
test("what is sounded is felt once, where a device can vibrate and that is wanted", () => {
  const { signals } = awake();
  const felt = [];
  const device = { userActivation: { hasBeenActive: true }, vibrate: (pattern) => felt.push(pattern.length) };
  Object.defineProperty(globalThis, "navigator", { value: device, configurable: true });
  const due = [tick(1), { at: 2, say: "Breathe.", kind: "reminder" }, { at: 3, sound: "target" }];
  for (const vibration of [false, true, true]) signals.feel(due, { vibration });
  assert.deepEqual(felt, [1, 5]);
  signals.hush();
  signals.feel([tick(1)], { vibration: true });
  assert.deepEqual(felt, [1, 5, 1]);
});
test("a voice that ended untold is known to be silent", () => {
  const { signals } = awake();
  signals.say([{ at: 1, say: "Hold.", kind: "step" }], ON);
  assert.equal(signals.spokeAt(performance.now() + 9000), false);
});
test("when the voice speaks is known, and a little after", () => {
  const { signals, utterances } = awake();
  assert.equal(signals.spokeAt(performance.now()), false);
  signals.say([{ at: 1, say: "Hold.", kind: "step" }], ON);
  globalThis.speechSynthesis.speaking = true;
  const now = performance.now();
  assert.deepEqual([signals.spokeAt(now - 1000), signals.spokeAt(now + 9000)], [false, true]);
  utterances.at(-1).onend();
  assert.deepEqual([signals.spokeAt(performance.now() + 100), signals.spokeAt(performance.now() + 9000)], [true, false]);
});

test("what a press changed is heard from when the page got to it, and what has no volume is never heard", () => {
  const { signals, audio } = awake();
  const realNow = performance.now;
  const at = (page) => {
    performance.now = () => page;
    Object.assign(audio, { currentTime: (page - 1000) / 1000, pageTime: page });
  };
  try {
    at(10000);
    const first = signals.heardSince(ON);
    signals.play([tick(15000), tick(20000)], 0, ON);
    at(12000);
    signals.play([tick(15000), tick(20000)], 0, ON);
    assert.deepEqual([first, signals.heardSince(ON)], [10000, 10000], "the same plan was heard all the while");
    at(24000);
    signals.play([tick(40000)], 0, ON);
    assert.equal(signals.heardSince(ON), 23000);
    assert.equal(signals.heardSince({ ...ON, volume: 0 }), Infinity);
  } finally {
    performance.now = realNow;
  }
});
