// Keeping: a record stays in the browser until Python has said that it is on disk. One key for each record, and
// keys carry the log's identity: a hold goes into its own log, once, whenever a timer of that log is next shown.

const ANSWER_MS = 4000; // without an answer by then the page says so; the answer may still come

/** The browser's storage, or null where it is blocked: even asking for it can throw. */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** A UUID of version 4; plain http has no crypto.randomUUID. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/**
 * The keeper of one log's records. `send` sends a message to Python, `changed` is called when `status()` changes.
 * Every message has a number, and Python answers it:
 * {request, kept: [hold ids], errors: {hold id: sentence}, error: a sentence or null}.
 */
export function keeper(logId, storage, send, changed) {
  const holdKey = (id) => `hiplog:${logId}:hold:${id}`;
  const sessionKey = `hiplog:${logId}:session`;
  const settingsKey = `hiplog:${logId}:settings`;
  const pending = new Map(stored(storage, holdKey("")).map((record) => [record.hold.hold_id, record]));
  const sent = new Map(); // request -> the records it carried
  const onTheirWay = new Set(); // records sent of late and not answered yet
  let requests = 0;
  let timer = null;
  let state = { error: null, silent: false, stored: storage !== null };

  function tell(news) {
    state = { ...state, ...news };
    changed();
  }

  function put(key, value) {
    try {
      value === null ? storage?.removeItem(key) : storage?.setItem(key, JSON.stringify(value));
      return storage !== null;
    } catch {
      return false; // full, or blocked since
    }
  }

  /**
   * Send all that is pending, not only the newest: what failed before may go in now. Only what is on its way is not
   * sent again, or messages to a slow kernel would grow and make it slower still.
   */
  function post(type) {
    const records = [...pending.values()].filter((record) => !onTheirWay.has(record));
    requests += 1;
    sent.set(requests, records);
    for (const record of records) onTheirWay.add(record);
    clearTimeout(timer);
    timer = setTimeout(unanswered, ANSWER_MS);
    try {
      send({ type, request: requests, records });
    } catch {
      // the kernel is dead: nothing was sent, and no answer will come, which is what the page shows
      for (const record of records) onTheirWay.delete(record);
    }
  }

  function unanswered() {
    onTheirWay.clear(); // lost, perhaps with the kernel: the next message carries them again
    tell({ silent: true });
  }

  function answered({ request, kept, errors, error }) {
    const records = sent.get(request);
    if (!records) return; // an answer to another page
    sent.delete(request);
    for (const record of records) onTheirWay.delete(record);
    for (const record of records.filter((r) => kept.includes(r.hold.hold_id))) forget(record);
    if (!sent.size || request === requests) clearTimeout(timer);
    tell({ silent: false, error: error ?? Object.values(errors)[0] ?? null });
  }

  /** A record that changed after it was sent is another object, and stays until that one is answered. */
  function forget(record) {
    const id = record.hold.hold_id;
    if (pending.get(id) !== record) return;
    pending.delete(id);
    put(holdKey(id), null);
  }

  return {
    answered,
    hello: () => post("hello"),
    again: () => post("hold-finished"),
    keep(records) {
      const ok = records.map((record) => {
        pending.set(record.hold.hold_id, record);
        return put(holdKey(record.hold.hold_id), record);
      });
      tell({ stored: ok.every(Boolean) });
      post("hold-finished");
    },
    status: () => ({ ...state, pending: pending.size }),
    readSession: () => read(storage, sessionKey),
    writeSession: (session) => put(sessionKey, session),
    readSettings: () => read(storage, settingsKey),
    writeSettings: (settings) => put(settingsKey, settings),
    close: () => clearTimeout(timer),
  };
}

function read(storage, key) {
  try {
    return JSON.parse(storage?.getItem(key) ?? "null");
  } catch {
    return null; // blocked, or not ours
  }
}

function stored(storage, prefix) {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage.key(i));
    return keys.filter((key) => key.startsWith(prefix)).map((key) => read(storage, key)).filter(Boolean);
  } catch {
    return [];
  }
}
