// When the last hold on a page ended, for a test that presses no sooner than a person who has seen that:
// `settlesIn()` gives the milliseconds until a press is taken for one of what comes after the hold.
(() => {
  const SECOND_TAP_MS = 1000;
  let ended = -Infinity;
  const isEnd = ({ oldValue, target }) => oldValue === "hold" && target.dataset.phase !== "hold";
  new MutationObserver((changes) => changes.some(isEnd) && (ended = performance.now())).observe(document, {
    subtree: true, attributeFilter: ["data-phase"], attributeOldValue: true,
  });
  window.settlesIn = () => Math.max(0, SECOND_TAP_MS - (performance.now() - ended));
})();
