// A computer with a browser, as far as a timer uses it: clocks that part, timers, storage, sound, other windows.
import { Store } from "./store.mjs";

const RealDate = Date;

export class Computer {
  page = 1000; // the page's clock, in milliseconds, and its timers
  audio = 0; // the audio clock, in seconds
  lived = 0; // how many seconds have passed, whatever the clocks say
  seen = 0; // for how many of them a page was awake
  alarms = new Map();
  channels = new Set();
  store = new Store();
  ids = 0;

  /** `wall` is what the clock on the wall shows, in milliseconds. */
  constructor(wall) {
    this.wall = wall;
  }

  /** Stand in for what a browser has. */
  install() {
    const computer = this;
    globalThis.performance = { timeOrigin: computer.wall - computer.page, now: () => computer.page };
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length ? given : [computer.wall]));
      }
      static now = () => computer.wall;
    };
    globalThis.setTimeout = (act, ms) => {
      computer.alarms.set((computer.ids += 1), { at: computer.page + (ms || 0), act });
      return computer.ids;
    };
    globalThis.clearTimeout = (id) => computer.alarms.delete(id);
    globalThis.requestAnimationFrame = () => 0;
    globalThis.cancelAnimationFrame = () => {};
    globalThis.document = { addEventListener() {}, removeEventListener() {}, visibilityState: "hidden" };
    Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
    globalThis.addEventListener = (_, heard) => (computer.stored = heard); // of the page that opens
    globalThis.removeEventListener = () => {};
    globalThis.BroadcastChannel = class {
      constructor() {
        computer.channels.add(this);
      }
      postMessage(data) {
        for (const other of computer.channels) if (other !== this) other.onmessage({ data });
      }
      close = () => computer.channels.delete(this);
    };
    globalThis.AudioContext = class {
      state = "running";
      get currentTime() {
        return computer.audio;
      }
      createGain = () => ({ gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect() {}, disconnect() {} });
      createOscillator = () => ({ frequency: {}, connect() {}, start() {}, stop() {} });
      resume = async () => {};
      close = async () => {};
    };
  }

  /** Let time pass, for each clock as long as is said. */
  pass(ms, { page = ms, audio = ms, wall = ms } = {}) {
    this.lived += ms / 1000;
    this.page += page;
    this.audio += audio / 1000;
    this.wall += wall;
  }

  ring() {
    for (;;) {
      const due = [...this.alarms].filter(([, { at }]) => at <= this.page).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) return;
      this.alarms.delete(due[0]);
      due[1].act();
    }
  }

  /** Awake: each alarm rings when it is due. */
  live(ms) {
    const end = this.page + ms;
    while (this.page < end) {
      const next = Math.min(end, ...[...this.alarms.values()].map(({ at }) => at));
      const by = Math.max(0, next - this.page);
      this.pass(by);
      this.seen += by / 1000;
      this.ring();
    }
  }
}
