"""Whether holds grow longer, in words: what `hiplog.trend` says."""

from typing import Any

import pandas as pd

from hiplog.dates import clock, day_in_words
from hiplog.measures.fits import gate
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.verdicts.certainty import LESS_CLEARLY, ONE_IN_TWENTY, carried_in_words, leaning
from hiplog.verdicts.typical import level_in_words

_OVER_A_PAUSE = "_over_a_pause"
_CHANCE = f"level holds look so {ONE_IN_TWENTY}"
_NONE_S = 0.005  # a week: both ends of such a range would be 0


def trend_in_words(row: Any) -> str:
    """Say what a row of `hiplog.trend` says, where it has a slope.

    Where an end of the line lies beyond what could be seen no slope is told: nobody saw its seconds.
    """
    low, high = row.low_s_per_week, row.high_s_per_week
    if max(abs(low), abs(high)) < _NONE_S:
        return f"no change at all on the {row.side}"
    between = f"between {_signed(low)} and {_signed(high)} s a week"
    ends = ((row.from_s, row.seen_from_s), (row.to_s, row.seen_to_s))
    beyond = [seen_s for level_s, seen_s in ends if level_s >= seen_s]
    if row.verdict == "no_clear_change":
        levels = f"; {_levels(row)} {_pause(row)}" if row.pause_days and _levels(row) else ""
        if beyond:
            yet = " yet" if leaning(low, high) else ""
            so_far = f"as far as it was seen, up to {clock(beyond[-1])}"
            return f"no clear change{yet} on the {row.side} ({so_far}{levels})"
        if leaning(low, high):
            way = "longer" if low > 0 else "shorter"
            return f"not certain enough to say that {row.side} holds grow {way} ({between}; {_CHANCE}{levels})"
        unseen = f"a change under {_signed((high - low) / 2)[1:]} s a week could not be told from chance"
        return f"no clear change on the {row.side} ({between}; {unseen}{levels})"
    if is_over_a_pause(row):
        return _over_a_pause(row)
    way, _, lately = row.verdict.partition("_")
    if is_bent(row):
        return f"{row.side} holds grew {way} {_until_lately(row, lately)}"
    by = "" if beyond else f" by {abs(row.slope_s_per_week):.1f} s a week ({between}),"
    said = f"{row.side} holds grew {carried_in_words(row.verdict.removesuffix('_lately_unknown'))}{by}"
    first, last = (level_in_words(*end) for end in ends)
    said += f" about {last} throughout" if beyond and first == last else f" from about {first} to {last}"
    return f"{said}; the last {LATELY_DAYS} of these alone do not tell" if lately == "lately_unknown" else said


def _over_a_pause(row: Any) -> str:
    """Say that holds were longer or shorter after a pause, which does not say that they grow."""
    way = row.verdict.removesuffix(_OVER_A_PAUSE)
    levels = f" ({_levels(row)})" if _levels(row) else ""
    return f"{row.side} holds were {way} after {_pause(row)}{levels}; that they grow {way} is not clear"


def _pause(row: Any) -> str:
    """Return the last pause, with its last day."""
    return f"the pause of {row.pause_days} days up to {day_in_words(row.resumed - pd.Timedelta(days=1))}"


def _levels(row: Any) -> str:
    """Say how long a side was held before its last pause and since; "" where one of them is not known."""
    known = not pd.isna([row.before_pause_s, row.since_pause_s]).any()
    return f"{clock(row.before_pause_s)} before, {clock(row.since_pause_s)} since" if known else ""


def _until_lately(row: Any, lately: str) -> str:
    """Say until when holds grew in one way, how long they were held before and since, and how it goes on."""
    until = f"before the last {LATELY_DAYS} days, until when is not known"
    early = f"on a line from about {level_in_words(row.early_s, row.seen_early_s)} on {day_in_words(row.early)}"
    levels = f"{early}, and about {level_in_words(row.lately_s, row.seen_to_s)} in the {LATELY_DAYS} days since"
    perhaps, way = _turn(lately)
    since = f"{perhaps}growing {way}" if way else "with no clear change"
    return f"{until}: {levels}, {since} in these"


def is_over_a_pause(row: Any) -> bool:
    """Return whether a row of `hiplog.trend` is told of what was before a pause and what since, not of growth."""
    return row.verdict.endswith(_OVER_A_PAUSE)


def is_bent(row: Any) -> bool:
    """Return whether a row of `hiplog.trend` is told of the line that bends where the last 28 days begin."""
    return row.verdict.endswith("_until_lately") or "_then_" in row.verdict


def trend_in_short(row: Any) -> str:
    """Say in a few words whether a side's holds grow, by a row of `hiplog.trend`; "" where that is not clear.

    Of a line that bends it is said of the 28 days after the bend.
    """
    if is_over_a_pause(row):
        before = "than before it" if pd.isna(row.before_pause_s) else f"({clock(row.before_pause_s)} before)"
        return f"{row.verdict.removesuffix(_OVER_A_PAUSE)} since {_pause(row)} {before}"
    way, _, lately = row.verdict.partition("_")
    if way == "no":
        return ""
    perhaps, turn = _turn(lately)
    if lately == "until_lately" or perhaps:
        return f"growing {way} before, {f'{perhaps}{turn}' if turn else 'with no clear change'}"
    if turn:
        return f"growing {turn}"
    if lately == "lately_unknown":
        return f"growing {way} (the last {LATELY_DAYS} days alone do not tell)"
    return f"growing {way}{f'{LESS_CLEARLY},' * row.verdict.endswith(gate.LESS_CLEARLY)}"


def _turn(lately: str) -> tuple[str, str]:
    """Return which way holds turned in the last 28 days, by the end of a verdict, and whether only perhaps so."""
    if not lately.startswith("then_"):
        return "", ""
    way = lately.removeprefix("then_")
    return ("perhaps " if way.startswith("perhaps_") else ""), way.removeprefix("perhaps_")


def _signed(number: float) -> str:
    """Return a number with its sign and a decimal, and two where it would be taken for zero."""
    return f"{number:+.1f}" if abs(number) >= 0.05 else f"{number:+.2f}"
