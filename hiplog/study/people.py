"""One row a person: what one asks of everybody."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from hiplog.counts import counted
from hiplog.exercise import SIDES
from hiplog.measures.comparison.compare import UNTOLD, compared
from hiplog.measures.comparison.kinds import spans_of
from hiplog.measures.frames import day_number, table
from hiplog.measures.holds.arrays import Arrays, arrays_of, between
from hiplog.measures.holds.selection import LATELY_DAYS, chosen
from hiplog.measures.pain.days import pain_of
from hiplog.measures.practice import practice_of
from hiplog.measures.sides.balance import latest
from hiplog.measures.trend import trend_of
from hiplog.measures.typical import typical_of
from hiplog.schema import EXAMPLE, Diary, LogError
from hiplog.study.record import Record
from hiplog.study.shared import SAMPLE, sample, shared

_SIGNS, _NOUGHTS = re.compile(r"[\W_]+"), re.compile(r"(?<!\d)0+(?=\d)")
_A_WORD = re.compile(r"[^\W\d_]{2,}")
_A_DATE_SAID = re.compile(r"(?:19|20)\d\d(?: \d\d?){0,4}|(?:\d\d? ){1,2}(?:19|20)\d\d|(?:19|20)\d{4}(?:\d\d)?")
_A_VERSION = re.compile(r"v(?:ersion)? ?\d+")
_NO_DECIMALS = re.compile(r"^(\d+)\.0+$")  # what a spreadsheet makes of a whole number
SPANS = ("then", "now")
_LAST = "last"  # of a person's row: their last day that is not to come
_A_YEAR = pd.Timedelta(days=365)
_FEW, _FEW_OF = 4, 0.02  # holds, and of all, that are a slip where they are a year away from all others
_TYPICAL = {"median_s": "s", "low_s": "low_s", "high_s": "high_s", "seen_s": "seen_s"}
_CHANGE = {"change": "change_pct", "low": "change_low_pct", "high": "change_high_pct"}
_SLOPE = {name: name for name in ("slope_s_per_week", "low_s_per_week", "high_s_per_week")}
_MEDIANS = tuple(f"{span}_s" for span in SPANS)
_PERCENTS = ("balance_pct", "low_pct", "high_pct")
_BALANCE = (*_PERCENTS, "verdict", "first_side")

COLUMNS = {
    "person": "str",
    "group": "str",
    "first_day": "datetime64[us]",
    "last_day": "datetime64[us]",
    "n_sessions": "int64",
    "days_meant": "int64",
    "days_done": "int64",
    "days_part": "int64",
    **{f"{side}_{span}_{unit}": "float64" for side in SIDES for span in SPANS for unit in _TYPICAL.values()},
    **{f"{what}_{unit}": "float64" for what in (*SIDES, "balance") for unit in _CHANGE.values()},
    **{f"{side}_{unit}": "float64" for side in SIDES for unit in _SLOPE.values()},
    **{f"{name}_{span}": "float64" for span in SPANS for name in _PERCENTS},
    **{f"verdict_{span}": "str" for span in SPANS},
    **{f"first_side_{span}": "str" for span in SPANS},
    "pain_then": "float64",
    "pain_now": "float64",
    "pain_change": "float64",
    "pain_change_low": "float64",
    "pain_change_high": "float64",
    "days_followed": "int64",
    "pain_known_days": "int64",
    "n_stops_by_pain": "int64",
    "n_rows_refused": "int64",
    "is_example": "bool",
    "is_shifted": "bool",
    "active": "boolean",
    "inactive_since": "datetime64[us]",
    "why": "str",
}


def person_row(record: Record, exercise: str) -> dict[str, Any]:
    """Return what `Study.people` says of one person, without whether they are active.

    The beginning is the 28 days from the first hold on; now are the 28 up to the last.
    """
    row: dict[str, Any] = {"person": record.member.person, "group": record.member.group}
    row["n_rows_refused"] = len(record.refused)
    row["is_example"] = bool(record.holds["source"].eq(EXAMPLE).any())
    row["is_shifted"] = record.member.is_shifted
    reasons = [*record.said, *["the example of hiplog: in no number of everyone"] * row["is_example"]]
    try:
        row |= _figures(record, exercise, reasons)
    except LogError as error:
        reasons.append(str(error))
    return row | {"why": "; ".join(reasons) or None}


@dataclass(frozen=True)
class Rows:
    """The row of one person, for an executor to send."""

    exercise: str

    def __call__(self, record: Record) -> dict[str, Any]:
        """Return what `Study.people` says of one person."""
        return person_row(record, self.exercise)


def _figures(record: Record, exercise: str, reasons: list[str]) -> dict[str, Any]:
    held = chosen("Study.people", record.holds, exercise, record.member.start, says_none=True)
    if held.empty:
        start = record.member.start
        since = f" since {start.date()}" if start is not None and len(record.holds) else ""
        reasons.append(f"no hold of {exercise}{since}")
        return {}
    is_to_come = held["day"] > pd.Timestamp(date.today())
    if n := int(is_to_come.sum()):
        reasons.append(f"{counted(n, 'hold')} on a day to come, up to {held['day'].iloc[-1].date()}")
    if said := _years_away(held.loc[~is_to_come, "day"]):
        reasons.append(said)
    holds, diary = arrays_of(held), record.diary.between(record.member.start, None)
    days, pain = practice_of(holds, diary, record.member.plan), pain_of(holds, diary)
    meant = days["planned"] > 0
    return {
        SAMPLE: sample(held),
        _LAST: held.loc[~is_to_come, "day"].max(),
        "first_day": held["day"].iloc[0],
        "last_day": held["day"].iloc[-1],
        "n_sessions": len(np.unique(holds.session)),
        "days_meant": int(meant.sum()),
        "days_done": int((days["done"] > 0)[meant].sum()),
        "days_part": len(np.unique(holds.day)) - int((days["done"] > 0).sum()),
        "days_followed": len(pain["day"]),
        "pain_known_days": int((~np.isnan(pain["pain"])).sum()),
        "n_stops_by_pain": int(holds.in_pain.sum()),
        **_slopes(holds),
        **_then_and_now(holds, pain, diary),
    }


def _years_away(days: pd.Series) -> str:
    """Say that a few holds are a year and more from all others, as those of a year that was mistyped."""
    far = days.diff() > _A_YEAR  # each after a pause
    for at in range(len(days)) if far.any() else ():
        n = min(at, len(days) - at)
        if far.iloc[at] and n <= max(_FEW, _FEW_OF * len(days)):
            lone = days.iloc[:at] if at == n else days.iloc[at:]
            where = (
                f"from {lone.iloc[0].date()} to {lone.iloc[-1].date()}" if n > 1 else f"on {lone.iloc[0].date()}"
            )
            return f"{counted(n, 'hold')} {where}, a year and more from all others: was the year mistyped?"
    return ""


def _slopes(holds: Arrays) -> dict[str, float]:
    return {f"{row['side']}_{new}": row[old] for row in trend_of(holds, None) for old, new in _SLOPE.items()}


def _then_and_now(holds: Arrays, pain: dict[str, np.ndarray], diary: Diary) -> dict[str, Any]:
    """Return the figures of the first 28 days, of the last, and of what changed between them."""
    first, last = int(holds.day[0]), int(holds.day[-1])
    row: dict[str, Any] = {}
    spans = ((first, first + LATELY_DAYS - 1), (last - LATELY_DAYS + 1, last))
    day, known = day_number(pain["day"]), ~np.isnan(pain["pain"])
    for name, (since, until) in zip(SPANS, spans, strict=True):
        for side in typical_of(between(holds, since, until)):
            row |= {f"{side['side']}_{name}_{new}": side[old] for old, new in _TYPICAL.items()}
        balance = latest(between(holds, first, until))
        row |= {f"{of}_{name}": balance[of] for of in _BALANCE}
        rated = pain["pain"][known & (day >= since) & (day <= until)]
        row[f"pain_{name}"] = np.median(rated) if len(rated) else np.nan
    if last - first > 2 * (LATELY_DAYS - 1):
        row |= _changes(compared(holds, spans_of(*spans), diary))
    return row


def _changes(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Return what changed from the first of two spans to the second, of the rows of `compare`."""
    said: dict[str, float] = {}
    for row in rows:
        if row["verdict"] in UNTOLD:
            continue
        if row["what"] in ("typical", "balance"):
            of = row["side"] or row["what"]
            said |= {f"{of}_{new}": row[old] for old, new in _CHANGE.items()}
        elif row["what"] == "pain":
            said |= {"pain_change": row["change"], "pain_change_low": row["low"], "pain_change_high": row["high"]}
    return said


def with_activity(rows: list[dict[str, Any]], today: pd.Timestamp | None, idle_days: int) -> pd.DataFrame:
    """Return the rows of everybody as one frame, with who is active on a day, the study's last unless given.

    Of whom all dates were moved nobody can say it. A day to come is no last day, of the study or of anyone: it is
    somebody's slip.
    """
    people = pd.DataFrame(rows, columns=list(COLUMNS))
    counts = [name for name, dtype in COLUMNS.items() if dtype == "int64"]
    people[counts] = people[counts].astype("float64").fillna(0)
    moved = people["is_shifted"].astype(bool)
    last = pd.to_datetime(pd.Series([row.get(_LAST) for row in rows], people.index)).where(~moved)
    first = pd.to_datetime(people["first_day"])
    if today is not None and today < first.min():
        raise LogError(
            f"today is {today.date()}, and the first hold of anybody is of {first.min().date()}, expected a day "
            "from then on"
        )
    day = last.max() if today is None else today
    active = (last > day - pd.Timedelta(days=idle_days)).astype("boolean").where(last.notna())
    people["why"] = _with_alike(_with_shared(_with_twins(people), rows, people["person"]), people["person"])
    return table(COLUMNS, [people.assign(active=active, inactive_since=last.where(~active.fillna(True)))])


def _with_twins(people: pd.DataFrame) -> pd.Series:
    """Return why numbers are not what one may take them for: also where somebody has the very holds of another."""
    alike = ["n_sessions", *(f"{side}_{of}" for side in SIDES for of in (*_MEDIANS, *_SLOPE))]
    known = people.dropna(subset=[f"{side}_slope_s_per_week" for side in SIDES], how="all")
    why = people["why"].copy()
    for _, twins in known.groupby(alike, dropna=False):
        for at, person in twins["person"].items() if len(twins) > 1 else ():
            others = ", ".join(other for other in twins["person"] if other != person)
            said = f"the same holds as {others}: each is counted"
            why[at] = _also(why[at], said)
    return why


def _with_shared(why: pd.Series, rows: list[dict[str, Any]], people: pd.Series) -> pd.Series:
    """Return why, also where a good part of somebody's holds are another's too, though not all."""
    why = why.copy()
    for at, other, share in shared([row.get(SAMPLE) for row in rows]):
        if "the same holds as" not in str(why[at]):
            part = f"some {100 * share:.0f} % of the holds that can be compared"
            why[at] = _also(why[at], f"{part} are {people[other]}'s too: each is counted")
    return why


def _with_alike(why: pd.Series, people: pd.Series) -> pd.Series:
    """Return why, also where names are nearly those of others: joined they could not be told apart any more.

    Nearly so are `P01_week1` and `P01_week2` too, which say which part of one person's days they are.
    """
    why = why.copy()
    for _, alike in people.groupby(people.map(_without_part).map(_roughly)):
        for at, person in alike.items() if len(alike) > 1 else ():
            named = " and ".join(map(repr, [person, *alike.drop(at)]))
            why[at] = _also(why[at], f"{named} are {len(alike)} people here: if they are one, give them one name")
    return why


def _without_part(person: str) -> str:
    """Return a name without what says at its end which part of somebody's days it is: `P01` of `P01_week1`."""
    from hiplog.reading.holds.spelling import given_name, spelling_of  # they know the words of all languages
    from hiplog.reading.shapes.titles import is_plain

    said = [word for word in _SIGNS.split(person) if word]
    for at in range(1, len(said)):
        whose, part = " ".join(said[:at]), " ".join(said[at:])
        is_part = _A_DATE_SAID.fullmatch(part) or _A_VERSION.fullmatch(part.casefold())
        if not is_part and (len(said[at]) > 1 or said[at].isdigit()) and _A_WORD.search(part):
            is_part = is_plain(part) or spelling_of([part]) == "ordinary"
        if is_part and (given_name(whose) or not is_plain(whose)):
            return whose
    return person


def _roughly(person: str) -> str:
    """Return a name without what is often written now so and now so: capitals, signs, noughts in front, `.0`."""
    plain = _SIGNS.sub(" ", _NO_DECIMALS.sub(r"\1", person).casefold()).strip()
    return _NOUGHTS.sub("", plain or person)


def _also(why: object, said: str) -> str:
    return f"{why}; {said}" if isinstance(why, str) else said
