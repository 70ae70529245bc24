"""The key figures of a report: each now and before, with the number of holds or days that it rests on."""

from typing import NamedTuple

import pandas as pd

from hiplog.dates import day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.balance import latest_balance
from hiplog.measures.frames import observed
from hiplog.measures.pain import pain_change
from hiplog.measures.practice import practice
from hiplog.measures.progress import progress
from hiplog.measures.selection import LATELY_DAYS
from hiplog.report.document import Table
from hiplog.verdicts import balance_in_words

_NONE = "no hold"
_NOT_RATED = "not rated"


class Span(NamedTuple):
    """Days from the first to the last one, both counted."""

    first: pd.Timestamp
    last: pd.Timestamp

    def of(self, frame: pd.DataFrame, column: str = "day") -> pd.DataFrame:
        """Return the rows of these days."""
        day = frame[column].dt.normalize()
        return frame[(day >= self.first) & (day <= self.last)]

    def __str__(self) -> str:
        return f"{day_in_words(self.first)} to {day_in_words(self.last)}"


def spans(last: pd.Timestamp) -> tuple[Span, Span]:
    """Return the 28 days up to a day, and the 28 before them."""
    length, day = pd.Timedelta(days=LATELY_DAYS), pd.Timedelta(days=1)
    return Span(last - length + day, last), Span(last - 2 * length + day, last - length)


def key_figures(held: pd.DataFrame, exercise: str, plan: int, last: pd.Timestamp) -> Table:
    """Return the figures of the 28 days up to `last`, beside those of the 28 days before."""
    now, before = (_column(held, exercise, plan, span) for span in spans(last))
    rows = tuple((name, now[name], before[name]) for name in now)
    heads = tuple(f"{name}: {span}" for name, span in zip(("Now", "Before"), spans(last), strict=True))
    return Table("Key figures", ("", *heads), rows)


def _column(held: pd.DataFrame, exercise: str, plan: int, span: Span) -> dict[str, str]:
    """Return what each figure is in a span, by its name."""
    until, within = held[held["day"] <= span.last], span.of(held)
    typical = {f"Typical hold, {side}": _typical(until, span, side) for side in SIDES}
    reached = {f"Reached the target, {side}": _reached(within, side) for side in SIDES}
    return (
        _practised(held, exercise, plan, span)
        | typical
        | reached
        | {"Side against side": _balance(until, span)}
        | _pain(until, exercise, span)
        | {"Holds ended by pain": _stops(within)}
    )


def _practised(held: pd.DataFrame, exercise: str, plan: int, span: Span) -> dict[str, str]:
    days = span.of(practice(held, exercise=exercise, plan=plan, today=span.last))
    done = int((days["done"] > 0).sum())
    met = int((days["done"] >= days["planned"]).sum())
    if not len(days):
        return {"Days with a session": "before the first hold", "Sessions": "none"}
    return {
        "Days with a session": f"{done} of {len(days)}; plan of {plan} a day met on {met}",
        "Sessions": str(int(days["done"].sum())),
    }


def _typical(until: pd.DataFrame, span: Span, side: str) -> str:
    n = int((span.of(until)["side"] == side).sum())
    if not n:
        return _NONE
    curve = progress(until).query("side == @side")
    last = curve.iloc[-1]
    if pd.isna(last["median_s"]):
        return f"cannot be told ({_holds(n)})"
    return f"{last['median_s']:.0f} s ({last['low_s']:.0f} to {last['high_s']:.0f}; {_holds(n)})"


def _reached(within: pd.DataFrame, side: str) -> str:
    held = observed(within[within["side"] == side])
    return f"{int(held.reached.sum())} of {_holds(len(held.day))}" if len(held.day) else _NONE


def _balance(until: pd.DataFrame, span: Span) -> str:
    if span.of(until).empty:
        return _NONE
    words = balance_in_words(next(latest_balance(until, exercise=until["exercise"].iloc[0]).itertuples()))
    return words


def _pain(until: pd.DataFrame, exercise: str, span: Span) -> dict[str, str]:
    change = span.of(pain_change(until, exercise=exercise), "started_at")
    highest = span.of(until)[["pain_before", "pain_after"]].max(axis=1).dropna()
    return {
        "Pain before a session, typically": _median(change["pain_before"]),
        "Pain after a session, typically": _median(change["pain_after"]),
        "Highest pain": f"{highest.max():g} of 10" if len(highest) else _NOT_RATED,
    }


def _median(pain: pd.Series) -> str:
    rated = pain.dropna()
    n = len(rated)
    return f"{rated.median():g} of 10 ({n} session{'s' * (n != 1)})" if n else _NOT_RATED


def _stops(within: pd.DataFrame) -> str:
    return f"{int((within['ended'] == 'pain').sum())} of {_holds(len(within))}" if len(within) else _NONE


def _holds(n: int) -> str:
    return f"{n} hold{'s' * (n != 1)}"
