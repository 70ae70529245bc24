"""Whose the rows of a frame are: equal rows of two people would be one, and a blend of them is nobody."""

import re

import pandas as pd

from hiplog.errors import LogError, warn

_PERSON = re.compile(r"(person|patient|participant|subject|proband|athlete|client|user)(id|no|nr|code|name)?")
_MAY_BE_ONE = re.compile(r"name|fullname|firstname|recordid|initials|who")


def check_person(rows: pd.DataFrame, what: str) -> None:
    """Refuse rows that a column says are of several people; warn where one may say so.

    A column that is headed like `person`, `patient_id` or `Participant` says it. One like `name` may: where it has
    several values, each on both sides and more than one day, and they are not the exercises' (`exercise` tells as
    much).

    Parameters
    ----------
    rows : DataFrame
    what : str
        What the rows are: "holds".

    Raises
    ------
    LogError
        Where there is more than one person, or rows that name none beside rows that do.
    """
    for name in rows.columns:
        head = re.sub(r"[\W_]", "", str(name).lower())
        if _PERSON.fullmatch(head):
            _refuse_several(rows, name, what)
        elif _MAY_BE_ONE.fullmatch(head) and _tells_people(rows, name):
            n = rows[name].nunique()
            warn(
                f"{what}: column {name} has {n} different values, and all rows are taken for one person's: if it "
                "says whose they are, keep them apart by hiplog.Study"
            )


def _refuse_several(rows: pd.DataFrame, name: str, what: str) -> None:
    given = rows[name].mask(rows[name].astype("str").eq(""))
    people = given.dropna().unique()
    if len(people) > 1:
        first, second, *more = map(str, people)
        raise LogError(
            f"{what}: they are of {len(people)} people ({first}, {second}{', ...' if more else ''}), "
            f"expected one person's: take one's, like {what}[{what}[{name!r}] == {first!r}], or "
            "keep them apart by hiplog.Study"
        )
    if len(people) and given.isna().any():
        n = int(given.isna().sum())
        raise LogError(
            f"{what}: {name} is {people[0]} in {len(given) - n:,} rows and missing in {n:,}, expected one "
            f"person's: fill in whose those are, or drop the column where all are the same person's"
        )


def _tells_people(rows: pd.DataFrame, name: str) -> bool:
    """Return whether at least two values of a column each have both sides and several days, in one exercise."""
    if rows[name].nunique() < 2 or not {"side", "started_at"} <= set(rows.columns):
        return False
    exercise = rows["exercise"] if "exercise" in rows else pd.Series("", rows.index)
    parts = rows[["side"]].assign(day=rows["started_at"].astype("str").str[:10], exercise=exercise.astype("str"))
    counts = parts.groupby([parts["exercise"], rows[name].astype("str")])[["side", "day"]].nunique()
    both = (counts["side"] > 1) & (counts["day"] > 1)
    return bool((both.groupby("exercise").sum() > 1).any())
