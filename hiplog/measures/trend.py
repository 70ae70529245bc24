"""By how much do holds grow longer? The slope of the typical hold, with holds at the target kept apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day, gate
from hiplog.measures.fits.by_day import UNKNOWN, Estimate
from hiplog.measures.fits.line import Line, fit_line
from hiplog.measures.fits.samples import LEAST_DAYS, LEAST_EVENTS
from hiplog.measures.frames import days_at, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.observed import Observed, is_first_of_day, observed, seen_up_to, take
from hiplog.measures.holds.selection import LATELY_DAYS, by_exercise, chosen
from hiplog.measures.pauses import Pause, last_pause, stretches

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "day": "datetime64[us]",
    "slope_s_per_week": "float64",
    "low_s_per_week": "float64",
    "high_s_per_week": "float64",
    "from_s": "float64",
    "to_s": "float64",
    "seen_from_s": "float64",
    "seen_to_s": "float64",
    "slope_lately_s_per_week": "float64",
    "low_lately_s_per_week": "float64",
    "high_lately_s_per_week": "float64",
    "early": "datetime64[us]",
    "early_s": "float64",
    "seen_early_s": "float64",
    "lately_s": "float64",
    "pause_days": "int64",
    "resumed": "datetime64[us]",
    "before_pause_s": "float64",
    "since_pause_s": "float64",
    "span_days": "int64",
    "n": "int64",
    "n_censored": "int64",
    "verdict": "str",
}
_LEAST_SPAN = 21  # days; fewer tell a good week from growth in no way
_WEEK = 7
_BEFORE = 84  # days before the last 28, whose slope these are held against
_LESS = 1.96  # standard errors by which the slope of the last 28 days is less than that before, where it is
_WORDS = {1: "longer", -1: "shorter"}
_LineUntil = Callable[[int], tuple[np.ndarray, Estimate]]  # the line of the days up to one: `_line`


def trend(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int | None = 56,
    run_in: int = 0,
) -> pd.DataFrame:
    """Measure by how many seconds a week the typical (median) hold of each side changes.

    The median is a straight line in time, log T = log(a + b t) + s e with standard normal e, and holds that
    reached their target are censored; each side has its own fit (maximum likelihood). The first hold of a side on
    each day counts, so that a change in the number of sessions a day is no trend. The variance is summed by day.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int, optional
        How many days up to the last with a hold count, also among
        those that `since` and `until` choose; None for all of these.
    run_in : int
        How many days at the log's beginning are left out: who begins an exercise is still learning it.

    Returns
    -------
    DataFrame
        One row per exercise and side with a hold in these days, up to the `day` of the last: `slope_s_per_week`
        with its 95 % interval `low_s_per_week` to `high_s_per_week`; the line's medians on its first and last day,
        `from_s` and `to_s`, where that is more no more than holds could be seen in the 28 days from that day on
        and up to it, `seen_from_s` and `seen_to_s` (see `typical_hold`); `span_days` from the one to the other,
        both counted; `n` and `n_censored`, the holds fitted; the slope of the last 28 days,
        `slope_lately_s_per_week`, `low_lately_s_per_week`, `high_lately_s_per_week`, in a line that bends where
        they begin; its median `early_s` on its first day,
        `early`, up to 112 days before the last, and `seen_early_s`; `lately_s`, the median of the last 28 days by
        themselves; `pause_days`, the days without a hold of the last pause, one of 14 or more, 0 where none
        ended in these days, `resumed`, the day after it, and the medians of up to 28 days before it and since,
        `before_pause_s` and `since_pause_s`; and the `verdict`, one of:

        - `longer`, `shorter`: said from 99 % on, if that was so a week before too, until it is under 80 %, and the
          last 28 days alone say so;
          `_lately_unknown` after it, where these do not tell; `_less_clearly`, where the 95 % interval of the
          slope holds zero;
        - `longer_until_lately`, `shorter_until_lately`: that was said now or 28 days ago, the slope of the last 28
          days is clearly less, and the last day of that line lies clearly over its first, or under it;
          `longer_then_shorter`, `shorter_then_longer`, where the slope is under zero, or over it, at 99 %, and
          `longer_then_perhaps_shorter`, `shorter_then_perhaps_longer`, at 95 %; no line bends over a pause;
        - `longer_over_a_pause`, `shorter_over_a_pause`: there is a pause, and neither the days before it nor those
          since say so by themselves; or only that the side is held longer or shorter since, in up to 28 days, than
          in those before it, at the same certainty;
        - `no_clear_change`;
        - `not_enough`: the slope is missing, for fewer than 5 holds are uncensored, they are of fewer than 7
          days or span less than 21,
          or the side that reaches its target leaves the line no upper bound.

    Examples
    --------
    >>> rows = hiplog.trend(hiplog.example(), days=112)
    >>> rows[["side", "from_s", "to_s", "slope_s_per_week", "verdict"]].round(1)
        side  from_s   to_s  slope_s_per_week          verdict
    0   left    98.7  104.2               0.3  no_clear_change
    1  right   103.4  117.1               0.9  no_clear_change
    """
    held = chosen("trend", holds, exercise, since, until, each=True)
    days, run_in = arguments.days("trend", days, every=True), arguments.count("trend", "run_in", run_in)
    rows = [
        {"exercise": name, **row}
        for name, part in by_exercise(held)
        for row in trend_of(arrays_of(part), days, run_in)
    ]
    return table(_COLUMNS, [pd.DataFrame(rows)] if rows else [])


def trend_of(held: Arrays, days: int | None, run_in: int = 0) -> list[dict[str, Any]]:
    """Return the rows of `trend` of holds of one exercise."""
    seen = observed(take(held, held.day >= held.day[0] + run_in))
    seen = take(seen, is_first_of_day(seen))
    rows = []
    for side, word in enumerate(SIDES):
        of_side = take(seen, seen.side == side)
        if len(of_side.day) and len(_until(of_side, last := int(seen.day[-1]), days).day):
            rows.append({"side": word, "day": days_at(seen.day[-1]), **_row(of_side, last, days)})
    return rows


def _way(slope: Estimate) -> int:
    """Return 1 or -1 where the 95 % interval lies over or under zero, else 0."""
    return int(np.sign(slope.value)) if abs(slope.value) > slope.half_width else 0


class _Bent(NamedTuple):
    """A line that bends where the last 28 days begin, and these alone."""

    early: int | None  # its first day, if there is such a line
    early_s: float  # the median on it
    seen_early_s: float  # up to which seconds holds could be seen then
    lately: Estimate  # of the last 28 days
    less: Estimate  # by how much that is less than the slope before
    came: Estimate  # from its first day to its last
    lately_s: float  # the median of the last 28 days alone
    alone: Estimate  # and their slope


_UNBENT = _Bent(None, np.nan, np.nan, UNKNOWN, UNKNOWN, UNKNOWN, np.nan, UNKNOWN)


def _row(seen: Observed, last: int, days: int | None) -> dict[str, float | int | str]:
    """Return the slope of one side up to the last day, and its verdict."""
    now = _until(seen, last, days)
    line_until = cache(lambda day: _line(_until(seen, day, days)))
    (from_s, to_s), slope = line_until(last)
    pause = last_pause(_until(seen, last, None))
    if pause and pause.resumed < now.day[0]:
        pause = None
    bent = _bent(stretches(seen)[-1], last)
    seen_from_s, seen_to_s = _seen_at_first(now), _seen_at_last(now)
    row = {"seen_from_s": seen_from_s, "seen_to_s": seen_to_s, "seen_early_s": bent.seen_early_s}
    # In this order min leaves a level that is missing as it is, and one of which the end is.
    row |= {"from_s": min(from_s, seen_from_s), "to_s": min(to_s, seen_to_s)}
    row |= {
        "early": pd.NaT if bent.early is None else days_at(np.int64(bent.early)),
        "early_s": min(bent.early_s, bent.seen_early_s),
        "lately_s": min(bent.lately_s, seen_to_s),
        "verdict": "not_enough",
    }
    for name, of in (("", slope), ("_lately", bent.lately)):
        row |= {
            f"slope{name}_s_per_week": of.value,
            f"low{name}_s_per_week": of.value - of.half_width,
            f"high{name}_s_per_week": of.value + of.half_width,
        }
    row |= _pause_of(pause)
    row |= {"n": len(now.day), "n_censored": int(now.censored.sum()), "span_days": np.ptp(now.day) + 1}
    if not np.isnan(slope.z):
        row["verdict"] = _verdict(seen, now, line_until, bent, pause)
    return row


def _pause_of(pause: Pause | None) -> dict[str, Any]:
    """Return the columns of the last pause of one side."""
    if pause is None:
        return {"pause_days": 0, "resumed": pd.NaT, "before_pause_s": np.nan, "since_pause_s": np.nan}
    levels = {"before_pause_s": pause.before_s, "since_pause_s": pause.since_s}
    return {"pause_days": pause.days, "resumed": days_at(np.int64(pause.resumed)), **levels}


def _seen_at_first(seen: Observed) -> float:
    """Return up to how many seconds holds could be seen in the first 28 days of these."""
    return seen_up_to(take(seen, seen.day < seen.day[0] + LATELY_DAYS))


def _seen_at_last(seen: Observed) -> float:
    """Return the same of the last 28 days of these."""
    return seen_up_to(take(seen, seen.day > seen.day[-1] - LATELY_DAYS))


def _verdict(seen: Observed, now: Observed, line_until: _LineUntil, bent: _Bent, pause: Pause | None) -> str:
    """Return the verdict of the last day: of the days `now`, and of the last 28 where these are many more."""
    last = int(now.day[-1])
    slope, before = line_until(last)[1], _day_before(seen, last, LATELY_DAYS)
    state = _state(seen, last, line_until)
    grew = state or (0 if before is None else _state(seen, before, line_until))
    if grew and grew * bent.less.z >= _LESS and _way(bent.lately) != grew:
        # Alone: where growth ended before the bend, the bent line falls after it.
        if _way(bent.alone) == -grew:
            perhaps = "" if abs(bent.alone.z) >= gate.COMES else "perhaps_"
            return f"{_WORDS[grew]}_then_{perhaps}{_WORDS[-grew]}"
        if _way(bent.came) == grew:  # else it was a dip, or a peak, that is over
            return f"{_WORDS[grew]}_until_lately"
    if not state:
        return f"{_WORDS[pause.way]}_over_a_pause" if pause and pause.way else "no_clear_change"
    alone = [pause is not None and _way(_line(stretch)[1]) == state for stretch in stretches(now)]
    if pause and not any(alone):
        return f"{_WORDS[state]}_over_a_pause"
    if abs(slope.value) <= slope.half_width:
        return _WORDS[state] + gate.LESS_CLEARLY
    is_about_lately = np.ptp(now.day) < LATELY_DAYS + _WEEK
    lately = _line(_until(now, last, LATELY_DAYS))[1] if bent.early is None else bent.lately
    says_so_lately = is_about_lately or _way(lately) == state or alone[-1]
    return _WORDS[state] + ("" if says_so_lately else "_lately_unknown")


def _state(seen: Observed, last: int, line_until: _LineUntil) -> int:
    """Return what the gate says on a day."""
    days = np.unique(seen.day[seen.day <= last])
    return gate.last_state(len(days), lambda at: np.array([_lasting_z(seen, int(days[at[0]]), line_until)]), 1)


def _lasting_z(seen: Observed, day: int, line_until: _LineUntil) -> float:
    """Return standard errors of the slope from zero, on a day or a week before, whichever is nearer."""
    z = line_until(day)[1].z
    if not abs(z) >= gate.GOES:
        return z  # no earlier look keeps a word
    before = _day_before(seen, day, gate.WEEK)
    return np.nan if before is None else float(gate.nearer(np.array(z), np.array(line_until(before)[1].z)))


def _day_before(seen: Observed, day: int, days: int) -> int | None:
    """Return the last day with a hold that lies so many days before another, or more."""
    before = seen.day[seen.day <= day - days]
    return int(before[-1]) if len(before) else None


def _until(seen: Observed, last: int, days: int | None) -> Observed:
    """Return what was seen on the last `days` days up to that one, on all for None."""
    return take(seen, (seen.day <= last) & (days is None or seen.day > last - (days or 0)))


def _line(seen: Observed) -> tuple[np.ndarray, Estimate]:
    """Return the medians at the first and the last day of a straight line, and its slope, if they can be told."""
    line = _fitted(seen, seen.day[[0, -1]])
    if line is None:
        return np.full(2, np.nan), UNKNOWN
    return line.median, _change(line, _per_week(seen.day[[0, -1]]))


def _bent(seen: Observed, last: int) -> _Bent:
    """Return what can be told of the line that bends where the last 28 days begin."""
    knots = np.array([last - LATELY_DAYS - _BEFORE, last - LATELY_DAYS, last])
    seen = take(seen, (seen.day > knots[0]) & (seen.day <= last))
    late = seen.day > knots[1]
    if not all(_is_enough(take(seen, which)) for which in (late, ~late)):
        return _UNBENT
    knots[[0, -1]] = seen.day[[0, -1]]
    line, (alone_s, alone) = _fitted(seen, knots), _line(take(seen, late))
    if line is None:
        return _UNBENT
    before, lately = np.append(_per_week(knots[:2]), 0), np.append(0, _per_week(knots[1:]))
    slopes = _change(line, lately), _change(line, before - lately)
    came = _change(line, np.array([-1.0, 0.0, 1.0]))
    early = int(knots[0]), float(line.median[0]), _seen_at_first(seen)
    return _Bent(*early, *slopes, came, float(alone_s.mean()), alone)


def _is_enough(seen: Observed) -> bool:
    length = np.ptp(seen.day) if len(seen.day) else 0
    is_known = (~seen.censored).sum() >= LEAST_EVENTS and len(seen.day) >= LEAST_DAYS  # one hold a day
    return is_known and length >= _LEAST_SPAN - 1


def _fitted(seen: Observed, knots: np.ndarray) -> Line | None:
    return fit_line(seen.day, seen.log_s, seen.censored, knots) if _is_enough(seen) else None


def _per_week(ends: np.ndarray) -> np.ndarray:
    """Return what makes a weekly slope of the medians at both ends."""
    return np.array([-1.0, 1.0]) * _WEEK / np.diff(ends)


def _change(line: Line, of_knots: np.ndarray) -> Estimate:
    error, freedom = by_day.standard_error((of_knots @ line.influence)[None])  # one hold a day
    return Estimate(float(of_knots @ line.median), float(error[0]), int(freedom[0]))
