// What stays of a view whose timer was replaced by another of its log, as when its cell is run in a second tab.
import { node } from "./nodes.js";

const GOES_ON = "Your timer goes on where it was opened last, in another tab or cell. To have it here, run this cell.";

/** Say where the timer goes on: JupyterLab takes away a closed timer's view, and hides the output that held it. */
export function sayReplaced(el) {
  if (!el.isConnected) return; // the cell was run again here, and shows the new one
  const words = node("p", "hiplog-replaced", {}, GOES_ON);
  words.setAttribute("role", "status");
  (el.closest(".jp-OutputArea-output") ?? el).after(words);
}
