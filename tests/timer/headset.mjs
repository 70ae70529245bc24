// A headset's button: when the page has it, what it does, and what is said where it is not given. Run by
// test_timer_words.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headset, toneFile } from "../../hiplog/timer/page/input/headset.js";

const settled = () => new Promise((done) => setImmediate(done));

/** A browser with a media session, in which elements play unless it `refuses`. */
function browser({ refuses = false, mediaSession = { metadata: null, playbackState: "none", handlers: {} } } = {}) {
  const elements = [];
  if (mediaSession) mediaSession.setActionHandler = (button, act) => (mediaSession.handlers[button] = act);
  Object.defineProperty(globalThis, "navigator", { value: mediaSession ? { mediaSession } : {}, configurable: true });
  globalThis.MediaMetadata = class {
    constructor(given) {
      Object.assign(this, given);
    }
  };
  globalThis.Audio = class {
    playing = false;
    constructor(src) {
      elements.push(Object.assign(this, { src }));
    }
    async play() {
      if (refuses) throw new Error("not allowed");
      this.playing = true;
    }
    pause() {
      this.playing = false;
    }
    removeAttribute() {}
  };
  const heard = { presses: 0, changes: 0 };
  const button = headset(() => (heard.presses += 1), () => (heard.changes += 1));
  return { button, mediaSession, elements, heard };
}

test("the button is had while there is a title, and given back without one", () => {
  const { button, mediaSession, elements } = browser();
  button.keep(null);
  assert.deepEqual(elements, []);
  button.keep("Hold: right side");
  button.keep("Hold: left side");
  assert.deepEqual([elements.length, elements[0].playing, elements[0].loop], [1, true, true]);
  assert.deepEqual([mediaSession.metadata.title, mediaSession.playbackState], ["Hold: left side", "playing"]);
  button.keep(null);
  assert.deepEqual([elements[0].playing, mediaSession.metadata, mediaSession.playbackState], [false, null, "none"]);
  assert.deepEqual(mediaSession.handlers, { play: null, pause: null });
});
test("play and pause are presses, and what plays goes on, so that the next one comes too", () => {
  const { button, mediaSession, elements, heard } = browser();
  button.keep("Hold");
  elements[0].pause();
  for (const press of [mediaSession.handlers.play, mediaSession.handlers.pause]) press();
  assert.deepEqual([heard.presses, elements[0].playing], [2, true]);
});
test("a timer that closes gives the button back", () => {
  const { button, elements } = browser();
  button.keep("Hold");
  button.close();
  button.close();
  assert.equal(elements[0].playing, false);
});
test("where a browser does not give it, that is said to who has chosen it", async () => {
  const { button, heard } = browser({ refuses: true });
  button.keep("Hold");
  await settled();
  assert.equal(heard.changes, 1);
  assert.deepEqual([button.lacks({ headset: true }).length, button.lacks({ headset: false }).length], [1, 0]);
  const none = browser({ mediaSession: null }).button;
  none.keep("Hold");
  assert.match(none.lacks({ headset: true })[0], /gives the timer no headset's button/);
  assert.deepEqual(browser().button.lacks({ headset: true }), []);
});
test("what is played is a whole number of waves, not silent, and hardly more", () => {
  const view = new DataView(toneFile());
  const samples = Array.from({ length: view.getUint32(40, true) / 2 }, (_, i) => view.getInt16(44 + 2 * i, true));
  assert.deepEqual([samples.length, samples[0], Math.max(...samples)], [80000, 0, 328]);
  assert.ok(Math.abs(samples.at(-1)) < 10, "it can be repeated without a click");
  const turns = samples.filter((now, i) => i > 0 && samples[i - 1] < 0 && now >= 0).length;
  assert.ok(Math.abs(turns - 200) <= 1, `${turns} waves in ten seconds`);
});
