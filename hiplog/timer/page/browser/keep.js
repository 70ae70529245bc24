// Keeping: a record stays in the browser until Python has said that it is on disk. One key for each record, and
// keys carry the log's identity and its place: a hold goes into its own log, once, whenever a timer of that log is
// next shown. What is stored is the truth, as other pages of the log read and write it too; beside it, the page's
// memory has what this page made, so that a storage that is full, cleared or denied loses nothing of it.
import { hasWords, idOf, rowOf } from "../logic/records.js";
import { changeSeen } from "./last_change.js";
import { otherPlaces } from "./other_places.js";
import { waitingPlan } from "./plan.js";
import { pageMemory, parsed, textStorage, uuid } from "./storage.js";
import { isRecord, isSession } from "./usable.js";

const ANSWER_MS = 4000; // without an answer by then the page says so; the answer may still come
const RETRY_MS = 30000; // a log that was out of reach is tried again; to wait for one that is locked takes Python 10 s
const FORM = 2; // of a stored session

const beginOf = ({ hold, day }) => (hold ? hold.started_at : `${day.day}T${day.time}`);

/**
 * The keeper of one log's records. `send` sends a message to Python, `changed` is called when `status()` changes.
 * A message is {type, page, request, records: {hold id: record}, saw: a token or null}, and Python answers each:
 * {page, request, kept: [hold ids], gone: [hold ids], refused: {hold id: sentence}, differs: {hold id: what the log has
 * otherwise, and the `version` of that}, error: a sentence or null, last_change: {token, at, holds: [[begin, side]]} or
 * null, lacks: whether the log has not what the page saw, plan: why a plan is not kept, or null}. An id may also be that of a day. A record that was answered as
 * kept has `saved`, the token of the log's last change then: a log that knows that change and not the row has lost it on
 * purpose. What is `gone` was taken out elsewhere; where something was said of it, the record waits until it is back.
 */
export function keeper({ id, place }, send, changed, storage = textStorage(), memory = pageMemory()) {
  const log = `hiplog:${id}:`;
  const here = `${log}${encodeURIComponent(place)}:`;
  const holdKey = (hold_id) => `${here}hold:${hold_id}`;
  const sessionKey = `${here}session`;
  const settingsKey = `${log}settings`;
  const asideKey = `${log}set-aside:`;
  const page = uuid();
  const sent = new Map(); // request -> the texts it carried, by key
  const onTheirWay = new Map(); // key -> the text that was sent of late and not answered yet
  const refused = new Map(); // key -> {text, reason}; no reason where what was said of a row waits until the row is back
  const done = new Map(); // key -> texts that were answered, should they still be stored
  const savedAt = new Map(); // id -> the log's last change, as a record of that id was answered as kept
  let requests = 0;
  let timers = {};
  const plan = waitingPlan(`${here}plan`, storage, memory);
  const seen = changeSeen(log, here, storage);
  const elsewhere = otherPlaces(log, here, storage);
  let written = null; // the session as this page stored it last
  const goneFrom = new Map(); // id -> the record, of what was taken out elsewhere
  let state = { error: null, silent: false, differs: [], lacks: null, planTold: null };

  function tell(news) {
    state = { ...state, ...news };
    changed();
  }

  const own = () => [...memory].filter(([key]) => key.startsWith(holdKey("")));

  /** Put into the storage again what this page made and is not there: it may have room now, or was cleared. */
  function storeAgain() {
    for (const [key, mine] of own()) {
      const there = storage.get(key);
      const replaced = there !== null && !mine.made.includes(there); // by a page that went on with the session
      if (replaced) memory.delete(key);
      else if (there !== mine.text && !storage.put(key, mine.text) && parsed(there)?.removed) storage.remove(key);
    }
    dropDone();
    if (written !== null && storage.get(sessionKey) === null) storage.put(sessionKey, written);
  }

  function dropDone() {
    for (const [key, texts] of done) if (texts.includes(storage.get(key))) storage.remove(key);
  }

  /** The texts of all records that wait, by key. */
  function waiting() {
    const stored = storage.keys(holdKey("")).map((key) => [key, storage.get(key)]);
    const usable = stored.filter(([, text]) => isRecord(parsed(text)));
    return new Map([...usable, ...own().map(([key, { text }]) => [key, text])]);
  }

  function setAside(key) {
    storage.move(key, `${asideKey}${key.slice(log.length)}`);
  }

  /**
   * Send all that waits, not only the newest: what failed before may go in now. Only what is on its way is not
   * sent again, or messages to a slow kernel would grow and make it slower still.
   */
  function post(type) {
    storeAgain();
    const texts = new Map([...waiting()].filter(([key, text]) => onTheirWay.get(key) !== text));
    requests += 1;
    sent.set(requests, texts);
    for (const [key, text] of texts) onTheirWay.set(key, text);
    after("answer", unanswered, ANSWER_MS);
    try {
      const records = [...texts].map(([key, text]) => asSent(key.slice(holdKey("").length), parsed(text)));
      records.sort(([, one], [, other]) => (beginOf(one) < beginOf(other) ? -1 : 1)); // as they were held
      send({ type, page, request: requests, records: Object.fromEntries(records), saw: seen.token() });
    } catch {
      onTheirWay.clear(); // the kernel is dead: nothing was sent, and no answer will come, which the page shows
    }
    if (plan.waits()) postPlan();
  }

  /** A record was perhaps made before it was answered that the one before it is in the log. */
  const asSent = (id, record) => [id, { ...record, saved: record.saved ?? savedAt.get(id) ?? null }];

  /** Send the plan that was chosen, until it is answered. */
  function postPlan() {
    requests += 1;
    const { plan: sessions, day, was } = plan.send(requests);
    sent.set(requests, new Map());
    after("answer", unanswered, ANSWER_MS);
    try {
      send({ type: "plan-set", page, request: requests, plan: sessions, day, was });
    } catch {
      // the kernel is dead, which the page shows
    }
  }

  function after(name, act, ms) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, ms);
  }

  function unanswered() {
    onTheirWay.clear(); // lost, perhaps with the kernel: the next message carries them again
    storeAgain();
    tell({ silent: true, error: null }); // what it said before may be so no longer
    if (waiting().size || plan.waits()) after("answer", unanswered, ANSWER_MS);
  }

  /**
   * Take Python's answer. What it says of the rows is returned: those that the log has otherwise than this page, by id,
   * null for what it has no more; and of those that it has the token of its last change.
   */
  function answered({ page: whose, request, kept = [], gone = [], refused: reasons = {}, differs, ...more }) {
    const texts = sent.get(request);
    if (whose !== page || !texts) return { differs: {}, saved: {} };
    const { error, last_change, lacks } = more;
    sent.delete(request);
    if (!error) plan.answered(request);
    for (const [key, text] of texts) if (onTheirWay.get(key) === text) onTheirWay.delete(key);
    const recordIn = (id) => parsed(texts.get(holdKey(id)));
    const inLog = kept.filter((id) => texts.has(holdKey(id)) && !gone.includes(id) && !recordIn(id).removed);
    const saved = last_change ? Object.fromEntries(inLog.map((id) => [id, last_change.token])) : {};
    for (const [id, token] of Object.entries(saved)) savedAt.set(id, token);
    const waits = kept.filter((id) => gone.includes(id) && texts.has(holdKey(id)) && hasWords(recordIn(id)));
    for (const id of kept) if (!waits.includes(id)) forget(id, texts.get(holdKey(id)));
    for (const [id, reason] of [...Object.entries(reasons), ...waits.map((id) => [id, null])]) {
      refused.set(holdKey(id), { text: texts.get(holdKey(id)), reason });
    }
    if (!sent.size || request === requests) clearTimeout(timers.answer);
    if (error) after("retry", () => post("hold-finished"), RETRY_MS);
    if (last_change && !lacks) seen.keep(last_change);
    const older = error ? state.lacks : lacks ? seen.missedBy(last_change) : null;
    const otherwise = latest(differs ?? {}, texts);
    const told = Object.entries(otherwise).map(([id, now]) => ({ before: rowOf(recordIn(id)), now }));
    const taken = latest(Object.fromEntries(gone.map((id) => [id, null])), texts);
    for (const id of inLog) goneFrom.delete(id);
    for (const id of Object.keys(taken)) goneFrom.set(id, recordIn(id));
    const planTold = more.plan ?? state.planTold;
    tell({ silent: false, error, differs: [...state.differs, ...told], lacks: older, planTold });
    return { differs: { ...otherwise, ...taken }, saved: latest(saved, texts) };
  }

  /** Without the holds that became another text since these were sent: the answer to that will say how they are. */
  function latest(differs, texts) {
    const waits = waiting();
    const isLatest = (key) => texts.has(key) && [undefined, texts.get(key)].includes(waits.get(key));
    return Object.fromEntries(Object.entries(differs).filter(([id]) => isLatest(holdKey(id))));
  }

  /** What was answered waits no longer, unless it has become another text since, here or in another page. */
  function forget(hold_id, text) {
    const key = holdKey(hold_id);
    if (text === undefined) return; // it was not in that message
    const { made = [] } = memory.get(key) ?? {};
    done.set(key, [...(done.get(key) ?? []), ...made.slice(0, made.indexOf(text)), text]);
    if (memory.get(key)?.text === text) memory.delete(key);
    dropDone();
  }

  function writeSession(session) {
    written = session && JSON.stringify({ form: FORM, page, session });
    memory.delete(sessionKey);
    if (session !== null && storage.put(sessionKey, written)) return;
    storage.remove(sessionKey); // an older one that stayed would offer a hold as running that is on record
    if (session !== null) memory.set(sessionKey, { text: written });
  }

  /** The session that was left behind, by whichever page; one that cannot be used is set aside. */
  function readSession() {
    const text = memory.get(sessionKey)?.text ?? storage.get(sessionKey);
    if (text === null) return null;
    const { form, session } = parsed(text) ?? {};
    if (form === FORM && isSession(session)) return session;
    setAside(sessionKey);
    return null;
  }

  /** What another page has stored in the place of the session that this one wrote; null where none has. */
  function takenBy() {
    const stored = parsed(storage.get(sessionKey));
    return written !== null && stored?.page && stored.page !== page ? { ...stored.session } : null;
  }

  const readSettings = () => parsed(memory.get(settingsKey)?.text ?? storage.get(settingsKey));

  for (const key of storage.keys(holdKey(""))) if (!isRecord(parsed(storage.get(key)))) setAside(key);

  return {
    answered,
    hello: () => post("hello"),
    again: () => post("hold-finished"),
    /** A session begins: what was told of the one before has been read. */
    begin() {
      goneFrom.clear();
      tell({ differs: [], planTold: null });
    },
    keep(records) {
      state = { ...state, differs: [] };
      for (const record of records) {
        const key = holdKey(idOf(record));
        const removed = record.removed && !record.gone; // what was taken out elsewhere is not taken out here
        const text = JSON.stringify({ ...record, removed, version: uuid() }); // no two are the same
        const before = [...(done.get(key) ?? []), ...(memory.get(key)?.made ?? [storage.get(key)])];
        memory.set(key, { text, made: [...before, text] });
      }
      post("hold-finished");
      changed();
    },
    setPlan(sessions, day, was) {
      plan.choose(sessions, day, was);
      state = { ...state, planTold: null };
      postPlan();
      changed();
    },
    /** Change, or drop, a record that the log refused. */
    amend(hold_id, record) {
      const key = holdKey(hold_id);
      refused.delete(key);
      memory.delete(key);
      storage.remove(key);
      record ? this.keep([record]) : changed();
    },
    /** Put what waits for this log in another place into it, or drop it. */
    adopt(other) {
      elsewhere.adopt(other);
      post("hold-finished");
      changed();
    },
    drop(other) {
      elsewhere.drop(other);
      changed();
    },
    /** Go on with a log that lacks what was seen in it. */
    acceptOlder() {
      seen.forget();
      tell({ lacks: null });
    },
    dropAside() {
      for (const key of storage.keys(asideKey)) storage.remove(key);
      changed();
    },
    status() {
      const texts = waiting();
      const isStored = ([key, text]) => storage.get(key) === text;
      const turnedDown = [...refused].filter(([key, { text }]) => texts.get(key) === text);
      return {
        ...state,
        gone: [...goneFrom].filter(([id]) => !turnedDown.some(([key]) => key === holdKey(id))).map(([, record]) => record),
        pending: texts.size - turnedDown.length,
        onlyHere: [...texts].filter((each) => !isStored(each)).length,
        planWaits: plan.waits() !== null,
        planOnlyHere: plan.isOnlyHere(),
        sessionOnlyHere: written !== null && storage.get(sessionKey) !== written,
        refused: turnedDown.map(([, { text, reason }]) => ({ record: parsed(text), reason })),
        elsewhere: elsewhere.counts(),
        setAside: storage.keys(asideKey).length,
      };
    },
    waiting: () => [...waiting().values()].map(parsed),
    readSession,
    writeSession,
    takenBy,
    /** Another page goes on: what is stored is its own from here on. */
    letGo() {
      written = null;
      memory.delete(sessionKey);
      for (const [key, { text }] of own()) if (storage.get(key) === text) memory.delete(key);
    },
    /** Another page has changed the storage: what it took away was answered there, or dropped. */
    storageChanged({ key, oldValue, newValue }) {
      if (newValue === null && key !== null && memory.get(key)?.text === oldValue) memory.delete(key);
      storeAgain();
    },
    readSettings,
    writeSetting(name, value) {
      const text = JSON.stringify({ ...readSettings(), [name]: value }); // another page may have chosen meanwhile
      memory.delete(settingsKey);
      if (!storage.put(settingsKey, text)) memory.set(settingsKey, { text });
    },
    close: () => Object.values(timers).forEach(clearTimeout),
  };
}
