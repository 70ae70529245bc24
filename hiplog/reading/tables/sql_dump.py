"""A dump of a database, which is SQL -> its tables of text.

SQLite runs it in memory, and may there make tables and fill them, and do nothing else: no other file, no function,
no query of a table, and only so many steps.
"""

import re
import sqlite3
from contextlib import closing

from hiplog.reading.tables.json_records import text_of
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_DUMP = re.compile(r"\s*(?:--[^\n]*\s*|pragma[^;]*;\s*|begin[^;]*;\s*)*(?:create table|insert into)\b", re.I)
_LOOKED_AT = 65_536  # letters that tell whether a text is a dump
_STEPS = 10_000  # of SQLite's machine, between two questions whether it may go on
_MOST_QUESTIONS = 3_000
_MOST_TABLES = 100
_OWN = ("sqlite_master", "sqlite_schema", "sqlite_sequence")  # tables of SQLite's own
_DONE = (
    sqlite3.SQLITE_CREATE_TABLE, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_DELETE,
)  # fmt: skip
_PASSED_OVER = (
    sqlite3.SQLITE_PRAGMA, sqlite3.SQLITE_CREATE_INDEX, sqlite3.SQLITE_CREATE_VIEW, sqlite3.SQLITE_CREATE_TRIGGER,
    sqlite3.SQLITE_ANALYZE,
)  # fmt: skip


def sql_tables(text: str, wanted: str | None) -> list[Table] | None:
    """Return the tables of a dump in which something stands, or the one that is wanted; None where a text is none.

    Raises `LogError` where SQLite does not take it, as that of a server with a tongue of its own; where it has
    too many tables, or none with rows.
    """
    if not _DUMP.match(text[:_LOOKED_AT]):
        return None
    with closing(sqlite3.connect(":memory:")) as database:
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, len(text) * 4 + 1000)
        database.set_authorizer(_may)
        questions = iter(range(_MOST_QUESTIONS))
        database.set_progress_handler(lambda: next(questions, None) is None, _STEPS)
        try:
            database.executescript(text)
        except (sqlite3.Error, ValueError):
            said = (
                "it is a dump of a database that SQLite does not take: save the table with the holds as CSV first"
            )
            raise LogError(said) from None
        database.set_authorizer(None)
        named = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        if len(named) > _MOST_TABLES:
            raise LogError(f"it is a dump of {len(named):,} tables, expected at most {_MOST_TABLES}")
        tables = [_table(database, name) for (name,) in named if name not in _OWN]
    inked = [table for table in tables if len(table.rows) > 1]
    if not inked:
        raise LogError("it is a dump of a database with nothing in its tables, expected a table of holds")
    tables = [table for table in inked if wanted in (None, table.sheet)]
    if not tables:
        raise LogError(f"it has no sheet {wanted!r}, expected one of {', '.join(table.sheet for table in inked)}")
    return tables


def _may(action: int, first: str | None, *_: str | None) -> int:
    """Return whether SQLite may do something."""
    if action in _DONE or (action == sqlite3.SQLITE_READ and first in _OWN):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_IGNORE if action in _PASSED_OVER else sqlite3.SQLITE_DENY


def _table(database: sqlite3.Connection, name: str) -> Table:
    cursor = database.execute('SELECT * FROM "{}"'.format(name.replace('"', '""')))
    names = [column[0] for column in cursor.description]
    rows = [[text_of(cell) for cell in row] for row in cursor]
    return Table([names, *rows], "", sheet=name, said="a dump of a database")
