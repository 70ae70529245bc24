// Storage: the browser's, which may be denied, full, cleared or shared with other pages, behind calls that never
// throw; and the page's own memory, which outlives a timer but not the page.

/** The browser's storage, or null where it is blocked: even asking for it can throw. */
function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Texts by key. `put` and `move` say whether they worked; what cannot be read is not there. */
export function textStorage(storage = browserStorage()) {
  const tried = (act, otherwise) => {
    try {
      return storage ? act() : otherwise;
    } catch {
      return otherwise; // full, or blocked since
    }
  };
  const get = (key) => tried(() => storage.getItem(key), null);
  const put = (key, text) => tried(() => (storage.setItem(key, text), true), false);
  const remove = (key) => tried(() => storage.removeItem(key), null);

  /** Keep a text under another key. It is taken away first: in a storage that is full there is no room for two. */
  function move(from, to) {
    const text = get(from);
    remove(from);
    if (put(to, text)) return true;
    put(from, text);
    return false;
  }

  const keys = (prefix) => tried(() =>
    Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key.startsWith(prefix)), []);
  return { get, put, remove, move, keys };
}

/** What this page must not forget when a cell runs again; each timer's module is loaded anew. */
export const pageMemory = () => (globalThis[Symbol.for("hiplog.memory")] ??= new Map());

/** What a text in JSON says, or undefined where it is none. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
