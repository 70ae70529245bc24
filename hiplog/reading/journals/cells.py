"""A table in which a column says in words what was held -> the same with columns for what the words say."""

from collections.abc import Sequence
from dataclasses import replace

from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.side_letters import spelled_in_lines
from hiplog.reading.journals.clauses import read_line
from hiplog.reading.journals.doubts import asked_of, exercise_asked
from hiplog.reading.journals.said import Said
from hiplog.reading.journals.tokens import is_hold
from hiplog.reading.languages.words import bare, words
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import parse

_MOST_TITLES = 10  # rows above a header
_LOOKED_AT = 50  # rows that tell which column has the words
_WORDS = ("", "note", "session", "exercise")  # kinds of columns that may say holds in words
_BESIDE = (*_WORDS, "date", "time", "begin", "end", "person", "hold")  # that may stand there too
_SAID = ("exercise", "hold", "pain before", "pain", "note")


def holds_in_words(table: Table) -> Table | None:
    """Return a table of dates and of words that say holds, a row for each part of what a cell says.

    All its other columns stay, and may tell the pain; one that names who wrote is of persons, where there are
    several. None of any other table, also where a column tells a side, a hold or a pain itself.
    """
    rows = table.rows
    at = next((i for i, row in enumerate(rows[:_MOST_TITLES]) if "date" in _kinds(row)), len(rows))
    body = [[*row, *[""] * (len(rows[at]) - len(row))] for row in rows[at + 1 :]]
    worded = _of(_kinds(rows[at]), _WORDS) if at < len(rows) else []
    for i in worded:  # letters for the sides are words of the language that the column is in
        spelled = spelled_in_lines([row[i] for row in body])
        body = [[*row[:i], said, *row[i + 1 :]] for row, said in zip(body, spelled, strict=True)]
    column = _column_of_words([*rows[at : at + 1], *body])
    if column is None:
        return None
    others = [i for i in worded if i != column]
    is_named = any(meaning(rows[at][i]).kind == "exercise" for i in others)  # the exercise, by a column of its own
    unsaid = str if meaning(rows[at][column]).kind == "exercise" else lambda _: ""  # of a dentist nothing is kept
    parts = [
        (place, cells, said)
        for place, cells in enumerate(body, at + 1)
        for said in read_line(cells[column], sided=False)
    ]
    doubts = [exercise_asked(said.exercise) for _, _, said in parts]
    made = [[*_without(_with_persons(rows[at:]), column), *_SAID[is_named:]]]
    for (_, cells, said), doubt in zip(parts, doubts, strict=True):
        exercise = "" if doubt else said.exercise or ("" if said.holds else unsaid(cells[column]))
        pains = _pains_of(said, [cells[i] for i in others])
        in_cells = [exercise or "hip balance", said.cell, *pains, "; ".join(said.notes)]
        made.append([*_without(cells, column), *in_cells[is_named:]])
    asked = zip(doubts, asked_of([said for _, _, said in parts], unit_told=False), strict=True)
    return replace(
        table,
        rows=[*rows[:at], *made],
        numbers=[*map(table.row_of, (*range(at + 1), *(place for place, _, _ in parts)))],
        asked={place: one or other for place, (one, other) in enumerate(asked, at + 1) if one or other},
        said=f"what was held is told by the words of {rows[at][column]}",
    )


def _pains_of(said: Said, others: Sequence[str]) -> tuple[str, str]:
    """Return the pain before holds, and after, that their own words tell, else the first of some other texts."""
    pains = (said.pains or _pains_in(others)) if said.holds else {}
    return pains.get("before", ""), pains.get("") or pains.get("after", "")


def _pains_in(texts: Sequence[str]) -> dict[str, str]:
    """Return the pain that the first of some texts tells which say no hold, in all of it."""
    for text in texts:
        said = read_line(text, sided=False)
        if len(said) == 1 and said[0].pains and not said[0].holds:
            return said[0].pains
    return {}


def _column_of_words(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the one column that says holds in words, of rows below a header with dates; None where none is."""
    kinds = _kinds(rows[0]) if rows else []
    body = [row for row in rows[1 : _LOOKED_AT + 1] if any(row)]

    def inked(i: int) -> list[str]:
        return [row[i] for row in body if len(row) > i and row[i]]

    dated = any(sum(parse(cell) is not None for cell in inked(i)) > len(body) / 2 for i in _of(kinds, ("date",)))
    say = [i for i in _of(kinds, _WORDS) if any(map(_says_hold, inked(i)))]
    return say[0] if dated and len(say) == 1 and {*kinds} <= {*_BESIDE} else None


def _of(kinds: Sequence[str], wanted: Sequence[str]) -> list[int]:
    return [i for i, kind in enumerate(kinds) if kind in wanted]


def _with_persons(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the header in the first row, with `person` for what heads the writers, where there are several."""
    header = [*rows[0]]
    for i, cell in enumerate(header):
        names = bare(cell) in words("person", "name", "from")
        if names and len({row[i] for row in rows[1:] if row[i:] and row[i]}) > 1:
            header[i] = "person"
            break
    return header


def _kinds(row: Sequence[str]) -> list[str]:
    """Return what each header says; of one of a side, that."""
    return [m.side or m.kind for m in map(meaning, row)]


def _without(row: Sequence[str], at: int) -> list[str]:
    return [*row[:at], *row[at + 1 :]]


def _says_hold(text: str) -> bool:
    return any(is_hold(cell.split()) for said in read_line(text, sided=False) for cell in said.holds)
