// What waits for the log in another place than where it is, records and a plan: it was moved, or copied.
import { parsed } from "./storage.js";
import { isRecord } from "./usable.js";

const isPlan = (key) => key.endsWith(":plan");

/** Those of the log whose keys begin with `log`, but for the place where they begin with `here`. */
export function otherPlaces(log, here, storage) {
  /** Their keys, by the place as it stands in them. */
  function keysByPlace() {
    const keys = storage.keys(log).filter((key) => !key.startsWith(here));
    const usable = keys.filter((key) => isPlan(key) || isRecord(parsed(storage.get(key))));
    const placed = usable.map((key) => [key.slice(log.length).match(/^([^:]+):(?:hold:[^:]+|plan)$/)?.[1], key]);
    const byPlace = {};
    for (const [place, key] of placed) if (place) (byPlace[place] ??= []).push(key);
    return byPlace;
  }

  return {
    /** How many records wait in each, and whether a plan does. */
    counts: () => Object.entries(keysByPlace()).map(([place, keys]) =>
      ({ place, count: keys.filter((key) => !isPlan(key)).length, plan: keys.some(isPlan) })),
    /** Put what waits in one of them where the log is; a plan that was chosen here stays. */
    adopt(place) {
      const there = log + place + ":";
      for (const key of keysByPlace()[place]) {
        const to = here + key.slice(there.length);
        if (isPlan(key) && storage.get(to) !== null) storage.remove(key);
        else storage.move(key, to);
      }
    },
    drop(place) {
      for (const key of keysByPlace()[place]) storage.remove(key);
    },
  };
}
