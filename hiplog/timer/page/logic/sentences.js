// What the timer says on each screen, in one place: its headline, the line below it, and its buttons. In one voice,
// that of somebody beside you; a button is a verb and says what happens.
import { daysAgo } from "./day.js";
import { isStopForPain } from "./holds.js";
import { heldSeconds, isFresh, isRating, isRunning, part, SLIP_MS } from "./phases.js";
import { alive, isAnswered } from "./records.js";
import { ago, clock, difference, lasting, shortDay, sideTitle, spoken, tenths, whole } from "./words.js";

const NAMES = {
  start: "Start",
  guide: "How to do it",
  "no-session": "No session today",
  "take-back": "Delete this entry",
  progress: "See how it goes",
  skip: "Start now",
  "more-time": "20 more seconds",
  "skip-side": "Leave this side out",
  finish: "Finish here",
  "let-go": "Stop",
  interrupt: "I was interrupted",
  still: "I'm still holding",
  mend: "Correct the times",
  undo: "Delete this session",
  "try-sound": "Try the sounds",
  button: "Button in hand",
  back: "Back",
};
// Where a button says more exactly what it does here.
const NAMES_HERE = {
  ready: { start: (state, { plan }, done) => (done < plan ? "Start" : "Start another session") },
  day: { back: ({ days }) => (days.some(({ removed }) => !removed) ? "Done" : "Back") },
  settings: { undo: "Delete the last session", back: "Close settings" },
  prepare: {
    finish: ({ records }) => (alive(records).length ? "Finish here" : "Back"),
    "skip-side": skipName,
    pain: hurtsName,
  },
  switch: { pain: hurtsName },
  hold: { pain: "Stop, it hurts" },
  count: { yes: "I let go: count it", start: "Do it again", pain: hurtsName },
  again: {
    start: ({ gap_s }) => (gap_s !== undefined ? "Start this side" : "Do it again"),
    "skip-side": skipName,
    pain: hurtsName,
  },
  away: {
    yes: (state) => claimName(state, state.claims[0]),
    longer: (state) => longerName(state, state.claims.at(-1)),
    no: (state) => keeping("I had let go", state),
    pain: hurtName,
  },
  found: {
    resume: ({ session }) => (isRunning(session) ? "I'm still holding" : "Go on"),
    no: (state) => keeping("I let go", state),
    discard: (state) => {
      if (state.elsewhere) return "Leave it there";
      if (isRating(state.session)) return "Leave it as it is";
      const isSaved = state.session.records.length > 0 && !askedSeconds(state);
      return isSaved ? "Finish with what is saved" : keeping("End the session", state);
    },
    pain: hurtName,
  },
  moved: { "new-session": "Back to the start" },
  sure: { yes: "Delete", no: "Keep it" },
  rate: {
    save: ({ rating }) => (isAnswered(rating) ? "Save answers and finish" : "Finish"), // the holds are in the log already
    still: (state) => (endedByPain(state) ? "Pressed by mistake: still holding" : NAMES.still),
  },
  mend: { keep: "Save changes", back: "Leave as it was" },
  done: { "new-session": "Close" },
};

/** An answer, and the seconds that it keeps; on another page they go on while this one asks. */
function keeping(answer, state) {
  const seen_s = state.elsewhere ? 0 : askedSeconds(state);
  return seen_s > 0 ? `${answer}: keep ${clock(seen_s)}` : answer;
}

/** Who leaves a side that was held leaves nothing out: its hold is kept. */
function skipName({ parts, at, records }) {
  const [{ exercise, side }, next] = [parts[at], parts[at + 1]];
  if (!alive(records).some(({ hold }) => hold.exercise === exercise && hold.side === side)) return NAMES["skip-side"];
  if (!next) return NAMES.finish;
  return `Go on to the ${next.exercise === exercise ? `${next.side} side` : next.title.toLowerCase()}`;
}

/** That it hurts where nothing is held: of the hold that was just let go, or of now. It is the end for today. */
function hurtsName(state, settings, done) {
  return `${isStopForPain(state) ? "That hurt" : "It hurts"}: ${noMore(state, done)}`;
}

/** That it hurt, where it is asked what happened: with the seconds that were seen, or the end for today. */
function hurtName(state, settings, done) {
  const kept = keeping("It hurt", state);
  return kept === "It hurt" ? `${kept}: ${noMore(state.session ?? state, done)}` : kept;
}

const noMore = (state, done) =>
  isRunning(state) || alive(state.records).length || done ? "stop for today" : "not today";

/** What a claim comes to: a hold that goes on, until it is too late to say so or the target has come. */
function claimName(state, { hold_s }) {
  const { target_s } = part(state);
  if (hold_s >= target_s) return `I held on to the end: ${clock(hold_s)}`;
  if (isFresh(state)) return `Still holding, go on from ${clock(goneOn(state, hold_s))}`;
  return claimsMore(state) ? `I held on: keep ${clock(hold_s)}` : `Too late to go on: only within ${SLIP_MS / 1000} seconds.`;
}

/** The longer of two claims: also what the device slept, if it did. */
function longerName(state, { hold_s }) {
  if (hold_s >= part(state).target_s) return claimName(state, { hold_s });
  return `I held on throughout: ${isFresh(state) ? `go on from ${clock(goneOn(state, hold_s))}` : `keep ${clock(hold_s)}`}`;
}

/** A claim with the seconds since: the hold goes on while it is asked about. */
const goneOn = (state, hold_s) => Math.min(part(state).target_s, hold_s + (state.seen - state.entered) / 1000);

/** Whether the first claim counts more than a No, as it shows: a hold that goes on, its end, or more whole seconds. */
export const claimsMore = (state) =>
  isFresh(state) || state.claims[0].hold_s >= part(state).target_s || whole(state.claims[0].hold_s) > whole(state.seen_s);

/** What a button is called in a state; `done` is how many sessions were done today. */
export function buttonWords(type, state, settings, done) {
  const name = NAMES_HERE[state.phase]?.[type] ?? NAMES[type];
  return typeof name === "function" ? name(state, settings, done) : name;
}

/** The headline of a phase, and the line below it. */
export function headline(state, settings, t) {
  const now = state.parts && part(state);
  switch (state.phase) {
    case "ready": return [settings.title, `${sideTitle(settings.first_side)} first`];
    case "day": return dayTitle(state, t);
    case "guide": return [settings.title, "How to do it"];
    case "progress": return ["How it goes", "Your holds of the last four weeks."];
    case "settings": return ["Settings", "Kept in this browser; sessions a day in the log."];
    case "button": return ["A button in the hand", "While the timer counts, it stops a hold, and begins one in a countdown."];
    case "prepare": return ["Get ready", sideTitle(now.side)];
    case "switch": return [switchWords(state), `${sideTitle(now.side)} next`];
    case "hold": return [holdTitle(state), sideTitle(now.side)];
    case "count": return ["That was short", `Your ${now.side} hold stopped after ${secondsHeld(state)}.`];
    case "again": return againWords(state, now);
    case "away": return ["Did you keep holding?", awayWords(state, now)];
    case "rate": return rateWords(state);
    case "mend": return ["rate", "done"].includes(state.from)
      ? ["Correct the times", "Set how long you really held."]
      : ["How long was it?", "Say how long you held in all."];
    case "done": return [endedByPain(state) ? "Enough for today" : "Done", difference(state.records)];
    case "sure": return ["Delete this session?", sureWords(state.removing, t)];
    case "found": return foundWords(state, t);
    case "moved": return movedWords(state);
  }
}

const PAIN_LEFT_OUT = "The pain that you chose was of more than an hour ago, and is left out.";
const COUNTDOWNS = ["prepare", "switch"]; // not over a hold's number, which is to be read from afar

/** What stands below in small print; `lacked` says what this browser cannot do, of which `told` was said before. */
export function smallPrint({ phase, pain_left_out }, { begun, record_not_advice }, lacked, told) {
  if (phase === "ready") return [begun, record_not_advice, ...lacked].filter(Boolean).join(" ");
  const pain = pain_left_out && ["prepare", "day"].includes(phase) ? [PAIN_LEFT_OUT] : [];
  if (phase === "day") return pain.join("");
  return COUNTDOWNS.includes(phase) ? [...pain, ...lacked.filter((each) => !told.includes(each))].join(" ") : "";
}

const secondsHeld = ({ records }) => `${tenths(records.at(-1).hold.hold_s)} seconds`;

/** Whether pain ended a session. */
export const endedByPain = ({ records, hurts }) => Boolean(hurts) || alive(records).some(({ hold }) => hold.ended === "pain");

/** The seconds that a question is about, to be read from afar; null where it is about none. */
export function askedSeconds({ phase, records, gap_s, seen_s, session }) {
  if (phase === "count" || (phase === "again" && gap_s === undefined)) return records.at(-1).hold.hold_s;
  if (phase === "away") return seen_s;
  if (phase !== "found") return null;
  if (session.phase === "away") return session.seen_s;
  return session.phase === "hold" ? heldSeconds(session, session.seen) : null;
}

/** A new exercise is named; its stretch is the leg's, not the ankle's. */
function switchWords({ parts, at }) {
  return parts[at - 1].exercise === parts[at].exercise ? "Switch sides" : parts[at].title;
}

/** Of a stretch, which: its side is the leg's. */
function holdTitle({ parts, at }) {
  return parts[at].exercise === parts[0].exercise ? "Hold" : parts[at].title;
}

/** What was just held, before the next side begins. */
export function heldWords({ records, held }) {
  const last = records.at(-1)?.hold;
  if (!last) return "";
  const how = last.ended === "target" ? ", target reached" : held?.knocked ? ", by two knocks" : "";
  return `${sideTitle(last.side)}: ${clock(last.hold_s)}${how}`;
}

/** What one needs to know before a hold, while one can still read it: on the first, how it is ended. */
export function holdWords(state, hasKeys, knocks) {
  const upTo = `Then hold up to ${clock(part(state).target_s)}.`;
  if (state.records.length) return upTo;
  if (knocks) return `${upTo} While you hold, two knocks or a tap anywhere stop it.`;
  return `${upTo} While you hold, a tap anywhere${hasKeys ? " or Space" : ""} stops it.`;
}

export const HOW_IT_STOPS = "A tap anywhere stops it";

/** What comes after the part at hand, said before it comes. */
export function nextWords({ parts, at }) {
  const next = parts[at + 1];
  if (!next) return "Then you are done";
  return next.exercise === parts[at].exercise ? `Next: ${next.side} side` : `Next: ${next.title.toLowerCase()}`;
}

function againWords({ gap_s, jumped, records }, { side }) {
  if (gap_s !== undefined) {
    return ["Are you there?", `${gapSentence({ gap_s, jumped })} Your ${side} side has not begun.`];
  }
  return ["You were interrupted", `Your ${side} hold stopped after ${spoken(records.at(-1).hold.hold_s)}. It is kept as interrupted.`];
}

function movedWords({ unread, records }) {
  if (!unread) return ["It goes on elsewhere", "Your session is running in another tab or cell. Going back does not stop it."];
  const kept = heldEach(records);
  return ["It ended here", `Another session began in another tab or cell.${kept && ` Kept from this one: ${kept}.`}`];
}

/** Each hold in few words: "right 0:20, left 0:30". */
const heldEach = (records) => alive(records).map(({ hold }) => `${hold.side} ${clock(hold.hold_s)}`).join(", ");

const gapWords = (gap_s) => (gap_s < 1 || gap_s >= 3600 ? lasting(1000 * gap_s) : spoken(gap_s));

/** That nothing was seen, or that the clock says so: set back, it was no time at all. */
function gapSentence({ gap_s, jumped }) {
  if (jumped < 0) return `The clock of this device was set back by ${gapWords(gap_s)}.`;
  return `Nothing was seen here for ${gapWords(gap_s)}.`;
}

function awayWords({ gap_s, jumped }, { side }) {
  const gap = gapWords(gap_s);
  if (jumped < 0) return `The clock of this device was set back by ${gap} in your ${side} hold.`;
  if (jumped) return `This device slept for ${gap} in your ${side} hold, or its clock was changed.`;
  return `Nothing was seen of your ${side} hold for ${gap}.`;
}

function rateWords(state) {
  if (!endedByPain(state)) return ["How does it feel now?", "All optional: 0 is no pain, 10 the worst."];
  const stop = alive(state.records).findLast(({ hold }) => hold.ended === "pain")?.hold;
  if (!stop) return ["It hurts", ["That is enough for today.", hurtWords(state)].filter(Boolean).join(" ")];
  const kept = `Kept as a stop for pain: ${stop.side} side ${clock(stop.hold_s)}.`;
  return ["You stopped because it hurt", `${kept} That is enough for today.`];
}

/** Whether that it hurts, which no hold says, is kept: with the day, or only with what is chosen of the holds that there are. */
function hurtWords({ records, days = [] }) {
  if (!alive(records).length) return ""; // taken out elsewhere: what waits is said beside
  return alive(days).length ? "It is kept with the day. Say how much, if you like." : "It is kept with a number or a note.";
}

/** Of a day by its date once it is over; what is first said after midnight is of the new one. */
function dayTitle({ hurts, day: { day }, days }, t) {
  const isToday = !days.length || daysAgo(day, t) === 0;
  if (hurts && isToday) return ["It hurts", "That is enough for today. What you choose is saved at once. All of it is optional."];
  const title = isToday ? "No session today" : `No session on ${shortDay(day)}`;
  return [title, "What you choose is saved at once. All of it is optional."];
}

function sureWords(removing, t) {
  return `${dayAndTime(removing[0].hold.started_at, t)}: ${heldEach(removing)}.`;
}

/** A day as one says it, with its time. */
export function dayAndTime(started_at, t) {
  const [day, time] = started_at.split("T");
  const date = new Date(`${day}T12:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return `${["Today", "Yesterday"][daysAgo(day, t)] ?? date}, ${time.slice(0, 5)}`;
}

function foundWords({ session, elsewhere }, t) {
  const kept = heldEach(session.records);
  const also = kept && ` Kept from this session: ${kept}.`;
  if (isRating(session)) return ["How did it feel?", `What you said of it was not saved, ${ago(t - session.seen)}.${also}`];
  if (!isRunning(session) && elsewhere) return ["Go on?", `Your session is open on another page.${also}`];
  if (!isRunning(session)) return ["Go on?", `Your session stopped ${ago(t - session.seen)}.${also}`];
  const hold = `Your ${part(session).side} hold`;
  const runs = elsewhere ? `${hold} is running on another page.` : `The timer last saw ${hold.toLowerCase()} ${ago(t - session.seen)}.`;
  return ["Still holding?", runs + also];
}
