"""Copies of a log in `backups/` beside it: one before the first change of a day, the old ones thinned out."""

import json
import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from hiplog import arguments
from hiplog.files import content_of, written_whole
from hiplog.log.file.connection import make_private, opened, reading, refuse_strange_files
from hiplog.log.format.rows import id_of, read_frame, refuse_damaged, to_rows
from hiplog.schema import HOLDS, TABLES, LogError, Table

KEPT = {"days": 7, "weeks": 4, "months": 12}  # of each the last so many with a backup, where nothing else is set
_PERIODS = {
    "days": lambda day: day,
    "weeks": lambda day: day.isocalendar()[:2],
    "months": lambda day: (day.year, day.month),
}


def folder_of(path: Path) -> Path:
    """Return the folder in which the backups of the log at `path` are."""
    return path.parent / "backups"


def back_up(path: Path, *, name: str = "", today: date | None = None) -> Path | None:
    """Copy the log before its first change today; None where that is done, not wanted, or nothing changed.

    Parameters
    ----------
    path : Path
        The log.
    name : str
        Makes a backup that is kept until somebody deletes it, whatever there is already.
    today : date, optional

    Raises
    ------
    LogError
        Where it cannot be made.
    """
    day = today or date.today()
    copy = folder_of(path) / f"{path.stem}_{day.isoformat()}{name}{path.suffix}"
    try:
        folder_of(path).mkdir(mode=0o700, exist_ok=True)
        make_private(folder_of(path), 0o700)
        if copy.exists() or (not name and (_is_saved(path) or _is_off(path))):
            return None
    except OSError as error:
        raise LogError(f"{folder_of(path)}: no backup could be made there ({error.strerror})") from error
    with written_whole(copy, lambda _: False, "backup") as part:
        copy_database(path, part)
    if not name:
        thin_out(path)
    return copy


def copy_database(source: Path, part: Path) -> None:
    """Copy a log into an empty file, also while it is in use."""
    with opened(source, "rw") as db, closing(sqlite3.connect(part)) as copy:
        db.execute("BEGIN")
        db.execute("SELECT id FROM log").fetchone()  # waits for a writer; `backup` would wait without end
        try:
            db.backup(copy)
        except sqlite3.Error as error:  # of the copy: the log itself was read just now
            raise OSError(None, str(error)) from error


def backups_of(path: Path) -> dict[Path, date]:
    """Return the backups of a log, the newest first, with their days."""
    name = re.compile(rf"{re.escape(path.stem)}_(\d{{4}}-\d\d-\d\d)(_version_\d+)?{re.escape(path.suffix)}")
    found = {}
    for file in folder_of(path).glob("*") if folder_of(path).is_dir() else []:
        if match := name.fullmatch(file.name):
            with suppress(ValueError):  # a day that there is not
                found[file] = date.fromisoformat(match[1])
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0].name), reverse=True))


def compared(path: Path, log_id: str, now: set[tuple]) -> pd.DataFrame:
    """Return the backups of a log, newest first, and how each differs from `now`, what `there_is` said of the log.

    Returns
    -------
    DataFrame
        `path`, `at` (the day), `holds`, `new` (holds, days, plans and marks that came or were corrected since),
        `gone` (those in it that are so in the log no more), `problem` (why it cannot be used; missing where it
        can).
    """
    rows = []
    for file, day in backups_of(path).items():
        try:
            there, problem = what_is_there(file, log_id), None
        except LogError as error:
            there, problem = set(), str(error)
        holds = sum(name == HOLDS.name for name, *_ in there)
        counts = [pd.NA] * 3 if problem else [holds, len(now - there), len(there - now)]
        rows.append([file, pd.Timestamp(day), *counts, problem])
    frame = pd.DataFrame(rows, columns=["path", "at", "holds", "new", "gone", "problem"])
    return frame.astype(
        {"at": "datetime64[us]", "holds": "Int64", "new": "Int64", "gone": "Int64", "problem": "str"}
    )


def what_is_there(path: Path, log_id: str) -> set[tuple]:
    """Return what is in a backup of a log; see `there_is`."""
    with reading(path) as db:
        if id_of(db, path) != log_id:
            raise LogError(f"{path}: this is a backup of another log")
        return there_is(db)


def there_is(db: sqlite3.Connection) -> set[tuple]:
    """Return what is in an open log: of each row its table's name, its id and its checksum."""
    sql = "SELECT '{0}', {1}, checksum FROM {0} WHERE alive"
    return {row for table in TABLES for row in db.execute(sql.format(table.name, table.id))}


def check_file(path: Path, shown_by: str) -> None:
    """Refuse what is no file, and so no backup, with what shows the backups that there are."""
    if not os.path.isfile(path):
        there = "no file" if os.path.lexists(path) else "not there"
        raise LogError(f"{path} is {there}, expected a backup: {shown_by} shows which there are")


def rows_of(path: Path, log_id: str) -> dict[Table, list[tuple]]:
    """Return what is in a backup of a log, as rows that keep the rules of today."""
    with reading(path) as db:
        if id_of(db, path) != log_id:
            raise LogError(f"{path}: this is no backup of this log, expected one that `hiplog restore` lists")
        return {table: to_rows(read_frame(db, path, table), table) for table in TABLES}


def _is_saved(path: Path) -> bool:
    """Return whether the newest backup is the log as it is now."""
    newest = next(iter(backups_of(path)), None)
    if newest is None:
        return False
    try:
        with reading(path) as db, reading(newest) as copy:
            return db.execute("SELECT * FROM log").fetchone() == copy.execute("SELECT * FROM log").fetchone()
    except LogError:  # a damaged backup is none
        return False


def thin_out(path: Path) -> None:
    """Remove backups beyond the last days, weeks and months that have one; see `kept`."""
    most = kept(path)
    days = {file: day for file, day in backups_of(path).items() if "_version_" not in file.name}
    remaining: set[Path] = set()
    for name, period in _PERIODS.items():
        newest_of = {}
        for file, day in days.items():
            newest_of.setdefault(period(day), file)
        remaining |= set(list(newest_of.values())[: most[name]])
    for file in days.keys() - remaining:
        with suppress(OSError):
            file.unlink()


def kept(path: Path) -> dict[str, int]:
    """Return of how many days, weeks and months the last backup is kept, by every program.

    Raises
    ------
    LogError
        Where what was set cannot be read: then none is removed.
    """
    try:
        said = json.loads(content_of(_setting_of(path)))
        return {name: arguments.count("backups", name, said[name]) for name in KEPT}
    except FileNotFoundError:
        return dict(KEPT)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, LogError) as error:
        raise LogError(
            f"{_setting_of(path)}: which backups are kept cannot be read, and none is removed; "
            "set it anew by `hiplog keep-backups --days 7 --weeks 4 --months 12`"
        ) from error


def _is_off(path: Path) -> bool:
    """Return whether no backups are wanted; where that cannot be read, they are."""
    with suppress(LogError):  # told when the old ones are thinned out
        return not any(kept(path).values())
    return False


def keep(path: Path, counts: dict[str, int]) -> None:
    """Set of how many days, weeks and months the last backup is kept, from the next backup on."""
    counts = {name: arguments.count("keep_backups", name, count) for name, count in counts.items()}
    try:
        folder_of(path).mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise LogError(f"{folder_of(path)}: nothing could be set there ({error.strerror})") from error
    with written_whole(_setting_of(path), lambda _: True, "setting") as part:
        part.write_text(json.dumps(counts), encoding="utf-8")


def _setting_of(path: Path) -> Path:
    return folder_of(path) / f"{path.stem}_kept.json"


def check_rescue(path: Path, backup: Path) -> None:
    """Raise a LogError where `rescue` would; nothing is written."""
    path, backup = Path(path).expanduser().resolve(), Path(backup).expanduser().resolve()
    log_id = None
    refuse_strange_files(path)  # without them the log may be whole
    try:
        with reading(path) as db:
            log_id = id_of(db, path)
            refuse_damaged(db, path)
    except LogError:
        pass
    else:
        raise LogError(f"{path}: this log is whole: `hiplog restore` makes it what a backup has")
    with reading(backup) as db:
        refuse_damaged(db, backup)
        if log_id not in (None, id_of(db, backup)):
            raise LogError(f"{backup}: this is a backup of another log")


def rescue(path: Path, backup: Path) -> Path | None:
    """Let a backup take the place of a log that cannot be opened any more; return where that is kept, if there.

    A log that can be opened is not touched: `Log.restore` takes back what a backup has, and can be undone.

    Parameters
    ----------
    path : Path
        The log.
    backup : Path
        A whole log, which stays where it is.

    Raises
    ------
    LogError
        Where the log can be opened, or the backup cannot, or it is not readable as a whole.
    """
    path, backup = Path(path).expanduser().resolve(), Path(backup).expanduser().resolve()
    check_rescue(path, backup)
    kept = path.with_name(f"{path.stem}.damaged-{datetime.now():%Y%m%dT%H%M%S%f}{path.suffix}")
    with written_whole(path.with_name(kept.name + ".new"), lambda _: False, "backup") as part:
        copy_database(backup, part)
    was_there = os.path.exists(path)
    for name in ("", "-journal", "-wal", "-shm"):
        if os.path.exists(f"{path}{name}"):
            os.replace(f"{path}{name}", f"{kept}{name}")
    os.replace(path.with_name(kept.name + ".new"), path)
    return kept if was_there else None
