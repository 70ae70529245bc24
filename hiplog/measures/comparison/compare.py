"""What changed from one part of a log to another: holds, sides, pain and practice, each with how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES, STRETCHES
from hiplog.interchange import Holds
from hiplog.measures.comparison import kinds as kinds_of
from hiplog.measures.comparison.counts import counts_of, is_few
from hiplog.measures.comparison.effects import NONE, Effect, effect, least_squares, log_normal, non_overlap
from hiplog.measures.comparison.kinds import BY, Kinds
from hiplog.measures.diary import chosen_diary, marked_day, offered
from hiplog.measures.fits import gate
from hiplog.measures.fits.by_day import Estimate
from hiplog.measures.frames import day_number, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.observed import Observed, is_first_of_day, observed, seen_up_to, take
from hiplog.measures.holds.order import LEAST_EACH
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.pain.days import pain_of
from hiplog.measures.practice import practice_of
from hiplog.measures.sides.asymmetry import percent
from hiplog.schema import Diary, LogError

_COLUMNS = {
    "what": "str",
    "side": "str",
    "unit": "str",
    "first": "float64",
    "second": "float64",
    "seen_first_s": "float64",
    "seen_second_s": "float64",
    "change": "float64",
    "low": "float64",
    "high": "float64",
    "beyond": "float64",
    "low_beyond": "float64",
    "high_beyond": "float64",
    "ties": "float64",
    "of_two": "bool",
    "at_other_order": "bool",
    "days_first": "int64",
    "days_second": "int64",
    "sessions_first": "int64",
    "sessions_second": "int64",
    "verdict": "str",
}
# Verdicts that say nothing of a change.
UNTOLD = ("not_enough", "all_alike", "both_reached", "other_target", "other_order")
_OTHER_PLACE = 0.5  # in the mean place of a side: half of the sessions begin with the other one
_BEYOND = 1.645  # standard errors, one-sided 95 %
BY_DAYS = 84


def compare(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    at: arguments.Moment | None = None,
    spans: Sequence[tuple[arguments.Moment, arguments.Moment]] | None = None,
    by: arguments.By | None = None,
    days: int | None = None,
    run_in: int = 0,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Compare the days before a day with those from it on, two spans, or days of two kinds.

    A change after a day is not a change because of it: other things changed too. And a log that grows anyway is
    higher after any day. So each number is also held against the line through the days before (`beyond`), and only
    what lies clearly beyond that is called a change at that day.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Of each side a day's first hold counts, so that more sessions a day change
        nothing by themselves.
    exercise : str
        The exercise to compare.
    at : date, datetime or str, optional
        The first day after the change, or the words of one of the log's marks.
    spans : two pairs of days, optional
        The first and last day of either span, the earlier span first.
    by : str, optional
        `stretches`: days after a day with stretches, beside those after a day without; `sessions_a_day`: after a
        day with more than one session, beside those after a day with one.
    days : int, optional
        How many days before and from `at` on, 28 unless given; with `by`, how many up to the last, 84 unless
        given.
    run_in : int
        How many days at the log's beginning are left out: who begins is still learning.
    diary : Diary, optional
        Days and marks, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        `what` is compared, of which `side`, in which `unit`, by the numbers `first` and `second` of the two. A log
        of one side has no rows of the other, nor a balance; one without pain has none of it.

        - `reached`: the share of days on which the target was reached, %, the change in points;
        - `typical`: the typical (median) hold in seconds, up to what could be seen then, `seen_first_s` and
          `seen_second_s` (see `typical_hold`), the change in percent, beyond that an estimate; `at_other_order`,
          whether these are levels at equal order though one of the two hardly had both orders;
        - `balance`: as `balance` has it, %, the change that of the ratio of the sides in percent;
        - `pain`, `pain_next_day`: a day's first rating, and that of the day after a session, the mean, in points;
          `of_two`, whether a day's is the higher of two numbers that the sides were given;
        - `practice`: the share of days with a whole session, %, the change in points (not with `by`);
        - `non_overlap`: the share of pairs of days of which the later is held longer, %, the change from 50; a
          tie, such as two holds at the target, counts half, and `ties` is their share.

        `low` to `high` is the 95 % interval of the change; `beyond`, with `low_beyond` to `high_beyond`, by how
        much it lies beyond the line through the days before the change (twice as many more of them), for `by` the
        line through all days. `days_first`, `days_second`, `sessions_first`, `sessions_second`; and the `verdict`:
        `higher` or `lower`, at 99 % and beyond the line at 95 %, one-sided; `higher_as_before`,
        `lower_as_before`, where it is not clearly beyond the line; `no_clear_change`; `other_target`, for
        `reached`, where the target is not the same throughout; `other_order`, for `typical` and `balance`,
        where the side that was held first is mostly another one, so that nothing parts what is of the days from
        what is of the order; `both_reached`, for `typical` and `balance`, where every hold of both kinds of days
        reached its target, so that nobody saw how much longer it could have been; `all_alike`, where the days of
        either kind are, so that nobody knows how sure a change is; or `not_enough`: of either under 14 days with a
        hold (for pain, or with pain known), for balance and practice under 8 sessions, or under 7 days or 5
        uncensored holds of what is compared.
        Missing for `non_overlap`.

    Raises
    ------
    LogError
        Where not exactly one of `at`, `spans` and `by` is given, or an argument cannot be used.

    Notes
    -----
    The line and the step at the day: an interrupted time series (Bernal et al. 2017, Int. J. Epidemiol.
    46:348-355), censored holds log-normal, its variance summed by day (docs/measures.md).

    Examples
    --------
    >>> rows = hiplog.compare(hiplog.example(), at="2026-05-01")
    >>> rows = rows[rows["what"].isin(["typical", "balance"])]
    >>> rows[["what", "side", "first", "second", "change", "verdict"]].round(1)
          what   side  first  second  change          verdict
    1  typical   left   88.0    82.7    -6.0  no_clear_change
    4  typical  right  103.5   109.9     6.2  no_clear_change
    6  balance    NaN   15.0    24.7    12.9  no_clear_change
    """
    of = "compare"
    every = chosen(of, holds, None, each=True)
    held = chosen(of, Chosen(every), exercise)
    said = chosen_diary(of, holds, diary)
    arrays = arrays_of(held)
    kinds = _kinds(arrays, every, said, at, spans, by, days)
    run_in = arguments.count(of, "run_in", run_in)
    arrays = take(arrays, arrays.day - arrays.day[:1] >= run_in)
    return table(_COLUMNS, [pd.DataFrame(compared(arrays, kinds, said))] if len(arrays.day) else [])


def compared(held: Arrays, kinds: Kinds, said: Diary) -> list[dict[str, Any]]:
    """Return the rows of `compare` of holds of one exercise, of which there is one at least."""
    counts, pain = counts_of(held, kinds), pain_of(held, said)
    rows = [*_of_holds(held, kinds), *_of_pain(pain, kinds)]
    if kinds.is_before_after:
        rows.append(_of_practice(held, kinds, said))
    days_of_pain = kinds.least(day_number(pain["day"][pain["session"] | ~np.isnan(pain["pain"])]))
    for row in rows:
        if row["verdict"] is not None and is_few(row, counts, days_of_pain):
            row["verdict"] = "not_enough"
    return [row | counts for row in rows]


def _kinds(held: Arrays, every, said, at, spans, by, days) -> Kinds:
    """Return the days to compare, of whichever argument was given."""
    if sum(one is not None for one in (at, spans, by)) != 1:
        raise LogError(f"compare: expected one of at, spans and by{offered(said.marks)}")
    if spans is not None:
        return kinds_of.of_spans(spans)
    if by is not None and (not isinstance(by, str) or by not in BY):
        raise arguments.refused("compare", "by", by, f"one of {', '.join(BY)}")
    days = arguments.days("compare", (BY_DAYS if by else LATELY_DAYS) if days is None else days)
    if by is None:
        return kinds_of.around(marked_day("compare", at, said.marks), days)
    stretched = day_number(every.loc[every["exercise"].isin(STRETCHES), "day"])
    return kinds_of.after_days(held, stretched, by, days)


def _design(kinds: Kinds, day: np.ndarray) -> np.ndarray:
    """Return ones, the second kind, and time: in 100 days from the middle of all."""
    return np.column_stack([np.ones(len(day)), kinds.of(day) == 1, (day - kinds.day.mean()) / 100])


def _both(parts, kinds: Kinds) -> tuple[Effect, Effect]:
    """Return the effect between the two kinds, and beyond the line through all days.

    `parts` are pairs of a sign and a function of (which days, columns of the design) to a `Part`.
    """
    plain = effect(*((sign, fit(lambda day: kinds.of(day) >= 0, 2)) for sign, fit in parts))
    return plain, effect(*((sign, fit(lambda day: kinds.of(day) >= -1, 3)) for sign, fit in parts))


def _of_holds(held: Arrays, kinds: Kinds) -> Iterator[dict]:
    """Yield the rows on holds: of each side, and of one side against the other."""
    seen = observed(held)
    seen = take(seen, is_first_of_day(seen))
    sides = {word: take(seen, seen.side == side) for side, word in enumerate(SIDES) if side in held.side}
    aimed = _days_of_one_target(held, kinds)
    always = []
    for side, of_side in sides.items():
        reached = _reached(side, of_side, aimed, kinds)
        always.append(reached["first"] == reached["second"] == 100)
        yield reached
        yield _unless_reached(_typical(side, of_side, kinds), always[-1:])
        yield _non_overlap(side, of_side, kinds)
    if len(sides) == len(SIDES):
        yield _unless_reached(_balance(sides, kinds), always)


def _unless_reached(row: dict, always: list[bool]) -> dict:
    """Return a row that has too few holds under the target with why, where each side `always` reached that."""
    return row | {"verdict": "both_reached"} if row["verdict"] == "not_enough" and all(always) else row


def _days_of_one_target(held: Arrays, kinds: Kinds) -> np.ndarray | None:
    """Return the days with the target that all days compared have, None where they have several."""
    first = take(held, is_first_of_day(held))
    known = first.aimed_s[(kinds.of(first.day) >= 0) & ~np.isnan(first.aimed_s)]
    return first.day[np.isin(first.aimed_s, known)] if len(np.unique(known)) < 2 else None


def _reached(side: str, seen: Observed, aimed: np.ndarray | None, kinds: Kinds) -> dict:
    if aimed is None:
        return _row("reached", side, "points", NONE, NONE, 100) | {"verdict": "other_target"}
    target = take(seen, np.isin(seen.day, aimed) & (seen.reached | ~seen.censored))
    return _of_shares("reached", side, _mean_of(target.day, target.reached, kinds), kinds)


def _balance(sides: dict[str, Observed], kinds: Kinds) -> dict:
    if any(_order_changed(seen, kinds) for seen in sides.values()):
        return _row("balance", None, "%", NONE, NONE, None, levels=percent) | {"verdict": "other_order"}
    left, right = (_median_of(sides[side], kinds) for side in SIDES)
    return _row("balance", None, "%", *_both([(-1, left), (1, right)], kinds), None, levels=percent)


def _typical(side: str, seen: Observed, kinds: Kinds) -> dict:
    if _order_changed(seen, kinds):
        return _row("typical", side, "%", NONE, NONE, None, levels=np.exp) | {"verdict": "other_order"}
    row = _row("typical", side, "%", *_both([(1, _median_of(seen, kinds))], kinds), None, levels=np.exp)
    is_one_known = min(_of_each_order(seen, kinds.of(seen.day) == kind) for kind in (0, 1)) >= LEAST_EACH
    row["at_other_order"] = _is_order_known(seen, kinds) and not is_one_known
    for kind, part in enumerate(("first", "second")):
        seen_s = seen_up_to(take(seen, kinds.of(seen.day) == kind))
        row |= {part: min(row[part], seen_s), f"seen_{part}_s": seen_s}  # a missing level stays missing
    return row


def _mean_of(day: np.ndarray, value: np.ndarray, kinds: Kinds):
    """Return a function that fits the mean of some days."""

    def fit(which, columns):
        kept = which(day)
        return least_squares(day[kept], value[kept].astype("float64"), _design(kinds, day[kept])[:, :columns])

    return fit


def _median_of(seen: Observed, kinds: Kinds):
    """Return a function that fits the median hold of some days, at equal order where that can be told."""
    known = _is_order_known(seen, kinds)

    def fit(which, columns):
        some = take(seen, which(seen.day))
        return log_normal(some, np.column_stack([_design(kinds, some.day)[:, :columns], some.place * known]))

    return fit


def _is_order_known(seen: Observed, kinds: Kinds) -> bool:
    """Return whether what being second costs can be told from the days of one kind."""
    return max(_of_each_order(seen, kinds.of(seen.day) == kind) for kind in (0, 1)) >= LEAST_EACH


def _order_changed(seen: Observed, kinds: Kinds) -> bool:
    """Return whether a side was mostly first on days of one kind and second on the other's.

    Then nothing tells what is of the days and what of the order.
    """
    places = [seen.place[(kinds.of(seen.day) == kind) & (seen.place != 0)] for kind in (0, 1)]
    if _is_order_known(seen, kinds) or not all(map(len, places)):
        return False
    return bool(abs(places[0].mean() - places[1].mean()) > _OTHER_PLACE)


def _of_each_order(seen: Observed, which: np.ndarray) -> int:
    """Return how many uncensored holds of some days were first in their session, or second, if that is fewer."""
    ended = which & ~seen.censored
    return int(min((ended & (seen.place < 0)).sum(), (ended & (seen.place > 0)).sum()))


def _non_overlap(side: str, seen: Observed, kinds: Kinds) -> dict:
    kind = kinds.of(seen.day)
    some = take(seen, kind >= 0)
    share, ties = (NONE, np.nan) if _order_changed(seen, kinds) else non_overlap(some, kind[kind >= 0] == 1)
    return _row("non_overlap", side, "points", share, NONE, 100) | {"verdict": None, "ties": ties}


def _of_pain(days: dict[str, np.ndarray], kinds: Kinds) -> Iterator[dict]:
    """Yield the rows on pain, where any is known: a day's first rating, and that of the day after a session."""
    number, known = day_number(days["day"]), ~np.isnan(days["pain"])
    if not known.any():
        return
    day, pain = number[known], days["pain"][known]
    row = _row("pain", None, "points", *_both([(1, _mean_of(day, pain, kinds))], kinds), 1)
    yield row | {"of_two": bool(days["of_two"].any())}
    after = np.isin(day - 1, number[days["session"]])
    if kinds.is_before_after:  # a session's own kind is that of its day
        next_day = _mean_of(day[after] - 1, pain[after], kinds)
        yield _row("pain_next_day", None, "points", *_both([(1, next_day)], kinds), 1)


def _of_practice(held: Arrays, kinds: Kinds, said: Diary) -> dict:
    days = practice_of(held, said)
    meant = pd.isna(days["reason"])
    done = _mean_of(day_number(days["day"])[meant], days["done"][meant] > 0, kinds)
    return _of_shares("practice", None, done, kinds)


def _of_shares(what: str, side: str | None, share: Callable, kinds: Kinds) -> dict:
    """Return the row of a share of days, in per cent, with no number of more than all or less than none."""
    row = _row(what, side, "points", *_both([(1, share)], kinds), 100)
    changed = ("change", "low", "high", "beyond", "low_beyond", "high_beyond")
    row |= {name: float(np.clip(row[name], -100, 100)) for name in changed}
    return row | {name: round(float(np.clip(row[name], 0, 100)), 9) for name in ("first", "second")}


def _row(what, side, unit, plain: Effect, beyond: Effect, scale: float | None, levels=None) -> dict:
    """Return a row; `scale` of the change, None for one in log seconds, which becomes a percentage."""

    def scaled(x):
        return 100 * np.expm1(x) if scale is None else scale * x

    levels = levels or scaled
    row = {"what": what, "side": side, "unit": unit, "first": levels(plain.first), "second": levels(plain.second)}
    row |= {"change": scaled(plain.change.value), "ties": np.nan, "beyond": scaled(beyond.change.value)}
    row |= {"seen_first_s": np.nan, "seen_second_s": np.nan, "of_two": False, "at_other_order": False}
    for estimate, after in ((plain.change, ""), (beyond.change, "_beyond")):
        row |= {
            f"low{after}": scaled(estimate.value - estimate.half_width),
            f"high{after}": scaled(estimate.value + estimate.half_width),
        }
    return row | {"verdict": _verdict(plain.change, beyond.change)}


def _verdict(plain: Estimate, beyond: Estimate) -> str:
    if np.isnan(plain.z):
        return "not_enough" if np.isnan(plain.value) else "all_alike"
    if abs(plain.z) < gate.COMES:
        return "no_clear_change"
    word = "higher" if plain.value > 0 else "lower"
    return word if np.sign(plain.value) * beyond.z >= _BEYOND else f"{word}_as_before"
