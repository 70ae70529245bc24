// The widget: one session for each model, and a view of it for each output cell that shows it.
import { openSession } from "./session.js";
import { sayReplaced } from "./view/replaced.js";
import { buildView } from "./view/view.js";

export default () => {
  let session;
  return {
    initialize({ model }) {
      session = openSession(model);
      return session.close;
    },
    render({ model, el }) {
      const view = buildView(el, session);
      const leave = session.addView(view);
      const replaced = ({ type }) => type === "replaced" && sayReplaced(el);
      model.on("msg:custom", replaced);
      return () => (model.off("msg:custom", replaced), leave(), view.remove());
    },
  };
};
