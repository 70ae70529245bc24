// The session of one model: it holds the state, tells it the time, has records kept and cues played, and has views
// show it. A view is anything that has `update` and `draw`; of the page only clocks, storage and sound are used here.
import { keeper } from "./browser/keep.js";
import { screenKeeper } from "./browser/screen.js";
import { signaller } from "./browser/signals.js";
import { uuid } from "./browser/storage.js";
import { headset } from "./input/headset.js";
import { knocks } from "./input/knocks.js";
import { microphone } from "./input/microphone.js";
import { cuesAhead, due } from "./logic/cues.js";
import { dayOf, sessionsToday, withWaiting } from "./logic/day.js";
import { changedRecords, step } from "./logic/machine.js";
import { deadline, isCounting, isRating, isTimed, isUnderWay, ready } from "./logic/phases.js";
import { localTime } from "./logic/records.js";
import { headline } from "./logic/sentences.js";
import { settingsOf } from "./logic/settings.js";

const PARTED_MS = 1000; // the page's clock stands still while the machine sleeps, the wall clock does not
const SEEN_MS = 2000; // a timer out of sight for longer does not go on by itself
const TAKES = ["resume", "no", "pain"]; // with these a session that was found is this page's, wherever it was
const BEGINS = ["start", "resume", "no"]; // with these presses one begins, or one that was found goes on: what it wants is asked for
const UNDERSTOOD_AFTER_MS = 600; // two knocks are understood so soon after the second, unless the page is blocked
const MINUTE_MS = 60 * 1000;
const LIVELY_MS = 1500; // for so long after a change there may be something to flash or to say
const SHOWN = [
  ...["exercises", "given", "defaults", "choices", "first_sides", "past", "recent", "streak", "last_session"],
  ...["history", "plan", "days", "reasons", "how_often", "discomfort", "helps_with"],
  ...["begun", "limits", "when_to_stop", "record_not_advice"],
];

/** Open the session of `model`; `show(view)` shows it in a view, until the function returned is called. */
export function openSession(model) {
  const log = { id: model.get("log_id"), place: model.get("log_place") };
  const keep = keeper(log, (message) => model.send(message), shownAnew);
  const signals = signaller(() => (run(), show()));
  const screen = screenKeeper(show);
  const button = headset(() => act("hand"), show);
  const ears = microphone(struck, show);
  const pairs = knocks();
  const channel = openChannel(`hiplog:${log.id}:${log.place}`, hear);
  const views = new Set();
  function readSettings() {
    const shown = Object.fromEntries(SHOWN.map((name) => [name, model.get(name)]));
    shown.recent = withWaiting(shown.recent, keep.waiting(), shown.exercises[0].name);
    return settingsOf(shown, keep.readSettings());
  }
  let settings = readSettings();
  let state = ready();
  let cues = [];
  let skew = 0; // what the page's clock lacks to the wall clock
  let alarm = null;
  let frame = null;
  let dayShown = null; // of which the page speaks

  const pageTime = (t = performance.now()) => performance.timeOrigin + t + skew;
  const isLively = () => isCounting(state) || pageTime() - (state.entered ?? 0) < LIVELY_MS;

  /** The wall clock and the page's may part by a jump, of which the state is told; where nothing is timed, by less too. */
  function checkClock() {
    const by = Date.now() - pageTime();
    const isJump = Math.abs(by) > PARTED_MS;
    if (isTimed(state) && !isJump) return;
    skew += by;
    if (isJump) dispatch({ type: "parted", t: pageTime(), by });
  }

  /** The person did something, at a time of the page's clock: when the event was made, however late it is handled. */
  function act(type, event, more, at = event?.timeStamp) {
    checkClock();
    if (event) signals.wake(settings);
    if (event && settings.knocks && ["ready", "found"].includes(state.phase) && BEGINS.includes(type)) ears.ask();
    const taken = keep.takenBy();
    if (taken && type !== "moved") moved(taken.session_id);
    if (type === "pain" && state.phase === "ready") come(); // it was offered here, and another page has it
    if (state.phase === "found" && (TAKES.includes(type) || (type === "discard" && !state.elsewhere))) {
      findSession(); // as it is by now: another window may have gone on with it
      if (state.phase === "found") take(state.session.session_id);
    }
    if (type === "start") come(); // another window may have left one since
    const t = pageTime(at);
    if (type === "start" && state.phase === "ready") {
      take(null);
      keep.begin();
      more = { settings, past: settings.past };
    }
    if (type === "start" || type === "skip-side") more = { ...more, ids: { session_id: uuid() } };
    if (type === "no-session") more = { day_id: uuid() };
    if (type === "pain") more = { day_id: uuid(), doneToday: doneAt(t) > 0 };
    if (type === "undo") more = { session: settings.last_session };
    dispatch({ type, t, ...more });
  }

  /** How many sessions were done on the day of `t`, with the one at hand, or the one that is asked about. */
  function doneAt(t) {
    const { records } = state.session ?? state;
    return sessionsToday(settings.recent, records, settings.exercises[0].name, t);
  }

  function dispatch(event) {
    const before = state;
    const heard = pageTime(0) + signals.heardSince(settings);
    state = step(before, { ...event, heard, limits: settings.limits }, uuid);
    if (state === before) return;
    // Only what was ours to write is ours to delete: another window may have a session under way.
    if (isUnderWay(state)) keep.writeSession(state);
    else if (isUnderWay(before) ? state.phase !== "moved" : isOver(before, event)) keep.writeSession(null);
    if (state.phase === "moved") keep.letGo();
    const changed = changedRecords(before, state);
    if (changed.length && event.type !== "in-log") keep.keep(changed);
    if (state.phase === "ready") signals.hush();
    run();
    show();
  }

  /** Whether a session that was offered here is now nobody's: not offered any more, nor gone on with elsewhere. */
  const isOver = (before, { type }) =>
    before.phase === "found" && state.phase !== "found" && type !== "moved" && (type === "pain" || !before.elsewhere);

  function findSession() {
    const session = keep.readSession();
    if (session) dispatch({ type: "found", t: pageTime(), session });
    else moved();
    if (isUnderWay(state)) take(state.session_id); // a rating that was found goes on here
    if (state.phase === "found") channel?.postMessage({ type: "whose?" });
  }

  /** Another page has taken the session with this id; if it is not the one here, this one could not be read there. */
  function moved(session_id) {
    dispatch({ type: "moved", t: pageTime(), unread: session_id !== state.session_id });
  }

  /** One session at a time: other pages leave it to this one, which goes on with a session, or begins one. */
  const take = (session_id) => channel?.postMessage({ type: "taken", session_id });

  /** What another timer of the log says, here or in another window: a session is had by one of them. */
  function hear({ data }) {
    if (data.type === "taken") (checkClock(), moved(data.session_id));
    else if (data.type === "whose?") isUnderWay(state) && channel.postMessage({ type: "mine" });
    else if (state.phase === "found") dispatch({ type: "elsewhere", t: pageTime() });
  }

  /** What the log has otherwise than this page, as after a change in the editor, is shown as the log has it. */
  function answered(message) {
    const news = keep.answered(message);
    if (Object.values(news).some((rows) => Object.keys(rows).length)) act("in-log", null, news);
  }

  function choose(name, value, event) {
    if (name === "plan") keep.setPlan(value, dayOf(pageTime()), settings.plan); // the log's
    else keep.writeSetting(name, value);
    settings = readSettings();
    if (event) signals.wake(settings);
    if (name === "knocks" && value) ears.ask();
    run();
    show();
  }

  /** The microphone heard something that may be one of two knocks. */
  function struck(onset) {
    if (signals.spokeAt(onset.at)) return; // that is the timer's own voice
    checkClock();
    const first = pairs.add({ ...onset, at: pageTime(onset.at) }, cues);
    if (first !== null) act("knocks", null, { first }, Math.min(performance.now(), onset.at + UNDERSTOOD_AFTER_MS));
  }

  /** Ring by a timeout, which a hidden tab has too; draw by frames. A timer without a view does not run on. */
  function run() {
    clearTimeout(alarm);
    cancelAnimationFrame(frame);
    cues = views.size ? cuesAhead(state, settings) : [];
    signals.play(cues, pageTime(0), settings);
    screen.keepOn(Boolean(views.size) && isUnderWay(state));
    button.keep(views.size && settings.headset && isUnderWay(state) && !isRating(state) ? title() : null);
    ears.listen(Boolean(views.size && settings.knocks && state.phase === "hold"));
    const now = due(cues, pageTime());
    signals.say(now, settings);
    signals.feel(now, settings);
    if (!views.size) return;
    if (state.phase === "day" && !isLively()) alarm = setTimeout(() => (run(), show()), 1000); // it may end while it is open
    if (state.phase === "ready" && !isLively()) alarm = setTimeout(turn, MINUTE_MS);
    if (!isLively() && !isTimed(state)) return;
    const next = cues.find(({ at }) => at > pageTime())?.at ?? Infinity;
    const wait = Math.min(next, deadline(state) ?? Infinity) - pageTime();
    alarm = setTimeout(tick, Math.min(1000, Math.max(0, Math.ceil(wait))));
    if (isLively()) frame = requestAnimationFrame(drawFrame);
  }

  /** The first page says what is done today: at midnight it is another day. */
  function turn() {
    checkClock();
    run();
    if (dayOf(pageTime()) !== dayShown) show();
  }

  /** What a lock screen shows. */
  function title() {
    const [head, line] = headline(state, settings, pageTime());
    return isCounting(state) ? `${head}: ${line.toLowerCase()}` : head;
  }

  function tick() {
    act("tick");
    run();
  }

  function drawFrame() {
    const t = pageTime();
    if (isCounting(state) && t >= deadline(state)) return tick();
    draw(t);
    if (isLively()) frame = requestAnimationFrame(drawFrame);
  }

  function draw(t) {
    [...views].forEach((view, i) => view.draw(state, settings, t, cues, i === 0));
  }

  /** What waits for the log has changed, which the day's sessions are counted with. */
  function shownAnew() {
    settings = readSettings();
    show();
  }

  function show() {
    const t = pageTime();
    dayShown = dayOf(t);
    const lacks = [...signals.lacks(settings), ...screen.lacks(), ...button.lacks(settings), ...ears.lacks(settings)];
    for (const view of views) view.update(state, keep.status(), lacks, settings, t, ears);
    draw(t);
  }

  /**
   * A session that was left behind is shown, when the first view is and before one is started. Unseen, as on each page
   * of a kernel, none is taken.
   */
  function come() {
    const isLate = isCounting(state) && pageTime() - state.seen > SEEN_MS;
    if (!isLate && (state.phase !== "ready" || !keep.readSession())) return;
    findSession();
  }

  function addView(view) {
    if (!views.size) come();
    views.add(view);
    run();
    show();
    return () => {
      views.delete(view);
      run();
    };
  }

  model.on("msg:custom", (message) => message.type === "answered" && answered(message));
  for (const name of SHOWN) model.on(`change:${name}`, () => ((settings = readSettings()), run(), show()));
  checkClock();
  const stored = (event) => {
    keep.storageChanged(event);
    settings = readSettings();
    const taken = keep.takenBy();
    taken ? (checkClock(), moved(taken.session_id)) : show();
  };
  addEventListener("storage", stored);
  keep.hello();
  return {
    act,
    keep,
    choose,
    addView,
    close() {
      removeEventListener("storage", stored);
      clearTimeout(alarm);
      cancelAnimationFrame(frame);
      channel?.close();
      keep.close();
      signals.close();
      screen.close();
      button.close();
      ears.close();
    },
  };
}

/** One session at a time: a timer that takes it says so to the others of this log, here and in other windows. */
function openChannel(name, hear) {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = hear;
    return channel;
  } catch {
    return null; // a sandboxed page has none
  }
}
