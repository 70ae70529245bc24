// A headset's button, by the Media Session API: play and pause are handed to the page, and let go of a hold. A browser
// gives the button to a page only while an element of it plays, and Firefox only while that is not silence: so a tone
// too low and too soft to be heard is played. What else plays may stop for it, which is why it is off unless chosen,
// and plays only while a session is under way.
const TONE = { hertz: 20, seconds: 10, loudness: 0.01, rate: 8000 };
const BUTTONS = ["play", "pause"];
const NOT_GIVEN = "This browser gives the timer no headset's button.";

/** A low and soft tone as a WAV file that can be repeated without a click. */
export function toneFile({ hertz, seconds, loudness, rate } = TONE) {
  const samples = seconds * rate;
  const view = new DataView(new ArrayBuffer(44 + 2 * samples));
  const text = (at, words) => [...words].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  const number = (at, value) => view.setUint32(at, value, true);
  text(0, "RIFF");
  number(4, 36 + 2 * samples);
  text(8, "WAVEfmt ");
  number(16, 16);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // of one channel
  number(24, rate);
  number(28, 2 * rate);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  number(40, 2 * samples);
  for (let i = 0; i < samples; i += 1) {
    view.setInt16(44 + 2 * i, Math.round(32767 * loudness * Math.sin((2 * Math.PI * hertz * i) / rate)), true);
  }
  return view.buffer;
}

/** Takes the headset's button, and gives it back; `pressed` is called at each press, `changed` when `lacks` changes. */
export function headset(pressed, changed) {
  let element = null;
  let refused = false;

  const media = () => globalThis.navigator.mediaSession ?? null;

  function tell(now) {
    const news = refused !== now;
    refused = now;
    if (news) changed();
  }

  function handle(act) {
    for (const button of BUTTONS) media().setActionHandler(button, act);
  }

  function take() {
    element = Object.assign(new Audio(URL.createObjectURL(new Blob([toneFile()], { type: "audio/wav" }))), { loop: true });
    handle(() => {
      element.play().catch(() => {}); // some have paused it by themselves
      pressed();
    });
    element.play().then(() => tell(false), () => element && tell(true));
  }

  function giveBack() {
    element.pause();
    URL.revokeObjectURL(element.src);
    element.removeAttribute("src");
    element = null;
    handle(null);
    media().metadata = null;
    media().playbackState = "none";
  }

  return {
    /** Have the button, with `title` on the lock screen, or give it back where that is null. To be called in a press. */
    keep(title) {
      if (!media()) return;
      if (title === null) return void (element && giveBack());
      if (!element) take();
      if (media().metadata?.title !== title) media().metadata = new MediaMetadata({ title });
      media().playbackState = "playing";
    },
    lacks: ({ headset }) => (headset && (!media() || refused) ? [NOT_GIVEN] : []),
    close: () => element && giveBack(),
  };
}
