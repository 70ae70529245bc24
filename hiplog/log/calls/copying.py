"""A log copied, written out, and made again what a copy of it is."""

import os
from pathlib import Path
from typing import TextIO

from hiplog import arguments
from hiplog.files import written_whole
from hiplog.log.changes import history
from hiplog.log.copies import backups, export
from hiplog.log.copies.difference import Difference, difference
from hiplog.log.format.rows import all_versions, read_rows, refuse_damaged
from hiplog.log.opened import OpenedLog, resolved
from hiplog.schema import TABLES, LogError

_A_FILE = "the path of a file"


def backup(log: OpenedLog, path: str | os.PathLike) -> Path:
    """Copy the log to `path`; see `hiplog.Log.backup`."""
    arguments.path("backup", "path", path, _A_FILE)
    if str(path).endswith(("-journal", "-wal", "-shm")):
        raise LogError(f"{path}: SQLite deletes files of that name beside a log, expected another name")
    with log.reading() as db:  # a copy of a damaged log must not take the place of a whole one
        refuse_damaged(db, log.path)
    with written_whole(path, log.is_backup, "backup") as part:
        log.memory.copy_to(part) if log.memory else backups.copy_database(log.path, part)
    return Path(path).expanduser().absolute()


def export_csv(log: OpenedLog, path: str | os.PathLike | TextIO) -> Path | None:
    """Write all that is in the log as one CSV file; see `hiplog.Log.export_csv`."""
    if not hasattr(path, "write"):
        arguments.path("export_csv", "path", path, f"{_A_FILE}, or one that is open for writing")
    with log.reading() as db:
        rows = {table: read_rows(db, log.path, table) for table in TABLES}
        versions = {table: all_versions(db, table) for table in TABLES}
    if not isinstance(path, str | os.PathLike):
        export.write_rows(path, rows)
        return None
    export.check_name(path)
    with written_whole(path, lambda there: export.is_export(there, versions), "export") as part:
        export.write_csv(part, rows)
    return Path(path).expanduser().absolute()


def next_restore(log: OpenedLog, path: str | os.PathLike) -> Difference:
    """Return what `restore` would do; see `hiplog.Log.next_restore`."""
    arguments.path("next_restore", "path", path, _A_FILE)
    log.find()
    there = backups.rows_of(resolved(path), log.id)
    with log.reading() as db:
        refuse_damaged(db, log.path)
        return difference({table: read_rows(db, log.path, table) for table in there}, there)


def restore(log: OpenedLog, path: str | os.PathLike, expect: str | None) -> str:
    """Make what is in the log that of a backup of it; see `hiplog.Log.restore`."""
    arguments.path("restore", "path", path, _A_FILE)
    arguments.expected("restore", expect, "log.next_restore(path)")
    log.find()
    path = resolved(path)
    backups.check_file(path, "log.saved_backups()")
    rows = backups.rows_of(path, log.id)
    with log.change("restored", "backup") as (db, change):
        if expect is not None:
            now = difference({table: read_rows(db, log.path, table) for table in rows}, rows)
            if expect != now or getattr(expect, "rows", now.rows) != now.rows:
                raise LogError(
                    f"{log.path}: restoring {path.name} means {now or 'nothing'} by now, expected "
                    f"{expect or 'nothing'}: nothing was done"
                )
        n = sum(history.replace_all(db, change, table, of) for table, of in rows.items())
        said = history.described(db, [change], back=False)
        if not n:
            db.rollback()
    return f"{path.name} was restored: {said.partition(': ')[2]}." if n else f"Nothing differs from {path.name}."


def keep_backups(log: OpenedLog, given: dict[str, int | None]) -> dict[str, int]:
    """Set how many backups are kept, and return it; see `hiplog.Log.keep_backups`."""
    if log.memory:
        raise LogError("keep_backups: a log without a file has no backups")
    log.find()
    wanted = {name: count for name, count in given.items() if count is not None}
    if not wanted:
        return backups.kept(log.path)
    if wanted.keys() < given.keys():
        wanted = backups.kept(log.path) | wanted
    backups.keep(log.path, wanted)
    return wanted
