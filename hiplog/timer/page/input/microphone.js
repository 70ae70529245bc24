// The microphone, by which two knocks or claps let go. It is open in a hold and a moment after, so that the browser's own
// sign that it is in use says the same as the page; before that, as it is chosen and at Start, it is opened once and
// closed, so that the browser asks while one is still at the computer, and what is missing is said before one lies
// down. What it hears goes through the onset detector beside the page's thread, and no further.
import { Onsets } from "./onsets.js";

// A knock is what a browser cleans away for telephone calls as noise and echo; and a gain that follows what is heard
// would make a quiet room loud.
const HEARD = { audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } };
const WORKLET = `${Onsets}
registerProcessor("hiplog-onsets", class extends AudioWorkletProcessor {
  onsets = new Onsets(sampleRate);
  silent = sampleRate; // for how many samples
  hears = false;

  process([[samples]]) {
    this.silent = samples?.some(Boolean) ? 0 : this.silent + 128;
    const hears = this.silent < sampleRate;
    if (hears !== this.hears) this.port.postMessage({ hears: (this.hears = hears) });
    if (samples) this.hear(samples);
    return true;
  }
  hear(samples) {
    const began = currentFrame - this.onsets.heard; // on the audio clock, which may have left out some
    for (const { at, ...more } of this.onsets.hear(samples)) {
      this.port.postMessage({ onset: { at: (began + at) / sampleRate, ...more } });
    }
  }
})`;
const ALL_ELSE = "Knocks are not heard, and all else goes on.";
const PROBLEMS = {
  NotAllowedError: `The browser does not let the timer use the microphone. ${ALL_ELSE}`,
  NotFoundError: `No microphone was found. ${ALL_ELSE}`,
  NotReadableError: `The microphone cannot be opened; another program may use it. ${ALL_ELSE}`,
};
const INSECURE = `A browser gives a microphone only to pages by https or by localhost. ${ALL_ELSE}`;
const NONE = `This browser gives the timer no microphone. ${ALL_ELSE}`;
const SILENT = `Nothing comes from the microphone; it may be switched off. ${ALL_ELSE}`;
const ENDED = `The microphone went away. ${ALL_ELSE}`;
const ASKS = "The browser asks whether the timer may use the microphone.";
const CAN = "The hold ends at the first of two. Keep still for a moment before and after them. The microphone is open while you hold, and a second after; nothing is recorded or sent. How well it hears knocks in your room is not known: try it.";

const LINGER_MS = 1200; // of two knocks just before a target the second comes after it, and is understood later still
const SILENT_MS = 2000; // what opens needs less, and then there is always some noise

/**
 * Opens and closes the microphone. `struck` is called for each onset, with `at` in milliseconds of the page's clock;
 * `changed` when what is said of the microphone changes.
 */
export function microphone(struck, changed) {
  let wanted = false;
  let ear = null; // what is open
  let hears = false;
  let asks = false;
  let given = false;
  let problem = null;
  let silence = null; // the wait for the first sound
  let closing = null; // the wait after a hold

  function tell(now) {
    problem = now;
    changed();
  }

  function heard(now) {
    hears = now;
    tell(now ? null : SILENT);
  }

  async function begin() {
    silence = setTimeout(() => hears || tell(problem ?? SILENT), SILENT_MS);
    try {
      const opened = await open({ struck, heard, lost: () => (end(), tell(ENDED)) });
      if (!wanted || ear) return opened.close();
      ear = opened;
    } catch (error) {
      tell(problemOf(error));
    }
  }

  function end() {
    clearTimeout(silence);
    ear?.close();
    ear = null;
    hears = false;
  }

  /** Listen from now on, or no more. */
  function listen(want) {
    if (want === wanted) return;
    wanted = want;
    clearTimeout(closing);
    if (!want) closing = setTimeout(end, LINGER_MS);
    else if (!ear) begin();
  }

  return {
    /** Have the browser ask for the microphone, unless it has been given to this page. To be called in a press. */
    async ask() {
      if (given || asks) return;
      asks = true;
      tell(null);
      const refused = await request().then(release, problemOf);
      asks = false;
      given = !refused;
      tell(refused ?? null);
    },
    listen,
    lacks: ({ knocks }) => (knocks && problem ? [problem] : []),
    /** What is said of it while it is chosen, and while one holds. */
    chosenWords: ({ knocks }) => (knocks ? (problem ?? (asks ? ASKS : CAN)) : ""),
    holdWords: () => (hears ? "Listening: two knocks let go" : wanted && problem ? "Not listening" : ""),
    close: () => (listen(false), clearTimeout(closing), end()),
  };
}

const problemOf = ({ name, message }) =>
  PROBLEMS[name] ?? (name === "Error" ? message : `The microphone cannot be used: ${message} ${ALL_ELSE}`);

async function request() {
  if (!globalThis.isSecureContext) throw new Error(INSECURE);
  if (!navigator.mediaDevices || !globalThis.AudioWorkletNode) throw new Error(NONE);
  return navigator.mediaDevices.getUserMedia(HEARD);
}

const release = (stream) => stream.getTracks().forEach((track) => track.stop());

/** Open the microphone and listen; what is returned closes it. */
async function open({ struck, heard, lost }) {
  const stream = await request();
  const audio = new AudioContext();
  const close = () => (release(stream), audio.close());
  try {
    const [track] = stream.getTracks();
    const node = await worklet(audio);
    node.port.onmessage = ({ data: { hears, onset } }) => {
      if (onset) struck({ ...onset, at: pageTime(audio, track, onset.at) });
      else heard(hears);
    };
    audio.createMediaStreamSource(stream).connect(node).connect(audio.destination); // it gives silence
    track.onended = lost;
    return { close: () => ((node.port.onmessage = null), close()) };
  } catch (error) {
    close();
    throw error;
  }
}

async function worklet(audio) {
  const address = URL.createObjectURL(new Blob([WORKLET], { type: "text/javascript" }));
  await audio.audioWorklet.addModule(address).finally(() => URL.revokeObjectURL(address));
  return new AudioWorkletNode(audio, "hiplog-onsets");
}

/** When what was heard at `at` of the audio clock came to the microphone, by the page's clock. */
function pageTime(audio, track, at) {
  const ago_s = audio.currentTime - at + (track.getSettings().latency ?? 0);
  return performance.now() - 1000 * ago_s;
}
