"""The bytes of any file -> its tables, by what kind of file it is."""

import re
from dataclasses import replace

from hiplog.reading.journals.fields import fields_table
from hiplog.reading.journals.journal import journal_of
from hiplog.reading.journals.tables_below_dates import with_dates_of_headings
from hiplog.reading.options import Options
from hiplog.reading.own_export import strict_rows
from hiplog.reading.shapes.delimiter import find_delimiter, is_text
from hiplog.reading.tables import encodings, sources
from hiplog.reading.tables.calendar_records import calendar_table
from hiplog.reading.tables.json_records import json_table
from hiplog.reading.tables.key_values import key_values_table
from hiplog.reading.tables.sql_dump import sql_tables
from hiplog.reading.tables.table import Table, cut, lines_of
from hiplog.reading.tables.web_page import tables_of_page
from hiplog.reading.tables.xml_records import xml_table
from hiplog.schema import LogError

_RECORD = re.compile(r"(?m)^( *)- [^\W\d][\w .-]*: +[^\n]*\n\1 +[^\W\d][\w .-]*: ")  # two fields of it
_WITHIN = re.compile(r"(?m)^[ -]*[^\W\d][\w .-]*:(?: *\{.*\}| +(?:\"[^\"\n]*\"|'[^'\n]*'))? *$")
_FIELD = re.compile(r" *(?:- )?[^\W\d][\w .-]*:(?: .*)?|---|#.*|")


def tables_of(data: bytes, name: str, options: Options) -> list[Table]:
    """Return the tables of a file; text that is none is made one, where dates and sides stand in it.

    Raises `LogError` where the file is of a kind in which no holds are, is damaged, or is read with an option of
    other kinds.
    """
    if sources.is_workbook(data):
        if options.encoding is not None:
            raise LogError(f"{name} is a workbook, expected to be read without encoding={options.encoding!r}")
        from hiplog.reading.tables.workbook_in_a_process import sheets_of  # only workbooks pay for loading it

        return sheets_of(data, name, options.sheet)
    text, encoding = encodings.decode(data, name, options.encoding)
    return [replace(table, encoding=encoding) for table in _tables_in(text, name, options)]


def _tables_in(text: str, name: str, options: Options) -> list[Table]:
    """Return the tables of a text."""
    if (tables := sql_tables(text, options.sheet) or tables_of_page(text)) is not None:
        return tables
    if options.sheet is not None:
        raise LogError(
            f"{name} is no workbook and has no sheets, expected to be read without sheet={options.sheet!r}"
        )
    if (rows := strict_rows(text)) is not None:
        return [Table(rows, ",")]
    is_named_yaml = name.lower().endswith((".yaml", ".yml"))
    if is_named_yaml or _may_be_yaml(text):
        from hiplog.reading.tables.yaml_records import yaml_table

        try:
            return [yaml_table(text)]
        except LogError:
            if is_named_yaml:  # else it only looks like it, as lines of fields do
                raise
    for table_of in (json_table, calendar_table, xml_table):
        if (records := table_of(text)) is not None:
            return [records]
    lines = lines_of(text)
    if not any(line.strip() for line in lines):
        raise LogError("it is empty, expected a table of holds")
    if table := key_values_table(lines) or fields_table(lines):
        return [table]
    if dated := with_dates_of_headings(lines):
        return [dated]
    if sum(line.startswith("### ") for line in lines[:1000]) > 1 and not any("," in line for line in lines[:1]):
        raise LogError("it is an export in sections under ### (JEFIT's): there are no holds in it")
    delimiter = find_delimiter(lines, name, options.columns)
    table = Table(cut(lines, delimiter), delimiter)
    if not delimiter.strip() and is_text(table.rows, name, options.columns):
        table = journal_of(lines, unit_told=options.unit is not None) or table  # blanks part words too
    return [table]


def _may_be_yaml(text: str) -> bool:
    """Return whether a text is a list of records in YAML, with more in it than names and plain values."""
    whole = _RECORD.search(text) is not None and _WITHIN.search(text) is not None
    return whole and all(map(_FIELD.fullmatch, text.splitlines()))
