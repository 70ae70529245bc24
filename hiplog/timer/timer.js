// The timer of one model: it holds the state, tells it the time, has records kept, and has its views show it.
import { changedRecords, deadline, isCounting, isUnderWay, ready, step } from "./machine.js";
import { browserStorage, keeper, uuid } from "./keep.js";
import { buildView } from "./view.js";

const PARTED_MS = 1000; // the page's clock stands still while the machine sleeps, the wall clock does not
const SEEN_MS = 2000; // a timer out of sight for longer does not go on by itself
const SETTINGS = [
  ...["exercise", "title", "first_side", "target_s", "prepare_s", "switch_s", "plan"],
  ...["steps", "past", "recent", "when_to_stop", "record_not_advice"],
];

function openTimer(model) {
  const keep = keeper(model.get("log_id"), browserStorage(), (message) => model.send(message), show);
  const channel = openChannel(`hiplog:${model.get("log_id")}`, () => act("moved"));
  const views = new Set();
  const readSettings = () => Object.fromEntries(SETTINGS.map((name) => [name, model.get(name)]));
  let state = ready();
  let settings = readSettings();
  let skew = 0; // what the page's clock lacks to the wall clock
  let alarm = null;
  let frame = null;

  const pageTime = (t = performance.now()) => performance.timeOrigin + t + skew;

  /** The wall clock and the page's may part by a jump; a running state is told of it, any other just follows. */
  function checkClock() {
    const by = Date.now() - pageTime();
    if (isCounting(state) && Math.abs(by) <= PARTED_MS) return;
    skew += by;
    if (isCounting(state)) dispatch({ type: "parted", t: pageTime(), by });
  }

  function act(type, event, more) {
    checkClock();
    if (state.phase === "found" && ["resume", "discard"].includes(type)) {
      findSession(); // as it is by now: another window may have gone on with it
      channel?.postMessage("taken");
    }
    if (type === "start") channel?.postMessage("taken");
    const t = pageTime(event?.timeStamp);
    if (type === "start") more = { settings, past: settings.past, ids: { session_id: uuid() } };
    dispatch({ type, t, ...more });
  }

  function dispatch(event) {
    const before = state;
    state = step(before, event, uuid);
    if (state === before) return;
    // Only what was ours to write is ours to delete: another window may have a session under way.
    if (isUnderWay(state)) keep.writeSession(state);
    else if ((isUnderWay(before) || before.phase === "found") && state.phase !== "moved") keep.writeSession(null);
    const changed = changedRecords(before, state);
    if (changed.length) keep.keep(changed);
    run();
    show();
  }

  function findSession() {
    const session = keep.readSession();
    dispatch(session ? { type: "found", t: pageTime(), session } : { type: "moved", t: pageTime() });
  }

  /** Ring by a timeout, which a hidden tab has too; draw by frames. A timer without a view does not run on. */
  function run() {
    clearTimeout(alarm);
    cancelAnimationFrame(frame);
    if (!isCounting(state) || !views.size) return;
    alarm = setTimeout(tick, Math.min(1000, Math.max(0, Math.ceil(deadline(state) - pageTime()))));
    frame = requestAnimationFrame(drawFrame);
  }

  function tick() {
    act("tick");
    run();
  }

  function drawFrame() {
    const t = pageTime();
    if (t >= deadline(state)) return tick();
    [...views].forEach((view, i) => view.draw(state, settings, t, i === 0));
    frame = requestAnimationFrame(drawFrame);
  }

  function show() {
    [...views].forEach((view, i) => view.update(state, keep.status(), settings, pageTime(), i === 0));
  }

  function addView(el) {
    const view = buildView(el, act, keep.again);
    if (!views.size && isCounting(state) && pageTime() - state.seen > SEEN_MS) findSession();
    views.add(view);
    run();
    show();
    return () => {
      views.delete(view);
      view.remove();
      run();
    };
  }

  model.on("msg:custom", (message) => message.type === "answered" && keep.answered(message));
  for (const name of SETTINGS) model.on(`change:${name}`, () => ((settings = readSettings()), show()));
  checkClock();
  const session = keep.readSession();
  if (session) dispatch({ type: "found", t: pageTime(), session });
  keep.hello();
  return {
    addView,
    close() {
      clearTimeout(alarm);
      cancelAnimationFrame(frame);
      channel?.close();
      keep.close();
    },
  };
}

/** One session at a time: a timer that takes it says so to the others of this log, here and in other windows. */
function openChannel(name, taken) {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = taken;
    return channel;
  } catch {
    return null; // a sandboxed page has none
  }
}

export default () => {
  let timer;
  return {
    initialize({ model }) {
      timer = openTimer(model);
      return timer.close;
    },
    render: ({ el }) => timer.addView(el),
  };
};
