// What the page says of the keeping: whether the holds are in the log, and what of them waits for the person.
import { isUnderWay } from "./phases.js";
import { alive } from "./records.js";
import { clock, spoken } from "./words.js";

const SAID = { pain: "pain", pain_before: "pain before", pain_after: "pain", reason: "reason", note: "note" };
const counted = (n, one, many) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** Whether the holds are in the log, in words: the worst of all that wait. `kept` is what the keeper says. */
export function savedWords(state, kept) {
  const gone = kept.gone.length && `Taken out of your log elsewhere: ${kept.gone.map(goneName).join(", ")}.`;
  const session = kept.sessionOnlyHere && isUnderWay(state) && "This session is only on this page: leave it open.";
  const plan = kept.planWaits && `Your plan is not in your log yet${kept.planOnlyHere ? ", only on this page: leave it open" : ""}.`;
  return [recordsWords(state, kept), session, plan, kept.planTold, gone, ...kept.differs.map(differsWords), kept.error].filter(Boolean).join(" ");
}

function recordsWords(state, kept) {
  const { pending, onlyHere, error, silent, refused, sessionOnlyHere } = kept;
  const all = pending + refused.length;
  const some = onlyHere < all ? `${onlyHere} of ${all} ` : "";
  const only = onlyHere && `${some}only on this page: leave it open`;
  if (!pending) return [!refused.length && inLogWords(state), only && `${capital(only)}.`].filter(Boolean).join(" ");
  if (!error && !silent) return only ? `Saving…, until then ${only}.` : "Saving…";
  // A page that missed that its kernel was restarted goes on sending to where nobody hears it, until it is reloaded.
  const anew = silent && !only && !sessionOnlyHere && "Python does not answer: if it stays so, reload this page.";
  return [`Not yet in your log, ${only || "kept in this browser"}.`, anew].filter(Boolean).join(" ");
}

const capital = (words) => words[0].toUpperCase() + words.slice(1);

function inLogWords(state) {
  if (state.phase === "day") return alive(state.days).length ? "Saved in your log." : "";
  if (state.phase === "ready") return takenOutWords(state);
  if (!alive(state.records).length) return "";
  if (state.phase === "rate") return "Your holds are in your log.";
  return isUnderWay(state) ? "Saved in your log so far." : "Saved in your log.";
}

function takenOutWords({ records, days }) {
  if (records.length) return "The session was taken out of your log.";
  return days ? "What you said of the day was taken out of your log." : "";
}

/** What was changed in the log by another than this page, and how it is there; of the rest only what differs. */
function differsWords({ before, now }) {
  const others = Object.keys(SAID).filter((name) => name in now && now[name] !== before[name]);
  const value = (name) => (name === "reason" ? now.reason.replaceAll("_", " ") : now[name]);
  const quoted = (name) => (typeof now[name] === "number" ? now[name] : `"${value(name)}"`);
  const words = others.map((name) => now[name] === null ? `without its ${SAID[name]}` : `with the ${SAID[name]} ${quoted(name)}`);
  if (before.day) return `What you said of ${before.day} was changed in your log meanwhile: it is ${words.join(", ")}.`;
  const hold = [now.side, spoken(now.hold_s), ...words].join(", ");
  return `The ${before.side} hold was changed in your log meanwhile: ${hold}.`;
}

const goneName = ({ hold, day }) => (hold ? `${hold.side} ${clock(hold.hold_s)}` : `what you said of ${day.day}`);

/** A hold by its side, its day and its seconds; or a day. */
function rowName({ hold, day }) {
  if (day) return `What you said of ${day.day}`;
  return `The ${hold.side} hold of ${hold.started_at.slice(0, 16).replace("T", ", ")} (${spoken(hold.hold_s)})`;
}

/** A row that the log refused, and why; or that was taken out of it elsewhere, with what was said of it and waits. */
export function refusedWords({ record, reason }) {
  if (reason !== null) return `${rowName(record)} is not in your log as it should be: ${reason}`;
  return `${rowName(record)} was taken out of your log elsewhere. This is not in your log, and goes into it once that is ` +
    `put back there: ${wordsOf(record).join(", ")}.`;
}

function wordsOf({ hold, day, changes }) {
  const { pain_after, pain, reason, note } = hold ?? day;
  const number = pain_after ?? pain ?? null;
  return [
    hold && ("hold_s" in changes || "side" in changes) && goneName({ hold }),
    changes.ended === "pain" && "stopped for pain",
    number !== null && `pain ${number}`,
    reason && reason.replaceAll("_", " "),
    note && `"${note}"`,
  ].filter(Boolean);
}

/** A log that has not what this browser saw saved in it. */
export function lacksWords({ at, holds }) {
  const when = at ? ` on ${at.slice(0, 16).replace("T", ", ")}` : "";
  const which = holds.length ? ` (${namedWords(holds)})` : "";
  return `What was saved in your log${when} is not in this file${which}, which may be an older copy: look for the newer ` +
    "one, or into the folder backups beside it. The command hiplog check says whether the file is whole.";
}

/** Which holds are missing, by side and day; the first few of them. */
function namedWords(holds, most = 6) {
  const named = holds.slice(0, most).map(([began, side]) => `${side} of ${began.slice(0, 16).replace("T", ", ")}`);
  return [`${counted(holds.length, "hold", "holds")}: ${named.join("; ")}`, holds.length > most && "…"].filter(Boolean).join("; ");
}

/** What waits for this log where it was before, or for the log that it is a copy of. */
export function elsewhereWords({ place, count, plan }) {
  const what = [count && counted(count, "hold", "holds"), plan && "a plan"].filter(Boolean).join(" and ");
  return `${capital(what)} ${count + Boolean(plan) > 1 ? "are" : "is"} kept in this browser for this log at ${readable(place)}.`;
}

function readable(place) {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

export const asideWords = (n) =>
  `${counted(n, "thing", "things")} kept in this browser could not be read, and ${n === 1 ? "was" : "were"} set aside.`;
