"""What a log would lose and gain, were it made what one of its backups is."""

from hiplog.log.format.words import counted, named, several
from hiplog.schema import Table

Rows = dict[Table, list[tuple]]


class Difference(str):
    """What restoring a backup does, in words, with the rows it is about: two may read alike.

    Attributes
    ----------
    rows : tuple of dict
        By table, what goes out of the log, what comes back, and what has the values of the backup again.
    """

    rows: tuple[Rows, Rows, Rows]


def difference(now: Rows, there: Rows) -> Difference:
    """Return what makes the rows of a log those of a backup; "" where nothing does."""
    out: Rows = {}
    back: Rows = {}
    again: Rows = {}
    for table in there:
        place = list(table.columns).index(table.id)
        was, is_to_be = ({row[place]: row for row in rows[table]} for rows in (now, there))
        out[table] = [row for row_id, row in was.items() if row_id not in is_to_be]
        back[table] = [row for row_id, row in is_to_be.items() if row_id not in was]
        again[table] = [row for row_id, row in is_to_be.items() if was.get(row_id, row) != row]
    parts = [(out, "out of the log"), (back, "back in the log"), (again, "with the values of the backup")]
    said = Difference(
        ", ".join(f"{_counted(rows)} {what} ({_named(rows)})" for rows, what in parts if any(rows.values()))
    )
    said.rows = (out, back, again)
    return said


def _counted(rows: Rows) -> str:
    return counted({table: len(of) for table, of in rows.items()})


def _named(rows: Rows) -> str:
    return several([named(table, row) for table, of in rows.items() for row in of])
