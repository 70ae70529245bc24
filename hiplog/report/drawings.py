"""The charts of a report, as drawings that scale."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import FillBetweenPolyCollection
from matplotlib.transforms import Bbox

from hiplog.charts import plot_balance, plot_pain, plot_progress
from hiplog.charts.parts.days import show_last
from hiplog.charts.parts.key import in_words
from hiplog.charts.parts.looks import marks
from hiplog.charts.pictures import as_sentences, on_a_figure
from hiplog.charts.practice import plot_practice_from
from hiplog.measures.holds.selection import Chosen
from hiplog.report.document import STYLE, Chart
from hiplog.report.span import Span
from hiplog.schema import Diary, is_example

# As wide as a telephone, or as half a page of A4, so that letters keep their size; as high as the first page of a
# printed HTML surely has room for (a PDF takes what it has left), which is less where it tells what changed: then
# they say less in words, and are lower where that takes more than a few lines.
WIDE, HIGH, LOW = 3.54, 1.47, 0.66
_FEW, _LINE = 14, 0.115  # lines beside which charts are as high as that, and what each more takes of it
_SHORTER = 3  # lines that charts leave to others where they say less in words
_NAMES = ("In the charts of holds", "Of sides", "Of pain", "Of practice")
_WHOLE = (0.005, 0.01, 0.99, 0.98)  # of a figure: the axes shrink from that by what their words need


def charts(
    held: pd.DataFrame,
    exercise: str,
    plan: int | None,
    diary: Diary,
    span: Span,
    *,
    lines: int,
    in_short: bool = False,
) -> tuple[Chart | str, ...]:
    """Return the charts of a span, what is drawn of a day being what the whole log tells of it, and their key.

    They leave room for so many lines of key figures and of what changed; `in_short` their own words are fewer.
    """
    shown = Diary(diary.days, diary.plans, span.of(diary.marks))
    of = {"exercise": exercise, "diary": shown, "inches": (WIDE, height_beside(lines - _SHORTER * in_short))}
    practised = partial(plot_practice_from, span.first, plan=plan)
    drawn = (
        _chart("How long each side holds", plot_progress, held, span, of, in_short=in_short),
        _chart("Side against side", plot_balance, held, span, of, in_short=in_short),
        _chart("Pain", plot_pain, held, span, of, in_short=in_short),
        _chart("Practice", practised, held, span, of, in_short=in_short),
    )
    told, said = set[str](), []
    for name, (_, entries) in zip(_NAMES, drawn, strict=True):  # one mark may be two things in two charts
        said.append(in_words([entry for entry in entries if entry.get_label() not in told], name))
        told |= {str(entry.get_label()) for entry in entries}
    key = " ".join(filter(None, said))
    return (*(chart for chart, _ in drawn), *filter(None, [key]))


def height_beside(lines: int) -> float:
    """Return the inches of a chart's height beside so many lines of key figures and of what changed."""
    return max(LOW, HIGH - _LINE * max(0, lines - _FEW))


def _chart(
    title: str,
    plot: Callable[..., Axes],
    held: pd.DataFrame,
    span: Span,
    given: dict[str, Any],
    *,
    in_short: bool,
) -> tuple[Chart, list[Artist]]:
    """Return a chart, and the entries of its key, which a drawing as small as this has no room for."""
    with rc_context(STYLE):
        figure = on_a_figure(plot, Chosen(held), layout=None, **given)
        (ax,) = figure.axes
        layout = ax.get_axes_locator()
        ax.set_title("")  # it stands above the drawing, as text that breaks where the page does
        ax.set_position(_WHOLE)
        is_of_days = show_last(ax, span.last + pd.Timedelta(days=1), (span.last - span.first).days + 1)
        if is_of_days:
            _leave_out_marks_outside(ax)
        key = layout.take_key(ax)
        if is_of_days:
            figure.draw_without_rendering()  # for what is in sight tells how high the axes are
            _cut_bands(ax)
    whose = ", example data" if is_example(held) else ""
    above = layout.head.findings if in_short else layout.found  # the figures have the ranges
    words = as_sentences([*layout.found, layout.inside])
    return Chart(title + whose, as_sentences(above), words, figure), key


def _leave_out_marks_outside(ax: Axes) -> None:
    """Leave out the marks beyond the edges, for not all that shows an SVG cuts them off; draw fewer larger."""
    first, last = ax.get_xlim()
    for line in ax.lines:
        if line.get_linestyle() == "None":
            days, heights = (np.asarray(part) for part in line.get_data(orig=False))
            inside = (days >= first) & (days <= last)
            many, few = marks(len(days)), marks(int(inside.sum()))
            larger, clearer = (few[name] / many[name] for name in ("markersize", "alpha"))
            line.set(data=(days[inside], heights[inside]), markersize=larger * line.get_markersize())
            line.set_rasterized(few["rasterized"])
            line.set_alpha(min(1.0, clearer * (1.0 if line.get_alpha() is None else line.get_alpha())))


def _cut_bands(ax: Axes) -> None:
    """Cut the bands off at the edges, for the same reason: of one that is whole the PDF takes no clip path."""
    (first, last), (low, high) = ax.get_xlim(), ax.get_ylim()
    inside = Bbox.from_extents(first, low, last, high)
    for band in ax.collections:
        if isinstance(band, FillBetweenPolyCollection):
            band.set_verts([part for path in band.get_paths() for part in path.clip_to_bbox(inside).to_polygons()])
