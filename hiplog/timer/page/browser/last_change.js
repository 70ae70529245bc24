// The log's last change, as this browser saw it: an older copy of the log lacks it.
import { parsed } from "./storage.js";

/** What was seen of the log whose keys begin with `log`, at the place where they begin with `here`. */
export function changeSeen(log, here, storage) {
  const key = `${here}last-change`;

  /** Where the log was never seen at this place, it was moved or copied here, and what was seen of it elsewhere counts. */
  function latest() {
    const elsewhere = storage.keys(log).filter((each) => each.endsWith(":last-change"));
    const keys = storage.get(key) === null ? elsewhere : [key];
    const known = keys.map((each) => parsed(storage.get(each))).filter((change) => typeof change?.token === "string");
    return known.sort((one, other) => ((one.at ?? "") < (other.at ?? "") ? 1 : -1))[0] ?? null;
  }

  return {
    token: () => latest()?.token ?? null,
    keep: (change) => storage.put(key, JSON.stringify(change)),
    /** Nothing is seen of it until the next is kept. */
    forget: () => storage.put(key, "null"),
    /** What was seen of a log that lacks it, with those of the holds seen that it has not. */
    missedBy(now) {
      const seen = latest();
      const there = new Set((now?.holds ?? []).map(String));
      return seen && { ...seen, holds: (seen.holds ?? []).filter((hold) => !there.has(String(hold))) };
    },
  };
}
