"""JSON and JSON lines -> a table of text, a row for each record."""

import json
import re
from collections.abc import Iterator, Sequence

from hiplog.reading.languages.words import bare, words
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_JSON = re.compile(r'\ufeff?\s*(?:(?:\[\s*)?\{|\[\s*\[)\s*"')
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{8}$")
_OF_ROWS = ("values", "rows", "data")  # what a list of lists of cells is called
_ANSWERS = frozenset(("answers", "comments", "replies", "responses", "thread"))
_WRITERS = frozenset(("author", "user", "from", "sender", "by", "who", "username"))
_EXERCISES = ("hip balance", "hamstring", "quad", "another exercise")
_LIST = "list"  # the column of the names of lists
_LOOKED_AT = 1000  # letters that tell whether a text is JSON
MOST_LEVELS = 20  # of records within records
TOO_DEEP = "its records stand too deep in one another, expected a list of them"


def json_table(text: str) -> Table | None:
    """Return the records of a JSON text as a table; None where it is no JSON.

    A record's row is its line, where each line is a record; else its number, with the header as the first.

    Raises `LogError` where it is damaged, or there are no records in it.
    """
    if not _JSON.match(text[:_LOOKED_AT]):
        return None
    try:
        read = json.loads(text)
    except RecursionError:
        raise LogError(TOO_DEEP) from None
    except ValueError:
        numbers, records = _lines(text)
    else:
        return table_of(read, "records of JSON")
    return table_of_records(records, "records of JSON", numbers)


def table_of(value: object, said: str) -> Table:
    """Return the records in a value of lists and dicts as a table."""
    return table_of_records([*_records(value)], said, [])


def table_of_records(records: Sequence[dict[str, str]], said: str, numbers: list[int]) -> Table:
    """Return records as a table, each below the names of all; `numbers` are the lines that they come from."""
    if not records:
        raise LogError(f"there are no {said} in it, expected a list of them")
    names = [*dict.fromkeys(name for record in records for name in record)]
    rows = [names, *([record.get(name, "") for name in names] for record in records)]
    return Table(rows, "", numbers=numbers, said=said)


def _lines(text: str) -> tuple[list[int], list[dict[str, str]]]:
    """Return the records of JSON lines, and the line of each; of a damaged one, what is whole, and the line."""
    numbers, records, damaged = [0], [], {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            read = json.loads(line) if line.strip() else []
        except (ValueError, RecursionError):
            damaged[len(records)], read = line, _whole_part(line)
        more = [*_records(read)] or [{}] * (len(records) in damaged)
        records += more
        numbers += [number] * len(more)
    if len(damaged) > len(records) / 2:
        raise LogError("it is JSON that is damaged, expected a list of records")
    names = dict.fromkeys(name for record in records for name in record)
    for at, line in damaged.items():  # so that the row is refused, with the line in it
        records[at] = {**dict.fromkeys(names, line.strip()), **records[at]}
    return numbers, records


def _whole_part(line: str) -> object:
    """Return what a damaged record says before its last comma."""
    try:
        return json.loads(line[: line.rindex(",")] + "}")
    except (ValueError, RecursionError):
        return []


def _records(value: object, above: dict[str, str] | None = None, level: int = 0) -> Iterator[dict[str, str]]:
    """Give the records in a value, each with what stands beside the list that it is in."""
    if level > MOST_LEVELS:
        raise LogError(TOO_DEEP)
    if _is_of_rows(value := _as_rows(value)):
        names, *rows = value
        for row in rows:
            yield {**(above or {}), **dict(zip(names, map(text_of, row), strict=False))} if row else {}
    elif isinstance(value, list):
        for one in value:
            yield from _records(one, above, level + 1)
    elif _is_by_date(value):
        for key, one in value.items():
            yield from _records(one, {**(above or {}), "date": key}, level + 1)
    elif isinstance(value, dict) and _is_of_columns(value):
        for cells in zip(*value.values(), strict=True):
            yield {**(above or {}), **dict(zip(value, map(text_of, cells), strict=True))}
    elif isinstance(value, dict):
        plain, lists = dict(above or {}), []
        _flatten(value, "", plain, lists, level)
        answers = [pair for pair in lists if _answers(value, *pair)]
        parts = [pair for pair in lists if pair not in answers]
        if not parts:
            yield plain
        for key, one in parts:
            named = {_LIST: key} if len(parts) > 1 or _names_exercise(key) else {}
            for record in _records(one, plain | named, level + 1):
                yield _as_planned(record, key) if bare(key) in words("target") else record
        dates = {name: text for name, text in plain.items() if _DATE.match(text)}
        for _, one in answers:
            yield from _records(one, dates, level + 1)


def _names_exercise(key: str) -> bool:
    plain = f" {bare(key)} "
    return any(f" {name} " in plain for name in words(*_EXERCISES))


def _as_planned(record: dict[str, str], key: str) -> dict[str, str]:
    """Return a record of a list of plans with that said by its names, so that nothing in it is taken for held."""
    plain = {name for name, text in record.items() if name == _LIST or _DATE.match(text)}
    return {name if name in plain else f"{key} {name}": text for name, text in record.items()}


def _answers(value: dict, key: str, within: list | dict) -> bool:
    """Return whether records within a record answer it: they are called so, or are another writer's.

    So an answer gets nothing but the date of what it answers, and takes nothing from it.
    """
    if not isinstance(within, list) or key.lower().split()[-1] in _ANSWERS:
        return isinstance(within, list)
    names = [name for name in value if name.lower() in _WRITERS]
    answers = [one for one in within if isinstance(one, dict)]
    return any(one.get(name, value[name]) != value[name] for one in answers for name in names)


def _as_rows(value: object) -> object:
    """Return the rows of a table whose names stand in a list of their own, or whose columns count their cells.

    pandas and Datasette write such: `{"columns": ["date"], "data": [["2026-05-14"]]}`, `{"left": {"0": 44}}`.
    """
    if not isinstance(value, dict):
        return value
    rows = next((value[key] for key in _OF_ROWS if isinstance(value.get(key), list)), None)
    if rows and isinstance(value.get("columns"), list):
        return [value["columns"], *rows]
    columns = [*value.values()]
    if not all(isinstance(one, dict) and one and all(map(str.isdecimal, one)) for one in columns):
        return value
    alike = len({tuple(one) for one in columns}) == 1
    return [[*value], *map(list, zip(*(one.values() for one in columns), strict=True))] if alike else value


def _is_of_rows(value: object) -> bool:
    """Return whether a value is a table by its rows: lists of cells, the first of them of different names."""
    if not (isinstance(value, list) and len(value) > 1 and all(isinstance(row, list) for row in value)):
        return False
    plain = not any(isinstance(cell, dict | list) for row in value for cell in row)
    named = all(isinstance(name, str) and name.strip() for name in value[0])
    return plain and named and 1 < len(value[0]) == len({*value[0]}) >= max(map(len, value))


def _is_sheet(key: str, value: list) -> bool:
    return key in _OF_ROWS and _is_of_rows(value)


def _is_of_columns(value: dict) -> bool:
    """Return whether a record is a table by its columns: lists of one length, longer than one."""
    lists = all(
        isinstance(one, list) and not any(isinstance(cell, dict | list) for cell in one) for one in value.values()
    )
    lengths = {len(one) for one in value.values()} if lists else set()
    return len(value) > 1 and len(lengths) == 1 and min(lengths) > 1


def _is_by_date(value: object) -> bool:
    """Return whether a record has records, or lists, by their dates."""
    if not isinstance(value, dict) or not value:
        return False
    return all(_DATE.match(key) and isinstance(one, dict | list) for key, one in value.items())


def _flatten(
    value: dict, before: str, plain: dict[str, str], lists: list[tuple[str, list | dict]], level: int
) -> None:
    """Put what a record says into `plain`, names of records within it joined, and its lists of records apart."""
    if level > MOST_LEVELS:
        raise LogError(TOO_DEEP)
    for key, one in value.items():
        name = f"{before}{key}"
        if _is_text_in_parts(one):
            plain[name] = "".join(part if isinstance(part, str) else part["text"] for part in one)
        elif _is_by_date(one):
            lists.append((name, one))
        elif isinstance(one, dict):
            _flatten(one, f"{name} ", plain, lists, level + 1)
        elif isinstance(one, list) and (any(isinstance(each, dict) for each in one) or _is_sheet(key, one)):
            lists.append((name, one))
        else:
            plain[name] = text_of(one)


def _is_text_in_parts(value: object) -> bool:
    """Return whether a list is one text, some of it in records, as messages are exported that have a bold word."""
    if not isinstance(value, list) or not any(isinstance(part, str) for part in value):
        return False
    records = [part for part in value if not isinstance(part, str)]
    return bool(records) and all(isinstance(part, dict) and isinstance(part.get("text"), str) for part in records)


def text_of(value: object) -> str:
    """Return what a value says as a cell of a table does."""
    if isinstance(value, list):
        return ", ".join(text_of(one) for one in value if not isinstance(one, list | dict))
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "" if value is None else str(value)
