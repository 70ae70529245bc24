// Onsets: when something was struck, in what a microphone hears. Pure: samples in, onsets out. The class is all of it,
// so that its text alone can be loaded beside the page's thread, as a browser wants it there.

/**
 * Finds what rises at once and soon dies away, as a knock or a clap does and a voice seldom does. In each of a few bands
 * of frequency the level of a few milliseconds is compared with the loudest of a second and a half before it, which is
 * the floor, and with what is heard after it. All is in decibels: a mean over the bands, in which what is lower counts
 * for 0.
 */
export class Onsets {
  static BANDS = [[90, 350], [350, 1100], [1100, 3000], [3000, 7500]]; // hertz
  static HOPS_PER_S = 400; // levels are of so short a time, and all of these are numbers of them
  static STRIKE = [0, 6]; // in which it is loudest, from its first on
  static STEEPEST = [1, 2, 3, 4]; // after a hop at which it rises, that may be where it rises most
  static JUST_BEFORE = [-16, -1];
  static BEFORE = [-600, -2];
  static SOON = [24, 40];
  static AFTER = [100, 180]; // when a room has had the time to fall silent
  static QUIETEST_DB = -90; // what is softer is no sound
  static RISE_DB = 3.5;
  static FALL_DB = 1.2;
  static ONE = 24; // hops in which there is one onset

  heard = 0; // samples
  // Of the last hops, the newest last: decibels of each band. What was before the first is taken for loud.
  #levels = Array.from({ length: -Onsets.BEFORE[0] }, () => Onsets.BANDS.map(() => 0));
  #last = -Infinity; // the hop of the last onset
  #hop;
  #filters;

  constructor(rate) {
    this.#hop = Math.round(rate / Onsets.HOPS_PER_S);
    this.#filters = Onsets.BANDS.map((band) => Onsets.#filter(band, rate));
  }

  /** Hear more samples; return the onsets that they have made known, with `at` in samples since the first. */
  hear(samples) {
    const found = [];
    for (const sample of samples) {
      for (const filter of this.#filters) Onsets.#pass(filter, sample);
      this.heard += 1;
      if (this.heard % this.#hop === 0) found.push(...this.#endHop());
    }
    return found;
  }

  /** A bandpass of second order: R. Bristow-Johnson, Cookbook formulae for audio equalizer biquad filter coefficients. */
  static #filter([low, high], rate) {
    const middle = Math.sqrt(low * high);
    const w = (2 * Math.PI * middle) / rate;
    const alpha = (Math.sin(w) * (high - low)) / (2 * middle);
    const [a1, a2, b] = [-2 * Math.cos(w), 1 - alpha, alpha].map((each) => each / (1 + alpha));
    return { a1, a2, b, x1: 0, x2: 0, y1: 0, y2: 0, energy: 0 };
  }

  static #pass(filter, x) {
    const y = filter.b * (x - filter.x2) - filter.a1 * filter.y1 - filter.a2 * filter.y2;
    filter.x2 = filter.x1;
    filter.x1 = x;
    filter.y2 = filter.y1;
    filter.y1 = y;
    filter.energy += y * y;
  }

  #endHop() {
    this.#levels.push(this.#filters.map((filter) => {
      const level = 10 * Math.log10(filter.energy / this.#hop);
      filter.energy = 0;
      return Math.max(Onsets.QUIETEST_DB, level);
    }));
    const { BEFORE, AFTER, ONE } = Onsets;
    if (this.#levels.length <= AFTER[1] - BEFORE[0]) return [];
    const onset = this.#onset(-BEFORE[0]); // of the hop that can be judged by now
    this.#levels.shift();
    const hop = this.heard / this.#hop - AFTER[1];
    if (!onset || hop - this.#last < ONE) return [];
    this.#last = hop;
    return [{ at: hop * this.#hop, ...onset }];
  }

  /** What began at a hop, or null: the levels of its bands, and how far it is above all `before` it and all `after`. */
  #onset(i) {
    const { STRIKE, STEEPEST, BEFORE, SOON, AFTER, RISE_DB, FALL_DB } = Onsets;
    const rise = this.#rise(i);
    if (rise < RISE_DB || STEEPEST.some((hops) => this.#rise(i + hops) > rise)) return null;
    const levels = this.#over(i, STRIKE, Onsets.#most);
    const above = (span, reckon) => Onsets.#above(levels, this.#over(i, span, reckon));
    if (above(SOON, Onsets.#mean) < FALL_DB) return null;
    return { levels, before: above(BEFORE, Onsets.#most), after: above(AFTER, Onsets.#most) };
  }

  #rise(i) {
    return Onsets.#above(this.#over(i, [0, 1], Onsets.#most), this.#over(i, Onsets.JUST_BEFORE, Onsets.#most));
  }

  /** What the levels of each band come to in a span of hops from `i` on. */
  #over(i, [from, to], reckon) {
    const hops = this.#levels.slice(i + from, i + to + 1);
    return this.#filters.map((_, band) => reckon(hops.map((levels) => levels[band])));
  }

  static #most = (levels) => Math.max(...levels);
  static #mean = (levels) => levels.reduce((sum, level) => sum + level) / levels.length;

  static #above(levels, others) {
    return Onsets.#mean(levels.map((level, band) => Math.max(0, level - others[band])));
  }
}
