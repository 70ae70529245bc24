"""What is added to a log: new rows, and what those already there gain."""

import sqlite3
from collections.abc import Iterable

import pandas as pd

from hiplog.log.changes.history import begin_versions, bring_versions
from hiplog.log.changes.sessions import join_near_sessions
from hiplog.log.format.rows import to_rows
from hiplog.log.format.tables import names, typed
from hiplog.log.format.words import day, several, time_in_words
from hiplog.schema import HOLDS, Table

_JOIN_SESSIONS = (  # as where a row of a file was mended, and is now the first of its session
    "UPDATE given SET session_id = known.session_id FROM (SELECT given.session_id AS said, holds.session_id, "
    "min(holds.number) FROM given JOIN holds USING (hold_id) WHERE alive GROUP BY said) AS known "
    "WHERE given.session_id = said AND known.session_id <> said"
)


def _is_new(table: Table) -> str:
    return f"{table.id} NOT IN (SELECT {table.id} FROM {table.name} WHERE alive)"


def _others(table: Table) -> str:
    """Return the query for the ids that the log has, but neither now nor before a correction for these rows."""
    is_same = [f"was.{table.id} = given.{table.id}"]
    is_same += [
        f"abs(was.{name} - given.{name}) < 0.001" if name == "hold_s" else f"was.{name} IS given.{name}"
        for name in table.identity
    ]
    agree = [f"(was.{name} = given.{name} OR given.{name} IS NULL" for name in table.agree]
    of_alive = [f"{each} OR was.{name} IS NULL)" for name, each in zip(table.agree, agree, strict=True)]
    of_former = [f"{each})" for each in agree]  # what it lacked then is no ground for another value now
    never = [  # in two, for an index each
        f"NOT EXISTS (SELECT 1 FROM {table.name} AS was WHERE {' AND '.join([*is_same, *more])})"
        for more in (["was.alive", *of_alive], ["NOT was.alive", *of_former])
    ]
    return f"SELECT {table.id} FROM given WHERE NOT ({_is_new(table)}) AND {' AND '.join(never)}"


def _fill(table: Table) -> str:
    """Return the statement that lets rows of the log gain what they lacked."""
    gains = [name for name in table.columns if name not in (*table.always, *table.identity)]
    given = {name: f"given.{name}" for name in gains} | {"claimed_s": "min(given.claimed_s, was.hold_s)"}
    filled = [f"coalesce(was.{name}, {given[name]})" if name in gains else f"was.{name}" for name in table.columns]
    lacked = [f"(was.{name} IS NULL AND given.{name} IS NOT NULL)" for name in gains]
    return (
        f"INSERT INTO versions SELECT number, {', '.join(filled)} FROM given "
        f"JOIN {table.name} AS was USING ({table.id}) WHERE alive AND ({' OR '.join(lacked) or 0}) "
        "ORDER BY given.rowid"
    )


_SAID = ("pain_before", "pain_after", "note")
_CONFLICTING = (  # what is neither so in the log nor was before a correction there
    "SELECT count(*) FROM given JOIN holds AS was USING (hold_id) WHERE alive AND ("
    + " OR ".join(f"was.{name} <> given.{name}" for name in _SAID)
    + ") AND NOT EXISTS (SELECT 1 FROM holds AS former WHERE NOT former.alive AND former.hold_id = given.hold_id "
    + "AND "
    + " AND ".join(f"(former.{name} = given.{name} OR given.{name} IS NULL)" for name in _SAID)
    + ")"
)
_TOLD = ("exercise", "side", "started_at", "hold_s")


class Added(int):
    """How many holds were new, and beside that how many were there already; of days, plans and marks likewise.

    Attributes
    ----------
    new : int
        Holds that the log did not have.
    known : int
        Holds that it had, whether they gained anything or not.
    filled : int
        Of those, the ones that gained a value that was missing.
    different : int
        Holds that were not added, because the log has another hold of the same id.
    differences : list of str
        What those are, and what the log has of their ids: of holds day, side and seconds here and there.
    conflicting : int
        Of those known, the ones that came with another pain or note than the log has, which keeps its own.
    also : dict of Added
        What was added in the same call of `days`, `plans` and `marks`, for those that were given.
    """

    new: int
    known: int
    filled: int
    different: int
    differences: list[str]
    conflicting: int
    also: "dict[str, Added]"

    def __new__(
        cls,
        new: int,
        known: int = 0,
        filled: int = 0,
        different: int = 0,
        conflicting: int = 0,
        *,
        of: str = "hold",
        differences: Iterable[str] = (),
    ) -> "Added":
        """Return the number of new ones `of` these things."""
        self = super().__new__(cls, new)
        self.new, self.known, self.filled, self.different = new, known, filled, different
        self.conflicting, self.also, self._of = conflicting, {}, of
        self.differences = list(differences)
        return self

    @property
    def anything(self) -> bool:
        """Whether the log has anything now that it did not have."""
        return bool(self.new or self.filled) or any(added.anything for added in self.also.values())

    @property
    def which_differ(self) -> str:
        """The first of `differences`, and how many more there are; "" where they are not known."""
        return several(self.differences)

    def __str__(self) -> str:
        return int.__repr__(self)

    def __repr__(self) -> str:
        said = [f"{self.new:,} new"]
        said += [f"{self.known:,} already there"] if self.known else []
        said += [f"{self.filled:,} of them filled in"] if self.filled else []
        if self.different:
            which = f" ({self.which_differ})" if self.differences else ""
            said += [f"{self.different:,} not added: the log has another {self._of} of that id{which}"]
        said += [f"{self.conflicting:,} with another pain or note, of which the log keeps its own"] * bool(
            self.conflicting
        )
        return "; ".join([", ".join(said), *(f"{name}: {added!r}" for name, added in self.also.items())])


def add_rows(db: sqlite3.Connection, change: int, table: Table, given: pd.DataFrame) -> Added:
    """Add rows that conform, as part of a change."""
    once = given.groupby(table.id, sort=False, as_index=False).first()[list(table.columns)].astype(table.columns)
    rows = to_rows(once if len(once) < len(given) else given, table)
    db.execute("DROP TABLE IF EXISTS temp.given")
    db.execute(f"CREATE TEMP TABLE given ({typed(table)})")
    db.executemany(f"INSERT INTO given VALUES ({', '.join('?' * len(table.columns))})", rows)
    others = db.execute(_others(table)).fetchall()
    differences = _differences(db, table, {row_id for (row_id,) in others})
    db.executemany(f"DELETE FROM given WHERE {table.id} = ?", others)
    if table is HOLDS:
        db.execute(_JOIN_SESSIONS)
        _join_near(db)
    conflicting = db.execute(_CONFLICTING).fetchone()[0] if table is HOLDS else 0
    begin_versions(db, table)
    new = f"INSERT INTO versions SELECT NULL, {names(table)} FROM given WHERE {_is_new(table)} ORDER BY rowid"
    came = db.execute(new).rowcount
    filled = db.execute(_fill(table)).rowcount
    bring_versions(db, change, table)
    return Added(
        came,
        len(rows) - len(others) - came,
        filled,
        len(others),
        conflicting,
        of=table.one,
        differences=differences,
    )


def _differences(db: sqlite3.Connection, table: Table, ids: set[str]) -> list[str]:
    """Return what given rows are, and what the log has of their ids."""
    told = _TOLD if table is HOLDS else (*table.identity, *table.agree)
    of_both = ", ".join(f"{row}.{name}" for row in ("given", "was") for name in told)
    both = db.execute(
        f"SELECT {table.id}, {of_both} FROM given JOIN {table.name} AS was USING ({table.id}) WHERE alive "
        "ORDER BY given.rowid"
    )
    pairs = [(values[: len(told)], values[len(told) :]) for row_id, *values in both if row_id in ids]
    if table is HOLDS:
        return [_difference_of_holds(*pair) for pair in pairs]
    return [_difference(told, *pair) for pair in pairs]


def _difference(told: tuple[str, ...], given: list, known: list) -> str:
    differ = [
        f"{name} {_word(here)} here, and {_word(there)} in the log"
        for name, here, there in zip(told, given, known, strict=True)
        if here != there
    ]
    return f"{day(given[0])}: {'; '.join(differ)}"


def _word(value: str | float | None) -> str:
    return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _difference_of_holds(given: list, known: list) -> str:
    of_another = given[0] != known[0]
    here, there = (
        f"{side}, {time_in_words(started_at)}, {hold_s:g} s" + (f", {exercise}" if of_another else "")
        for exercise, side, started_at, hold_s in (given, known)
    )
    return f"{here} here, and {there} in the log"


def _join_near(db: sqlite3.Connection) -> None:
    """Put new holds into the sessions of the log that they are near to."""
    columns = ["hold_id", "session_id", "started_at", "exercise", "side", "hold_s"]
    new = db.execute(f"SELECT {', '.join(columns)} FROM given WHERE {_is_new(HOLDS)}")
    holds = pd.DataFrame(new.fetchall(), columns=columns)
    if holds.empty:
        return
    holds["started_at"] = pd.to_datetime(holds["started_at"], format="ISO8601").astype("datetime64[us]")
    joined = join_near_sessions(db, holds)["session_id"]
    moved = joined[joined != holds["session_id"]]
    db.executemany(
        "UPDATE given SET session_id = ? WHERE hold_id = ?",
        list(zip(moved, holds["hold_id"][moved.index], strict=True)),
    )
