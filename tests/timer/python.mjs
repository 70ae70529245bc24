// Stands in for the timer's Python and its log, by the rules of timer.py: it answers, or is slow, dead or locked.

const IN_EDITOR = ["side", "hold_s", "claimed_s", "ended", "pain_before", "pain_after", "note"];

export class Python {
  log = new Map(); // hold id -> the hold as the log has it
  removedBy = new Map(); // hold id -> who took it out last, also where it was put back
  queue = []; // messages that were not read yet
  mode = "answers"; // "slow" reads nothing by itself, to "dead" no message gets through, "locked" cannot write
  refuses = () => false; // of a hold

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
    if (this.mode === "locked") return { ...answer, error: "locked" };
    for (const [id, record] of Object.entries(records)) this.#keep(id, record, answer);
    for (const id of answer.kept) if (this.#differs(id, records[id])) answer.differs[id] = this.#editable(id);
    return answer;
  }

  /** Lose what was not read, as a kernel does that is started again. */
  restart() {
    this.queue = [];
  }

  remove(id, by) {
    if (this.log.delete(id)) this.removedBy.set(id, by);
  }

  change(id, values) {
    this.log.set(id, { ...this.log.get(id), ...values });
  }

  #editable = (id) => Object.fromEntries(IN_EDITOR.map((name) => [name, this.log.get(id)[name] ?? null]));
  #differs = (id, { hold }) => this.log.has(id) && IN_EDITOR.some((name) => (this.log.get(id)[name] ?? null) !== (hold[name] ?? null));

  isGone = (id) => !this.log.has(id) && this.removedBy.has(id);

  #keep(id, { hold, changes, was = {}, removed, anew }, answer) {
    if (removed) this.remove(id, "timer");
    else if (this.isGone(id) && !(anew && this.removedBy.get(id) === "timer")) answer.gone.push(id);
    else if (this.refuses(hold)) return void (answer.refused[id] = "no");
    else if (this.#isKnown(id, changes, was)) this.#put(id, hold, changes);
    else this.#put(id, { ...hold, ...this.#editable(id), pain_after: hold.pain_after, note: hold.note }, {});
    answer.kept.push(id);
  }

  /** Whether of all that is corrected the log has what the page knew, or what it makes of it. */
  #isKnown(id, changes, was) {
    const hold = this.log.get(id);
    const isKnown = ([name, value]) => !was[name] || [value, ...was[name]].includes(hold[name] ?? null);
    return !hold || Object.entries(changes).every(isKnown);
  }

  /** A hold that is there already gains what it lacks, and only `changes` correct it. */
  #put(id, hold, changes) {
    const known = Object.entries(this.log.get(id) ?? {}).filter(([name, value]) => value !== null || name === "claimed_s");
    this.log.set(id, { ...hold, ...Object.fromEntries(known), ...changes });
  }
}
