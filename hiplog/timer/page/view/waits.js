// What waits for the person: a log that lacks what was in it, holds that the log refused, what was said of holds that
// were taken out of it elsewhere, holds for this log in another place, what was set aside.
import { draftOf, idOf, mended } from "../logic/records.js";
import { asideWords, elsewhereWords, lacksWords, refusedWords } from "../logic/saved.js";
import { mendRow } from "./forms.js";
import { button, node } from "./nodes.js";

/** A list of what waits; `keep` is what it is done with. */
export function waitingList(keep) {
  const root = node("div", "hiplog-waits");
  let shown = "";

  function show({ lacks, refused, elsewhere, setAside }, limits) {
    const what = JSON.stringify([lacks, refused, elsewhere, setAside]);
    if (what === shown) return; // a button must not be made anew while it is pressed
    shown = what;
    root.replaceChildren(
      ...(lacks ? [row(lacksWords(lacks), small("Go on with this log", keep.acceptOlder))] : []),
      ...refused.map((each) => refusedRow(keep, each, limits)),
      ...elsewhere.map((each) => elsewhereRow(keep, each)),
      ...(setAside ? [row(asideWords(setAside), small("Forget", keep.dropAside))] : []));
  }
  return { root, show };
}

const small = (name, press) => button(name, press, "hiplog-button hiplog-small");
const row = (words, ...controls) => node("div", "hiplog-wait", {}, node("p", "", {}, words), ...controls);

function refusedRow(keep, { record, reason }, limits) {
  const id = idOf(record);
  const discard = small("Discard", () => keep.amend(id, null));
  if (reason === null) return row(refusedWords({ record, reason }), small("Try again", keep.again), discard);
  if (record.day) return row(refusedWords({ record, reason }), discard);
  const [draft] = draftOf([record]);
  const mend = mendRow((values) => {
    const [next] = mended([record], [{ ...draft, ...values }]);
    keep.amend(id, next.removed ? null : next);
  }, limits, { dropName: "Discard", isShort: false });
  mend.show(draft, "", record.hold.target_s);
  return row(refusedWords({ record, reason }), mend.root);
}

function elsewhereRow(keep, each) {
  return row(elsewhereWords(each),
    small("Put into this log", () => keep.adopt(each.place)), small("Discard them", () => keep.drop(each.place)));
}
