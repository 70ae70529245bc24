"""Does one side hold longer than the other? The balance, and how sure it is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.special import log_ndtr, ndtr, stdtrit

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day, gate
from hiplog.measures.fits.normal import Z, mills
from hiplog.measures.fits.samples import LEAST_EVENTS, at_place, fit_samples, summed
from hiplog.measures.frames import day_number, part_of, table
from hiplog.measures.holds.observed import Observed, count, is_order_known, observed, within
from hiplog.measures.holds.selection import LATELY_DAYS, by_exercise, chosen
from hiplog.schema import LogError

_COLUMNS = {
    "exercise": "str",
    "day": "datetime64[us]",
    "balance_pct": "float64",
    "low_pct": "float64",
    "high_pct": "float64",
    "left_s": "float64",
    "right_s": "float64",
    "n_left": "int64",
    "n_right": "int64",
    "n_left_censored": "int64",
    "n_right_censored": "int64",
    "n_left_reached": "int64",
    "n_right_reached": "int64",
    "first_side": "str",
    "n_first": "int64",
    "n_ordered": "int64",
    "at_equal_order": "bool",
    "unseen_pct": "float64",
    "bound_pct": "float64",
    "verdict": "str",
}
_COUNTS = ["n_left", "n_right", "n_left_censored", "n_right_censored", "n_left_reached", "n_right_reached"]
_CURVE = ["exercise", "day", "balance_pct", "low_pct", "high_pct"]
_ESTIMATES = ["balance", "low", "high", "z", "left_s", "right_s"]
_ORDER = ["n_left_first", "n_right_first"]
_LEAST_REACHED = 3  # holds that all reached the target, from which that is said
_EVEN_PCT = 10.0  # a band commonly used for reference, not a medical limit
_SIGN = np.array([-1.0, 1.0])  # of left and right in their difference
_LEAST_TOGETHER = 8  # uncensored holds beside a side that always reached its target
_LOWEST_STEPS = 20
_FAR_BELOW = 9  # standard deviations: less likely than any chance asked for, (1/40)^9
_LATE = 16  # days looked back on at a time until the last verdict is settled
_BLOCK = 256  # days fitted at a time: few enough to stay in the cache


def balance(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int = LATELY_DAYS,
) -> pd.DataFrame:
    """Compare the right side's typical (median) hold with the left side's, over the last `days` up to each day.

    The medians come from log-normal fits in which holds that reached their target are censored; each side has a
    standard deviation of its own. With d = log(median right / median left), balance =
    sign(d) (1 - exp(-abs(d))) 100.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int
        The length of the window that ends on each day.

    Returns
    -------
    DataFrame
        One row per exercise and day with a hold. `balance_pct`, the percentage by which the shorter side falls
        short of the longer, + where right is longer, with its 95 % interval `low_pct` to `high_pct`; the
        medians `left_s` and `right_s` in seconds; `n_left`, `n_right`, of them `n_left_censored`,
        `n_right_censored`, and of these `n_left_reached`, `n_right_reached`, which reached their target;
        `first_side`, the side that was held first more often, in `n_first` of the `n_ordered` sessions of both
        sides whose order is known; `at_equal_order`, whether the medians and their difference are those at equal
        order (where each side was first and second in 4 uncensored holds each; else they are as held);
        `unseen_pct`, the smallest difference whose interval would not have held zero here; and the `verdict`, one
        of:

        - `right_longer`, `left_longer`: said from 99 % on until it is under 80 %,
          so that who looks every day is seldom told of chance; `right_slightly_longer`, `left_slightly_longer`:
          the same, and the interval lies within 10 % to either side (commonly used for reference, not a medical
          limit). With `_less_clearly` after it, the 95 % interval of that day holds zero;
        - `about_even`: the interval lies there, and neither side is said to be longer;
        - `no_clear_difference`: neither is said, and the interval is wider than that;
        - `right_longer_at_least`, `left_longer_at_least`: that side reached its target every time, and is ahead by
          at least `bound_pct`, + where that is right; the estimates are missing;
        - `both_reached`: each side reached its target every time, 3 times at least;
        - `not_enough`: there are fewer than 5 uncensored holds on a side, or 3 days.

    Notes
    -----
    The percentage is that of Bishop et al. (2018), Strength Cond. J. 40(4):1-6, with the sign added. The variance
    of d is summed by day over both sides and all sessions (docs/measures.md).
    """
    held = chosen("balance", holds, exercise, since, until, each=True)
    days = arguments.days("balance", days)
    parts = [_balances(part, days).assign(exercise=name) for name, part in by_exercise(held)]
    return table(_COLUMNS, parts)


def asymmetry(left: ArrayLike, right: ArrayLike) -> pd.DataFrame:
    """Express a pair of sides in the asymmetry indices in use.

    With d = log(right / left): balance = sign(d) (1 - exp(-abs(d))) 100; limb symmetry index LSI =
    100 exp(-abs(d)); bilateral asymmetry index BAI-1 = 100 tanh(d/2); symmetry index SI = 200 tanh(d/2); symmetry
    angle = 100 (atan(exp d) - pi/4) / (pi/2). All but the LSI are positive where right is longer.

    Parameters
    ----------
    left, right : float or array or Series
        Seconds, over 0; a missing value gives missing indices. `balance(holds)["left_s"]` and `["right_s"]`
        will do.

    Returns
    -------
    DataFrame
        One row per pair: `balance_pct`, `lsi_pct`, `bai1_pct`, `si_pct`, `symmetry_angle_pct`.

    Notes
    -----
    Bishop et al. (2016), Strength Cond. J. 38(5):27-34; the symmetry angle is that of Zifchock et al. (2008), Gait
    Posture 27:622-627.
    """
    pair = pd.DataFrame({"left": left, "right": right}, index=_index(left, right)).astype("float64")
    if (pair <= 0).any(axis=None):
        raise LogError(f"asymmetry: a side is {pair.min(axis=None):g} seconds, expected seconds over 0")
    d = np.log(pair["right"] / pair["left"])
    return pd.DataFrame(
        {
            "balance_pct": _percent(d),
            "lsi_pct": 100 * np.exp(-d.abs()),
            "bai1_pct": 100 * np.tanh(d / 2),
            "si_pct": 200 * np.tanh(d / 2),
            "symmetry_angle_pct": 100 * (np.arctan(np.exp(d)) - np.pi / 4) / (np.pi / 2),
        }
    )


def _index(*sides) -> pd.Index | None:
    """Return the index that the pair brings along; plain numbers make one row."""
    for side in sides:
        if isinstance(side, pd.Series):
            return side.index
    return pd.RangeIndex(np.broadcast(*sides).size)


def _percent(d):
    return np.sign(d) * -np.expm1(-np.abs(d)) * 100


def balance_curve(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    days: int = LATELY_DAYS,
    every_days: int = 1,
) -> pd.DataFrame:
    """Return the numbers of `balance` for a chart, without verdicts, for which every day would be fitted.

    Parameters
    ----------
    holds, exercise, days
        As in `balance`.
    every_days : int
        Of so many days only the last one with a hold has a row; 7 are weeks from Monday.

    Returns
    -------
    DataFrame
        `exercise`, `day`, `balance_pct`, `low_pct` and `high_pct` of `balance`.
    """
    held = chosen("balance_curve", holds, exercise, each=True)
    parts = []
    for name, part in by_exercise(held):
        day = part["day"].drop_duplicates()
        day = day[~pd.Series(part_of(day, every_days), day.index).duplicated(keep="last")]
        rows = _in_percent(_in_blocks(observed(part), day, days))
        parts.append(rows.assign(exercise=name, day=day.to_numpy()))
    return table({column: _COLUMNS[column] for column in _CURVE}, parts)


def latest_balance(
    holds: Holds, *, exercise: arguments.ExerciseName | None = "hip_balance", days: int = LATELY_DAYS
) -> pd.DataFrame:
    """Return the last row of `balance`, or none; it fits no more days than settle the verdict.

    Parameters
    ----------
    holds, exercise, days
        As in `balance`.
    """
    held = chosen("balance", holds, exercise, each=True)
    return table(_COLUMNS, [_latest(part, days).assign(exercise=name) for name, part in by_exercise(held)])


def _latest(held: pd.DataFrame, span: int) -> pd.DataFrame:
    day, number, rows = held["day"].drop_duplicates(), day_number(held["day"]), pd.DataFrame()
    different = day_number(day)
    for end in range(len(day), 0, -_LATE):
        late = different[max(0, end - _LATE) : end]
        near = observed(held[(number >= late[0] - span) & (number <= late[-1])])
        rows = pd.concat([_differences(near, late, span), rows], ignore_index=True)
        if gate.carried(rows["z"].to_numpy())[1][-1]:
            break
    return _told(rows, day.iloc[-len(rows) :]).tail(1)


def _balances(held: pd.DataFrame, span: int) -> pd.DataFrame:
    """Return the balance of one exercise, a row per day with a hold."""
    day = held["day"].drop_duplicates()
    return _told(_in_blocks(observed(held), day, span), day)


def _in_blocks(seen: Observed, day: pd.Series, span: int) -> pd.DataFrame:
    blocks = np.array_split(day_number(day), -(-len(day) // _BLOCK))
    return pd.concat([_differences(seen, block, span) for block in blocks], ignore_index=True)


def _in_percent(rows: pd.DataFrame) -> pd.DataFrame:
    rows["unseen"] = (rows["high"] - rows["low"]) / 2
    for name in ("balance", "low", "high", "unseen", "bound"):
        rows[f"{name}_pct"] = _percent(rows[name])
    return rows


def _told(rows: pd.DataFrame, day: pd.Series) -> pd.DataFrame:
    """Return the rows in percent, with their days and verdicts."""
    rows = _in_percent(rows)
    left, right = (rows[name] for name in _ORDER)
    first_side = pd.Series("right", rows.index).where(right > left, "left").mask(left == right)
    rows = rows.assign(first_side=first_side, n_first=np.maximum(left, right), n_ordered=left + right)
    return rows.assign(day=day.to_numpy(), verdict=_verdicts(rows))


def _verdicts(rows: pd.DataFrame) -> np.ndarray:
    """Return the verdict of each day, the rows being all days up to the last, or enough of them."""
    state = gate.carried(rows["z"].to_numpy())[0]
    side = np.where(state > 0, "right", "left").astype(object)
    in_band = (rows["low_pct"] >= -_EVEN_PCT) & (rows["high_pct"] <= _EVEN_PCT)
    leader = np.where(rows["bound"] > 0, "right", "left").astype(object)
    less = np.where((rows["low"] <= 0) & (rows["high"] >= 0), gate.LESS_CLEARLY, "").astype(object)
    cases = {
        "both": (rows["both"], "both_reached"),
        "bound": (rows["bound"].notna(), leader + "_longer_at_least"),
        "none": (rows["z"].isna(), "not_enough"),
        "slight": ((state != 0) & in_band, side + "_slightly_longer" + less),
        "longer": (state != 0, side + "_longer" + less),
        "even": (in_band, "about_even"),
    }
    which, words = zip(*cases.values(), strict=True)
    words = [np.broadcast_to(np.asarray(word, dtype=object), len(rows)) for word in words]
    return np.select([np.asarray(case) for case in which], words, np.array("no_clear_difference", dtype=object))


def _differences(seen: Observed, day: np.ndarray, span: int) -> pd.DataFrame:
    """Return what is known of the windows that end on these days: counts, log differences, medians."""
    days = day - span + 1, day
    row, window = within(seen.day, *days)
    n, n_censored, n_reached, n_opened = (
        count(seen, which, *days) for which in (seen.side < len(SIDES), seen.censored, seen.reached, seen.opens)
    )
    rows = pd.DataFrame(np.hstack([n, n_censored, n_reached]), columns=_COUNTS)
    rows[[*_ESTIMATES, "bound"]] = np.nan
    events = n - n_censored
    shown = (events >= LEAST_EVENTS).all(axis=1)
    equal = is_order_known(seen, *days) & shown
    rows[_ORDER], rows["at_equal_order"] = n_opened, equal
    at_place = np.where(equal[window], seen.place[row], 0.0)[shown[window]]
    rows.loc[shown, _ESTIMATES] = _shown(seen, *_only(shown, row, window), at_place, span)
    at_target = (n_reached == n) & (n >= _LEAST_REACHED)
    rows["both"] = at_target.all(axis=1)
    for side, sign in enumerate(_SIGN):
        bounded = at_target[:, side] & (events[:, 1 - side] >= _LEAST_TOGETHER)
        lead = _lead(seen, *_only(bounded, row, window), side, span)
        rows.loc[bounded, "bound"] = np.where(lead > 0, sign * lead, np.nan)
    return rows


def _only(wanted: np.ndarray, row: np.ndarray, window: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the windows that are wanted, which are counted anew."""
    kept = wanted[window]
    return row[kept], (np.cumsum(wanted) - 1)[window[kept]]


def _shown(seen: Observed, row: np.ndarray, window: np.ndarray, place: np.ndarray, span: int) -> np.ndarray:
    """Return d, its interval, its z and the medians of windows that can be fitted, shape (windows, 6)."""
    side = seen.side[row]
    fits = fit_samples(seen.log_s[row], seen.censored[row], window * len(SIDES) + side, at_place(place))
    error, freedom = by_day.standard_error(summed(_SIGN[side] * fits.influence[:, 0], seen.day[row], window, span))
    log_median = fits.coef[:, 0].reshape(-1, len(SIDES))
    d = log_median[:, 1] - log_median[:, 0]
    reach = by_day.half_width(error, freedom)
    found = np.column_stack([d, d - reach, d + reach, by_day.normal_z(d, error, freedom), np.exp(log_median)])
    found[np.isnan(error)] = np.nan
    return found


def _lead(seen: Observed, row: np.ndarray, window: np.ndarray, side: int, span: int) -> np.ndarray:
    """Return by how much at least, in log seconds, a side that always reached its target is ahead of the other.

    That is from the lowest median with which its holds would all reach their targets in 2.5 % of cases, to the
    upper end of the other side's interval. The other side's standard deviation serves both, and how far its days
    are apart and in runs: n holds whose standard error grows by a factor tell as much as n / factor^2.
    """
    mine = seen.side[row] == side
    other, in_window = row[~mine], window[~mine]
    fits = fit_samples(seen.log_s[other], seen.censored[other], in_window, np.ones((len(other), 1)))
    error, freedom = by_day.standard_error(summed(fits.influence[:, 0], seen.day[other], in_window, span))
    wider = np.maximum(1, stdtrit(freedom, ndtr(Z)) / Z * error / fits.error)
    lowest = _lowest(seen.log_s[row[mine]], window[mine], fits.sigma, wider**2 * np.log(ndtr(-Z)))
    return lowest - (fits.coef[:, 0] + by_day.half_width(error, freedom))


def _lowest(cap: np.ndarray, window: np.ndarray, sigma: np.ndarray, log_chance: np.ndarray) -> np.ndarray:
    """Return the mu of each window with which all caps in it are exceeded with that probability.

    Its logarithm is concave and grows with mu, so Newton's method from below climbs to it and never past it.
    """
    most = np.full(len(sigma), -np.inf)
    np.maximum.at(most, window, cap)
    mu = most - _FAR_BELOW * sigma
    for _ in range(_LOWEST_STEPS):
        eta = (mu[window] - cap) / sigma[window]
        log_phi = log_ndtr(eta)
        slope = np.bincount(window, mills(eta, log_phi), len(sigma)) / sigma
        mu = mu + (log_chance - np.bincount(window, log_phi, len(sigma))) / slope
    return mu
