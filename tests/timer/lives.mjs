// Random lives of a timer: presses, hours asleep with the page's clock standing or running, clocks set forward and
// back and changed in spring and autumn, a page held up, reloads, cells run again, a second page; and in the same
// lives a storage that is full, denied or cleared, a Python that is slow, dead, restarted, locked or refusing, and
// another program that changes and removes holds.
// After each step: every second on record was seen or is said to be claimed; no hold began without its own countdown,
// seen, or went on long after it was let go; each record is in the log, in the storage, or said to be only on the page;
// what a page says of the saving is so; what was removed stays removed, a note and a pain too; what another program
// changed is corrected only by a page that knew it; what one page leaves goes on in another, or is on record; what was
// left behind in one page goes on in one only; two knocks end no hold but the one at hand, a moment ago; there is
// always something to press. Run by test_timer_words.py; more by
// `TZ=Europe/Berlin LIVES=1000000 node --test lives.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sessionsToday } from "../../hiplog/timer/page/logic/day.js";
import { deadline, isCounting, isRating, isUnderWay } from "../../hiplog/timer/page/logic/phases.js";
import { idOf, rowOf } from "../../hiplog/timer/page/logic/records.js";
import { savedWords } from "../../hiplog/timer/page/logic/saved.js";
import { openSession } from "../../hiplog/timer/page/session.js";
import { isSpent, offered } from "../../hiplog/timer/page/view/buttons.js";
import { Computer } from "./computer.mjs";
import { Python } from "./python.mjs";
import { randomOf } from "./random.mjs";

const STEPS = Number(process.env.LIVES ?? 100000);
const STEPS_OF_A_LIFE = 80;
const CHANGES = [Date.UTC(2026, 9, 25, 1), Date.UTC(2027, 2, 28, 1), Date.UTC(2026, 9, 24, 22)]; // of the clocks of Berlin, back and forth; midnight
const SHORT_MS = 4000; // nothing seen for longer is absence
const SLACK_S = 2.5; // a page is seen once a second, and a part that is shown a second late begins when it was due
const SLIP_S = 10; // so long after it was let go, or after the question, a hold goes on by one press
const WAIT_S = 5;
const MORE_S = 20; // what "20 more seconds" adds to it
const KNOCKS_MS = 1500; // a hold that two knocks end, ended at most so long ago
const PLACE = "/log.sqlite";
const HERE = `hiplog:log:${encodeURIComponent(PLACE)}:`;
const TRAITS = {
  log_id: "log", log_place: PLACE, given: {}, choices: {}, recent: [], last_session: [], history: [], days: [], reasons: { ill: "ill", pain: "sore" },
  plan: { plan: 1, since: null, asked: true }, how_often: "", discomfort: "", helps_with: "",
  exercises: [{ name: "hip_balance", title: "Hip balancing", target_s: 20, prepare_s: WAIT_S, cues: ["Rest."], steps: {} }],
  past: { hip_balance: { left: { best_s: null }, right: { best_s: null } } },
  first_sides: { right: "right" }, streak: {}, when_to_stop: "", record_not_advice: "",
  limits: { too_short_s: 3, session_gap_s: 3600, most_hold_s: 3600 },
  defaults: {
    first_side: "right", target_s: 20, prepare_s: WAIT_S, switch_s: WAIT_S, stretches: false, plan: 1, voice: false,
    volume: 1, time_every_s: 0, reminders: false, flashes: false, breath_s: 0,
  },
};

const parsed = (text) => (text ? JSON.parse(text) : null);
const said = (record, but = {}) =>
  JSON.stringify(record.removed && !record.gone ? "taken out" : Object.entries(rowOf(record)).filter(([name]) => !(name in but)).sort());
const recordsOf = ({ leaving = [], records, days = [] }) => [...leaving, ...records, ...days];

/** A life: what a person, a computer, a browser and a Python do, and what was seen of it. */
class Life {
  constructor(seed) {
    this.random = randomOf(seed);
    this.computer = new Computer(this.pick(CHANGES) - this.between(-10, 80) * 60000);
    this.computer.install();
    this.store = this.computer.store;
    this.store.denied = this.random() < 0.1;
    this.fills = this.random() < 0.4;
    this.python = new Python();
    this.sounds = this.random() < 0.5;
    this.meant = new Map(); // the id of a hold or a day -> the record as a page had it last
    this.begun = new Map(); // hold id -> how much had been seen when it began
    this.known = new Map(); // id -> the holds or days as pages had them, one after the other
    this.edited = new Map(); // id -> what another program made of it in the log
    this.emptied = []; // [id, name, value]: what another program took out of a hold or a day
    this.had = new Set(); // pains and notes that the log has had
    this.out = new Set(); // ids of what the editor took out, of which the log has no history
    this.forgotten = new Set(); // ids of what was taken out and its history deleted, where a page knew that it was saved
    this.words = 0; // how many pains and notes were said: no two are the same
    this.ran = new Map(); // hold id -> when it was last seen to run
    this.did = [];
    this.late = 0; // by so many seconds a press is answered later than it was made
    this.pressed = 0; // the steps at which a person was last there, and was last perhaps not
    this.absent = 0;
    this.pages = [];
    this.open();
  }

  pick = (list) => list[Math.floor(this.random() * list.length)];
  between = (low, high) => low + this.random() * (high - low);

  open(memory = new Map()) {
    globalThis[Symbol.for("hiplog.memory")] = memory;
    const page = { memory, state: { phase: "ready", records: [] }, counted: 0, changed: (event) => page.stored?.(event) };
    globalThis.localStorage = this.store.seenBy(page.changed);
    const model = {
      get: (name) => (name === "defaults" ? { ...TRAITS.defaults, sounds: this.sounds } : TRAITS[name]),
      on: (name, heard) => name === "msg:custom" && (page.hear = heard),
      send: (message) => ((page.id = message.page), this.python.hear(message)),
    };
    page.session = openSession(model);
    page.keep = page.session.keep;
    page.stored = this.computer.stored;
    page.leave = page.session.addView({ update: (state, _, __, settings) => this.saw(page, state, settings), draw() {} });
    this.pages.push(page);
  }

  close(page) {
    page.leave();
    page.session.close();
    this.store.pages.delete(page.changed);
    this.pages = this.pages.filter((other) => other !== page);
  }

  /** A page shows a state: a hold that has begun is looked at, and what is on record is remembered. */
  saw(page, state, settings) {
    const before = page.state;
    Object.assign(page, { state, settings });
    if (state.phase === "moved" && before.phase !== "moved") page.left = before;
    const counts = state.phase === "prepare" || state.phase === "switch";
    if (counts && (before.until !== state.until || before.phase !== state.phase)) {
      page.counted = this.seenAt(state.entered);
      const more_s = before.phase === state.phase && before.at === state.at ? MORE_S : 0; // on what may have been added before
      const before_s = more_s && before.until > this.computer.wall ? (before.until - this.computer.wall) / 1000 : WAIT_S;
      const left_s = (state.until - this.computer.wall) / 1000;
      assert.ok(left_s <= before_s + more_s + SLACK_S, `a countdown takes ${left_s} s`);
    }
    if (["hold", "away"].includes(state.phase) && !this.begun.has(state.hold_id)) this.sawBegin(page, state);
    if (state.phase === "away" && before.phase !== "away") page.asked = this.computer.lived;
    if (state.phase === "hold") this.sawHold(page, before, state.hold_id);
    for (const record of recordsOf(state).filter((each) => !recordsOf(before).includes(each))) {
      this.sawRecord(record);
      // Discarded on the page too, which had not heard that it is in no log, and said anew there: that is the later word.
      const was = recordsOf(before).find((each) => idOf(each) === idOf(record));
      if (was?.removed && !was.gone && record.anew) this.forgotten.delete(idOf(record));
    }
  }

  sawBegin(page, state) {
    const began = state.phase === "hold" ? this.seenAt(state.begin) : this.computer.seen - state.seen_s;
    this.begun.set(state.hold_id, began);
    assert.ok(state.phase === "away" || this.pressed > this.absent, "a hold began before nobody");
    const counted = began - page.counted;
    const followed = this.sounds && this.heldUp;
    assert.ok(page.skipped || followed || counted > WAIT_S - SLACK_S, `a hold began ${counted} s into its countdown`);
  }

  sawHold(page, before, id) {
    const since = before.phase === "away" ? page.asked : this.ran.get(id);
    const pause = before.phase === "hold" || since === undefined ? 0 : this.computer.lived - this.late - since;
    assert.ok(pause < SLIP_S + SLACK_S, `a hold went on after ${pause} s`);
    this.ran.set(id, this.computer.lived);
  }

  /** A hold is on record. It was shown when it began, or began and ended while the sounds alone went on. */
  sawRecord(record) {
    const id = idOf(record);
    if (record.hold && !this.begun.has(id)) {
      assert.ok(this.heldUp && this.sounds, "a hold came and went unseen");
      this.begun.set(id, this.seenBefore);
    }
    if (record.day && !this.known.has(id)) this.sawDay(record.day);
    this.meant.set(id, record);
    this.known.set(id, [...(this.known.get(id) ?? []), rowOf(record)]);
  }

  /** What is first said of a day is said of the one that it is; a press may be answered late. */
  sawDay({ day }) {
    const { wall } = this.computer;
    const dates = [wall, wall - 60000].map((t) => new Date(t).toLocaleDateString("sv"));
    assert.ok(dates.includes(day), `${day} was said on ${dates[0]}`);
  }

  /** How much had been seen at `t`, a moment ago; nothing was from a press on until it is answered, if that is absence. */
  seenAt(t) {
    const unseen = 1000 * this.late < SHORT_MS ? 0 : this.late;
    return this.computer.seen - Math.max(0, (this.computer.wall - t) / 1000 - unseen);
  }

  times = {
    live: () => this.computer.live(this.between(100, 6000)),
    liveLong: () => this.computer.live(this.between(5000, 26000)),
    press: () => this.press(this.pick(this.pages)),
    pressAndLive: () => {
      this.press(this.pick(this.pages));
      this.computer.live(this.between(100, 9000));
    },
    pressTwice: () => {
      const page = this.pick(this.pages);
      this.press(page);
      this.press(page);
    },
    blink: () => this.away(this.between(500, SHORT_MS - 1500)),
    sleep: () => {
      this.absent = this.did.length;
      this.away(this.pick([6000, 30000, 600000, 4e6]));
    },
    heldUp: () => this.holdUp(this.between(500, 60000)),
    pressedWhileHeldUp: () => {
      const page = this.pages.find(({ state }) => isCounting(state));
      const before = this.between(0, 3000);
      if (!page || deadline(page.state) < this.computer.wall + before) return;
      this.computer.pass(before);
      this.computer.seen += before / 1000;
      const pressed = this.computer.page;
      const after = this.between(500, 60000); // what is sounded then is still what was planned before the press
      this.computer.pass(after);
      if (after < SHORT_MS) this.computer.seen += after / 1000;
      this.late = after / 1000;
      this.press(page, pressed, ["knocks"]);
      this.late = 0;
      if (after >= SHORT_MS) this.absent = this.did.length;
      this.computer.ring();
    },
    knockedWhileHeldUp: () => {
      const page = this.pages.find(({ state }) => state.phase === "hold");
      const known = page?.state.records;
      const before = this.between(600, 3000);
      if (!page || deadline(page.state) < this.computer.wall + before) return;
      this.computer.pass(before);
      const first = this.computer.wall;
      this.computer.pass(350);
      const heard = this.computer.page;
      const after = this.between(0, 60000);
      this.computer.pass(after);
      this.computer.seen += (before + 350 + (this.sounds || after < SHORT_MS ? after : 0)) / 1000;
      this.heldUp = true;
      const isTickFirst = this.random() < 0.5; // either may come first when the page is back
      if (isTickFirst) this.computer.ring();
      this.pressed = this.did.length;
      const was = page.state;
      page.session.act("knocks", null, { first }, heard);
      const isRefused = page.state === was; // clocks part by up to a second: they were not taken for two
      if (isRefused) this.computer.ring();
      this.heldUp = false;
      if (isRefused) return;
      // A tick before them has found that the sounds were followed: the next side has its full countdown, and is not asked about.
      if (after >= SHORT_MS && !isTickFirst) this.absent = this.did.length;
      noneWentOn(page.state.records.filter((record) => !known.includes(record)), first);
      this.computer.ring();
    },
    setClock: () => {
      const by = this.pick([-3600000, -20000, -6000, 6000, 20000, 3600000]);
      this.absent = this.did.length;
      this.computer.wall += by;
      this.computer.live(1100);
    },
    reload: () => {
      this.close(this.lose(this.pick(this.pages)));
      const ms = this.pick([1000, 12000, 300000, 4e6]);
      this.computer.pass(ms, { audio: 0 });
      if (ms < SHORT_MS && this.pages.some(({ state }) => isCounting(state))) this.computer.seen += ms / 1000; // there
      this.computer.ring();
      this.open();
    },
    runAgain: () => {
      const page = this.pick(this.pages);
      this.close(page);
      this.open(page.memory);
    },
    second: () => {
      if (this.pages.length < 2) this.open();
      else this.close(this.lose(this.pick(this.pages)));
    },
  };

  troubles = {
    turn: () => void (this.python.mode = this.pick(["answers", "answers", "slow", "dead", "locked"])),
    refuse: () => {
      const least = this.pick([3, 10, Infinity, Infinity]);
      this.python.refuses = ({ hold_s, pain }) => (hold_s ?? pain) > least;
    },
    answer: () => this.answer(this.python.read()),
    loseAnswer: () => void this.python.read(), // it is in the log, and the kernel died before it could say so
    unheard: () => { // so too, and before it comes again another program changes it
      this.python.mode = "slow";
      this.press(this.pick(this.pages));
      const ids = this.python.queue.flatMap(({ records }) => Object.keys(records));
      while (this.python.read());
      this.edit(this.pick(ids.filter((id) => this.python.log.has(id))));
    },
    restart: () => this.python.restart(),
    full: () => void (this.store.full = this.fills && !this.store.full),
    clear: () => {
      this.store.clear();
      for (const id of this.meant.keys()) {
        if (!this.pages.some(({ memory }) => memory.has(`${HERE}hold:${id}`))) this.forget(id); // it was there alone
      }
      for (const changed of this.store.pages) changed({ key: null, oldValue: null, newValue: null });
    },
    editorChanges: () => this.edit(this.pick([...this.python.log.keys()])),
    editor: () => this.python.remove(this.pick([...this.python.log.keys()]), "editor"),
    takenOutAtRating: () => {
      const page = this.pages.find(({ state }) => state.phase === "rate");
      for (const { hold } of page?.state.records ?? []) if (this.random() < 0.7) this.python.remove(hold.hold_id, "editor");
      for (const type of page ? ["mend", "adjust", "keep", "rated", "noted"] : []) this.act(page, type);
      const note = page?.state.rating?.note; // as it is saved, whatever is in the log
      if (note) this.act(page, "save");
      if (note && page.state.phase === "done") assert.ok(page.state.records.some(({ hold }) => hold.note === note), "a note is nowhere");
    },
    putBack: () => {
      const out = [...this.python.removedBy].filter(([id, by]) => by === "editor" && this.python.isGone(id));
      if (!out.length) return;
      const [id] = this.pick(out);
      this.python.putBack(id);
      // Discarded on a page too, when the log had it no more: that was answered as done, no page hears that it is back,
      // and to put it back was the later word. A discard that waits still takes it out.
      const { removed, gone } = this.meant.get(id) ?? {};
      if (removed && !gone && !this.waits(id)) this.forget(id);
    },
    forget: () => {
      const saved = this.pages.flatMap(({ state }) => recordsOf(state)).filter((record) => record.saved && this.python.log.has(idOf(record)));
      if (!saved.length) return;
      const id = idOf(this.pick(saved));
      this.python.remove(id, "editor");
      for (const each of this.python.removedBy.keys()) if (this.isOut(each)) this.out.add(each);
      this.python.forget();
      this.emptied = []; // the log knows no more what was taken out of a day: a page's own word of it may come back (docs/timer.md)
      const isOnItsWay = this.python.queue.some(({ records }) => records[id] && !records[id].saved); // sent before, and not to be called back
      if (!isOnItsWay) this.forgotten.add(id);
    },
    again: () => this.pick(this.pages).keep.again(),
    discardRefused: () => {
      const { keep } = this.pick(this.pages);
      for (const { record } of keep.status().refused) {
        keep.amend(idOf(record), null);
        this.forget(idOf(record));
      }
    },
  };

  forget = (id) => this.meant.delete(id);

  waits = (id) => [this.store, ...this.pages.map(({ memory }) => memory)].some((texts) => texts.has(`${HERE}hold:${id}`));

  /** Another program changes a hold or a day in the log: that is its word, until a page that has heard of it says more. */
  edit(id) {
    if (!id) return;
    const row = this.python.log.get(id);
    const values = this.pick(row.side ? this.editsOfHold(row) : [{ reason: "away" }, { pain: this.pain() }, { pain: null }, { note: null }]);
    const { pain, reason, note } = { ...row, ...values };
    if (row.day && [pain, reason, note].every((value) => value === null)) return this.python.remove(id, "editor"); // all of it may be put back
    this.python.change(id, values);
    for (const [name, value] of Object.entries(values)) if (value === null) this.emptied.push([id, name, row[name]]);
    this.edited.set(id, { ...this.edited.get(id), ...values });
  }

  editsOfHold({ target_s, side }) {
    const hold_s = Math.round(this.between(3000, 2000 * target_s)) / 1000;
    const [one, other] = ["left", "right"];
    return [
      { hold_s, claimed_s: null, ended: hold_s < target_s ? "let_go" : "target" },
      { side }, { side: side === one ? other : one }, { note: null }, { pain_after: null }, { pain_before: null },
    ];
  }

  /** Whether another program took a row out, and it stays out. */
  isOut(id) {
    return this.python.isGone(id) ? this.python.removedBy.get(id) === "editor" : this.out.has(id) && !this.python.log.has(id);
  }

  pain = () => (this.words += 1) / 1e6;

  /** A page goes, and with it what it said is only there. */
  lose(page) {
    for (const [key, { text }] of page.memory) if (this.store.get(key) !== text) this.forget(key.split(":").at(-1));
    return page;
  }

  answer(answer) {
    if (!answer) return;
    for (const page of this.pages) page.hear(structuredClone(answer));
    for (const page of this.pages.filter(({ id }) => id === answer.page)) whatIsGoneIsOut(page, answer.gone);
  }

  /** Everything stands: the browser, its sound, and the page's clock or not. */
  away(ms) {
    const stands = this.random() < 0.5;
    this.computer.pass(ms, { audio: 0, page: stands ? 0 : ms });
    if (ms < SHORT_MS && !stands) this.computer.seen += ms / 1000; // too short to ask about
    this.computer.ring();
    if (stands) this.computer.live(1100);
  }

  /** Only the page stands; what lies ahead on the audio clock is sounded. */
  holdUp(ms) {
    this.computer.pass(ms);
    this.heldUp = true;
    if (this.sounds || ms < SHORT_MS) this.computer.seen += ms / 1000;
    this.computer.ring();
    this.heldUp = false;
  }

  press(page, at = this.computer.page, but = []) {
    const { phase, records: before } = page.state;
    const actions = offered(page.state, page.settings, this.computer.wall)
      .filter((type) => !isSpent(type, page.state) && (type !== "undo" || phase === "done"));
    actions.push(actions[0], actions[0]); // as a person mostly does
    if (phase === "mend") actions.push("adjust", "adjust");
    if (phase === "rate") actions.push("rated", "noted");
    if (phase === "day") actions.push("said", "said", "said");
    if (phase === "ready") actions.push("pain-before");
    if (["hold", "switch"].includes(phase)) actions.push("knocks");
    const type = this.pick(actions.filter((each) => !but.includes(each)));
    this.pressed = this.did.length;
    page.skipped = type === "skip";
    const elsewhere = phase === "found" && page.state.elsewhere && type === "discard" && this.pages.filter(({ state }) => isUnderWay(state));
    const stored = this.store.get(`${HERE}session`);
    const hurting = type === "pain" && phase === "found" ? page.keep.readSession() ?? { records: [] } : page.state;
    page.session.act(type, { timeStamp: at }, this.more(type));
    if (type === "knocks") endedNow(this, before, page.state.records);
    if (type === "pain") painIsKept(page.state, hurting, sessionsToday(page.settings.recent, hurting.records, "hip_balance", this.computer.wall));
    page.skipped = false;
    nothingIsDropped(this);
    for (const { state } of elsewhere || []) assert.ok(isUnderWay(state), "what one page left ended in another");
    if (elsewhere) assert.equal(this.store.get(`${HERE}session`), stored, "what is left elsewhere is no longer stored");
  }

  act(page, type) {
    this.pressed = this.did.length;
    page.session.act(type, { timeStamp: this.computer.page }, this.more(type));
    this.hearPython();
  }

  hearPython() {
    while (this.python.mode !== "slow" && this.python.queue.length) this.answer(this.python.read());
  }

  more(type) {
    if (type === "adjust") return { i: 0, values: this.pick([{ hold_s: Math.round(this.between(500, 25000)) / 1000 }, { removed: true }, { removed: false }]) };
    if (type === "knocks") return { first: this.computer.wall - this.between(-500, 3000) };
    if (type === "rated") return { side: this.pick(["left", "right"]), value: this.pain() };
    if (type === "pain-before") return { value: this.pain() };
    const note = `note ${(this.words += 1)}`;
    if (type === "said") return { values: this.pick([{ pain: this.pain() }, { pain: null }, { reason: "ill" }, { reason: null }, { note }, { note: null }]) };
    return type === "noted" ? { value: note } : undefined;
  }

  step() {
    const steps = this.random() < 0.75 ? this.times : this.troubles;
    const name = this.pick(Object.keys(steps));
    this.did.push(name);
    this.seenBefore = this.computer.seen;
    steps[name]();
    this.hearPython();
    for (const versions of this.python.versions.values()) for (const { row } of versions) this.had.add(row.note).add(row.pain ?? row.pain_after);
  }
}

function everySecondWasSeenOrClaimed(life) {
  for (const [id, { hold }] of life.meant) {
    if (!hold || life.edited.has(id)) continue; // a day, or the editor's word
    const seen = life.computer.seen - life.begun.get(id);
    const unclaimed = hold.hold_s - (hold.claimed_s ?? 0);
    const words = `${hold.side} ${hold.hold_s} s, claimed ${hold.claimed_s}, seen ${seen}`;
    assert.ok(unclaimed <= seen + SLACK_S, words);
    assert.ok(hold.claimed_s === null || (hold.claimed_s > 0 && hold.claimed_s <= hold.hold_s), words);
    assert.equal(hold.ended === "target", hold.hold_s >= hold.target_s, `${words}, ${hold.ended}`);
    const began = new Date(Date.parse(`${hold.started_at}Z`) - 60000 * hold.utc_offset_min);
    assert.equal(began.getTimezoneOffset() + hold.utc_offset_min, 0, `${hold.started_at} is not by the clocks of that day`);
  }
}

/** Two knocks end a hold at the first of them, which was just now, and no other. */
function endedNow({ computer }, before, records) {
  for (const { hold } of records.filter((record) => !before.includes(record) && record.hold.ended === "let_go")) {
    const end = Date.parse(`${hold.started_at}Z`) - 60000 * hold.utc_offset_min + 1000 * hold.hold_s;
    assert.ok(end <= computer.wall + 1 && end >= computer.wall - KNOCKS_MS - 1000, `it ended ${computer.wall - end} ms ago`);
  }
}

/** No hold on record was held on past two knocks, however late they were handled. */
function noneWentOn(records, first) {
  for (const { hold, removed } of records) {
    const began = Date.parse(`${hold.started_at}Z`) - 60000 * hold.utc_offset_min;
    assert.ok(removed || began + 1000 * hold.hold_s <= first + 1000, `${hold.side} ${hold.hold_s} s: it went on past two knocks`);
  }
}

/** That it hurts is said by a hold or of the day, claims nothing, and nothing goes on to another side by itself. */
function painIsKept(state, before, done) {
  const { phase, records, days } = state;
  assert.ok(!isCounting(state), `it hurts, and ${phase} comes`);
  const asked = before.phase === "away" && before.seen_s > 0 && records.find(({ hold }) => hold.hold_id === before.hold_id);
  if (asked) assert.equal(asked.hold.hold_s, before.seen_s, "seconds that were not seen are kept by that it hurts");
  if (isRating(before)) return; // another page has ended it meanwhile: the rating asks
  const isStop = records.some(({ hold, removed }) => !removed && hold.ended === "pain");
  if (["day", "rate"].includes(phase) && !done && !isStop) assert.equal(days?.[0]?.day.reason, "pain");
}

/** A hold or a day that the page was told to be in no log is none on it either, unless it has been changed since. */
function whatIsGoneIsOut({ state, memory }, gone) {
  const waits = (id) => memory.has(`${HERE}hold:${id}`);
  const shown = recordsOf(state).filter((record) => gone.includes(idOf(record)) && !waits(idOf(record)));
  for (const record of shown) assert.ok(record.removed, `${idOf(record)} is in no log, and is shown`);
}

/** Of what was taken out elsewhere the words that no log ever had are to wait, unless it was discarded on the page too. */
const inLog = (life, id, record) => {
  const { python, edited, had } = life;
  const { note, pain, pain_after } = rowOf(record);
  const isDiscarded = record.removed && !record.gone;
  if (life.isOut(id)) return isDiscarded || [note, pain ?? pain_after].every((word) => (word ?? null) === null || had.has(word));
  const there = python.log.get(id);
  if (!there || !isDiscarded) return said(record, edited.get(id)) === said({ hold: there, removed: !there }, edited.get(id));
  return Boolean(there.day) && ["pain", "reason", "note"].every((name) => there[name] === (edited.get(id)?.[name] ?? null)); // of a day, what another said
};

/** What another program changed is corrected only by a page that knew it. */
function noChangeIsOverridden({ python, edited, known }) {
  for (const [id, values] of edited) {
    const row = python.log.get(id);
    const isKept = (name, value) => row?.[name] === value || known.get(id)?.some((each) => each[name] === value);
    if (!row && (python.removedBy.get(id) !== "timer" || known.get(id)?.[0].side)) continue; // a hold may be discarded
    for (const [name, value] of Object.entries(values)) {
      assert.ok(value === null || isKept(name, value), `${name} of ${id} was ${value}, and is ${row?.[name]}`);
    }
  }
}

/** Every record is in the log, or waits so in the storage, or on a page that says so. */
function nothingIsLost(life) {
  for (const [id, record] of life.meant) {
    if (inLog(life, id, record)) continue;
    const key = `${HERE}hold:${id}`;
    const isIt = (text) => text && said(parsed(text), life.edited.get(id)) === said(record, life.edited.get(id));
    const onPages = life.pages.filter(({ memory }) => isIt(memory.get(key)?.text));
    const isSaid = onPages.some(({ keep }) => keep.status().onlyHere > 0);
    assert.ok((!life.store.denied && isIt(life.store.get(key))) || isSaid, `${id} is lost: ${said(record)}`);
  }
}

function whatIsSaidIsSo(life) {
  for (const { keep, memory, state } of life.pages) {
    const status = keep.status();
    const words = savedWords(state, status);
    const isStored = ([key, { text }]) => !life.store.denied && life.store.get(key) === text;
    const unstored = [...memory].filter(([key]) => key.includes(":hold:")).filter((each) => !isStored(each));
    assert.equal(status.onlyHere, unstored.length, "what is only on the page is counted");
    const says = (what) => words.includes(what);
    if (says("kept in this browser")) assert.equal(unstored.length, 0, words);
    if (says("reload this page")) assert.ok(!unstored.length && !status.sessionOnlyHere, words);
    if (says("Saved in your log") || says("taken out of your log.")) {
      for (const record of recordsOf(state)) {
        if (life.meant.get(idOf(record)) === record) assert.ok(inLog(life, idOf(record), record), `${words} ${said(record)}`);
      }
    }
    if (!isUnderWay(state) || status.sessionOnlyHere) continue;
    assert.equal(parsed(life.store.get(`${HERE}session`))?.session.phase, state.phase, "the session is stored as it is");
  }
}

/** What one page had to leave goes on in another, or is on record, with what was said of it. */
function nothingIsDropped(life) {
  for (const page of life.pages.filter(({ left }) => left)) {
    const { session_id, hold_id, phase, seen_s, rating } = page.left;
    const { unread, records } = page.state;
    const stored = parsed(life.store.get(`${HERE}session`))?.session;
    const goesOn = [stored, ...life.pages.map(({ state }) => state)].some((each) => each?.session_id === session_id);
    const isOfDay = life.pages.some(({ state }) => state.phase === "day" && state.hurts); // it hurt, and nothing had been held
    if (!isOfDay) assert.equal(Boolean(unread), !goesOn, `it goes on elsewhere: ${goesOn}`);
    const isHeld = phase === "hold" ? life.computer.seen - life.begun.get(hold_id) > SLACK_S : phase === "away" && seen_s > 0;
    if (unread && isHeld) assert.ok(records.some(({ hold }) => hold.hold_id === hold_id), "a hold was dropped");
    if (unread && rating) assert.ok(records.some(({ removed, hold }) => removed || (hold.note ?? "") === rating.note.trim()), "a note was dropped");
    page.left = null;
  }
}

function removedStaysRemoved({ python, meant, emptied, forgotten }) {
  for (const id of forgotten) assert.ok(!python.log.has(id), `${id} came back, though it was known to be saved`);
  for (const [id, name, value] of emptied) {
    assert.ok((value ?? null) === null || python.log.get(id)?.[name] !== value, `${name} ${value} of ${id} came back`);
  }
  for (const [id, by] of python.removedBy) {
    const isPutBack = by === "timer" && (!meant.has(id) || meant.get(id).anew || !meant.get(id).removed);
    assert.ok(!python.log.has(id) || isPutBack, `${id} came back`);
  }
}

function oneSessionAtATime(life) {
  assert.ok(life.pages.filter(({ state }) => isCounting(state)).length <= 1, "two pages count");
  assert.ok(life.pages.filter(({ state }) => isUnderWay(state)).length <= 1, "two pages have a session");
}

function thereIsSomethingToPress(life) {
  for (const { state, settings } of life.pages) assert.ok(offered(state, settings, life.computer.wall).length, state.phase);
}

const RULES = [
  everySecondWasSeenOrClaimed, nothingIsLost, nothingIsDropped, noChangeIsOverridden, whatIsSaidIsSo, removedStaysRemoved, oneSessionAtATime, thereIsSomethingToPress,
];
const lives = Math.ceil(STEPS / STEPS_OF_A_LIFE);
test(`${lives} random lives record what happened, and keep it`, () => {
  const phases = new Set();
  const zones = new Set();
  let holds = 0;
  for (let seed = 1; seed <= lives; seed += 1) {
    const life = new Life(seed);
    try {
      for (let i = 0; i < STEPS_OF_A_LIFE; i += 1) {
        life.step();
        for (const rule of RULES) rule(life);
        for (const { state } of life.pages) phases.add(state.phase);
      }
    } catch (error) {
      throw new Error(`life ${seed}: ${life.did.join(" ")}: ${error.message}`, { cause: error });
    }
    for (const { hold } of [...life.meant.values()].filter((record) => record.hold)) zones.add(`${hold.started_at.slice(0, 4)} ${hold.utc_offset_min}`);
    holds += life.meant.size;
    for (const page of [...life.pages]) life.close(page);
  }
  assert.ok(holds > lives && phases.size > 12, `${holds} holds, ${[...phases]}`);
  assert.deepEqual([...zones].sort(), ["2026 120", "2026 60", "2027 120", "2027 60"], "before and after each change");
});
