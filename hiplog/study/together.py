"""What holds of many people together: how many practise, how they change, when they stop."""

import warnings
from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd
from scipy.stats import CensoredData, binomtest, ecdf

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.measures.frames import table
from hiplog.normal import Z
from hiplog.schema import LogError
from hiplog.study.members import EVERYONE
from hiplog.study.people import COLUMNS
from hiplog.study.pooling import FEWEST, Pooled, pooled

LEAST_GROUP = 5  # people; of fewer, one might be told from the numbers
DATES_MOVED = "Each person's dates were moved by another number of weeks, so nobody can say who practises still"
_NUMBERS = ("estimate", "low", "high", "low_person", "high_person")  # of a row of what is summed up
_DIGITS = 9  # of a number, behind which is but noise of reckoning
_NOISE = 10.0**-_DIGITS

_COLUMNS = {
    "group": "str",
    "what": "str",
    "unit": "str",
    "estimate": "float64",
    "low": "float64",
    "high": "float64",
    "low_person": "float64",
    "high_person": "float64",
    "n": "Int64",
    "n_people": "int64",
}
_DROPOUT = {
    "group": "str",
    "week": "int64",
    "practising": "float64",
    "low": "float64",
    "high": "float64",
    "n_followed": "int64",
}


def sum_up(people: pd.DataFrame, *, least: int = LEAST_GROUP) -> pd.DataFrame:
    """Sum up what `Study.people` says of each, for everyone and for each group.

    Parameters
    ----------
    people : DataFrame
        As `Study.people` returns it.
    least : int
        Groups of fewer people are left out, everyone too: one of them might be told from the numbers. So is the
        smallest other group, where all who are left out would be fewer; and numbers that rest on fewer people. An
        example is none of them, unless all are.

    Returns
    -------
    DataFrame
        A row per group (`everyone` first) and what is summed up, by a number `estimate` of this `unit`, with its
        95 % interval `low` to `high`; of changes 95 % of people have theirs from `low_person` to `high_person`:

        - `active`: how many of a hundred still practise;
        - `left`, `right`: the change of the typical hold from then to now, %;
        - `balance`: the change of the right side's hold against the left's, %;
        - `pain`: the change of a day's first pain, points;
        - `pain_known`: for how many of a hundred days pain is known (no interval).

        `n` people have what it takes, of `n_people`; it is missing where the numbers are left out for what they
        would tell of few. Who always reached the target has no change that can be seen,
        and is among those who have not: where these are many, the change of the others says little of everyone.

    Notes
    -----
    A share's interval is Wilson's; changes are pooled by random effects, see `hiplog.study.pooling.pooled`, the
    changes in per cent on their log scale. No mean of holds is taken, many of which stopped at their target.
    """
    people, least = people_in("sum_up", people), arguments.days("sum_up", least, name="least")
    rows = [
        {"group": name, **row, "n_people": len(part)}
        for name, part in _groups(people, least)
        for row in _summed(part, least)
    ]
    _leave_out_what_tells_of_few(rows, least)
    return table(_COLUMNS, [pd.DataFrame(rows)] if rows else [])


def dropout(people: pd.DataFrame, *, least: int = LEAST_GROUP) -> pd.DataFrame:
    """Say what share of people still practise so many weeks after their first session.

    Parameters
    ----------
    people : DataFrame
        As `Study.people` returns it.
    least : int
        Groups of fewer people are left out, as in `sum_up`, and each line ends before the week in which fewer of
        its people were followed, or for the smallest group, fewer of everyone less the groups that are shown.

    Returns
    -------
    DataFrame
        A row per group and week: `practising`, 0 to 1, with its 95 % interval `low` to `high`, and `n_followed`,
        the people who were followed for so long and had not stopped before. Who stopped did so with their last
        session; who is still active is followed up to it.

    Notes
    -----
    The estimator of Kaplan and Meier (1958, J. Am. Stat. Assoc. 53:457-481), its interval on the log-log scale.
    """
    people, least = people_in("dropout", people), arguments.days("dropout", least, name="least")
    parts = [_kept(part).assign(group=name) for name, part in _groups(people, least)]
    parts = [part for part in parts if len(part)]
    return table(_DROPOUT, _without_few(parts, least))


def people_in(of: str, people: object) -> pd.DataFrame:
    """Return the people, or refuse what is something else, with what to write."""
    if isinstance(people, pd.DataFrame) and {*COLUMNS} <= {*people}:
        return people
    there = "a frame without the columns of people" if isinstance(people, pd.DataFrame) else None
    raise LogError(f"{of}: people is {there or f'a {type(people).__name__}'}, expected study.people()")


def _groups(people: pd.DataFrame, least: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield everyone, and each group, where there are enough people.

    Everyone less the groups that are shown are those who are not: where they are too few, the smallest of the
    shown groups is left out with them (complementary suppression, as Hundepool et al. 2012, Statistical Disclosure
    Control, call it).
    """
    if not people["is_example"].all():
        people = people[~people["is_example"].astype(bool)]
    if len(people) < least:
        return
    yield EVERYONE, people
    shown = [(str(name), part) for name, part in people.groupby("group") if len(part) >= least]
    if shown and 0 < len(people) - sum(len(part) for _, part in shown) < least:
        shown.pop(int(np.argmin([len(part) for _, part in shown])))
    yield from shown


def _leave_out_what_tells_of_few(rows: list[dict], least: int) -> None:
    """Take out the number of the smallest group where everyone's less the groups' would be that of too few.

    A group that is shown may have fewer of a number than people: so is it where few of the others have one.
    """
    for what in {row["what"] for row in rows}:
        told = [row for row in rows if row["what"] == what and row["n"] >= least]
        everyone, groups = told[:1], told[1:]
        if groups and 0 < everyone[0]["n"] - sum(row["n"] for row in groups) < least:
            min(groups, key=lambda row: row["n"]).update(dict.fromkeys(_NUMBERS, np.nan), n=0)
    for row in rows:
        row["n"] = row["n"] if row["n"] >= least else pd.NA  # beside the size of a group it would tell of few too


def _without_few(parts: list[pd.DataFrame], least: int) -> list[pd.DataFrame]:
    """Return the lines of everyone, who are first, and of groups, each up to where it would tell of too few."""
    if not parts:
        return parts
    followed = [part["n_followed"].to_numpy() for part in parts]
    ends = [int((n >= least).sum()) for n in followed]  # it never grows
    for week in range(ends[0]):
        groups = [at for at in range(1, len(parts)) if ends[at] > week]
        if groups and 0 < followed[0][week] - sum(followed[at][week] for at in groups) < least:
            ends[min(groups, key=lambda at: followed[at][week])] = week
    return [part.iloc[: min(end, ends[0])] for part, end in zip(parts, ends, strict=True) if end]


def _summed(people: pd.DataFrame, least: int) -> Iterator[dict]:
    known = people["active"].dropna()
    if len(known):
        share = binomtest(int(known.sum()), len(known))
        limits = share.proportion_ci(method="wilson")
        numbers = [100 * x for x in (share.statistic, limits.low, limits.high)]
        yield _row("active", "%", len(known), numbers, least)
    for what in (*SIDES, "balance"):
        ends = people[[f"{what}_change_{end}pct" for end in ("", "low_", "high_")]].dropna()
        found = _pooled(np.log1p(ends.to_numpy() / 100))
        yield _row(what, "%", found.n, [100 * np.expm1(x) for x in _numbers(found)], least)
    ends = people[["pain_change", "pain_change_low", "pain_change_high"]].dropna()
    found = _pooled(ends.to_numpy())
    yield _row("pain", "points", found.n, _numbers(found), least)
    days = people["days_followed"]
    if days.sum():
        share_known = 100 * people["pain_known_days"].sum() / days.sum()
        yield _row("pain_known", "%", int(days.gt(0).sum()), [share_known], least)


def _pooled(ends: np.ndarray) -> Pooled:
    """Pool estimates given with the two ends of their 95 % intervals, 1.96 errors away.

    Where all estimates are the same no spread can be told: there is that estimate alone, without an interval.
    """
    estimate, low, high = ends.T
    error = (high - low) / (2 * Z)
    if len(estimate) >= FEWEST and np.ptp(estimate) < _NOISE:
        return Pooled(len(estimate), float(estimate[0]), *[np.nan] * 5)
    return pooled(estimate[error > _NOISE], error[error > _NOISE])


def _numbers(found: Pooled) -> list[float]:
    return [found.mean, found.low, found.high, found.low_person, found.high_person]


def _row(what: str, unit: str, n: int, numbers: list[float], least: int) -> dict:
    """Return a row of what is summed up; without numbers where they rest on too few people."""
    told = [round(x, _DIGITS) + 0.0 for x in numbers] if n >= least else []  # + 0.0: of -0.0 too
    known = dict(zip(_NUMBERS, told, strict=False))
    return {"what": what, "unit": unit, "n": n, **dict.fromkeys(_NUMBERS, np.nan), **known}


def _kept(people: pd.DataFrame) -> pd.DataFrame:
    """Return the share that practises still, by the week since the first session."""
    seen = people.dropna(subset=["first_day", "last_day", "active"])
    if seen.empty:
        return pd.DataFrame()
    last = seen["last_day"].clip(upper=pd.Timestamp(date.today()))  # a day to come is a slip
    weeks = ((last - seen["first_day"]).dt.days // 7 + 1).to_numpy("float64")
    active = seen["active"].to_numpy(dtype=bool)
    survival = ecdf(CensoredData.right_censored(weeks, active)).sf
    with warnings.catch_warnings():  # where all or none have stopped, log-log has no limit, and says so
        warnings.simplefilter("ignore", RuntimeWarning)
        limits = survival.confidence_interval(method="log-log")
    week = np.arange(int(weeks.max()) + 1)
    return pd.DataFrame({
        "week": week,
        "practising": survival.evaluate(week),
        "low": limits.low.evaluate(week),
        "high": limits.high.evaluate(week),
        "n_followed": [(weeks >= w).sum() for w in week],
    })  # fmt: skip
