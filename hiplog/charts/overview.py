"""All charts on one page."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from hiplog import arguments
from hiplog.charts import balance, pain, practice, probability, progress
from hiplog.charts.page import SMALLEST, Page
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.days import DayLocator
from hiplog.charts.parts.key import in_brief
from hiplog.charts.parts.measured import Measured
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import chosen
from hiplog.schema import Diary, LogError, is_example
from hiplog.verdicts.holds import EXAMPLE_IN_WORDS

PAGE = 1.75  # of the reader's own figure size, in each direction


def plot_overview(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    plan: arguments.Plan | None = None,
    today: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    figure: Figure | SubFigure | None = None,
) -> Figure | SubFigure:
    """Draw one page to be read in half a minute: progress, balance and pain over the same days, practice, chances.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    plan : int, optional
        Sessions meant per day, 1 to 3; unless given, the plan that the log has for each day.
    today : date, optional
        The last day of the calendar; the day of the last hold unless given.
    diary : Diary, optional
        Days, plans and marks, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for all charts, or a dict with some of `left`, `right`, `balance`, `practice` and
        `pain`.
    label : str, optional
        What the page's title begins with, such as whose it is.
    figure : Figure or SubFigure, optional
        Where to draw; unless given, a new one, 1.75 times as wide and as high as figures are in rcParams. Under
        7.5 by 5.5 inches the charts stand below each other, as many as have two inches of height each; the page
        says so where some have no room. Such a Figure without a layout is made so high that each chart with a
        scale has 1.65 inches between its words.

    Returns
    -------
    Figure or SubFigure
        The one given or made; its `axes` are those of progress, balance, pain, practice and hold probability.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> page = hiplog.plot_overview(hiplog.example())
    >>> len(page.axes)
    5
    """
    of = "plot_overview"
    held = chosen(of, holds, exercise, since, until, says_none=True)
    said = chosen_diary(of, holds, diary, since, until)
    given = {"plan": arguments.plan(of, plan, of_log=True), "today": arguments.today(of, today, until)}
    given |= {"last_day": arguments.last_day(of, today, until)}
    looks.check(of, color, label)
    if figure is not None:
        _check_figure(figure)
    page = canvas.new_page(PAGE) if figure is None else figure
    try:
        _draw(page, held, exercise, color, label, said, given)
    except BaseException:
        if figure is None:
            plt.close(page)
        raise
    return page


def _check_figure(figure: object) -> None:
    if not isinstance(figure, Figure | SubFigure):
        there, expected = f"a {type(figure).__name__}", "the Figure of matplotlib to draw on"
    elif min(canvas.size_of(figure)) < SMALLEST:
        there = "{:.1f} by {:.1f} inches".format(*canvas.size_of(figure))
        expected = f"{SMALLEST:.0f} by {SMALLEST:.0f} at least, to hold one chart"
    else:
        return
    raise LogError(f"plot_overview: figure is {there}, expected {expected}")


def _draw(
    figure: Figure | SubFigure,
    held: pd.DataFrame,
    exercise: arguments.ExerciseName,
    color: looks.Colours,
    label: str | None,
    said: Diary,
    given: dict[str, Any],
) -> None:
    measured = Measured(held)
    charts: list[tuple[canvas.Draw, str]] = [
        (partial(progress.draw, measured=measured, marks=said.marks), progress.TOPIC),
        (partial(balance.draw, measured=measured, marks=said.marks), balance.TOPIC),
        (partial(pain.draw, measured=measured, diary=said), pain.TOPIC),
        (partial(practice.draw, measured=measured, diary=said, **given), practice.TOPIC),
        (partial(probability.draw, measured=measured), probability.TOPIC),
    ]
    shown = pd.Series([practice.shown_until(held, given["last_day"])], dtype="datetime64[us]")
    days = pd.concat([held["day"], said.days["day"], shown])
    page = Page(figure, _title(held, days, exercise, label), len(charts))
    key: dict[str, Artist] = {}
    brief: dict[str, str] = {}
    for ax, (draw, topic) in zip(page.axes, charts, strict=False):
        look = looks.look_of(ax, color, None)
        drawn = canvas.fill(ax, draw, topic[0].upper() + topic[1:], held, look, with_key=False, gaps=page.gaps(ax))
        key |= {str(entry.get_label()): entry for entry in drawn.key if str(entry.get_label()) not in key}
        brief |= drawn.brief
    _align(page.axes[:3])
    page.explain(in_brief(key.values(), brief) if page.is_narrow else [*key.values()])
    for ax in page.axes:
        ax.get_axes_locator()(ax, None)


def _title(held: pd.DataFrame, days: pd.Series, exercise: arguments.ExerciseName, label: str | None) -> str:
    """Return what the page is about: whose, which exercise, and the first and last of the `days` that it shows."""
    whose = f"{label}: " if label else ""
    if is_example(held):
        whose = f"{EXAMPLE_IN_WORDS} {whose}"
    name = f"{whose}{EXERCISES[exercise].title}"
    if held.empty:
        return name
    return f"{name}, {' to '.join(day_in_words(day) for day in sorted({days.min(), days.max()}))}"


def _align(axes: list[Axes]) -> None:
    """Give all charts over days the same days, and names at their ends the same room."""
    over_days = [(ax, days) for ax in axes if isinstance(days := ax.xaxis.get_major_locator(), DayLocator)]
    first = min((days.span.first for _, days in over_days), default=0.0)
    last = max((days.span.last for _, days in over_days), default=0.0)
    for ax, days in over_days:
        days.beside = [other for _, other in over_days]
        days.span.show(first, last)
        days.fit(ax)
