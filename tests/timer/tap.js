// Listens to what a page plays: when each sound began on the audio clock, to the sample, whatever the page does.
// An AudioWorklet runs beside the page's main thread. `heard()` gives the beginnings, in ms of the wall clock.
(() => {
  const LISTENER = `registerProcessor("listener", class extends AudioWorkletProcessor {
    constructor() { super(); this.quiet = 1e9; }
    process([[samples]]) {
      for (let i = 0; samples && i < samples.length; i += 1) {
        const loud = Math.abs(samples[i]) > 0.002;
        if (loud && this.quiet > 0.045 * sampleRate) this.port.postMessage((currentFrame + i) / sampleRate);
        this.quiet = loud ? 0 : this.quiet + 1;
      }
      if (!samples) this.quiet += 128;
      return true;
    }
  })`;
  const begun = [];
  const early = []; // what was to sound before the listener was there
  const Real = window.AudioContext;
  const connect = AudioNode.prototype.connect;
  let context = null;
  let listener = null;
  window.AudioContext = class extends Real {
    constructor(options) {
      super(options);
      context = this;
      const address = URL.createObjectURL(new Blob([LISTENER], { type: "text/javascript" }));
      this.audioWorklet.addModule(address).then(() => {
        listener = new AudioWorkletNode(this, "listener");
        listener.port.onmessage = ({ data }) => begun.push(data);
        connect.call(listener, this.destination);
        for (const source of early) connect.call(source, listener);
        window.listening = true;
      });
    }
  };
  AudioNode.prototype.connect = function (target, ...more) {
    if (target === context?.destination && this !== listener) {
      listener ? connect.call(this, listener) : early.push(this);
    }
    return connect.call(this, target, ...more);
  };
  window.heard = () => {
    const { contextTime, performanceTime } = context.getOutputTimestamp();
    return begun.map((time) => performance.timeOrigin + performanceTime + 1000 * (time - contextTime));
  };
  window.blockPage = (ms) => setTimeout(() => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  });
})();
