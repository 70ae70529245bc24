// The plan that was chosen, until the log has it: it waits in the browser, as holds do.
import { parsed, uuid } from "./storage.js";

/** Keeps one plan under `key`; what was stored there and is no more was answered, perhaps to another page. */
export function waitingPlan(key, storage, memory) {
  let sent = null; // the request that carried it last, and its text
  const text = () => memory.get(key)?.text ?? storage.get(key);

  function remove() {
    memory.delete(key);
    storage.remove(key);
  }

  /** What waits, {plan: sessions meant per day, day: from which day, was: what the log had meant}, or null. */
  function waits() {
    const found = parsed(text());
    return Number.isInteger(found?.plan) && typeof found.day === "string" ? found : null;
  }

  return {
    waits,
    /** Whether it is in this page's memory alone. */
    isOnlyHere: () => memory.has(key),
    choose(plan, day, was) {
      const chosen = JSON.stringify({ plan, day, was: waits()?.was ?? was, version: uuid() }); // no two are the same
      remove();
      if (!storage.put(key, chosen)) memory.set(key, { text: chosen });
    },
    /** It goes out with a request; return what is sent. */
    send(request) {
      sent = { request, text: text() };
      return waits();
    },
    answered(request) {
      if (request === sent?.request && text() === sent.text) remove();
    },
  };
}
