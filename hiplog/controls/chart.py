"""A chart with a choice of exercise and span."""

import io
import math
from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from hiplog.charts.days import DayLocator
from hiplog.exercise import EXERCISES

_SPANS = [("everything", math.inf), ("the last year", 365), ("the last 12 weeks", 84), ("the last 4 weeks", 28)]
_INCHES = (9.5, 4.8)
_DPI = 144  # sharp on a dense screen, shown at the width of the cell


def explore(plot: Callable[..., Axes], holds: pd.DataFrame) -> widgets.Widget:
    """Show a chart with a choice of exercise and span; it is drawn again in place when a choice changes.

    A span only moves the left edge of the chart: what is drawn of a day does not depend on how much is shown.

    Parameters
    ----------
    plot : function
        One of the `plot_*` functions.
    holds : DataFrame
        As `Log.holds` gives them.
    """
    present = [name for name in EXERCISES if holds["exercise"].eq(name).any()] or list(EXERCISES)[:1]
    exercise = widgets.Dropdown(
        options=[(EXERCISES[name].title, name) for name in present], description="Exercise"
    )
    span = widgets.Dropdown(options=_SPANS, description="Show")
    # One image whose bytes change, not an output that is cleared: nothing flickers, nothing jumps.
    picture = widgets.Image(format="png", layout=widgets.Layout(width="100%", max_width="960px"))

    def draw(_change: dict | None = None) -> None:
        figure = _drawn(plot, holds, exercise.value, span.value)
        picture.value = _png(figure)
        exercise.layout.display = "" if len(present) > 1 else "none"
        span.layout.display = "" if _is_of_days(figure) else "none"

    for choice in (exercise, span):
        choice.observe(draw, names="value")
    draw()
    return widgets.VBox([widgets.HBox([exercise, span]), picture])


def _drawn(plot: Callable[..., Axes], holds: pd.DataFrame, exercise: str, days: float) -> Figure:
    # No pyplot: a widget's handlers run in another thread, and pyplot's state belongs to the first one.
    figure = Figure(figsize=_INCHES, layout="constrained")
    FigureCanvasAgg(figure)
    ax = plot(holds, exercise=exercise, ax=figure.subplots())
    if _is_of_days(figure):
        first, last = ax.get_xlim()
        ax.set_xlim(max(first, last - days), last)
    return figure


def _is_of_days(figure: Figure) -> bool:
    return isinstance(figure.axes[0].xaxis.get_major_locator(), DayLocator)


def _png(figure: Figure) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=_DPI)
    return stream.getvalue()
