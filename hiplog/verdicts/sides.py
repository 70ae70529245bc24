"""Which side holds longer, in words: what `hiplog.balance` says."""

from functools import reduce
from typing import Any

import pandas as pd

from hiplog.counts import counted
from hiplog.exercise import SIDES
from hiplog.measures.fits import gate
from hiplog.measures.fits.samples import LEAST_EVENTS
from hiplog.verdicts.certainty import LESS_CLEARLY, ONE_IN_TWENTY, carried_in_words, leaning
from hiplog.verdicts.holds import of_holds

NEEDED_IN_WORDS = f"Each side needs {LEAST_EVENTS} holds that ended before the target, on 3 days."
_CHANCE = f"even sides look so {ONE_IN_TWENTY}"
_SECOND = ", and second holds are often shorter: "
_MEANS = {  # of the order, whether the side that is said to be longer was held first
    True: f"{_SECOND}part of the difference may be the order",
    False: f"{_SECOND}at equal order the difference may be larger",
}
_HIDES = f"{_SECOND}that may hide a difference"
_MOSTLY_FIRST = 0.6  # the share of sessions from which the order may be why


def balance_in_words(row: Any) -> str:
    """Say what a row of `hiplog.balance` says.

    Parameters
    ----------
    row : namedtuple
        A row of the table, as its `itertuples()` gives it.
    """
    if row.verdict == "not_enough":
        return _not_enough(row)
    if row.verdict == "both_reached":
        n = f"left in {of_holds(row.n_left_reached, row.n_left)}, right in {row.n_right_reached} of {row.n_right}"
        return f"both sides reached the target every time: {n}"
    if row.verdict.endswith("_at_least"):
        longer = row.verdict.removesuffix("_longer_at_least")
        (shorter,) = set(SIDES) - {longer}
        n_reached, n = getattr(row, f"n_{longer}_reached"), getattr(row, f"n_{longer}")
        reached = f"{longer} reached the target in {of_holds(n_reached, n)}"
        return f"{reached}, {shorter} was at least {abs(row.bound_pct):.0f} % shorter{order_in_words(row)}"
    between = _span(row.low_pct, row.high_pct)
    if row.verdict == "about_even":
        said = f"about even ({between})"
    elif row.verdict == "no_clear_difference":
        if leaning(row.low_pct, row.high_pct):
            said = f"not certain enough to say the sides differ ({between}; {_CHANCE})"
        else:
            said = f"no clear difference ({between}; {_unseen(row)})"
    else:
        if not row.low_pct < 0 < row.high_pct:  # which side is shorter stands before it
            between = f"likely {_ends(row.low_pct, row.high_pct)}"
        said = f"{carried_in_words(row.verdict).removesuffix(',')}: {_shorter(row)} ({between})"
    return said + order_in_words(row)


def balance_in_short(row: Any) -> str:
    """Say what a row of `hiplog.balance` says, in a few words."""
    if row.verdict == "not_enough":
        held = [side for side in SIDES if getattr(row, f"n_{side}")]
        if len(held) == 1:
            return f"Only the {held[0]} side was held"
        under = " under the target" if row.n_left_reached or row.n_right_reached else ""
        return f"Too few holds{under} to compare the sides"
    if row.verdict == "both_reached":
        return "Both sides reached the target every time"
    if row.verdict.endswith("_at_least"):
        (shorter,) = set(SIDES) - {row.verdict.removesuffix("_longer_at_least")}
        return f"{shorter.capitalize()} was at least {abs(row.bound_pct):.0f} % shorter"
    if row.verdict == "about_even":
        return "Both sides held about equally long"
    if row.verdict == "no_clear_difference":
        # No side is named: whoever looks daily would often see one by chance.
        if leaning(row.low_pct, row.high_pct):
            return "Not certain enough to say the sides differ"
        return "No clear difference between the sides"
    longer = SIDES[int(row.balance_pct > 0)]
    word = "slightly longer" if "slightly" in row.verdict else "longer"
    less = LESS_CLEARLY if row.verdict.endswith(gate.LESS_CLEARLY) else ""
    return f"{longer.capitalize()} held {word}: {_shorter(row)}{less}"


def balance_of_old(row: Any, now: Any) -> str:
    """Say what a row of `hiplog.balance` says of days long ago, in few words, beside what is said of now."""
    if row.verdict == "both_reached":
        return "both reached the target every time"
    if row.verdict in ("about_even", "no_clear_difference"):
        return row.verdict.replace("_", " ")
    if row.verdict.endswith("_at_least"):
        return f"{SIDES[int(row.bound_pct < 0)]} was at least {abs(row.bound_pct):.0f} % shorter"
    is_of_same_side = "_longer" in now.verdict and now.balance_pct * row.balance_pct > 0  # never of a bound
    return f"{abs(row.balance_pct):.0f} %" if is_of_same_side else _shorter(row)


def _shorter(row: Any) -> str:
    """Say by how much the shorter side of a row of `hiplog.balance` is so, in percent of the longer one."""
    return f"{SIDES[int(row.balance_pct < 0)]} was {abs(row.balance_pct):.0f} % shorter"


def balance_rests_on(row: Any) -> str:
    """Say within which range the balance of a row of `hiplog.balance` lies, and what else it rests on."""
    if row.verdict == "both_reached":
        left = f"{row.n_left_reached} of {counted(row.n_left, 'hold')} on the left"
        both = f"{left}, {row.n_right_reached} of {row.n_right} on the right"
        return f"{both}. Where both reach the target, a difference cannot show."
    if row.verdict == "not_enough":
        return f"{_not_enough(row)}. {NEEDED_IN_WORDS}"
    if row.verdict.endswith("_at_least"):
        return f"{balance_in_words(row)}{order_means(row)}."
    unseen = ""
    if row.verdict == "no_clear_difference":
        needs = f"{_CHANCE}, so a side is called longer only once that is 99 % certain"
        unseen = f"; {needs}" if leaning(row.low_pct, row.high_pct) else f"; {_unseen(row)}"
    return f"{_span(row.low_pct, row.high_pct)}{unseen}{order_in_words(row)}{order_means(row)}."


def order_in_words(row: Any) -> str:
    """Say which side was held first where the numbers are as held, if one was it clearly more often.

    Where a side is said to be longer and no order is known, that is said.
    """
    if not row.n_ordered and "_longer" in row.verdict:
        return "; which side was held first is not known"
    if row.at_equal_order or pd.isna(row.first_side) or row.n_first < _MOSTLY_FIRST * row.n_ordered:
        return ""
    if row.n_first == row.n_ordered:
        return f"; {row.first_side} was always held first"
    return f"; {row.first_side} was held first in {row.n_first} of {row.n_ordered} sessions"


def order_means(row: Any) -> str:
    """Say, behind which side was held first, what that may have made of a difference that is told."""
    if not row.n_ordered or not order_in_words(row):
        return ""
    if row.verdict == "about_even":
        return _HIDES
    return _MEANS[row.verdict.startswith(f"{row.first_side}_")] if "_longer" in row.verdict else ""


def without_what_the_order_means(said: str) -> str:
    """Return a sentence with the order alone, as where what it means stands beside it."""
    return reduce(lambda rest, means: rest.replace(means, ""), (*_MEANS.values(), _HIDES), said)


def _unseen(row: Any) -> str:
    return f"a difference under {row.unseen_pct:.0f} % could not be told from chance"


def _span(low: float, high: float) -> str:
    """Say from where to where an interval of the balance goes, in percent by which a side is the shorter."""
    if max(abs(low), abs(high)) < 0.5:  # both ends would be 0
        return "within 1 % of even"
    if low < 0 < high:
        return f"likely from right {-low:.0f} % shorter to left {high:.0f} % shorter"
    return f"likely {'left' if high > 0 else 'right'} {_ends(low, high)} shorter"


def _ends(low: float, high: float) -> str:
    """Return the ends of an interval of the balance that does not hold zero, that nearer to it first."""
    near, far = sorted((abs(low), abs(high)))
    near_in_words = "under 1" if 0 < near < 0.5 else f"{near:.0f}"  # 0 would be read as even
    return f"{near_in_words} to {far:.0f} %"


def _not_enough(row: Any) -> str:
    """Say why there is no balance."""
    lacks = [
        _lack(side, *(getattr(row, f"n_{side}{kind}") for kind in ("", "_censored", "_reached"))) for side in SIDES
    ]
    reasons = [lack for lack in lacks if lack] or ["holds on too few days"]
    return f"not enough to tell: {', '.join(reasons)}"


def _lack(side: str, n: int, n_censored: int, n_reached: int) -> str | None:
    """Say what one side lacks, if anything, and of one that reached its target how often it did."""
    if n_reached:
        return f"{side} reached the target in {of_holds(n_reached, n)}"
    if n - n_censored >= LEAST_EVENTS:
        return None
    if n_censored:
        return f"{side} was interrupted in {of_holds(n_censored, n)}"
    few = f"only {counted(n, 'hold')}" if n else "no hold"
    return f"{few} on the {side}"
