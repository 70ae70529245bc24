"""The logs of which charts are drawn in tests, and where the words of a chart stand."""

import itertools

import numpy as np
from diaries import diary, holds
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

import hiplog

PLOTS = [
    hiplog.plot_progress,
    hiplog.plot_balance,
    hiplog.plot_hold_probability,
    hiplog.plot_practice,
    hiplog.plot_pain,
]


OVER_DAYS = [hiplog.plot_progress, hiplog.plot_balance, hiplog.plot_pain]


LOGS = {
    "one hold": holds(("2026-03-04T07:00", "left", 65.0, "let_go")),
    "six holds": diary(3),
    "two months": diary(60),
    "a gap of months": diary(300, pause=range(90, 200)),
    "one side": diary(40, sides=("left",)),
    "all capped": diary(40, typical_s=(300, 300)),
    "no target": diary(40, target_s=np.nan).assign(ended="let_go"),
    "two years": diary(730, growth_s=0.05),
    "three a day": diary(30, a_day=3),
    "a changed target": diary(60).assign(target_s=lambda held: 120.0 - 30 * (held.index < 60)),
    "an example": hiplog.example(),
}


def collisions_and_escapes(figure):
    """Return the texts of a figure, as drawn, that overlap another one or leave the figure."""
    boxes = drawn_texts(figure)
    pairs = itertools.combinations(boxes.items(), 2)
    collisions = [(one, other) for (one, a), (other, b) in pairs if a.padded(-0.6).overlaps(b.padded(-0.6))]
    page = figure.bbox.padded(1)
    return collisions + [text for text, box in boxes.items() if page.count_contains(box.corners()) < 4]


def drawn_texts(figure):
    """Return where each text of a figure stands when drawn, in pixels, by what it says, but for the stamp."""
    FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    off = {id(label) for ax in figure.axes for axis in (ax.xaxis, ax.yaxis) for label in labels_beyond(axis)}
    texts = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text()]
    shown = [text for text in texts if id(text) not in off and text.get_gid() != "stamp"]
    boxes = [(text, text.get_window_extent(renderer)) for text in shown]
    return {f"{text.get_text()} at {box.x0:.0f}, {box.y0:.0f}": box for text, box in boxes}


def labels_beyond(axis):
    """Return the labels of ticks beyond the limits of their axis; matplotlib keeps them and does not draw them."""
    low, high = sorted(axis.get_view_interval())
    return [tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]
