"""Lines of `date=2026-03-04 side=left held=62s`, as programs write their own logs -> a table, a row for each."""

import re
from collections.abc import Sequence

from hiplog.reading.tables.json_records import table_of_records
from hiplog.reading.tables.table import Table

_PAIR = re.compile(r'([^\W\d][\w.-]*)=("[^"]*"|[^\s"=]*)(?:\s+|$)')
_FEWEST = 2  # pairs in a line


def key_values_table(lines: Sequence[str]) -> Table | None:
    """Return lines of nothing but names and their values as a table; None of any other text."""
    if not all(map(_is_pairs, filter(str.strip, lines))):
        return None
    records = [{name: value.strip('"') for name, value in _PAIR.findall(line)} for line in lines]
    return table_of_records(records, "names and values", [*range(len(lines) + 1)])


def _is_pairs(line: str) -> bool:
    """Return whether nothing stands in a line but names, each once, and their values."""
    names = [name for name, _ in _PAIR.findall(line)]
    return _FEWEST <= len(names) == len({*names}) and not _PAIR.sub("", line).strip()
