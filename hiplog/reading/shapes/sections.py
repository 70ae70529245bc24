"""A table -> its headers, each with the places of the rows below it, as far as the next."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from hiplog.reading.columns.header_rows import completeness, under
from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.columns.questions import WEEKDAYS_ABREAST
from hiplog.reading.columns.without_header import guessed
from hiplog.reading.languages.words import WEEKDAYS, bare
from hiplog.reading.shapes.above import rows_above_header
from hiplog.reading.shapes.begun import begun_by, is_begin
from hiplog.reading.shapes.blocks import LIKE_HOLDS, none_could_be
from hiplog.reading.shapes.header import Header, Overrides, find_header, header_at
from hiplog.reading.shapes.legend import LEGEND, legend_of, legends_below
from hiplog.reading.shapes.rows import A_TITLE, heads_another_table
from hiplog.reading.shapes.titles import (
    Subject,
    heads_a_part,
    month_of,
    says_done,
    says_planned,
    subject_of,
    titles_above,
)
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import looks_like_date
from hiplog.schema import LogError

_LOOKED_AT = 400


class NoTable(LogError):
    """A file has no header that we know, and no columns that its cells tell: it may be text."""


def sections_of(
    table: Table, file_name: str, overrides: Overrides, skipped: dict[int, str]
) -> list[tuple[Header, list[int]]]:
    """Return each header with the places of the rows below it, as far as the next."""
    header = find_header(table.rows, file_name, overrides) or _without_header(table.rows)
    if header.app and header.app.refused and not table.said:  # else its holds are told by words
        raise LogError(f"it is a file of {header.app.name}: {header.app.refused} in it")
    titles = [table.sheet, *titles_above(table.rows, header.first)]
    header, parts = _titled(header, titles, file_name), []
    skipped |= dict.fromkeys(legends_below(table.rows, header.row + 1), LEGEND)
    while header is not None:
        if not header.written:
            lines = table.rows[max(header.first, 0) : header.row + 1]
            header = replace(header, written=frozenset(tuple(map(bare, _trimmed(row))) for row in lines))
        header = _grouped(table.rows, header)
        if table.one_header:
            following, places = None, [*range(header.row + 1, len(table.rows))]
        else:
            following, places = _until_next_header(table.rows, header, file_name, overrides, skipped)
        sides = _side_by_side(header)
        if not parts:
            rows_above = rows_above_header(table, header, skipped)
            parts += [(part, rows_above) for part in sides if rows_above]
        parts += [(part, places) for part in sides]
        header = following
    if all(part.subject.planned for part, _ in parts):  # as that of a plan in which one writes what one did
        return [(replace(part, subject=replace(part.subject, planned="")), places) for part, places in parts]
    return parts


def _titled(header: Header, titles: Sequence[str], file_name: str) -> Header:
    """Return a header with what the titles above it tell."""
    month, year = month_of(titles)
    month = "" if is_begin(month, titles) else month
    planned = titles[-1] if says_planned(titles[-1]) else ""
    subject = replace(subject_of(titles, file_name), planned=planned)
    return replace(header, subject=subject, month=(month, year), begun=begun_by(titles))


def _side_by_side(header: Header) -> list[Header]:
    """Return the headers of tables that stand side by side; mostly it is one.

    Each has dates of its own, or sides and a pain of its own, as those of mornings and of evenings.
    """
    dates = [i for i, m in enumerate(header.meanings) if m.kind == "date"]
    starts = [0, *dates[1:], len(header.meanings)]
    spans = [{*range(start, end)} for start, end in pairwise(starts)]
    spans = spans if len(dates) > 1 else _repeated(header.meanings)
    if len(spans) < 2 or header.app:
        return [header]
    masked = [[m if i in span else Meaning() for i, m in enumerate(header.meanings)] for span in spans]
    parts = [replace(header, meanings=columns) for columns in masked]
    return parts if all(completeness(columns) == 2 for columns in masked) else [header]


def _repeated(columns: list[Meaning]) -> list[set[int]]:
    """Return the numbers of columns that go together where sides come again with a pain of their own each time."""
    groups: list[dict[tuple, int]] = []
    for i, m in enumerate(columns):
        if m.kind in ("hold", "pain"):
            key = (m.kind, m.side, m.phase)
            groups = [*groups, {}] if not groups or key in groups[-1] else groups
            groups[-1][key] = i
    if not groups or any(group.keys() != groups[0].keys() for group in groups) or len(groups[0]) < 3:
        return []
    repeated = {i for group in groups for i in group.values()}
    return [{*group.values(), *({*range(len(columns))} - repeated)} for group in groups]


def _without_header(rows: list[list[str]]) -> Header:
    if names := _header_without_holds(rows):
        raise none_could_be("hold", names, [*map(meaning, names)], LIKE_HOLDS)
    columns = guessed(rows)
    if columns is None:
        if any(sum(bare(cell) in WEEKDAYS for cell in row[:50]) > 2 for row in rows[:_LOOKED_AT]):
            raise LogError(WEEKDAYS_ABREAST)
        raise NoTable("no column could be a date, and one of holds: expected a header like date, left, right")
    names = [str(m) if m.kind else f"column {i + 1}" for i, m in enumerate(columns)]
    return Header(-1, names, columns, depth=0)


def _header_without_holds(rows: list[list[str]]) -> list[str]:
    """Return the words a table begins with, where they are a header of which none is a column of holds."""
    first = next((row for row in rows if any(map(str.strip, row))), [])
    inked = [cell for cell in first if cell.strip()]
    dated = any(meaning(cell).kind == "date" for cell in inked)
    return inked if len(inked) > 2 and dated and not any(cell[:1].isdigit() for cell in inked) else []


def _grouped(rows: list[list[str]], header: Header) -> Header:
    """Take in a row of headings that stands above a header which is whole without it."""
    above = header.first - 1
    if header.app or header.depth != 1 or above < 0:
        return header
    groups = [cell.strip() for cell in rows[above]]
    kinds = [meaning(cell) for cell in groups if cell]
    if not kinds or (groups[0] and len(kinds) < 2) or any(looks_like_date(cell) for cell in groups):
        return header
    if legend_of(["; ".join(groups)]):
        return header
    if not any(m.kind in ("hold", "pain", "note") or m.side or m.unit for m in kinds):
        return header
    columns = under(groups, header.names)
    kept = [old if old.kind == "id" else new for old, new in zip(header.meanings, columns, strict=True)]
    return replace(header, meanings=kept)


def _until_next_header(
    rows: list[list[str]], header: Header, file_name: str, overrides: Overrides, skipped: dict[int, str]
) -> tuple[Header | None, list[int]]:
    """Return the next header, and the places of the rows before it; this header again is skipped.

    A text alone in its row that names an exercise or a side begins a part with the same header.
    """
    column = next((i for i, m in enumerate(header.meanings) if m.kind in ("date", "time")), 0)
    first, end, following, again = header.row + 1, len(rows), None, set()
    lost = end  # where a table begins that is no log
    for i in range(first, end):
        row = rows[i]
        if (len(row) > column and row[column][:1].isdigit()) or i in skipped:  # a date, in nearly all rows
            continue
        inked = len(row) - row.count("")
        if inked == 1 and (subject := _subject_of_part("".join(row).strip(), header.subject)):
            end, following = i, replace(header, row=i, depth=1, subject=subject)
            skipped[i] = A_TITLE
            break
        if inked < 2 or sum(map(str.isdecimal, row)) > len(row) / 2:
            continue  # no header is mostly numbers
        if tuple(map(bare, _trimmed(row))) in header.written:
            again.add(i)
        elif _starts_a_table(row, column) and (following := _another(rows, i, header, file_name, overrides)):
            end, following = i, replace(following, subject=_subject_between(rows, first, following.first, header))
            break
        elif first < i < lost and heads_another_table(
            header, row, below_blank=not any(map(str.strip, rows[i - 1]))
        ):
            lost = i
    skipped |= dict.fromkeys(again, "the header again")
    skipped |= {i: "another table" for i in range(lost, end) if i not in skipped and any(map(str.strip, rows[i]))}
    return following, [i for i in range(first, min(lost, end)) if skipped.get(i) != LEGEND and i not in again]


def _subject_of_part(text: str, above: Subject) -> Subject | None:
    """Return what a text alone in its row says of the rows below it; None where it heads no part."""
    if heads_a_part(text):
        return replace(subject_of([text]), planned=above.planned)
    if says_planned(text):
        return replace(above, planned=text)
    is_over = says_done(text) or 0 < _level(text) <= _level(above.planned)
    return replace(above, planned="") if above.planned and is_over else None


def _level(title: str) -> int:
    """Return how many signs mark a title as a heading of Markdown; 0 where it is none."""
    return len(title) - len(title.lstrip("#"))


def _subject_between(rows: list[list[str]], first: int, end: int, header: Header) -> Subject:
    """Return what the titles right above another header name, or the heading of the part that it stands in."""
    if titles := titles_above(rows[first:end], end - first):
        planned = next((title for title in reversed(titles) if says_planned(title)), header.subject.planned)
        return replace(subject_of(titles), planned="" if any(map(says_done, titles)) else planned)
    alone = not any(map(str.strip, chain.from_iterable(rows[first:end])))
    return header.subject if alone else Subject()


def _starts_a_table(row: list[str], column: int) -> bool:
    cell = row[column].strip() if len(row) > column else ""
    return cell != "" and meaning(cell) != Meaning()


def _another(rows: list[list[str]], i: int, header: Header, file_name: str, overrides: Overrides) -> Header | None:
    """Return the header that begins at row `i` if it makes as good a log as the one above it."""
    other = header_at(rows, i, file_name, overrides)
    if other and other.complete >= header.complete and any(m.kind == "date" for m in other.meanings):
        return other
    return None


def _trimmed(row: Sequence[str]) -> Sequence[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]
