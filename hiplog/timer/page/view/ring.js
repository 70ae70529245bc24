// The ring of a hold: a round line along the edge of the stage, whatever its shape: a circle, or a longer round.

/** The path of a line `inset` px within a field, clockwise from the middle of its top. */
export function ringPath(width, height, inset) {
  const [w, h] = [width, height].map((length) => Math.max(0, length - 2 * inset));
  const r = Math.min(w, h) / 2;
  const corner = (x, y) => `a${r} ${r} 0 0 1 ${x * r} ${y * r}`;
  return `M${width / 2} ${inset}h${w / 2 - r}${corner(1, 1)}v${h - 2 * r}${corner(-1, 1)}h${2 * r - w}` +
    `${corner(-1, -1)}v${2 * r - h}${corner(1, -1)}z`;
}
