// Room: how high a timer may be, so that the whole of it is on the screen. What lies around it (bars of a notebook, the
// text above) differs from page to page, so it is measured, and again whenever the window changes.

const SCROLLS = ".jp-WindowedPanel-outer, #rendered_cells"; // what scrolls in a notebook, and in Voila's page
const LEAD = 200; // a timer that begins this near to the top is to fit below what stands there
const EDGE = 12; // left free below it, so that its end is seen
const LEAST = 440;

/** The pixels there are for an element that begins `top` px below the beginning of what scrolls, which shows `height`. */
export const roomFor = (height, top) => Math.max(LEAST, Math.floor(height - (top <= LEAD ? top : 0) - EDGE));

/** Keep the height of `root` to what the page has room for, until `signal` says that it is gone. */
export function keepToRoom(root, signal) {
  const sizes = new ResizeObserver(fit);
  let around = null;

  function fit() {
    const page = document.documentElement;
    const now = root.closest(SCROLLS) ?? page; // not known before the output is put into its page
    if (now !== around) sizes.observe((around = now));
    const begin = now === page ? -page.scrollTop : now.getBoundingClientRect().top - now.scrollTop;
    root.style.setProperty("--hiplog-high", `${roomFor(now.clientHeight, root.getBoundingClientRect().top - begin)}px`);
  }

  sizes.observe(root);
  signal.addEventListener("abort", () => sizes.disconnect());
}
