"""How often one practised, in words: what `hiplog.practice` says."""

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import day_in_words

HAVE_ONE_SOON_AFTER = "have one soon after their midnight, which counts for the day after"


def plan_in_words(days: pd.DataFrame) -> str:
    """Say what was meant on the days of rows of `hiplog.practice`, like "3 a day", and where it changed last."""
    meant = days[days["planned"] > 0]
    if meant.empty:
        return "a pause"
    plan = meant["planned"]
    changes, now = meant.loc[plan.ne(plan.shift()), "day"].iloc[1:], plan.iloc[-1]
    if changes.empty:
        return f"{now} a day"
    before = plan[meant["day"] < changes.iloc[-1]]
    span = f"{before.min()} to {before.max()}" if before.min() < before.max() else f"{before.max()}"
    return f"{span} a day ({now} from {day_in_words(changes.iloc[-1])})"


def met_in_words(days: pd.DataFrame, *, span: str = "") -> str:
    """Say on how many days, rows of `hiplog.practice`, the plan was met, and how many were a pause."""
    meant, met = _meant_and_met(days)
    return f"{met} of {_these(meant, span)}"


def practised_in_words(days: pd.DataFrame, *, span: str = "", has_plan: bool = True) -> str:
    """Say how rows of `hiplog.practice` went: the plan where it was met whenever there was a session, or both.

    Parameters
    ----------
    days : DataFrame
        Rows of `hiplog.practice`.
    span : str
        Which days they are, where they are not all that there are: see `hiplog.verdicts.span`.
    has_plan : bool
        Whether anybody made the plan; without, it is one session a day, and not told.
    """
    meant, met = _meant_and_met(days)
    if not meant.any():
        return f"Nothing but pause on {_these(~meant, span)}"
    done, these = int((days["done"] > 0).sum()), _these(meant, span)
    if not done:
        return f"No whole session in {these}"
    if not has_plan:
        return f"A {'whole ' * (not days['ended_by_pain'].any())}session on {met} of {these}"
    if met == done:
        return f"Plan met on {met} of {these}"
    return f"Practised on {done} of {these}; the plan of {plan_in_words(days)} met on {met or 'none'}"


def _meant_and_met(days: pd.DataFrame) -> tuple[pd.Series, int]:
    """Return whether each day was meant to have a session, and on how many of those the plan was met."""
    meant = days["planned"] > 0
    return meant, int((meant & (days["done"] >= days["planned"])).sum())


def _these(meant: pd.Series, span: str = "") -> str:
    """Say how many days are meant, and how many are a pause."""
    n, pauses = len(meant), int((~meant).sum())
    if not pauses:
        return span or counted(n, "day")
    of_pause = f"{counted(pauses, 'day')} of pause"
    return f"{counted(n - pauses, 'day')} ({f'{span} less {of_pause}' if span else f'{of_pause} left out'})"
