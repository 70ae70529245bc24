// Signals: cues played. Sounds are put ahead on the audio clock, which runs on where the page is blocked or
// hidden; words are spoken when they are due. Without sound or voice all goes on, and `lacks` says what is missing:
// a browser may keep sounds off until a press, or for good, or have nothing to play them on.

// Each sound is tones, [hertz, begins after s, lasts s]: told apart by how many they are and which way they go.
export const SOUNDS = {
  ready: [[392, 0, 0.2]],
  tick: [[660, 0, 0.09]],
  start: [[523, 0, 0.16], [784, 0.17, 0.4]],
  half: [[659, 0, 0.16], [659, 0.26, 0.16]],
  target: [[784, 0, 0.14], [988, 0.15, 0.14], [1319, 0.3, 0.34]],
  switch: [[784, 0, 0.16], [523, 0.17, 0.4]],
  end: [[659, 0, 0.18], [523, 0.19, 0.18], [392, 0.38, 0.5]],
};
const NO_SOUNDS =
  "No sounds here: the browser keeps them off, or finds nothing to play them on. All goes on without them.";
// What is felt of each sound, as [on, off, on, ...] in ms: on a phone that lies beside one, or in a hand.
const FELT = {
  tick: [60],
  start: [120, 80, 240],
  half: [120, 120, 120],
  target: [100, 60, 100, 60, 300],
  switch: [240, 80, 120],
  end: [240, 80, 240, 80, 400],
};
const LAID_MS = 1000; // a press is answered sooner, unless the page was blocked
const LATE_S = 0.5; // a sound that is later than that is left out
const OVER_S = 3; // and one that is over for longer will not be asked for again
const STOOD_MS = 500; // the audio clock lags behind the page's by less, unless it stood still
const WAKING_MS = 2000; // sounds that a press has not woken by then it does not wake
const ECHO_MS = 500; // a room answers a voice for so long
const VOICED = 3; // spans remembered: the last, and what it cut off
const DRIFT_S = 0.004; // the audio clock and the page's part: a sound ahead is moved when they are this far apart

/** The voice to speak with: one of the browser's own, as others send the words over the network. */
const ownVoice = () =>
  globalThis.speechSynthesis?.getVoices().find(({ lang, localService }) => localService && /^en\b/.test(lang));

/** Plays cues. `changed` is called when sound or voice has become available, or stopped. */
export function signaller(changed) {
  const Audio = globalThis.AudioContext ?? globalThis.webkitAudioContext;
  const ahead = new Map(); // "at sound" -> {time, stop}
  const felt = new Set(); // "at sound" of what was felt
  const spoken = new Set(); // "at words" of what was said
  const voiced = []; // the spans in which the voice spoke last, by the page's clock
  let audio = null; // made in a press: before one no page may sound
  let waking = null; // the wait for sounds after a press
  let pressedInVain = false;
  let steady = null; // the two clocks when last they began to run together
  let planned = new Set(); // the keys of what was to be sounded, and since when, by the page's clock, it is so
  let laid = -Infinity;
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", changed);

  const running = () => audio?.state === "running";

  /** When the audio clock will sound what is heard at `t` of the page's clock. */
  function audioTime(t) {
    const { contextTime = 0, performanceTime = 0 } = audio.getOutputTimestamp?.() ?? {};
    if (performanceTime) return contextTime + (t - performanceTime) / 1000;
    return audio.currentTime + (t - performance.now()) / 1000;
  }

  const behind = (now) => now - steady.page - 1000 * (audio.currentTime - steady.audio);

  function stateChanged() {
    if (running()) woken();
    changed();
  }

  function woken() {
    clearTimeout(waking);
    waking = null;
    pressedInVain = !running();
  }

  /** Remember from when to when words are spoken. */
  function hearVoice(words) {
    const span = { from: performance.now(), to: Infinity };
    words.onend = words.onerror = () => (span.to = performance.now());
    voiced.push(span);
    voiced.splice(0, voiced.length - VOICED);
  }

  function drop(key) {
    ahead.get(key).stop();
    ahead.delete(key);
  }

  /** Put the sounds of `cues` on the audio clock; `zero` is the wall clock at the page clock's 0. */
  function plan(cues, zero, volume) {
    const wanted = new Map(cues.filter(({ sound }) => sound).map((cue) => [`${cue.at} ${cue.sound}`, cue]));
    if ([...wanted.keys()].some((key) => !planned.has(key))) laid = performance.now(); // also where it is too late for it
    planned = new Set(wanted.keys());
    for (const [key, { time }] of ahead) {
      if (!wanted.has(key) && time > audio.currentTime) drop(key);
      else if (time < audio.currentTime - OVER_S) ahead.delete(key);
    }
    if (!running()) return;
    for (const [key, { at, sound }] of wanted) {
      const time = audioTime(at - zero);
      const put = ahead.get(key);
      if (put && (put.time <= audio.currentTime + 0.05 || Math.abs(put.time - time) < DRIFT_S)) continue;
      if (time < audio.currentTime - LATE_S) continue;
      if (put) drop(key);
      ahead.set(key, { time, stop: sounded(audio, SOUNDS[sound], Math.max(time, audio.currentTime), volume) });
    }
  }

  return {
    /** To be called in a press. */
    wake(settings) {
      if (!settings.sounds || !Audio) return;
      audio ??= Object.assign(new Audio({ latencyHint: "interactive" }), { onstatechange: stateChanged });
      if (running()) return;
      audio.resume().catch(() => {}); // where there is no device this may never end
      waking ??= setTimeout(() => (woken(), changed()), WAKING_MS);
    },
    play(cues, zero, { sounds, volume }) {
      if (audio) plan(sounds ? cues : [], zero, volume);
    },
    /** Speak what is due. A step cuts off what is being said; a reminder waits for no one, and is left out. */
    say(cues, { voice, volume }) {
      for (const { at, say, kind } of voice ? cues : []) {
        const own = say && kind !== "shown" && !spoken.has(`${at} ${say}`) && ownVoice();
        if (!own || (kind === "reminder" && speechSynthesis.speaking)) continue;
        spoken.add(`${at} ${say}`);
        if (kind === "step") speechSynthesis.cancel();
        const words = Object.assign(new SpeechSynthesisUtterance(say), { voice: own, lang: own.lang, volume });
        hearVoice(words);
        speechSynthesis.speak(words);
      }
    },
    /** Whether the voice spoke at `t` of the page's clock, or had just spoken. */
    spokeAt(t) {
      const { speaking, pending } = globalThis.speechSynthesis ?? {};
      // Some browsers do not tell of every end.
      if (!speaking && !pending) for (const span of voiced) span.to = Math.min(span.to, performance.now());
      return voiced.some(({ from, to }) => t >= from && t <= to + ECHO_MS);
    },
    /** Have the device vibrate with the sounds that are due, where it can; each once. */
    feel(cues, { vibration }) {
      for (const { at, sound } of vibration ? cues : []) {
        if (!FELT[sound] || felt.has(`${at} ${sound}`)) continue;
        felt.add(`${at} ${sound}`);
        if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(FELT[sound]); // else a browser complains
      }
    },
    /** The session is over: nothing more is said of it. */
    hush() {
      felt.clear();
      spoken.clear();
      globalThis.speechSynthesis?.cancel();
    },
    /**
     * Since when, by the page's clock, the audio clock has run without a stop: what lay ahead on it was sounded, also
     * while the page itself did nothing. What a press changed was put there when the page got to it, and not before.
     * Infinity where the clock does not run, and where it sounds nothing.
     */
    heardSince({ sounds, volume }, now = performance.now()) {
      if (!sounds || !volume || !running()) steady = null;
      else if (!steady || Math.abs(behind(now)) > STOOD_MS) steady = { page: now, audio: audio.currentTime };
      return steady ? Math.max(steady.page, laid - LAID_MS) : Infinity;
    },
    lacks({ sounds, voice }) {
      const still = audio && !running() && !waking;
      return [
        sounds && !Audio && "This browser plays no sounds.",
        sounds && still && !pressedInVain && "The browser keeps the sounds off: press a button here.",
        sounds && still && pressedInVain && NO_SOUNDS,
        voice && !ownVoice() && "This browser has no English voice of its own, so nothing is spoken.",
      ].filter(Boolean);
    },
    close() {
      globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", changed);
      clearTimeout(waking);
      if (audio) audio.onstatechange = null;
      audio?.close().catch(() => {});
    },
  };
}

/** Sound tones from `time` of the audio clock on; the function returned stops them. */
function sounded(audio, tones, time, volume) {
  const gain = audio.createGain();
  gain.gain.value = 0;
  gain.connect(audio.destination);
  const last = tones.length - 1;
  const oscillators = tones.map(([frequency, after_s, s], i) => {
    const [begin, end] = [time + after_s, time + after_s + s];
    const oscillator = Object.assign(audio.createOscillator(), { type: "triangle" });
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(volume, begin + 0.01); // else it clicks
    gain.gain.setValueAtTime(volume, end - 0.04);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain);
    oscillator.start(begin);
    oscillator.stop(end);
    if (i === last) oscillator.onended = () => gain.disconnect();
    return oscillator;
  });
  return () => {
    for (const oscillator of oscillators) oscillator.stop();
    gain.disconnect();
  };
}
