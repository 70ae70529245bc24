// A blank page's stand-in for JupyterLab: a model as anywidget gives one, with a Python behind it that answers,
// is silent, or fails, as a test says.
import makeTimer from "/timer.js";

class Model {
  constructor(traits, python) {
    Object.assign(this, { traits, python, handlers: {}, sent: [], answers: [] });
  }
  get(name) {
    return this.traits[name];
  }
  on(name, handler) {
    (this.handlers[name] ??= []).push(handler);
  }
  off(name, handler) {
    this.handlers[name] = this.handlers[name].filter((each) => each !== handler);
  }
  fire(name, value) {
    for (const handler of this.handlers[name] ?? []) handler(value);
  }
  set(name, value) {
    this.traits[name] = value;
    this.fire(`change:${name}`);
  }
  send(message) {
    const copy = structuredClone(message);
    this.sent.push(copy);
    if (this.python === "dead") throw new Error("Kernel is dead");
    if (this.python !== "silent") queueMicrotask(() => this.answer(copy));
  }
  answer({ page, request, records }) {
    const ids = Object.keys(records);
    const [what, reason] = this.python.split(/: (.*)/s);
    const refused = what === "refuses" ? Object.fromEntries(ids.map((id) => [id, reason])) : {};
    const kept = what === "answers" || what === "silent" ? ids : [];
    const error = what === "fails" ? reason : null;
    const differs = this.differs ?? {}; // what a test says that the editor changed
    this.answers.push({ type: "answered", page, request, kept, gone: [], refused, differs, error });
    this.fire("msg:custom", this.answers.at(-1));
  }
}

/** Open a timer as a cell does, `views` times shown; `python` is "answers", "silent", "dead", or what it
 * says: "fails: why" of a log out of reach, "refuses: why" of each record. */
window.openTimer = async (traits, { python = "answers", views = 1 } = {}) => {
  const widget = makeTimer();
  const model = new Model(traits, python);
  const close = await widget.initialize({ model });
  const timer = { model, close, removeView: [] };
  timer.addView = async () => {
    const el = document.body.appendChild(document.createElement("div"));
    el.className = "view";
    const remove = await widget.render({ model, el });
    timer.removeView.push(() => (remove(), el.remove()));
  };
  for (let i = 0; i < views; i += 1) await timer.addView();
  window.timers = [...(window.timers ?? []), timer];
  window.model = model;
};
window.ready = true;
