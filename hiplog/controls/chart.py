"""A chart with a choice of exercise and span."""

import inspect
import io
import math
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from hiplog import arguments
from hiplog.charts.days import DayLocator
from hiplog.exercise import EXERCISES
from hiplog.interchange import Holds
from hiplog.schema import LogError, conform

_SPANS = [("everything", math.inf), ("the last year", 365), ("the last 12 weeks", 84), ("the last 4 weeks", 28)]
_INCHES = (9.5, 4.8)
_PAGE_INCHES = (11.2, 8.4)  # of `plot_overview`
_DPI = 144  # sharp on a dense screen, shown at the width of the cell


def explore(plot: Callable[..., Any], holds: Holds, **given: Any) -> widgets.Widget:
    """Show a chart with a choice of exercise and span; it is drawn again in place when a choice changes.

    A span only moves the left edge of the chart: what is drawn of a day does not depend on how much is shown.

    Parameters
    ----------
    plot : function
        One of the `plot_*` functions.
    holds : DataFrame or Log
        Holds; see `hiplog.schema`.
    **given
        Further arguments of `plot`, like `plan=2`.

    Raises
    ------
    LogError
        Where `plot` is no such function, an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> chart = hiplog.explore(hiplog.plot_practice, hiplog.example(), plan=2)  # shown as the cell's value
    """
    taken = inspect.signature(plot).parameters if inspect.isfunction(plot) else {}
    if "exercise" not in taken or not {"ax", "figure"} & set(taken):
        raise LogError(f"explore: plot is {plot!r}, expected a chart like hiplog.plot_progress, without brackets")
    held = conform(holds)
    present = [name for name in EXERCISES if held["exercise"].eq(name).any()] or list(EXERCISES)[:1]
    first = arguments.exercise("explore", given.pop("exercise", present[0]))
    present = present if first in present else [first, *present]
    exercise = widgets.Dropdown(
        options=[(EXERCISES[name].title, name) for name in present], description="Exercise", value=first
    )
    span = widgets.Dropdown(options=_SPANS, description="Show")
    # One image whose bytes change, not an output that is cleared: nothing flickers, nothing jumps.
    picture = widgets.Image(format="png", layout=widgets.Layout(width="100%", max_width="960px"))

    def draw(_change: object = None) -> None:
        figure = _drawn(plot, held, exercise.value, span.value, given)
        picture.value = _png(figure)
        exercise.layout.display = "" if len(present) > 1 else "none"
        span.layout.display = "" if _over_days(figure) else "none"

    for choice in (exercise, span):
        choice.observe(draw, names="value")
    draw()
    return widgets.VBox([widgets.HBox([exercise, span]), picture])


def _drawn(
    plot: Callable[..., Any], holds: pd.DataFrame, exercise: str, days: float, given: dict[str, Any]
) -> Figure:
    # No pyplot: a widget's handlers run in another thread, and pyplot's state belongs to the first one.
    is_page = "figure" in inspect.signature(plot).parameters
    figure = Figure(figsize=_PAGE_INCHES) if is_page else Figure(figsize=_INCHES, layout="constrained")
    FigureCanvasAgg(figure)
    plot(holds, exercise=exercise, **given, **({"figure": figure} if is_page else {"ax": figure.subplots()}))
    for ax in _over_days(figure):
        first, last = ax.get_xlim()
        ax.set_xlim(max(first, last - days), last)
    return figure


def _over_days(figure: Figure) -> list[Axes]:
    return [ax for ax in figure.axes if isinstance(ax.xaxis.get_major_locator(), DayLocator)]


def _png(figure: Figure) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=_DPI)
    return stream.getvalue()
