// Stands in for the timer's Python and its log, by the rules of timer.py: it answers, or is slow, dead or locked.

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
    const answer = { type: "answered", page, request, kept: [], gone: [], refused: {}, error: null };
    if (this.mode === "locked") return { ...answer, error: "locked" };
    for (const [id, record] of Object.entries(records)) this.#keep(id, record, answer);
    return answer;
  }

  /** Lose what was not read, as a kernel does that is started again. */
  restart() {
    this.queue = [];
  }

  remove(id, by) {
    if (this.log.delete(id)) this.removedBy.set(id, by);
  }

  isGone = (id) => !this.log.has(id) && this.removedBy.has(id);

  #keep(id, { hold, changes, removed, anew }, answer) {
    if (removed) this.remove(id, "timer");
    else if (this.isGone(id) && !(anew && this.removedBy.get(id) === "timer")) answer.gone.push(id);
    else if (this.refuses(hold)) return void (answer.refused[id] = "no");
    else this.#put(id, hold, changes);
    answer.kept.push(id);
  }

  /** A hold that is there already gains what it lacks, and only `changes` correct it. */
  #put(id, hold, changes) {
    const known = Object.entries(this.log.get(id) ?? {}).filter(([, value]) => value !== null);
    this.log.set(id, { ...hold, ...Object.fromEntries(known), ...changes });
  }
}
