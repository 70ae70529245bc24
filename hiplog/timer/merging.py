"""What becomes of a row of the log that a page says more of, where another program had its own say meanwhile.

A record of the page brings values that the log lacks, as what is asked after a hold, and corrects others. Neither
is to undo what another did meanwhile, as in the editor: not over its value, and not where it emptied a value that
the page had brought. The versions of the row tell that, however often a record comes again, and whether or not the
page heard an answer.
"""

from hiplog.schema import DAYS, HOLDS, Table

BY = "timer"  # who makes the changes
_SAID = {  # what a page may say of a row, and another change
    HOLDS: ("side", "hold_s", "claimed_s", "ended", "pain_before", "pain_after", "note"),
    DAYS: ("pain", "reason", "note"),
}
_TOGETHER = {"side", "hold_s", "claimed_s", "ended"}
_GAINED = ("pain_before", "pain_after", "note", "pain", "reason")  # what a row that is there may gain


def said(table: Table, row: dict) -> dict:
    """Return of a row what a page may say of it."""
    return {name: row.get(name) for name in _SAID[table]}


def present(versions: list[dict]) -> dict:
    """Return the version that the log has, or the last that it had."""
    return next((each for each in versions if each["alive"]), versions[-1])


def others_word(table: Table, versions: list[dict], row: dict, knows: int) -> dict:
    """Return what another than the timer made of the log's row, of what the page says otherwise.

    Parameters
    ----------
    table : Table
    versions : list of dict
        As `hiplog.Log.versions` has them.
    row : dict
        The hold or the day as the page has it.
    knows : int
        The last version that the page was told of; 0 where it knows what it made itself.
    """
    known = [each for each in versions if each["version"] <= knows] or versions[:1]
    since = versions[len(known) :]
    steps = list(zip([known[-1], *since], since, strict=False))
    now, was = present(versions), known[-1]
    return {
        name: now[name]
        for name in _SAID[table]
        if any(after["made_by"] != BY and after[name] != before[name] for before, after in steps)
        and now[name] != row.get(name)
        and (now[name] != was[name] or any(each[name] == row.get(name) for each in since))
    }


def merged(table: Table, versions: list[dict], row: dict, changes: dict, knows: int) -> tuple[dict, dict]:
    """Return the row as the log is to have it, and of that what its present version has otherwise.

    Seconds, side and end belong together: where another has changed one that the page corrects, all of them stay.
    """
    now = present(versions)
    theirs = others_word(table, versions, row, knows)
    if theirs.keys() & changes.keys() & _TOGETHER:
        theirs |= {name: now[name] for name in _TOGETHER}
    row = row | theirs
    words = {name: row[name] for name in changes} | {
        name: row[name]
        for name in _GAINED
        if name in _SAID[table] and now[name] is None and row.get(name) is not None
    }
    return row, {name: value for name, value in words.items() if value != now[name]}


def others_of_day(versions: list[dict], *, day: dict | None = None, knows: int = 0, **_: object) -> dict:
    """Return what of a day is left once all that the page said of it is taken back; {} for nothing."""
    if day is None or not versions or not present(versions)["alive"]:
        return {}
    words = others_word(DAYS, versions, {}, knows)
    return said(DAYS, words) if words else {}
