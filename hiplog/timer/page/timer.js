// The widget: one session for each model, and a view of it for each output cell that shows it.
import { openSession } from "./session.js";
import { buildView } from "./view/view.js";

export default () => {
  let session;
  return {
    initialize({ model }) {
      session = openSession(model);
      return session.close;
    },
    render({ el }) {
      const view = buildView(el, session);
      const leave = session.addView(view);
      return () => (leave(), view.remove());
    },
  };
};
