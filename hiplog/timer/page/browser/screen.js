// The screen: kept on while a session is under way, and filled by the timer when a person asks for it.

const MAY_GO_DARK = "The screen may go dark: this browser does not keep it on.";

/** Keeps the screen on by a wake lock, asked for again when the page is seen again. */
export function screenKeeper(changed) {
  let lock = null;
  let wanted = false;
  let refused = false;

  async function ask() {
    if (!wanted || lock || document.visibilityState !== "visible" || !navigator.wakeLock) return;
    try {
      const given = await navigator.wakeLock.request("screen");
      if (!wanted || lock) return void given.release();
      lock = given;
      lock.addEventListener("release", () => (lock = lock === given ? null : lock));
      tell(false);
    } catch {
      tell(true); // the battery is low, or the page may not
    }
  }

  function tell(now) {
    const news = refused !== now;
    refused = now;
    if (news) changed();
  }

  document.addEventListener("visibilitychange", ask);
  return {
    keepOn(want) {
      wanted = want;
      if (want) return void ask();
      lock?.release();
      lock = null;
    },
    lacks: () => (navigator.wakeLock && !refused ? [] : [MAY_GO_DARK]),
    close() {
      document.removeEventListener("visibilitychange", ask);
      wanted = false;
      lock?.release();
    },
  };
}

export const canFill = () => Boolean(document.fullscreenEnabled);
export const fills = (element) => document.fullscreenElement === element;

/** Fill the screen with an element, or leave that again. */
export function fillScreen(element) {
  const done = fills(element) ? document.exitFullscreen() : element.requestFullscreen();
  done.catch(() => {}); // the browser may refuse: then all stays as it is
}
