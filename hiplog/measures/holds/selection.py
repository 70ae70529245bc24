"""Which holds of a frame a measure or a chart is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.dates import day_in_words
from hiplog.errors import warn
from hiplog.exercise import EXERCISES
from hiplog.interchange import Holds
from hiplog.measures.holds.targets import with_heaps
from hiplog.schema import CHOICES, check_ids, conform

LATELY_DAYS = 28  # what "lately" is, in every measure, chart and sentence
PAUSE_DAYS = 14  # from one hold to the next: more break a curve, for nothing is known of the time between
A_WHILE_DAYS = 7  # a side that was not held for longer is told with its last day
_A_NIGHT = pd.Timedelta(hours=12)  # what began earlier is no session over midnight, whatever its name
SHORTEST_S = 3.0  # a shorter hold is a slip: one of 0.4 s among 28 made an even person "right 17 % shorter"


class Chosen(NamedTuple):
    """Holds that `chosen` returned, or some of them in their order: they are not checked and sorted anew."""

    holds: pd.DataFrame


def chosen(
    of: str,
    holds: Holds,
    exercise: str | None,
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    *,
    each: bool = False,
    says_none: bool = False,
) -> pd.DataFrame:
    """Return the holds that a function is asked about, conformed, each counted once, by time.

    Parameters
    ----------
    of : str
        The name of the function, with which a refusal begins.
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str or None
        Which exercise; None for all of them, where the function takes `each`.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, as if the log had no others; a date alone is that
        whole day, with all of a session that began on it, and a `since` of "90 days" the last 90 up to today.
    each : bool
        Whether the function has a row for each exercise.
    says_none : bool
        Whether the function says itself that no hold was chosen; else that is a warning, where there are others.

    Returns
    -------
    DataFrame
        With the columns of `hiplog.schema.COLUMNS`, and `day`, on which the hold's session began. Where neither
        target nor reason is named but holds stop at the same seconds, these are the `target_s`, and the hold is
        `at_heap`.
        Where no hold is chosen, its `attrs` have which exercise was `asked` for and `within` what days, in words;
        the holds of each that `there_is`, and the day of the `last` hold of the one.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule.
    """
    exercise, span = arguments.exercise(of, exercise, each=each), arguments.span(of, since, until)
    given = holds.holds if isinstance(holds, Chosen) else _once(conform(holds))
    held = given if exercise is None else those(given, given["exercise"] == exercise)
    if isinstance(holds, Chosen):
        return those(held, span.has(held["started_at"], held["day"])).reset_index(drop=True)
    held = _in_order(held).reset_index(drop=True)
    day = _day_of_session(held)
    there_is = {"there_is": given["exercise"].value_counts().to_dict(), "last": day.max()}
    held = those(held.assign(day=day), span.has(held["started_at"], day)).reset_index(drop=True)
    held = with_heaps(held)
    if held.empty:
        held.attrs = {"asked": exercise, "within": span.in_words(), **there_is}
        if len(given) and not says_none:
            warn(f"{of}: {nothing_in_words(held)}")
    return held


def nothing_in_words(held: pd.DataFrame) -> str:
    """Say that no hold was chosen, and what there was to choose from.

    Parameters
    ----------
    held : DataFrame
        What `chosen` returned.
    """
    asked, there_is = held.attrs.get("asked"), held.attrs.get("there_is")
    if not there_is:
        return "no holds yet"
    of = f" of {EXERCISES[asked].title.lower()}" if asked else ""
    n = there_is.get(asked, 0) if asked else sum(there_is.values())
    if n:
        last = day_in_words(held.attrs["last"])
        return f"no hold{of} {held.attrs['within']}, but {n:,} on other days, the last on {last}"
    return f"no hold{of}, but " + " and ".join(f"{n:,} of {name}" for name, n in there_is.items())


def _once(held: pd.DataFrame) -> pd.DataFrame:
    """Return each hold once, as all its rows know it, and tell where some stand more than once."""
    n = int(held["hold_id"].duplicated().sum())
    if not n:
        return held
    check_ids(held)
    said = f"{n} of {len(held)} rows repeat a hold: each hold is counted once"
    warn(said)
    return held.groupby("hold_id", sort=False, as_index=False).first()[list(held.columns)].astype(held.dtypes)


def _in_order(held: pd.DataFrame) -> pd.DataFrame:
    """Return the holds by time; what a hold is breaks ties, so that the order of rows changes no digit."""
    began, hold_s = held["started_at"].to_numpy(), held["hold_s"].to_numpy()
    if (began[1:] > began[:-1]).all():
        return held
    order = np.lexsort([hold_s, began])
    before, after = order[:-1], order[1:]
    if ((began[before] == began[after]) & (hold_s[before] == hold_s[after])).any():
        order = np.lexsort([held["hold_id"], hold_s, began])  # comparing texts takes most of the time
    return held if (np.diff(order) == 1).all() else held.iloc[order]


def _day_of_session(held: pd.DataFrame) -> pd.Series:
    """Return the day of each hold, which after midnight is still that on which its session began."""
    day, session = held["started_at"].dt.normalize(), held["session_id"]
    if not (session.eq(session.shift()) & day.ne(day.shift())).any():
        return day
    began = held.groupby("session_id")["started_at"].transform("min")
    of_session = day.mask(held["started_at"] - began < _A_NIGHT, began.dt.normalize())
    return of_session if of_session.is_monotonic_increasing else day  # sessions that lie in one another


def by_exercise(held: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each exercise that has holds, with these."""
    for name in CHOICES["exercise"]:
        is_of = held["exercise"] == name
        if is_of.any():
            yield name, those(held, is_of)


def those(held: pd.DataFrame, which: pd.Series | np.ndarray) -> pd.DataFrame:
    """Return the rows that are marked, without a copy of ten years where that is all of them."""
    return held if which.all() else held[which]


def is_fitted(held: pd.DataFrame) -> np.ndarray:
    """Return which holds a fit may use: no slips, and none of which the timer did not see all seconds."""
    return ((held["hold_s"] >= SHORTEST_S) & held["claimed_s"].isna()).to_numpy()
