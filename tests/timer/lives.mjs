// Random lives of a timer: presses, hours asleep with the page's clock standing or running, a clock set forward and
// back, a page held up, reloads, a second page. After each step: every second on record was seen or is said to be
// claimed; no hold began without its own countdown, seen; what was left behind in one page goes on in one only;
// there is always something to press. Run by test_timer_words.py; more by `LIVES=1000000 node --test lives.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isCounting, isUnderWay } from "../../hiplog/timer/page/logic/machine.js";
import { openSession } from "../../hiplog/timer/page/session.js";
import { offered } from "../../hiplog/timer/page/view/view.js";
import { Store } from "./store.mjs";

const STEPS = Number(process.env.LIVES ?? 100000);
const STEPS_OF_A_LIFE = 80;
const SHORT_MS = 4000; // nothing seen for longer is absence
const SLACK_S = 2.5; // a page is seen once a second, and a part that is shown a second late begins when it was due
const WAIT_S = 5;
const TRAITS = {
  log_id: "log", log_place: "/log.sqlite", given: {}, choices: {}, recent: [], last_session: [],
  exercises: [{ name: "hip_balance", title: "Hip balancing", target_s: 20, prepare_s: WAIT_S, cues: ["Rest."], steps: {} }],
  past: { hip_balance: { left: { best_s: null }, right: { best_s: null } } },
  first_sides: { right: "right" }, streak: {}, when_to_stop: "", record_not_advice: "",
  limits: { too_short_s: 3, session_gap_s: 3600, most_hold_s: 3600 },
  defaults: {
    first_side: "right", target_s: 20, prepare_s: WAIT_S, switch_s: WAIT_S, stretches: false, plan: 1, voice: false,
    volume: 1, time_every_s: 0, reminders: false, flashes: false, breath_s: 0,
  },
};

function randomOf(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One machine: its clocks, its storage, and the pages on it. `seen` is how long a page was awake with a timer. */
class Machine {
  wall = Date.UTC(2026, 9, 24, 23); // the night in which the clocks of Berlin are set back
  page = 1000; // the page's clock, and the timers by it
  audio = 0;
  seen = 0;
  alarms = new Map();
  channels = new Set();
  store = new Store();
  ids = 0;

  /** Stand in for what a browser has. */
  install() {
    const machine = this;
    globalThis.performance = { timeOrigin: machine.wall - machine.page, now: () => machine.page };
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length ? given : [machine.wall]));
      }
      static now = () => machine.wall;
    };
    globalThis.setTimeout = (act, ms) => (machine.alarms.set((machine.ids += 1), { at: machine.page + (ms || 0), act }), machine.ids);
    globalThis.clearTimeout = (id) => machine.alarms.delete(id);
    globalThis.requestAnimationFrame = () => 0;
    globalThis.cancelAnimationFrame = () => {};
    globalThis.document = { addEventListener() {}, removeEventListener() {}, visibilityState: "hidden" };
    Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
    globalThis.addEventListener = (_, heard) => (machine.stored = heard); // of the page that opens
    globalThis.removeEventListener = () => {};
    globalThis.BroadcastChannel = class {
      constructor() {
        machine.channels.add(this);
      }
      postMessage() {
        for (const other of machine.channels) if (other !== this) other.onmessage();
      }
      close = () => machine.channels.delete(this);
    };
    globalThis.AudioContext = class {
      state = "running";
      get currentTime() {
        return machine.audio;
      }
      createGain = () => ({ gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect() {}, disconnect() {} });
      createOscillator = () => ({ frequency: {}, connect() {}, start() {}, stop() {} });
      resume = async () => {};
      close = async () => {};
    };
  }

  pass(ms, { page = ms, audio = ms, wall = ms } = {}) {
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
const RealDate = Date;

/** A life: what a person, a computer and a browser do, and what was seen of it. */
class Life {
  constructor(seed) {
    this.random = randomOf(seed);
    this.machine = new Machine();
    this.machine.install();
    this.sounds = this.random() < 0.5;
    this.kept = new Map(); // hold id -> the record last sent
    this.begun = new Map(); // hold id -> how much had been seen when it began
    this.did = [];
    this.pressed = 0; // the steps at which a person was last there, and was last perhaps not
    this.absent = 0;
    this.pages = [];
    this.open();
  }

  pick = (list) => list[Math.floor(this.random() * list.length)];
  between = (low, high) => low + this.random() * (high - low);

  open() {
    const memory = new Map();
    globalThis[Symbol.for("hiplog.memory")] = memory;
    const page = { state: { phase: "ready", records: [] }, counted: 0, changed: (event) => page.stored?.(event) };
    globalThis.localStorage = this.machine.store.seenBy(page.changed);
    const model = {
      get: (name) => (name === "defaults" ? { ...TRAITS.defaults, sounds: this.sounds } : TRAITS[name]),
      on() {},
      send: ({ records }) => {
        for (const [id, record] of Object.entries(records)) this.keep(id, record);
      },
    };
    page.session = openSession(model);
    page.stored = this.machine.stored;
    page.leave = page.session.addView({ update: (state, _, __, settings) => this.saw(page, state, settings), draw() {} });
    this.pages.push(page);
  }

  /** A record is sent. Its hold was shown when it began, or began and ended while the sounds alone went on. */
  keep(id, record) {
    if (!this.begun.has(id)) {
      assert.ok(this.heldUp && this.sounds, "a hold came and went unseen");
      this.begun.set(id, this.seenBefore);
    }
    this.kept.set(id, record);
  }

  close(page) {
    page.leave();
    page.session.close();
    this.machine.store.pages.delete(page.changed);
    this.pages = this.pages.filter((other) => other !== page);
  }

  /** A page shows a state: a hold that has begun is looked at. */
  saw(page, state, settings) {
    const before = page.state;
    Object.assign(page, { state, settings });
    const counts = state.phase === "prepare" || state.phase === "switch";
    if (counts && (before.until !== state.until || before.phase !== state.phase)) page.counted = this.seenAt(state.entered);
    if (!["hold", "away"].includes(state.phase) || this.begun.has(state.hold_id)) return;
    const began = state.phase === "hold" ? this.seenAt(state.begin) : this.machine.seen - state.seen_s;
    this.begun.set(state.hold_id, began);
    assert.ok(state.phase === "away" || this.pressed > this.absent, "a hold began before nobody");
    const counted = began - page.counted;
    const followed = this.sounds && this.heldUp;
    assert.ok(page.skipped || followed || counted > WAIT_S - SLACK_S, `a hold began ${counted} s into its countdown`);
  }

  /** How much had been seen at `t`, a moment ago. */
  seenAt = (t) => this.machine.seen - Math.max(0, (this.machine.wall - t) / 1000);

  steps = {
    live: () => this.machine.live(this.between(100, 6000)),
    liveLong: () => this.machine.live(this.between(5000, 26000)),
    press: () => this.press(this.pick(this.pages)),
    pressAgain: () => this.press(this.pick(this.pages)),
    blink: () => this.away(this.between(500, SHORT_MS - 1500)),
    sleep: () => {
      this.absent = this.did.length;
      this.away(this.pick([6000, 30000, 600000, 4e6]));
    },
    heldUp: () => this.holdUp(this.between(500, 60000)),
    setClock: () => {
      const by = this.pick([-3600000, -20000, -6000, 6000, 20000, 3600000]);
      this.absent = this.did.length;
      this.machine.wall += by;
      this.machine.live(1100);
    },
    reload: () => {
      this.close(this.pick(this.pages));
      const gone = this.pick([1000, 12000, 300000, 4e6]);
      this.machine.pass(gone, { audio: 0 });
      this.machine.ring();
      this.open();
    },
    second: () => {
      if (this.pages.length < 2) this.open();
      else this.close(this.pick(this.pages));
      if (!this.pages.length) this.open();
    },
  };

  /** Everything stands: the browser, its sound, and the page's clock or not. */
  away(ms) {
    const stands = this.random() < 0.5;
    this.machine.pass(ms, { audio: 0, page: stands ? 0 : ms });
    if (ms < SHORT_MS && !stands) this.machine.seen += ms / 1000; // too short to ask about
    this.machine.ring();
    if (stands) this.machine.live(1100);
  }

  /** Only the page stands; what lies ahead on the audio clock is sounded. */
  holdUp(ms) {
    this.machine.pass(ms);
    this.heldUp = true;
    if (this.sounds || ms < SHORT_MS) this.machine.seen += ms / 1000;
    this.machine.ring();
    this.heldUp = false;
  }

  press(page) {
    const actions = offered(page.state, page.settings).filter((type) => type !== "undo");
    if (page.state.phase === "mend") actions.push("adjust");
    const type = this.pick(actions);
    this.pressed = this.did.length;
    page.skipped = type === "skip";
    const more = type === "adjust" ? { i: 0, hold_s: Math.round(this.between(500, 25000)) / 1000 } : undefined;
    page.session.act(type, { timeStamp: this.machine.page }, more);
    page.skipped = false;
  }

  step() {
    const name = this.pick(Object.keys(this.steps));
    this.did.push(name);
    this.seenBefore = this.machine.seen;
    this.steps[name]();
  }
}

function everySecondWasSeenOrClaimed(life) {
  for (const [id, { hold }] of life.kept) {
    const seen = life.machine.seen - life.begun.get(id);
    const unclaimed = hold.hold_s - (hold.claimed_s ?? 0);
    const words = `${hold.side} ${hold.hold_s} s, claimed ${hold.claimed_s}, seen ${seen}`;
    assert.ok(unclaimed <= seen + SLACK_S, words);
    assert.ok(hold.claimed_s === null || (hold.claimed_s > 0 && hold.claimed_s <= hold.hold_s), words);
    assert.equal(hold.ended === "target", hold.hold_s >= hold.target_s, `${words}, ${hold.ended}`);
  }
}

function oneSessionAtATime(life) {
  assert.ok(life.pages.filter(({ state }) => isCounting(state)).length <= 1, "two pages count");
  assert.ok(life.pages.filter(({ state }) => isUnderWay(state)).length <= 1, "two pages have a session");
}

function thereIsSomethingToPress(life) {
  for (const { state, settings } of life.pages) assert.ok(offered(state, settings).length, state.phase);
}

const lives = Math.ceil(STEPS / STEPS_OF_A_LIFE);
test(`${lives} random lives record what happened`, () => {
  const phases = new Set();
  let holds = 0;
  for (let seed = 1; seed <= lives; seed += 1) {
    const life = new Life(seed);
    try {
      for (let i = 0; i < STEPS_OF_A_LIFE; i += 1) {
        life.step();
        everySecondWasSeenOrClaimed(life);
        oneSessionAtATime(life);
        thereIsSomethingToPress(life);
        for (const { state } of life.pages) phases.add(state.phase);
      }
    } catch (error) {
      throw new Error(`life ${seed}: ${life.did.join(" ")}: ${error.message}`, { cause: error });
    }
    holds += life.kept.size;
    for (const page of [...life.pages]) life.close(page);
  }
  assert.ok(holds > lives && phases.size > 10, `${holds} holds, ${[...phases]}`);
});
