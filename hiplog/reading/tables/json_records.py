"""JSON and JSON lines -> a table of text, a row for each record."""

import json
import re
from collections.abc import Iterator, Sequence

from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_JSON = re.compile(r'\ufeff?\s*(?:\[\s*)?\{\s*"')
_LOOKED_AT = 1000  # letters that tell whether a text is JSON
_MOST_LEVELS = 20  # of records within records


def json_table(text: str, encoding: str) -> Table | None:
    """Return the records of a JSON text as a table; None where it is no JSON.

    A record's row is its line, where each line is a record; else its number, with the header as the first.

    Raises
    ------
    LogError
        Where it is damaged, or there are no records in it.
    """
    if not _JSON.match(text[:_LOOKED_AT]):
        return None
    try:
        records, numbers = [*_records(json.loads(text))], []
    except RecursionError:
        raise LogError("its records stand too deep in one another, expected a list of them") from None
    except ValueError:
        try:
            read = [(number, json.loads(line)) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        except (ValueError, RecursionError):
            raise LogError("it is JSON that is damaged, expected a list of records") from None
        pairs = [(number, record) for number, one in read for record in _records(one)]
        numbers, records = [0, *(number for number, _ in pairs)], [record for _, record in pairs]
    if not records:
        raise LogError("it is JSON without records, expected a list of them")
    names = [*dict.fromkeys(name for record in records for name in record)]
    rows = [names, *([record.get(name, "") for name in names] for record in records)]
    return Table(rows, "", encoding=encoding, numbers=numbers, said="records of JSON")


def _records(value: object, above: dict[str, str] | None = None, level: int = 0) -> Iterator[dict[str, str]]:
    """Give the records in a value, each with what stands beside the list that it is in."""
    if level > _MOST_LEVELS:
        raise LogError("its records stand too deep in one another, expected a list of them")
    if isinstance(value, list):
        for one in value:
            yield from _records(one, above, level + 1)
    elif isinstance(value, dict):
        plain, lists = dict(above or {}), []
        _flatten(value, "", plain, lists, level)
        if not lists:
            yield plain
        for one in lists:
            yield from _records(one, plain, level + 1)


def _flatten(value: dict, before: str, plain: dict[str, str], lists: list[list], level: int) -> None:
    """Put what a record says into `plain`, names of records within it joined, and its lists of records apart."""
    if level > _MOST_LEVELS:
        raise LogError("its records stand too deep in one another, expected a list of them")
    for key, one in value.items():
        name = f"{before}{key}"
        if isinstance(one, dict):
            _flatten(one, f"{name} ", plain, lists, level + 1)
        elif isinstance(one, list) and any(isinstance(each, dict) for each in one):
            lists.append(one)
        else:
            plain[name] = _text(one)


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, _plain(value)))
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "" if value is None else str(value)


def _plain(values: Sequence[object]) -> Iterator[object]:
    return (value for value in values if not isinstance(value, list | dict))
