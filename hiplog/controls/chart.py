"""A chart with a choice of exercise and span, and of the day at which it compares."""

import inspect
import math
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd
from IPython.display import DisplayHandle, display
from matplotlib import rc_context
from matplotlib.figure import Figure

from hiplog import arguments
from hiplog.charts.parts.days import show_last
from hiplog.charts.pictures import Picture, on_a_figure
from hiplog.controls.theme import Theme
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, ExerciseName
from hiplog.interchange import Holds
from hiplog.schema import MARKS, conform, diary_of

_SPANS = [("everything", math.inf), ("the last year", 365), ("the last 12 weeks", 84), ("the last 4 weeks", 28)]
DARK = {
    **dict.fromkeys(("figure.facecolor", "axes.facecolor", "savefig.facecolor"), "#111111"),  # JupyterLab's own
    **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), "#e0e0e0"),
}


def explore(plot: Callable[..., Any], holds: Holds, **given: Any) -> "Explorer":
    """Show a chart with a choice of exercise and span; it is drawn again in place when a choice changes.

    A span only moves the left edge of the chart: what is drawn of a day does not depend on how much is shown. The
    chart is light or dark as the page is. It is an ordinary picture with its words beside it, so that it stays in
    a notebook that is saved, exported or opened without a kernel, as it was when it was shown last.

    Parameters
    ----------
    plot : function
        One of the `plot_*` functions.
    holds : DataFrame or Log
        Holds; see `hiplog.schema`.
    **given
        Further arguments of `plot`, like `plan=2`. The marks of a log are offered for the `at` of `plot_compare`,
        and of another chart where one was given.

    Returns
    -------
    Explorer
        Shown where it is a cell's value; its `picture` is the chart as it is now.

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
        expected = "a chart like hiplog.plot_progress, without brackets"
        raise arguments.refused("explore", "plot", plot, expected)
    if "diary" in taken:
        given["diary"] = diary_of(holds, given.get("diary"))
    held = conform(holds)
    present = [name for name in EXERCISES if held["exercise"].eq(name).any()] or list(EXERCISES)[:1]
    first = arguments.exercise("explore", given.pop("exercise", present[0]))
    present = present if first in present else [first, *present]
    is_of_a_day = given.get("at") is not None or "spans" in taken  # the others show a log's marks as they are
    compares_at = "at" in taken and is_of_a_day and given.get("spans") is None and given.get("by") is None
    marks = given["diary"].marks if compares_at and given.get("diary") is not None else MARKS.empty()
    return Explorer(plot, held, present, first, given, marks)


class Explorer:
    """A chart, and the choices above it."""

    def __init__(
        self,
        plot: Callable[..., Any],
        held: pd.DataFrame,
        present: list[ExerciseName],
        first: ExerciseName,
        given: dict[str, Any],
        marks: pd.DataFrame,
    ) -> None:
        options = [(EXERCISES[name].title, name) for name in present]
        self.exercise = widgets.Dropdown(options=options, description="Exercise", value=first)
        self.span = widgets.Dropdown(options=_SPANS, description="Show")
        self.at = widgets.Dropdown(options=days_offered(given.get("at"), marks), description="At")
        self._theme = Theme()
        self._plot, self._held, self._given = plot, held, given
        self._places: list[DisplayHandle] = []
        self._draw()
        for choice, name in (
            (self.exercise, "value"),
            (self.span, "value"),
            (self.at, "value"),
            (self._theme, "dark"),
        ):
            choice.observe(self._draw, names=name)

    def _ipython_display_(self) -> None:
        at = [self.at] if self.at.options else []
        display(_Choices([self.exercise, self.span, *at, self._theme]))
        self._places.append(display(self.picture, display_id=True))

    def _draw(self, _change: object = None) -> None:
        with rc_context(DARK if self._theme.dark else {}):
            given = self._given | ({"at": self.at.value} if self.at.options else {})
            figure, over_days = figure_of(self._plot, self._held, self.exercise.value, self.span.value, given)
            self.picture = Picture.of(figure)
        self.exercise.layout.display = "" if len(self.exercise.options) > 1 else "none"
        self.span.layout.display = "" if over_days else "none"
        self.at.layout.display = "" if len(self.at.options) > 1 else "none"
        for place in self._places:
            place.update(self.picture)


def days_offered(given: object, marks: pd.DataFrame) -> list[tuple[str, object]]:
    """Return the days that can be compared at, with their names: the one given, and the marks, newest first.

    Parameters
    ----------
    given : date, str or None
    marks : DataFrame
        With `day` and `words`; see `hiplog.schema.MARKS`.
    """
    newest = marks.iloc[::-1].itertuples()
    named: dict[tuple[str, object], str] = {
        (f"{one.words}, {day_in_words(one.day)}", f"{one.day:%Y-%m-%d}"): one.words for one in newest
    }
    of_day: list[tuple[str, object]] = [] if given is None else [(str(given), given)]
    first = [choice for choice, words in named.items() if str(given) in (words, choice[1])][:1] or of_day
    return [*first, *(choice for choice in named if choice not in first)]


class _Choices(widgets.HBox):
    """The choices above a chart."""

    def __repr__(self) -> str:
        return "<Choices of what the chart shows: run this cell in Jupyter to use them>"


def figure_of(
    plot: Callable[..., Any], holds: pd.DataFrame, exercise: str, days: float, given: dict[str, Any]
) -> tuple[Figure, bool]:
    """Return a chart of an exercise that shows the last so many days, and whether its days can be chosen.

    Parameters
    ----------
    plot : function
        One of the `plot_*` functions; `given` are its further arguments.
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
    days : float
        Infinity for all of them.
    given : dict
    """
    figure = on_a_figure(plot, holds, exercise=exercise, **given)
    last = max(
        holds["started_at"].max(), given["diary"].days["day"].max() if "diary" in given else pd.Timestamp.min
    )
    shown = [show_last(ax, last, days) for ax in figure.axes]
    return figure, any(shown)
