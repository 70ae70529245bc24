"""What is added to a log, corrected in it and removed, each call as one change."""

from collections.abc import Iterable
from uuid import uuid4

import pandas as pd

from hiplog import arguments
from hiplog.dates import day_in_words
from hiplog.errors import warn
from hiplog.interchange import Holds
from hiplog.log.calls import contents
from hiplog.log.changes import corrections
from hiplog.log.changes.adding import Added, add_rows
from hiplog.log.opened import OpenedLog
from hiplog.schema import DAYS, HOLDS, MARKS, PLANS, TABLES, Diary, LogError, Table, diary_of

_AHEAD = pd.Timedelta(hours=26)  # the timer's page may stand in a zone so much ahead, where it is tomorrow


def add_all(log: OpenedLog, holds: Holds, diary: Diary | None, by: str | None) -> Added:
    """Add holds, and the days, plans and marks beside them, as one change; see `hiplog.Log.add`."""
    given, diary = {HOLDS: HOLDS.conform(holds)}, diary_of(holds, arguments.diary("add", diary))
    given |= {table: getattr(diary, table.name) for table in TABLES if table is not HOLDS}
    added = add(log, {table: rows for table, rows in given.items() if len(rows) or table is HOLDS}, by)
    whole = added[HOLDS]
    whole.also = {table.name: of for table, of in added.items() if table is not HOLDS}
    return whole


def add(log: OpenedLog, given: dict[Table, pd.DataFrame], by: str | None) -> dict[Table, Added]:
    """Add rows of tables as one change, where there is anything new in them; a log that is not there is begun."""
    for table, rows in given.items():
        table.check_ids(rows)
    sources = pd.concat([rows["source"] for rows in given.values() if "source" in rows] or [pd.Series()])
    timed = len(sources) > 0 and sources.eq("timer").all()
    sessions = given[HOLDS]["session_id"].unique() if HOLDS in given else []
    by = by or ("timer" if timed else "import")
    session = sessions[0] if timed and by == "timer" and len(sessions) == 1 else None
    log.begin()
    with log.change("added", by, session) as (db, change):
        added = {table: add_rows(db, change, table, rows) for table, rows in given.items()}
        if not any(of.anything for of in added.values()):
            db.rollback()
    return added


def add_days(log: OpenedLog, days: pd.DataFrame, by: str | None) -> Added:
    """Add what is said of days that have been; see `hiplog.Log.add_days`."""
    rows = DAYS.conform(days)
    now = pd.Timestamp.now()
    to_come = (rows["day"] > (now + _AHEAD if by == "timer" else now)).to_numpy()
    if to_come.any():
        row = int(to_come.argmax())
        raise LogError(
            f"days, row {row}: day is {day_in_words(rows['day'][row])}, which is still to come, expected one that "
            "has been, or today"
        )
    added = add(log, {DAYS: rows}, by)[DAYS]
    if added.different and by is None:  # a program that says which it is tells what became of its days itself
        warn(f"add_days: {added!r}; log.change(day_id, ...) corrects what was said")
    return added


def set_plan(log: OpenedLog, plan: arguments.Plan, since: arguments.Moment | None, by: str) -> str:
    """Set the sessions meant a day, from a day on; see `hiplog.Log.set_plan`."""
    plan, day = arguments.plan("set_plan", plan), _from_day(since)
    known = _known(log, PLANS).set_index("day")["plan_id"]
    if day in known.index:
        change(log, known.at[day], {"plan": plan}, by)
        return known.at[day]
    return _put(log, PLANS, by, day=day, plan=plan)


def mark(log: OpenedLog, day: arguments.Moment, words: str, by: str) -> str:
    """Keep a dated word; see `hiplog.Log.mark`."""
    day, marks = arguments.day("mark", day, name="day"), _known(log, MARKS)
    known = marks.loc[marks["day"].eq(day) & marks["words"].eq(words), "mark_id"]
    return known.iloc[0] if len(known) else _put(log, MARKS, by, day=day, words=words)


def change(log: OpenedLog, row_id: str, values: dict[str, object], by: str) -> dict[str, tuple]:
    """Correct one row; see `hiplog.Log.change`."""
    corrections.check_id("change", row_id)
    with log.change("changed", by) as (db, number):
        changed = corrections.correct(db, number, row_id, values, where=log.path)
        if not changed:
            db.rollback()
    return changed


def remove(log: OpenedLog, ids: str | Iterable[str] | pd.DataFrame, by: str) -> int:
    """Remove rows, and return how many there were."""
    ids = corrections.ids_in("remove", ids)
    if not ids:
        return 0
    with log.change("removed", by) as (db, number):
        removed = corrections.remove(db, number, ids)
        if not removed:
            db.rollback()
    return removed


def _known(log: OpenedLog, table: Table) -> pd.DataFrame:
    """Return what is in a table; nothing where the log is to be begun by what is added."""
    return contents.frame(log, table) if log.is_there else table.empty()


def _put(log: OpenedLog, table: Table, by: str, **values: object) -> str:
    """Add one row, with an id of its own."""
    row = table.conform(pd.DataFrame([{table.id: str(uuid4())} | values]), where=table.one)
    add(log, {table: row}, by)
    return row[table.id].iloc[0]


def _from_day(since: object) -> pd.Timestamp:
    """Return the first day on which a plan holds, today for None."""
    return pd.Timestamp.now().normalize() if since is None else arguments.day("set_plan", since, name="since")
