"""The keeping of what a page hands over: each record goes into the log, or is answered why not."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd

from hiplog.interchange import KeepsHolds
from hiplog.schema import DAYS, HOLDS, LogError, Table
from hiplog.timer.merging import BY, merged, others_of_day, present, said


def keep(log: KeepsHolds, records: dict[str, dict], answer: dict) -> None:
    """Put records into the log, and say of each in the answer whether it is on disk, or why it is refused.

    One that the log refuses must not keep another out; a log that cannot be written is waited for once, and is the
    answer for all of them.

    Raises
    ------
    LogError
        Where the log cannot be read or written, as a page must hear at once when it opens.
    """
    log.check_writable()
    versions = log.versions(records)
    removed = [each for each, record in records.items() if isinstance(record, dict) and record.get("removed")]
    for row_id in [each for each in records if each not in removed]:
        with _refusing(log, [row_id], answer):
            if not _put(log, versions.get(row_id, []), **records[row_id]):
                answer["gone"].append(row_id)
    with _refusing(log, removed, answer):  # in one call, so that it is one change to undo
        _take_out(log, {each: records[each] for each in removed}, versions)


def keep_plan(log: KeepsHolds, message: dict) -> str | None:
    """Set the plan that was chosen on a page; where another was set elsewhere since, leave it, and return that."""
    plan, day = message["plan"], message["day"]
    now = int(log.diary().plan_on(pd.DatetimeIndex([day]))[0])
    if now not in (plan, *message["was"]):
        return (
            f"Your plan of {plan} a day is not in your log: {now} a day was set elsewhere since. "
            "Under Settings it can be chosen again."
        )
    log.set_plan(plan, since=day, by=BY)
    return None


def differing(log: KeepsHolds, records: dict[str, dict]) -> dict[str, dict]:
    """Return by id what the log has of each row that a page's record has otherwise, and its last `version`."""
    differs = {}
    for row_id, versions in log.versions(records).items():
        table, row = _row(records[row_id].get("hold"), records[row_id].get("day"))
        now = said(table, present(versions))
        if present(versions)["alive"] and now != said(table, row):
            differs[row_id] = now | {"version": versions[-1]["version"]}
    return differs


def sentence(error: Exception) -> str:
    """Return what a page is told of an error."""
    if isinstance(error, LogError):
        return re.sub("^(holds|days), row 0: ", "", str(error))  # handed over alone: the page says which it was
    return f"{type(error).__name__}: {error}"


@contextmanager
def _refusing(log: KeepsHolds, ids: list[str], answer: dict) -> Iterator[None]:
    """Answer these records: what fails although the log can be written is the records' own fault."""
    try:
        yield
    except Exception as error:
        log.check_writable()
        answer["refused"] |= dict.fromkeys(ids, sentence(error))
    else:
        answer["kept"] += ids


def _put(
    log: KeepsHolds,
    versions: list[dict],
    *,
    changes: dict,
    hold: dict | None = None,
    day: dict | None = None,
    anew: bool = False,
    knows: int = 0,
    saved: str | None = None,
    **_: object,
) -> bool:
    """Put one record into the log, a hold or what is said of a day; False where it was taken out and stays so.

    What was taken out elsewhere, as in the editor, stays out; what the page discarded it can put back. A log that
    has the change with which a row was `saved`, and no version of the row, has deleted its history; an older copy
    of the log has neither.
    """
    table, row = _row(hold, day)
    if versions:
        now = present(versions)
        row, words = merged(table, versions, row, changes, knows)
        if now["alive"]:
            if words:
                log.change(row[table.id], by=BY, **words)
            return True
        if not (anew and now["ended_by"] == BY):
            return False
    elif saved and not anew and log.has_change(saved):
        return False
    rows = pd.DataFrame([{**row, "source": BY}])
    log.add(rows) if table is HOLDS else log.add_days(rows, by=BY)
    return True


def _take_out(log: KeepsHolds, records: dict[str, dict], versions: dict[str, list[dict]]) -> None:
    """Take rows out of the log; of a day, what another has said of it meanwhile stays."""
    stays = {each: others_of_day(versions.get(each, []), **records[each]) for each in records}
    for row_id, words in stays.items():
        if words:
            log.change(row_id, by=BY, **words)
    there = {each for each in records if any(version["alive"] for version in versions.get(each, []))}
    log.remove([each for each, words in stays.items() if each in there and not words], by=BY)


def _row(hold: dict | None, day: dict | None) -> tuple[Table, dict]:
    """Return which table a record is of, and its row there."""
    return (DAYS, day or {}) if hold is None else (HOLDS, hold)
