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

  /**
   * What waits, or null: {plan: sessions meant per day, day: from which day, was: what the log may have until then, as it
   * had it when the first was chosen, and those chosen since}.
   */
  function waits() {
    const chosen = parsed(text());
    return Number.isInteger(chosen?.plan) && typeof chosen.day === "string" ? { ...chosen, was: [chosen.was].flat() } : null;
  }

  return {
    waits,
    /** Whether it is in this page's memory alone. */
    isOnlyHere: () => memory.has(key),
    choose(plan, day, was) {
      const before = waits();
      const known = before ? [...new Set([...before.was, before.plan])] : [was];
      const chosen = JSON.stringify({ plan, day, was: known, version: uuid() }); // no two are the same
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
