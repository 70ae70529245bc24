"""Whose the rows of a frame are: equal rows of two people would be one, and a blend of them is nobody."""

import re
import unicodedata

import pandas as pd

from hiplog.errors import LogError, warn

_PERSON = re.compile(
    r"(person|patient|participant|proband|athlete)(id|no|nr|code|name)?|(subject|client|user)(id|no|nr|code|name)"
)
_MAY_BE_ONE = re.compile(r"name|fullname|firstname|recordid|initials|who|subject|client|user")


def one_name(text: str) -> str:
    """Return a name as it is told from others: with single blanks, and each letter with its accents one sign."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def check_person(rows: pd.DataFrame, what: str) -> None:
    """Refuse rows that a column says are of several people; warn where one may say so.

    A column that is headed like `person`, `subject_id` or `Participant` says it. One like `name` or `Subject` (a
    calendar's) may: where it has several values, each on both sides and more than one day, and they are not the
    exercises' (`exercise` tells as much).

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
    for name, values in rows.items():  # two columns may have one name
        head = re.sub(r"[\W_]", "", str(name).lower())
        if _PERSON.fullmatch(head):
            _refuse_several(values, what)
        elif _MAY_BE_ONE.fullmatch(head) and _tells_people(rows, values):
            n = values.nunique()
            warn(
                f"{what}: column {name} has {n} different values, and all rows are taken for one person's: if it "
                "says whose they are, keep them apart by hiplog.Study"
            )


def _refuse_several(values: pd.Series, what: str) -> None:
    name, given = values.name, values.mask(values.astype("str").eq(""))
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


def _tells_people(rows: pd.DataFrame, values: pd.Series) -> bool:
    """Return whether at least two values of a column each have both sides and several days, in one exercise."""
    if values.nunique() < 2 or not {"side", "started_at"} <= set(rows.columns):
        return False
    exercise = rows["exercise"] if "exercise" in rows else pd.Series("", rows.index)
    parts = rows[["side"]].assign(day=rows["started_at"].astype("str").str[:10], exercise=exercise.astype("str"))
    counts = parts.groupby([parts["exercise"], values.astype("str")])[["side", "day"]].nunique()
    both = (counts["side"] > 1) & (counts["day"] > 1)
    return bool((both.groupby("exercise").sum() > 1).any())
