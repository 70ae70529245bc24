"""What is in a log, in words: which row one is, and how many of each there are."""

from datetime import date

from hiplog.dates import day_in_words
from hiplog.schema import DAYS, HOLDS, MARKS, Table


def named(table: Table, values: tuple | list) -> str:
    """Return which one a row is, as far as it can be told of one that may be damaged."""
    row = dict(zip(table.columns, values, strict=True))
    try:
        if table is HOLDS:
            side = row["side"] if row["side"] in HOLDS.choices["side"] else ascii(row["side"])
            return f"the {side} hold of {time_in_words(row['started_at'])}"
        if table is MARKS:
            return f"the mark of {day(row['day'])} ({row['words']!r})"
        if table is DAYS:
            return f"what was said of {day(row['day'])}{', ' * bool(row['time'])}{row['time'] or ''}"
        return f"the plan from {day(row['day'])} on"
    except (TypeError, ValueError):
        return f"the {table.one} {row[table.id]!a}"


def count(n: int, table: Table = HOLDS) -> str:
    """Return a number of rows in words, like 2 holds."""
    return f"1 {table.one}" if n == 1 else f"{n:,} {table.name}"


def counted(numbers: dict[Table, int]) -> str:
    """Return how many rows of each table there are, like "2 holds and 1 day"; "" for none."""
    parts = [count(n, table) for table, n in numbers.items() if n]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def several(texts: list[str], most: int = 3) -> str:
    """Return some texts, and how many more there are beyond the first few."""
    more = [f"and {len(texts) - most:,} more"] if len(texts) > most else []
    return "; ".join(texts[:most] + more)


def day(time: str) -> str:
    """Return the day of a time as a log keeps it, like 4 Mar 2026."""
    return day_in_words(date.fromisoformat(time[:10]))


def time_in_words(time: str) -> str:
    """Return a time as a log keeps it, like 4 Mar 2026, 07:10."""
    return f"{day(time)}, {time[11:16]}"
