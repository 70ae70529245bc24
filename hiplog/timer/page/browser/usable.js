// Whether what was stored can be used: another version, or another hand, may have written it.
import { isUnderWay } from "../logic/phases.js";
import { SIDES } from "../logic/records.js";

const TEXTS = ["hold_id", "session_id", "started_at", "exercise", "side"];
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && value !== "";

export function isRecord(value) {
  if (!isObject(value) || !isObject(value.changes)) return false;
  if (isObject(value.day)) return typeof value.removed === "boolean" && isText(value.day.day_id) && isText(value.day.day);
  if (!isObject(value.hold)) return false;
  const { hold, removed } = value;
  return typeof removed === "boolean" && TEXTS.every((name) => isText(hold[name])) && Number.isFinite(hold.hold_s);
}

/** Whether a session that was left behind can go on. */
export function isSession(value) {
  if (!isObject(value)) return false;
  return isUnderWay(value) && Number.isFinite(value.seen) && hasParts(value) && hasRecords(value) && isWhole(value);
}

function hasParts({ parts, at, past }) {
  const isPart = (part) => isObject(part) && isText(part.exercise) && isText(part.title)
    && SIDES.includes(part.side) && Number.isFinite(part.target_s) && Number.isFinite(part.wait_s);
  const isKnown = ({ exercise, side }) => isObject(past?.[exercise]?.[side]);
  return Array.isArray(parts) && parts.every(isPart) && parts.every(isKnown) && Boolean(parts[at]);
}

const hasRecords = ({ records, days = [], session_id }) =>
  isText(session_id) && [records, days].every((each) => Array.isArray(each) && each.every(isRecord));

/** Whether a phase has what it needs. */
function isWhole({ phase, begin, until, hold_id, unseen, claims, records, rating, draft }) {
  const isHeld = Number.isFinite(begin) && isText(hold_id) && Array.isArray(unseen);
  if (phase === "hold") return isHeld;
  if (phase === "away") return isHeld && Array.isArray(claims) && claims.length > 0;
  if (phase === "prepare" || phase === "switch") return Number.isFinite(until);
  if (phase === "rate") return isObject(rating?.pain) && typeof rating.note === "string";
  if (phase === "mend") return Array.isArray(draft) && draft.length === records.length && draft.every(isObject);
  return records.length > 0;
}
