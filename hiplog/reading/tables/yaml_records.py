"""YAML -> a table of text, a row for each record."""

import yaml

from hiplog.reading.tables.json_records import MOST_LEVELS, TOO_DEEP, table_of
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one in C is 20 times as fast
_NOTHING = ("", "~", "null", "Null", "NULL")


def yaml_table(text: str) -> Table:
    """Return the records of a YAML text as a table.

    Raises `LogError` where it is damaged, has no records, or refers to parts of itself (a few of which may stand
    for gigabytes).
    """
    try:
        documents = _documents(text)
    except yaml.YAMLError as error:
        line = f", in line {error.problem_mark.line + 1}" if getattr(error, "problem_mark", None) else ""
        raise LogError(f"it is YAML that is damaged{line}") from None
    return table_of(documents, "records of YAML")


def _documents(text: str) -> list[object]:
    """Return what a text says: lists, dicts, and texts as they stand there, as `1:35` and `2026-05-14` do.

    PyYAML's own loaders would call themselves for each level, and make numbers of base 60 of `1:35`.
    """
    levels: list[list] = [[]]
    for event in yaml.parse(text, Loader=_PARSER):
        if isinstance(event, yaml.AliasEvent):
            raise LogError("it is YAML that refers to parts of itself, expected a list of records")
        if isinstance(event, yaml.CollectionStartEvent):
            if len(levels) > MOST_LEVELS:  # libyaml takes minutes for 100,000 of them
                raise LogError(TOO_DEEP)
            levels.append([])
        elif isinstance(event, yaml.ScalarEvent):
            levels[-1].append(None if event.implicit[0] and event.value in _NOTHING else event.value)
        elif isinstance(event, yaml.CollectionEndEvent):
            said = levels.pop()
            of_names = isinstance(event, yaml.MappingEndEvent)
            levels[-1].append(dict(zip(map(_name, said[::2]), said[1::2], strict=True)) if of_names else said)
    return levels[0]


def _name(key: object) -> str:
    return key if isinstance(key, str) else ""
