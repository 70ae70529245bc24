"""The example log, and what to show to a reader whose own log is still empty."""

import pandas as pd

from hiplog import arguments
from hiplog.counts import counted
from hiplog.interchange import GivesHolds, HasHolds
from hiplog.lab import starter
from hiplog.reading import read_log

_SHOWN = "Your log is still empty: these are the holds of the example log, a synthetic person's year."


def example() -> pd.DataFrame:
    """Return the holds of the example log: a year of one synthetic person, nobody's health data.

    Returns
    -------
    DataFrame
        With the columns of `Log.holds`.

    Examples
    --------
    >>> hiplog.example()[["started_at", "side", "hold_s"]].head(2)
               started_at   side  hold_s
    0 2025-11-01 07:42:10  right    82.0
    1 2025-11-01 07:43:42   left    54.8
    """
    return _example().holds


def log_or_example(log: GivesHolds) -> GivesHolds | HasHolds:
    """Return `log`, or the example log as it was read where it has no hold; print which.

    Parameters
    ----------
    log : Log

    Returns
    -------
    Log or Reading
        Every measure and chart takes either, with the days, plans and marks in it.

    Examples
    --------
    >>> shown = hiplog.log_or_example(hiplog.Log("my_log.sqlite").begin())
    Your log is still empty: these are the holds of the example log, a synthetic person's year.
    """
    arguments.log("log_or_example", log)
    number = len(log.holds())
    print(f"{counted(number, 'hold')} from your log." if number else _SHOWN)
    return log if number else _example()


def _example() -> HasHolds:
    return read_log(starter() / "data" / "example_log.csv")
