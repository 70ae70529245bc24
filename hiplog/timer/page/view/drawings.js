// Line drawings of the positions: each shape is points along its outline, drawn as one smooth line of one weight.
// All are drawn for the right side, in a box of 360 by 220 with the floor at 206. A shape hides what is behind it, so
// the order counts: lying on the back, one stays as one lies for the left side, and its leg is the farther one (`far`:
// the shapes from back to front). Where one turns over, the left is the mirror image, its letter unmirrored.
const DRAWING_WIDTH = 360;
const DRAWING_HEIGHT = 220;
const DRAWING_INKS = {
  floor: { stroke: "currentColor", fill: "none" },
  body: { stroke: "currentColor", fill: "var(--hiplog-paper, Canvas)" },
  leg: {
    stroke: "var(--hiplog-hold, currentColor)",
    fill: "color-mix(in srgb, var(--hiplog-hold, currentColor) var(--hiplog-leg, 40%), var(--hiplog-paper, Canvas))",
  },
  belt: { stroke: "currentColor", fill: "none" },
  arrow: { stroke: "var(--hiplog-hold, currentColor)", fill: "none" },
};

const LYING_ON_THE_BACK =
  "24,187 28,174 38,166 45,164 49,159 52,164 59,165 65,168 68,175 76,174 88,164 106,159 126,163 148,170 170,168 " +
  "190,174 204,190 200,203 184,206 160,203 136,205 104,206 86,205 72,200 62,200 52,205 38,206 28,200";
const ARM_AT_REST =
  "86,188 93,179 106,181 138,187 168,190 188,192 204,191 214,196 212,202 198,203 176,203 148,205 116,202 92,198";

const DRAWINGS = {
  hip_balance: {
    words: (side, other) =>
      `Lying on the back, ${side} ankle on the ${other} knee, ${other} calf parallel to the floor. ` +
      `The ${side} knee presses towards the toes, the ${other} knee towards the head.`,
    letter: [162, 92],
    far: [2, 1, 0, 3, 4, 5, 6],
    shapes: [
      // the other leg, its calf parallel to the floor; the trunk; the crossed leg, its ankle on the other knee
      ["body", "168,176 199,146 228,119 240,113 252,116 272,118 298,121 310,117 315,105 320,91 326,87 331,92 " +
        "330,110 329,127 327,136 319,139 306,136 282,143 264,143 252,140 238,156 218,184 200,204 176,200"],
      ["body", LYING_ON_THE_BACK],
      ["leg", "162,188 155,168 148,146 144,126 148,112 160,106 174,107 192,107 210,106 224,105 235,98 245,87 " +
        "253,79 259,83 257,93 249,107 241,118 233,125 223,124 211,127 196,132 184,131 175,135 179,148 190,166 " +
        "203,184 200,198 180,202 166,198"],
      ["body", ARM_AT_REST],
      ["floor", "14,206 346,206"],
      ["arrow", "98,124 128,124 119,115 128,124 119,133"],
      ["arrow", "298,164 268,164 277,155 268,164 277,173"],
    ],
  },
  hamstring_stretch: {
    words: (side, other) =>
      `Lying on the back, ${side} leg raised straight, held with a belt round the foot; ` +
      `the ${other} leg lies on the floor.`,
    letter: [280, 84],
    far: [2, 1, 0, 3, 4, 5],
    shapes: [
      // the lying leg; the trunk; the raised leg, and the belt from its foot to the hand; the arm
      ["body", "176,170 208,172 240,178 256,178 270,182 292,187 312,190 322,187 327,174 332,160 338,156 343,161 " +
        "342,180 341,198 335,205 324,203 310,204 292,205 272,205 258,203 240,204 220,205 196,205 176,198"],
      ["body", LYING_ON_THE_BACK],
      ["leg", "169,168 173,158 179,146 190,127 199,111 206,98 215,81 224,63 227,51 224,42 212,31 206,24 208,18 " +
        "214,18 232,26 248,33 252,40 247,49 240,61 237,77 234,93 230,104 223,116 218,134 213,155 208,175 " +
        "206,188 205,196 200,203 190,206"],
      ["belt", "152,142 217,23"],
      ["body", "86,186 94,177 106,179 124,183 134,180 140,164 145,150 143,142 148,136 156,138 158,147 154,160 " +
        "150,180 146,196 136,202 116,202 92,197"],
      ["floor", "14,206 346,206"],
    ],
  },
  quad_stretch: {
    words: (side, other) =>
      `Lying on the ${other} side, seen from above, ${side} knee bent, heel towards the seat, ` +
      `the ${side} hand at the foot.`,
    letter: [60, 84],
    shapes: [
      // the mat; the lower leg; the lower arm, under the cheek; the trunk; the bent leg; the upper arm
      ["floor", "8,14 352,14 352,194 8,194 8,14"],
      ["body", "184,118 150,123 122,137 110,140 100,137 80,131 62,127 49,126 41,133 36,148 33,163 27,167 " +
        "22,162 24,146 26,128 29,117 37,113 49,115 70,111 90,112 102,114 112,112 140,108 174,108"],
      ["body", "262,130 263,150 268,168 276,175 286,171 302,161 316,153 322,147 317,141 307,144 294,151 " +
        "282,158 278,146 276,130"],
      ["body", "336,116 332,129 322,137 315,139 311,144 308,139 301,138 295,135 292,128 284,129 272,137 " +
        "254,142 234,139 212,134 190,135 172,131 162,118 162,102 170,92 180,89 192,91 212,97 232,96 256,91 " +
        "274,92 286,99 298,100 308,96 322,96 332,102"],
      ["leg", "188,135 154,132 128,130 104,128 92,124 86,114 92,104 108,92 128,80 146,68 154,60 157,48 159,34 " +
        "164,29 169,33 170,48 170,62 173,74 170,81 158,85 142,92 128,102 142,101 156,97 166,92 176,89"],
      ["body", "276,118 280,106 272,98 258,94 238,82 218,70 200,62 182,57 170,52 158,50 150,54 151,62 160,66 " +
        "174,68 192,74 212,84 232,98 250,112 262,120"],
    ],
  },
};

const drawnPoints = (text) => text.split(" ").map((point) => point.split(",").map(Number));
const mirroredPoint = ([x, y]) => [DRAWING_WIDTH - x, y];
const placedPoint = (point) => point.map((v) => Math.round(v * 10) / 10).join(" ");

/** A smooth line through all points (Catmull-Rom), as an SVG path. */
function smoothPath(points, closed) {
  const last = points.length - 1;
  const at = (i) => (closed ? points.at(i % points.length) : points[Math.min(Math.max(i, 0), last)]);
  const handle = (i, sign) => at(i).map((v, axis) => v + (sign * (at(i + 1)[axis] - at(i - 1)[axis])) / 6);
  const ends = Array.from({ length: closed ? last + 1 : last }, (_, i) => i + 1);
  const line = ends.map((i) => `C${[handle(i - 1, 1), handle(i, -1), at(i)].map(placedPoint).join(" ")}`);
  return `M${placedPoint(points[0])}${line.join("")}${closed ? "Z" : ""}`;
}

/** A body is one closed line; a leg is open where it joins the body; anything else is straight. */
function drawnPath(ink, points) {
  if (ink === "body" || ink === "leg") return smoothPath(points, ink === "body");
  return `M${points.map(placedPoint).join("L")}`;
}

/** What a drawing consists of, without a page: its words, its letter, and the paths from back to front. */
export function drawingOf(exercise, side) {
  const { words, letter, shapes, far } = DRAWINGS[exercise];
  const turn = side === "right" || far ? (point) => point : mirroredPoint;
  const ordered = side === "left" && far ? far.map((i) => shapes[i]) : shapes;
  const [x, y] = turn(letter);
  return {
    words: words(side, side === "right" ? "left" : "right"),
    letter: { x, y, text: side === "right" ? "R" : "L" },
    shapes: ordered.map(([ink, text]) => ({ ink, d: drawnPath(ink, drawnPoints(text).map(turn)) })),
  };
}

/** Draw an exercise for one side, `left` or `right`, as an SVG element of `document`. */
export function drawing(exercise, side, document) {
  const { words, letter, shapes } = drawingOf(exercise, side);
  const make = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = make("svg", {
    class: "hiplog-drawing", viewBox: `0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`, role: "img", "aria-label": words,
    "stroke-width": 5, "stroke-linecap": "round", "stroke-linejoin": "round",
  });
  const text = make("text", {
    x: letter.x, y: letter.y, "text-anchor": "middle", "font-family": "system-ui, sans-serif", "font-size": 40,
    "font-weight": 700, fill: "var(--hiplog-hold, currentColor)",
  });
  text.textContent = letter.text;
  svg.append(...shapes.map(({ ink, d }) => make("path", { "data-ink": ink, d, ...DRAWING_INKS[ink] })), text);
  return svg;
}
