// Random lives of what is kept: records made, rated and discarded in two pages of one log, with a storage that is
// full, denied or cleared and a Python that is slow, dead, restarted, locked or refusing. After each step: every
// record is in the log, in the storage, or said to be only on a page; what a page says of the saving is so; what
// was removed stays removed. Run by test_timer_words.py; more steps by `LIVES=1000000 node --test keep_lives.mjs`.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { keeper } from "../../hiplog/timer/page/browser/keep.js";
import { textStorage } from "../../hiplog/timer/page/browser/storage.js";
import { Python } from "./python.mjs";
import { randomOf } from "./random.mjs";
import { Store } from "./store.mjs";

const STEPS = Number(process.env.LIVES ?? 100000);
const STEPS_OF_A_LIFE = 60;
const LOG = { id: "log", place: "/log.sqlite" };
mock.timers.enable({ apis: ["setTimeout"] });

const keyOf = (id) => `hiplog:log:${encodeURIComponent(LOG.place)}:hold:${id}`;

/** One life: a browser, its pages, a Python, a log, and what the person meant each hold to be. */
class Life {
  constructor(seed) {
    this.random = randomOf(seed);
    this.store = Object.assign(new Store(), { denied: this.random() < 0.1 });
    this.fills = this.random() < 0.5;
    this.python = new Python(); // whose log has holds with a note
    this.python.refuses = ({ note }) => this.bad.has(note);
    this.meant = new Map(); // hold id -> the note it should have, or null for removed
    this.heard = new Set(); // holds that a page was told are in the log: before that none is looked for there
    this.bad = new Set(); // what the log refuses
    this.pages = [];
    this.count = 0;
    this.did = [];
    this.openPage();
  }

  pick = (list) => list[Math.floor(this.random() * list.length)];

  openPage(memory = new Map()) {
    const page = { memory, records: new Map() };
    const send = (message) => {
      page.id = message.page;
      this.python.hear(message);
    };
    page.changed = (event) => page.keep.storageChanged(event);
    page.keep = keeper(LOG, send, () => {}, textStorage(this.store.seenBy(page.changed)), memory);
    this.pages.push(page);
    page.keep.hello();
    return page;
  }

  closePage(page) {
    page.keep.close();
    this.store.pages.delete(page.changed);
    this.pages = this.pages.filter((other) => other !== page);
  }

  steps = {
    make: (page) => {
      this.count += 1;
      this.say(page, `hold${this.count}`, `note${this.count}`);
    },
    rate: (page) => this.own(page, (id) => this.say(page, id, `note${(this.count += 1)}`)),
    rateBadly: (page) => this.own(page, (id) => {
      this.count += 1;
      this.bad.add(`bad${this.count}`);
      this.say(page, id, `bad${this.count}`);
    }),
    remove: (page) => this.own(page, (id) => this.say(page, id, null)),
    answer: () => this.tellPages(this.python.read()),
    answerAll: () => {
      while (this.python.queue.length) this.tellPages(this.python.read());
    },
    loseAnswer: () => void this.python.read(), // it is in the log, and the kernel died before it could say so
    restart: () => this.python.restart(),
    turn: () => void (this.python.mode = this.pick(["answers", "answers", "dead", "locked"])),
    wait: () => mock.timers.tick(this.pick([500, 4000, 31000])),
    again: (page) => page.keep.again(),
    full: () => void (this.store.full = this.fills && !this.store.full),
    clear: () => {
      this.store.clear();
      this.forget((key) => !this.pages.some(({ memory }) => memory.has(key))); // they were in the storage alone
      for (const changed of this.store.pages) changed({ key: null, oldValue: null, newValue: null });
    },
    runAgain: (page) => {
      this.closePage(page);
      this.openPage(page.memory).records = page.records;
    },
    reload: (page) => {
      this.closePage(page);
      this.forget((key) => page.memory.has(key) && this.store.get(key) !== page.memory.get(key).text);
      this.openPage();
    },
    second: () => void (this.pages.length < 2 && this.openPage()),
    takeOver: (page) => {
      const other = this.pages.find((each) => each !== page);
      if (!other || other.keep.status().onlyHere) return; // what is not stored no other page can go on with
      page.records = other.records;
      other.records = new Map();
      other.keep.letGo();
    },
    editor: () => {
      const known = [...this.python.log.keys()].filter((id) => this.heard.has(id));
      if (!known.length) return;
      const id = this.pick(known);
      this.python.remove(id, "editor");
      this.meant.set(id, null);
      for (const page of this.pages) page.records.delete(id);
    },
    discardRefused: (page) => {
      for (const { record } of page.keep.status().refused) {
        page.keep.amend(record.hold.hold_id, null);
        this.meant.delete(record.hold.hold_id);
      }
    },
  };

  /** Holds whose key passes `isLost` are lost, as was said before or done on purpose. */
  forget(isLost) {
    for (const id of this.meant.keys()) if (isLost(keyOf(id))) this.meant.delete(id);
  }

  own(page, act) {
    const id = this.pick([...page.records.keys()]);
    if (id) act(id);
  }

  /** The person says what a hold is: its note, or null for taken out. */
  say(page, id, note) {
    const was = page.records.get(id);
    const anew = was?.note === null || Boolean(was?.anew);
    page.records.set(id, { note, anew });
    this.meant.set(id, note);
    const hold = {
      hold_id: id, session_id: "s", started_at: "2026-03-04T07:10:00.000", exercise: "hip_balance", side: "right", hold_s: 45,
      note: note ?? "out",
    };
    page.keep.keep([{ hold, changes: { note: hold.note }, removed: note === null, anew }]);
  }

  tellPages(answer) {
    if (!answer) return;
    const isHeard = this.pages.some((page) => page.id === answer.page);
    for (const id of isHeard ? answer.kept : []) this.heard.add(id);
    for (const page of this.pages) page.keep.answered(structuredClone(answer));
  }

  step() {
    const name = this.pick(Object.keys(this.steps));
    this.did.push(name);
    this.steps[name](this.pick(this.pages));
  }
}

const noteOf = (text) => {
  const { hold, removed } = JSON.parse(text);
  return removed ? null : hold.note;
};

const noteInLog = ({ python }, id) => python.log.get(id)?.note ?? null;

/** Every hold is as it was meant in the log, or waits so in the storage, or on a page that says so. */
function nothingIsLost(life) {
  for (const [id, note] of life.meant) {
    if (noteInLog(life, id) === note) continue;
    const key = keyOf(id);
    const inStore = life.store.has(key) && noteOf(life.store.get(key)) === note;
    const onPages = life.pages.filter(({ memory }) => memory.has(key) && noteOf(memory.get(key).text) === note);
    const said = onPages.some(({ keep }) => keep.status().onlyHere > 0);
    assert.ok(inStore || said, `${id} is lost: ${note}`);
  }
}

function whatIsSaidIsSo(life) {
  for (const { keep, memory, records } of life.pages) {
    const status = keep.status();
    const isStored = ([key, { text }]) => !life.store.denied && life.store.get(key) === text;
    const unstored = [...memory].filter(([key]) => key.includes(":hold:")).filter((each) => !isStored(each));
    assert.equal(status.onlyHere, unstored.length, "what is only on the page is counted");
    if (status.pending || status.refused.length || life.store.denied) continue;
    for (const [id, { note }] of records) {
      if (life.meant.get(id) === note) assert.equal(noteInLog(life, id), note, `${id} is said to be saved`);
    }
  }
}

function removedStaysRemoved({ python }) {
  for (const [id, by] of python.removedBy) assert.ok(by === "timer" || !python.log.has(id), `${id} came back`);
}

const lives = Math.ceil(STEPS / STEPS_OF_A_LIFE);
test(`${lives} random lives keep their holds`, () => {
  for (let seed = 1; seed <= lives; seed += 1) {
    const life = new Life(seed);
    try {
      for (let i = 0; i < STEPS_OF_A_LIFE; i += 1) {
        life.step();
        nothingIsLost(life);
        whatIsSaidIsSo(life);
        removedStaysRemoved(life);
      }
    } catch (error) {
      throw new Error(`life ${seed}: ${life.did.join(" ")}: ${error.message}`, { cause: error });
    } finally {
      for (const page of life.pages) page.keep.close();
    }
  }
});
