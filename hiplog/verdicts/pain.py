"""How much it hurts, in words: what `hiplog.pain_months` and its neighbours say."""

from typing import Any

import numpy as np
import pandas as pd

from hiplog.counts import counted
from hiplog.dates import day_in_words
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.measures.pain.change import ALIKE, IMPORTANT
from hiplog.measures.pain.months import LEAST_DAYS

BEGUN = "Logs are often begun when it hurts most"
FIRST_PAIN = "A day's first pain"
OF_TWO = "the higher of the two sides"
_NO_HOLD, _UNRATED = "no hold", "a hold, and no such rating"


def pain_in_words(months: pd.DataFrame, *, of_two: bool = False) -> list[str]:
    """Say what `hiplog.pain_months` says of the last 28 days.

    Parameters
    ----------
    months : DataFrame
        Rows of `hiplog.pain_months`.
    of_two : bool
        Whether the sides were rated one by one, so that a day's pain is the higher of two.
    """
    if months.empty:
        return []
    now = months.iloc[-1]
    before = ""
    if not pd.isna(now["change"]):
        days = counted(months["n_days"].iloc[-2], "day")
        before = f"; in the {days} before that {_level(months.iloc[-2])}"
    typically = "typically " if now["n"] > 1 else ""
    typical = f"{FIRST_PAIN}{f', {OF_TWO},' * of_two} was {typically}{_level(now, ' of 10')}"
    day, n_days = day_in_words(now["end"]), now["n_days"]
    said = [f"{typical} {f'in the {n_days} days up to {day}' if n_days > 1 else f'on {day}'}{before}."]
    if now["verdict"] in ("lower", "higher"):
        usual = f"your own earlier months would have it between {now['low_pain']:.1f} and {now['high_pain']:.1f}"
        said.append(f"That is {now['verdict']} than before: {usual}.")
    elif is_less_than_at_first(months):
        said.append(f"{BEGUN}, so a fall in the first months says little.")
    return said


def pain_level(months: pd.DataFrame, span: str = "") -> str:
    """Say how much it hurt in the last of rows of `hiplog.pain_months`, and at first; and whether it is a change.

    The first month is no measure of a fall: logs are often begun when it hurts most. So of a fall from it the two
    numbers are told, and no word more, but where they are a point apart at most: that is about the same. A rise
    against it, or against the last one before now with days enough, is told as that. `span` names the days of the
    last row where those are not known to the reader.
    """
    now, enough, risen_from = months.iloc[-1], _with_days_enough(months), None
    said = f"{_short(now, ' of 10')}{span}"
    if now["verdict"] in ("lower", "higher"):
        said += f", {now['verdict']} than in your earlier months"
    elif (risen_from := _risen_from(months)) is not None:
        said += f", more than in {_span_in_words(months, risen_from)}: {_short(months.iloc[risen_from])}"
    if enough and risen_from != enough[0]:
        early = months.iloc[enough[0]]
        at = "earlier on" if enough[0] else "at first"
        is_told = now["n"] < LEAST_DAYS or now["verdict"] in ("lower", "higher")
        is_alike = not is_told and abs(now["median_pain"] - early["median_pain"]) <= ALIKE
        then = f"about as {at}:" if is_alike else at
        said += f", {then} {_short(early)} (up to {day_in_words(early['end'])})"
    return said


def _span_in_words(months: pd.DataFrame, nth: int) -> str:
    """Name the days of the `nth` of rows of `hiplog.pain_months`: others may lie between it and the last."""
    if nth == len(months) - 2:
        return f"the {LATELY_DAYS} days before that"
    if nth == 0:
        return f"the first {LATELY_DAYS} days"
    return f"the {LATELY_DAYS} days up to {day_in_words(months['end'].iloc[nth])}"


def asked_in_words(days: pd.DataFrame, *, is_after: bool) -> str:
    """Say of which moments the first pain of days is.

    Parameters
    ----------
    days : DataFrame
        Rows of `hiplog.pain_days`.
    is_after : bool
        Whether that of sessions is of after them, as where nobody rated any before.
    """
    words = {"session": f"{'after' if is_after else 'before'} sessions", "day": "noted by the day"}
    return " or ".join(said for rated, said in words.items() if days["rated"].eq(rated).any())


def pain_in_short(months: pd.DataFrame, asked: str, *, is_lately: bool = True, spell: Any = None) -> str:
    """Say in a few words what rows of `hiplog.pain_months` say of the last 28 days, and of the first.

    Where the last of these days are not lately, as the log went on without a rating, that is said first. `asked`
    says of which moments the pain is, and `spell` is that of `spell_lately`.
    """
    if months.empty:
        return "No pain was rated"
    if not is_lately:
        day = day_in_words(months["end"].iloc[-1])
        return f"Pain not rated since {day}: {asked} {pain_level(months, ' then')}"
    higher = "" if spell is None else f"; higher since {day_in_words(spell['begin'])}, up to {spell['peak']:g}"
    return f"Pain {asked} {pain_level(months)}{higher}"


def spell_lately(spells: pd.DataFrame, days: pd.DataFrame) -> Any:
    """Return the last spell, where it may go on, and is of the last 28 days: one day that is lower ends none.

    Parameters
    ----------
    spells, days : DataFrame
        Of `hiplog.pain_spells`, and of `hiplog.pain_days`.
    """
    rated_on = days.loc[days["highest"].notna(), "day"]
    if spells.empty:
        return None
    last = spells.iloc[-1]
    goes_on = (rated_on > last["end"]).sum() <= 1 and rated_on.max() - last["begin"] < pd.Timedelta(
        days=LATELY_DAYS
    )
    return last if goes_on else None


def is_less_than_at_first(months: pd.DataFrame) -> bool:
    """Return whether it hurts less than at first, by rows of `hiplog.pain_months`; see `BEGUN`."""
    pain, (first, *_) = months["median_pain"], [*_with_days_enough(months), 0]
    return bool(pain.iloc[first] - pain.iloc[-1] > ALIKE)


def _risen_from(months: pd.DataFrame) -> int | None:
    """Return which month, the last before now with days enough or the first, hurt clearly less, or None."""
    pain, enough = months["median_pain"], _with_days_enough(months)
    places = (enough[-1], enough[0]) if enough and months["n"].iloc[-1] >= LEAST_DAYS else ()
    return next((nth for nth in places if pain.iloc[-1] - pain.iloc[nth] >= IMPORTANT), None)


def _with_days_enough(months: pd.DataFrame) -> list[int]:
    """Return which of the months before the last have enough days with pain known."""
    return [int(nth) for nth in np.flatnonzero(months["n"].iloc[:-1] >= LEAST_DAYS)]


def known_in_words(days: pd.DataFrame, *, brief: bool = False) -> str:
    """Say for how many of some days the first pain is known, and on how many of the others there was no hold.

    Parameters
    ----------
    days : DataFrame
        Rows of `hiplog.pain_days`.
    brief : bool
        Whether to leave the other days out, as where a chart has little room.
    """
    n, known = len(days), int(days["pain"].notna().sum())
    if not known:
        return ""
    if known == n:
        return f"{FIRST_PAIN} is known for {f'all {n} days' if n > 1 else 'the one day'}"
    others, without = n - known, int((days["pain"].isna() & ~days["session"]).sum())
    said = f"{FIRST_PAIN} is known for {known} of {n} days"
    if brief:
        return said
    if others == 1:
        return f"{said}; on the other one there was {_NO_HOLD if without else _UNRATED}"
    if without in (0, others):
        return f"{said}; on the {others} others there was {_NO_HOLD if without else _UNRATED}"
    return f"{said}; on {without} of the {others} others there was no hold"


def sides_in_words(rows: pd.DataFrame) -> str:
    """Say after how many sessions each side hurt less and more than before, where sides were rated one by one.

    Parameters
    ----------
    rows : DataFrame
        Of `hiplog.measures.pain.change.change_of_sides`; "" where there are none.
    """
    said = []
    for side, change in rows.groupby("side")["change"]:
        lower, higher = int((change < 0).sum()), int((change > 0).sum())
        said.append(f"{side} lower after {lower or 'none'} of {len(change)}, higher after {higher or 'none'}")
    return "; ".join(said)


def next_day_in_words(rows: pd.DataFrame) -> list[str]:
    """Say what rows of `hiplog.pain_next_day` say, [] where nothing is known of a next day.

    It is held against what it was before the session: right after one it is often lower for a while, so that the
    next day is mostly higher than that, whatever the session did. Without ratings before, only that is left.
    """
    after, before = rows["change"].dropna(), (rows["pain_next_day"] - rows["pain_before"]).dropna()
    if after.empty:
        return []
    change, than = (before, "before the session") if len(before) else (after, "right after the session")
    higher, much = int((change > 0).sum()), int((change >= IMPORTANT).sum())
    said = (
        f"On the next day pain was higher than {than} in {higher or 'none'} of {counted(len(change), 'session')}"
    )
    said += f", by {IMPORTANT:g} or more in {much or 'none'}" if higher else ""
    n_after = int((after > 0).sum())
    others = f"; than right after it, in {n_after or 'none'} of {len(after)}" if len(before) else ""
    often = " Pain goes up and down for other reasons too: after a low number the next is mostly higher."
    return [f"{said}{others}.{often if n_after else ''}"]


def _level(month: pd.Series, of: str = "") -> str:
    """Return the typical pain of a month, with the days that it is of."""
    return f"{month['median_pain']:g}{of} ({counted(month['n'], 'day')})"


def _short(month: pd.Series, of: str = "") -> str:
    """Return the typical pain of a month, and of how many days it is where they are few."""
    return _level(month, of) if month["n"] < LEAST_DAYS else f"{month['median_pain']:g}{of}"
