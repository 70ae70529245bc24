"""One file to hand over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from os import PathLike
from pathlib import Path

import pandas as pd

from hiplog import arguments
from hiplog.dates import day_in_words
from hiplog.files import written_whole
from hiplog.interchange import Holds
from hiplog.measures.comparison.compare import compare
from hiplog.measures.diary import chosen_diary, marked_day
from hiplog.measures.holds.mistyped import is_years_before
from hiplog.measures.holds.selection import Chosen, chosen
from hiplog.report.contents import contents
from hiplog.report.document import SIGN, Report
from hiplog.report.span import Span
from hiplog.schema import Diary, LogError

WEEKS = 12


def write_report(
    holds: Holds,
    path: str | PathLike[str],
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    weeks: int = WEEKS,
    plan: arguments.Plan | None = None,
    name: str | None = None,
    compare_since: arguments.Since | None = None,
    sessions: bool = False,
    today: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> Path:
    """Write a report to hand over, such as to one's physiotherapist: a page to be read in half a minute, and more.

    Parameters
    ----------
    holds : DataFrame, Log or Reading
        Holds; see `hiplog.schema`.
    path : str or path
        Ends in .html or .pdf; both say the same. A PDF is as wide as A4 and as high as Letter: it is
        printed whole on either.
    exercise : str
        Which exercise it is on.
    since, until : date, optional
        The first and last day that it is about; up to the last hold unless given. Of holds and days before a
        `since` nothing is told but what changed since `compare_since`, if that is asked for.
    weeks : int
        How many weeks up to `until` its charts show where no `since` is given.
    plan : int, optional
        Sessions meant per day, 1 to 3; unless given, the plan that the log has for each day.
    name : str, optional
        Whose it is; nobody is named unless given.
    compare_since : date, datetime or str, optional
        A day, or the words of one of the log's marks: what changed from the 28 days before it to those from it on
        is told too, as `hiplog.compare` has it.
    sessions : bool
        Whether all sessions of these days are listed too.
    today : date, optional
        The day on which it is made, the present one unless given.
    diary : Diary, optional
        Days, plans and marks, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    Path
        The file that was written, in full; for its owner alone. An earlier report of that name is replaced.

    Raises
    ------
    LogError
        Where an argument cannot be used, there is no hold to report on, a hold breaks a rule of
        `hiplog.schema`, or the file cannot be written.

    Examples
    --------
    >>> path = hiplog.write_report(hiplog.example(), "report.html", weeks=8)
    """
    arguments.path("write_report", "path", path, "the holds first, and then a file .html or .pdf")
    make = _maker(path)
    of = "write_report"
    day, plan = arguments.today(of, today), arguments.plan(of, plan, of_log=True)
    weeks, asked = arguments.days(of, weeks, name="weeks"), arguments.span(of, since, until)
    every = chosen(of, holds, None, until=until, each=True, says_none=True)
    whole = chosen(of, Chosen(every), exercise, says_none=True)
    made = date.today() if day is None else day.date()
    is_apart = is_years_before(whole, pd.Timestamp(made))
    whole, long_before = whole[~is_apart].reset_index(drop=True), whole[is_apart]
    said = chosen_diary(of, holds, diary, until=until)
    span = _span(whole, said, asked, weeks, made)
    changed = None
    if compare_since is not None:
        at = marked_day("compare", compare_since, said.marks)
        if at > span.last:
            expected = f"a day up to {span.last:%Y-%m-%d}, the last of the report"
            raise LogError(f"write_report: compare_since is {at:%Y-%m-%d}, expected {expected}")
        named = str(compare_since) if said.marks["words"].eq(compare_since).any() else day_in_words(at)
        changed = (named, compare(whole, exercise=exercise, at=at, diary=said))
    content = make(
        contents(
            chosen(of, Chosen(whole), exercise, since),
            exercise=exercise,
            plan=plan,
            diary=said.between(asked.first, None),
            span=span,
            name=_name(name),
            made=made,
            long_before=long_before if asked.first is None else long_before[:0],
            asked=asked,
            with_sessions=sessions,
            changed=changed,
            is_target_assumed=_is_target_assumed(holds),
            is_of_holds_alone=diary is None and not hasattr(holds, "diary"),
            others=span.of(every[every["exercise"] != exercise])["exercise"].value_counts().to_dict(),
        )
    )
    path = Path(path).expanduser().absolute()
    with written_whole(path, _is_report, "report") as part:
        part.write_bytes(content)
    return path


def _maker(path: str | PathLike[str]) -> Callable[[Report], bytes]:
    suffix = Path(path).suffix.lower()
    if suffix == ".html":
        from hiplog.report.html import as_html as make
    elif suffix == ".pdf":
        from hiplog.report.pdf import as_pdf as make
    else:
        there = Path(path).name
        raise LogError(f"write_report: path is {there!r}, expected a name that ends in .html or .pdf")
    return make


def _name(name: str | None) -> str | None:
    """Return whose a report is, which can be written."""
    try:
        return name if name is None else name.encode().decode()
    except (AttributeError, UnicodeEncodeError):
        raise LogError(f"write_report: name is {name!a}, expected a text, or None") from None


def _is_target_assumed(holds: Holds) -> bool:
    """Return whether holds were read from a file that names no target."""
    how = getattr(holds, "how", None)
    return isinstance(how, dict) and "target_s" in how["decided"]


def _span(held: pd.DataFrame, said: Diary, asked: arguments.Span, weeks: int, made: date) -> Span:
    """Return the days that a report is about.

    They go up to the last of which anything is known, a hold, the pain of a day or a mark, but for what a slip of
    the pen dated after the day on which it is made.
    """
    if not asked.has(held["started_at"], held["day"]).any():
        raise LogError("write_report: there is no hold of this exercise in these days to report on, expected one")
    known = pd.concat([held["day"], said.days["day"], said.marks["day"]])
    past = known[known <= pd.Timestamp(made)]
    last = held["day"].max() if held["day"].min() > pd.Timestamp(made) else past.max()
    if asked.last is not None:
        last = min(asked.last.normalize(), max(pd.Timestamp(made), last))
    first = last - pd.Timedelta(days=7 * weeks - 1) if asked.first is None else asked.first.normalize()
    return Span(max(first, known.min()), last)


def _is_report(path: Path) -> bool:
    """Return whether a file is an earlier report."""
    content = path.read_bytes()
    return any(sign in content for sign in (f'content="{SIGN}"'.encode(), f"/Creator ({SIGN})".encode()))
