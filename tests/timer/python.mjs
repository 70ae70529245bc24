// Stands in for the timer's Python and its log, by the rules of timer.py and merging.py: it answers, or is slow, dead or
// locked. test_stand_in.py holds it to the Python that there is.

const SAID = {
  hold: ["side", "hold_s", "claimed_s", "ended", "pain_before", "pain_after", "note"],
  day: ["pain", "reason", "note"],
};
const GAINED = ["pain_before", "pain_after", "note", "pain", "reason"];
const TOGETHER = ["side", "hold_s", "claimed_s", "ended"];
const kindOf = ({ hold }) => (hold ? "hold" : "day");
const valuesOf = (names, row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

export class Python {
  log = new Map(); // id -> the hold or the day as the log has it
  versions = new Map(); // id -> what it was and is, the oldest first: {number, by, row}
  removedBy = new Map(); // id -> who took it out last, also where it was put back
  queue = []; // messages that were not read yet
  mode = "answers"; // "slow" reads nothing by itself, to "dead" no message gets through, "locked" cannot write
  refuses = () => false; // of a hold or a day
  count = { hold: 0, day: 0 }; // of versions

  hear(message) {
    if (this.mode === "dead") throw new Error("dead");
    this.queue.push(structuredClone(message));
  }

  /** Read the next message; the answer to it, or null where there is none. */
  read() {
    const message = this.queue.shift();
    if (!message) return null;
    const { page, request, records } = message;
    const answer = { type: "answered", page, request, kept: [], gone: [], refused: {}, differs: {}, error: null };
    Object.assign(answer, { last_change: { token: "t", at: null, holds: [] }, lacks: false }); // this log knows all of its changes
    if (this.mode === "locked") return { ...answer, error: "locked", last_change: null };
    for (const [id, record] of Object.entries(records)) this.#keep(id, record, answer);
    for (const id of answer.kept) if (this.#differs(id, records[id])) answer.differs[id] = this.#told(id, records[id]);
    return answer;
  }

  /** Lose what was not read, as a kernel does that is started again. */
  restart() {
    this.queue = [];
  }

  remove(id, by) {
    if (this.log.delete(id)) this.removedBy.set(id, by);
  }

  /** Undo that a row was taken out. */
  putBack(id) {
    this.log.set(id, this.versions.get(id).at(-1).row);
    this.removedBy.delete(id);
  }

  /** Delete all that there was, and is no more. */
  forget() {
    for (const [id, versions] of this.versions) this.log.has(id) ? this.versions.set(id, versions.slice(-1)) : this.versions.delete(id);
    for (const id of this.removedBy.keys()) if (this.isGone(id)) this.removedBy.delete(id);
  }

  /** Change a row, or put a new one there. */
  change(id, values, by = "editor") {
    const was = this.log.get(id);
    if (was && Object.entries(values).every(([name, value]) => was[name] === value)) return;
    const row = { ...was, ...values };
    this.log.set(id, row);
    const number = (this.count[row.side ? "hold" : "day"] += 1);
    this.versions.set(id, [...(this.versions.get(id) ?? []), { number, by, row }]);
  }

  isGone = (id) => !this.log.has(id) && this.removedBy.has(id);

  #keep(id, record, answer) {
    if (record.removed) this.#takeOut(id, record);
    else if (this.#staysOut(id, record)) answer.gone.push(id);
    else if (this.refuses(record.hold ?? record.day) || !this.#put(id, record)) return void (answer.refused[id] = "no");
    answer.kept.push(id);
  }

  #staysOut(id, { anew, saved }) {
    if (this.isGone(id)) return !(anew && this.removedBy.get(id) === "timer");
    return Boolean(saved && !anew && !this.versions.has(id));
  }

  /** A row that is there already gains what it lacks, and only `changes` correct it; false for a day without a word. */
  #put(id, record) {
    const { row, words } = this.#merged(id, record);
    const now = this.log.has(id) ? { ...this.log.get(id), ...words } : row;
    if (record.day && SAID.day.every((name) => (now[name] ?? null) === null)) return false;
    if (!this.log.has(id) || Object.keys(words).length) this.change(id, now, "timer");
    return true;
  }

  #merged(id, record) {
    const row = record.hold ?? record.day;
    const now = this.versions.get(id)?.at(-1).row;
    if (!now) return { row };
    const theirs = this.#othersWord(id, kindOf(record), row, record.knows);
    const isCorrected = Object.keys(theirs).some((name) => name in record.changes && TOGETHER.includes(name));
    const said = { ...row, ...theirs, ...(isCorrected && valuesOf(TOGETHER, now)) };
    const gained = GAINED.filter((name) => (now[name] ?? null) === null && (said[name] ?? null) !== null);
    const words = valuesOf([...Object.keys(record.changes), ...gained], said);
    return { row: said, words: Object.fromEntries(Object.entries(words).filter(([name, value]) => value !== (now[name] ?? null))) };
  }

  /** What another made of a row, of what the page says otherwise and did not know. */
  #othersWord(id, kind, row, knows = 0) {
    const versions = (this.versions.get(id) ?? []).map(({ number, by, row }) => ({ number, by, is: valuesOf(SAID[kind], row) }));
    const known = Math.max(1, versions.filter(({ number }) => number <= knows).length);
    const [was, since, now] = [versions[known - 1], versions.slice(known), versions.at(-1)];
    const isTheirs = (name) => {
      const page = row[name] ?? null;
      const isChanged = since.some(({ by, is }, i) => by !== "timer" && is[name] !== (since[i - 1] ?? was).is[name]);
      return isChanged && now.is[name] !== page && (now.is[name] !== was.is[name] || since.some(({ is }) => is[name] === page));
    };
    return valuesOf(SAID[kind].filter(isTheirs), now?.is ?? {});
  }

  /** What another has said of a day meanwhile stays. */
  #takeOut(id, { day, knows }) {
    const theirs = day && this.log.has(id) ? this.#othersWord(id, "day", {}, knows) : {};
    if (Object.keys(theirs).length) this.change(id, valuesOf(SAID.day, theirs), "timer");
    else this.remove(id, "timer");
  }

  #told = (id, record) => ({ ...valuesOf(SAID[kindOf(record)], this.log.get(id)), version: this.versions.get(id).at(-1).number });

  #differs(id, record) {
    const row = record.hold ?? record.day;
    return this.log.has(id) && SAID[kindOf(record)].some((name) => (this.log.get(id)[name] ?? null) !== (row[name] ?? null));
  }
}
