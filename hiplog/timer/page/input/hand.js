// A button in the hand: a presenter's clicker, a pedal, a page turner or a camera's remote sends keys, like a keyboard.
// What most of them send is the timer's while it counts and has the keys; one that a person has chosen is so also where
// another part of the page has them, but not where one types.
const USUAL = ["PageDown", "PageUp", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", ".", "b"];
const NEVER = ["Escape", "Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process", "Unidentified"];
const TYPED_IN = "input, textarea, select, [contenteditable], .cm-editor";

/** The key of an event, as it is remembered. */
export const keyOf = ({ key }) => (key.length === 1 ? key.toLowerCase() : key);

/** Whether a key can be chosen as the button in the hand. */
export const canBeChosen = (key) => !NEVER.includes(key);

/** Whether a key that went down at `target` is the button in the hand; `isNear`: where the timer has the keys. */
export function isHandKey(event, target, isNear, chosen) {
  const key = keyOf(event);
  if (target.closest?.(TYPED_IN)) return false;
  if ([" ", "Enter"].includes(key) && target.closest?.("button, a")) return false; // it presses that
  return key === chosen || (isNear && USUAL.includes(key));
}

/** A key in words: "Page Down", "Volume Up". */
export const keyWords = (key) =>
  key === " " ? "Space" : key.replace(/^Audio/, "").replace(/([a-z])([A-Z])/g, "$1 $2");

// What sends which keys, and where they are the timer's: said in the settings.
export const DEVICES = [
  ["Clicker, page turner, pedal", "Page Down, Page Up, arrows, “.”, b", "while you use nothing else on this page"],
  ["Headset", "play and pause", "if ticked in the settings; what else plays may stop meanwhile"],
  ["The button you choose", "any, also Enter, F5 or volume, where the browser passes it", "wherever you do not type"],
];
