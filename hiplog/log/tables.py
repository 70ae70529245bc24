"""The tables of a log in SQL, with the rules of a hold made from `hiplog.schema`.

What a change adds is marked with its number (`holds.added_by`); what it alters or removes is first copied to
`holds_before`. That is all `undo` needs, and an import of any size costs it no more than what the import altered.
"""

from hiplog.schema import ALWAYS, CHOICES, COLUMNS, LIMITS

VERSION = 1  # of these tables and their rules: to be raised with any change of `TABLES`
APPLICATION = int.from_bytes(b"hipl", "big")  # SQLite's application_id: tells a log from any other database

NAMES = ", ".join(COLUMNS)
_TYPES = {"str": "TEXT", "datetime64[us]": "TEXT", "Int16": "INTEGER", "float64": "REAL", "Float64": "REAL"}
_TO_SECONDS = "substr(started_at, 1, 19)"
_IS_TIME = (  # adding no days moves a 31st of June to July, and so shows that there is none
    f"strftime('%Y-%m-%dT%H:%M:%S', {_TO_SECONDS}, '+0 days') IS {_TO_SECONDS} AND "
    "(length(started_at) = 19 OR substr(started_at, 20) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]')"
)


def _rule(name: str) -> str:
    """Return the rule of a column in SQL; a missing value, NULL, breaks none."""
    if name in CHOICES:
        return f"{name} IN ({', '.join(repr(word) for word in CHOICES[name])})"
    if name == "started_at":
        return _IS_TIME
    if COLUMNS[name] == "str":
        return f"{name} <> ''"
    limits = LIMITS[name]
    over = ">=" if limits.closed_left else ">"
    whole = f" AND {name} = CAST({name} AS INTEGER)" if COLUMNS[name].startswith("Int") else ""
    return f"{name} {over} {limits.left:g} AND {name} <= {limits.right:g}{whole}"


def _column(name: str) -> str:
    needed = " NOT NULL" if name in ALWAYS else ""
    unique = " UNIQUE" if name == "hold_id" else ""
    return f"{name} {_TYPES[COLUMNS[name]]}{needed}{unique} CHECK ({_rule(name)})"


TABLES = (
    "CREATE TABLE log (id TEXT NOT NULL)",
    "CREATE TABLE changes (change INTEGER PRIMARY KEY, kind TEXT NOT NULL, session_id TEXT)",
    "CREATE TABLE holds (number INTEGER PRIMARY KEY, added_by INTEGER NOT NULL, "
    + ", ".join(_column(name) for name in COLUMNS)
    + ")",
    "CREATE TABLE holds_before (change INTEGER NOT NULL, number INTEGER NOT NULL, added_by INTEGER NOT NULL, "
    + ", ".join(f"{name} {_TYPES[dtype]}" for name, dtype in COLUMNS.items())
    + ", PRIMARY KEY (hold_id, change))",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)
