"""What changed from some days to others, in words: what `hiplog.compare` says."""

from typing import Any

import pandas as pd

from hiplog.counts import counted
from hiplog.verdicts.certainty import leaning
from hiplog.verdicts.pain import OF_TWO
from hiplog.verdicts.typical import level_in_words

_LEAST_DAYS = 14
_NEEDED = f"each part needs {_LEAST_DAYS} days with a hold"
_OF_SIDES, _OF_PAIN = "both sides 8 sessions", "pain 14 days with a hold or a rating, 7 of them with a rating"
_NEEDS = {  # what each number needs besides, in each part
    "typical": "a side 7 days, and 5 holds that ended before the target",
    "balance": _OF_SIDES,
    "practice": _OF_SIDES,
    "pain": _OF_PAIN,
    "pain_next_day": _OF_PAIN,
}
_NAMES = {  # of what is not told
    "typical": "{side} holds",
    "balance": "one side against the other",
    "practice": "days practised",
    "pain": "pain",
    "pain_next_day": "pain on the day after",
}
OTHER_THINGS = (
    "Other things changed too: what is higher or lower since a day need not be so because of it, for nobody saw "
    "how it would have gone without."
)
_COMPARED = {  # what is compared, and the numbers of both kinds of days
    "reached": "{side} reached the target on {first:.0f} and {second:.0f} % of days",
    "typical": "{side} holds were typically {first} and {second}",
    "balance": "right holds were {first:.0f} and {second:.0f} % of left holds",
    "pain": "a day's first pain{of_two} was {first:.1f} and {second:.1f} on average",
    "pain_next_day": "pain on the day after a session was {first:.1f} and {second:.1f} on average",
    "practice": "a whole session was done on {first:.0f} and {second:.0f} % of days",
}
AT_OTHER_ORDER = (
    "The sides were not held in the same order throughout: how long each is held is told as if either were first "
    "as often."
)
OTHER_ORDER = (
    "The side that is held first changed with these days, and the second one comes after work: how long the sides "
    "are held is not compared, for nobody could say what is of the days and what of the order."
)
_FIRST_OF_ALL = ("typical", "balance", "pain")
_UNTOLD = ("not_enough", "both_reached", "other_target", "other_order")
_MOST = {
    "reached": 100.0,
    "practice": 100.0,
    "pain": 10.0,
    "pain_next_day": 10.0,
}  # no such level is more, or below 0


def compare_in_words(rows: pd.DataFrame, *, brief: bool = False) -> list[str]:
    """Say what `hiplog.compare` says, a sentence for each number that can be told.

    Parameters
    ----------
    rows : DataFrame
    brief : bool
        Whether to tell of how long each side holds, of the sides and of pain alone.
    """
    if rows.empty:
        return ["There are no holds to compare."]
    first, second = (_part(rows.iloc[0], n) for n in ("first", "second"))
    said = [f"{first} are compared with {second}, by each day's first holds."]
    if rows["verdict"].dropna().eq("not_enough").all():
        return [*said, f"That is not enough to tell: {needed_in_words(rows)}."]
    known = rows[
        rows["what"].isin(_FIRST_OF_ALL if brief else list(_COMPARED))
        & ~rows["verdict"].isin(_UNTOLD)
        & ~is_always_reached(rows)
    ]
    if known["at_other_order"].any():
        said.append(AT_OTHER_ORDER)
    said += [*always_in_words(rows), *(_compared(row) for row in known.itertuples())]
    return [*said, *not_compared_in_words(rows), OTHER_THINGS]


def is_always_reached(rows: pd.DataFrame) -> pd.Series:
    """Return which rows of `hiplog.compare` tell that a side reached its target on all days of both kinds."""
    is_told = rows["what"].eq("reached") & ~rows["verdict"].isin(_UNTOLD)
    return is_told & rows["first"].eq(100) & rows["second"].eq(100)


def who_always_reached(rows: pd.DataFrame) -> str:
    """Say which sides reached their target on all days of both kinds, of rows of `hiplog.compare`; "" for none."""
    sides = rows.loc[is_always_reached(rows), "side"].tolist()
    return "both sides" if len(sides) > 1 else "".join(f"the {side} side" for side in sides)


def always_in_words(rows: pd.DataFrame) -> list[str]:
    """Say so where a side, or both, reached the target on all days of both kinds; [] where none did."""
    who = who_always_reached(rows)
    they = "they" if who == "both sides" else "it"
    said = f"{who.capitalize()} reached the target on every day compared"
    return [f"{said}; how much longer {they} could be held was not seen."] if who else []


def _part(row: pd.Series, which: str) -> str:
    """Say of how many days and sessions one part is."""
    return f"{counted(row[f'days_{which}'], 'day')} ({counted(row[f'sessions_{which}'], 'session')})"


def needed_in_words(rows: pd.DataFrame) -> str:
    """Say what each part needs for those of the rows of `hiplog.compare` of which there is not enough."""
    lacking = rows.loc[rows["verdict"] == "not_enough", "what"]
    if rows[["days_first", "days_second"]].min().min() < _LEAST_DAYS:  # what else is needed would be of no use yet
        lacking = lacking[lacking.str.startswith("pain")]
    return "; ".join([_NEEDED, *lacking.map(_NEEDS).dropna().unique()])


def not_compared_in_words(rows: pd.DataFrame, *, brief: bool = False) -> list[str]:
    """Say which rows of `hiplog.compare` tell nothing of a change; [] where all do.

    Parameters
    ----------
    rows : DataFrame
    brief : bool
        Whether to leave out what they need, as where a chart has little room.
    """
    sides, few = rows["side"].dropna().unique(), rows[rows["verdict"] == "not_enough"]
    said = [f"Only the {sides[0]} side was held."] if len(sides) == 1 else []
    names = [_NAMES[row.what].format(side=row.side) for row in few.itertuples() if row.what in _NAMES]
    if names:
        said.append(f"Not enough to tell of {', '.join(names)}{'' if brief else f': {needed_in_words(rows)}'}.")
    if rows["verdict"].eq("other_target").any():
        said.append("The target is not the same throughout, so how often it was reached is not compared.")
    if rows["verdict"].eq("other_order").any():
        said.append(OTHER_ORDER)
    return said


def _compared(row: Any) -> str:
    """Say one number of both kinds of days, and whether it changed."""
    digits, unit = (1, "points") if row.what.startswith("pain") else (0, row.unit)
    first, second = levels_in_words(row) if row.what == "typical" else _numbers(row, digits)
    of_two = f", {OF_TWO}," if row.what == "pain" and row.of_two else ""
    levels = _COMPARED[row.what].format(side=row.side, first=first, second=second, of_two=of_two)
    return f"{levels[0].upper()}{levels[1:]}: {_changed(row, digits, unit)}."


def levels_in_words(row: Any) -> tuple[str, str]:
    """Return the typical holds of both kinds of days in a row of `hiplog.compare`."""
    return level_in_words(row.first, row.seen_first_s), level_in_words(row.second, row.seen_second_s)


def is_beyond(row: Any) -> bool:
    """Return whether one of the typical holds that a row of `hiplog.compare` is of lies beyond what could be seen.

    Then nobody saw by how much it changed.
    """
    return row.first >= row.seen_first_s or row.second >= row.seen_second_s


def possible_range(row: Any) -> tuple[float, float]:
    """Return the 95 % interval of a row of `hiplog.compare` as it is shown beside the number that it starts from.

    Both numbers are of what was seen, and the interval is of what is so in the long run, where the first may be
    another: so it may go beyond what was possible from the first number that is shown, and there it is cut.
    """
    if row.what not in _MOST:
        return row.low, row.high
    return max(row.low, -row.first), min(row.high, _MOST[row.what] - row.first)


def _numbers(row: Any, digits: int) -> list[float]:
    written = _of_left if row.what == "balance" else float
    return [written(round(level, digits) + 0.0) for level in (row.first, row.second)]  # no -0


def _changed(row: Any, digits: int, unit: str) -> str:
    """Say whether a number changed, and how sure that is."""
    if row.verdict == "all_alike":
        return "days so alike do not tell how sure a change is"
    low, high = (round(end, digits) + 0.0 for end in possible_range(row))
    if not low and not high:
        return "no change"
    between, beyond = f"{low:+.{digits}f} to {high:+.{digits}f} {unit}", is_beyond(row)
    if row.verdict == "no_clear_change":
        way = leaning(row.low, row.high)
        if way:
            return f"perhaps {'higher' if way > 0 else 'lower'}, not sure{'' if beyond else f' ({between})'}"
        unseen = f"under {_unseen(row):.{digits}f} may be chance"
        return f"no clear change {'as far as it was seen' if beyond else f'({between}; {unseen})'}"
    word, _, as_before = row.verdict.partition("_")
    how_much = "how much was not seen" if beyond else f"by {abs(row.change):.{digits}f} {unit} ({between})"
    said = f"{word}{',' * beyond} {how_much}"
    return f"{said}, but perhaps on that way before" if as_before else said


def _unseen(row: Any) -> float:
    """Return the smallest change whose interval would not hold zero; a percentage is that of a ratio."""
    if row.unit == "%":
        return 100 * ((100 + row.high) / (100 + row.low)) ** 0.5 - 100
    return (row.high - row.low) / 2


def _of_left(balance_pct: float) -> float:
    """Return the right side's hold in percent of the left one's, of a balance."""
    return 100 / (1 - balance_pct / 100) if balance_pct > 0 else 100 + balance_pct
