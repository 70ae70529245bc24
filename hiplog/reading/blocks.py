"""A table -> blocks of rows under one header each, and the rows that are no data, with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hiplog.reading.columns import Meaning, guessed, meaning, settled, under
from hiplog.reading.dates import looks_like_date
from hiplog.reading.durations import is_blank
from hiplog.reading.header import Header, find_header, header_at
from hiplog.reading.table import DELIMITERS, Table
from hiplog.reading.words import bare, fold, words
from hiplog.schema import LogError

_MOST_BLOCKS = 1000
_RULE = re.compile(r"[|+:=_\s-]*(?:-{2,}|={2,}|_{2,})[|+:=_\s-]*|:?-:?")
_UNIT = re.compile(
    r"[(\[]?(?:[dmyjath]{1,4}(?:[-./: ][dmyjaths]{1,4}){1,5}|0 ?(?:-|to|bis|a) ?10|/ ?10|nrs|"
    r"text|free text|l/r|r/l|units?)[)\]]?\.?"
)


@dataclass
class Block:
    """The rows under one header, each as wide as it."""

    header: Header
    meanings: list[Meaning]
    names: list[str]
    at: list[int] = field(default_factory=list)  # the place of each row in the table
    rows: list[list[str]] = field(default_factory=list)
    day_first: bool | None = None  # where the header says so, as in "date (dd/mm/yyyy)"

    def where(self, kind: str) -> list[int]:
        """Return the numbers of the columns of a kind."""
        return [i for i, m in enumerate(self.meanings) if m.kind == kind]

    def column(self, i: int) -> list[str]:
        """Return the cells of a column."""
        return [row[i] for row in self.rows]


@dataclass
class Outline:
    """All rows of a table, sorted: in a block, or skipped for a reason, or over-long; else they are never data."""

    blocks: list[Block]
    skipped: dict[int, str]
    too_long: dict[int, list[str]]


def outline(table: Table, file_name: str, told: dict[str, str] | None = None) -> Outline:
    """Sort the rows of a table.

    Raises
    ------
    LogError
        Where no column could be a date, or none a hold.
    """
    rows = table.rows
    header = find_header(rows, file_name, told)
    if header is None:
        header = _without_header(rows)
    skipped: dict[int, str] = {}
    too_long: dict[int, list[str]] = {}
    blocks: list[Block] = []
    while header is not None:
        header = _grouped(rows, header)
        following, places = _until_next_header(
            rows, header, file_name, told, skipped, last=len(blocks) >= _MOST_BLOCKS
        )
        block = _block(table, header, places, skipped, too_long)
        blocks.append(block)
        header = following
    return Outline(_merged(blocks), skipped, too_long)


def _merged(blocks: list[Block]) -> list[Block]:
    """Return the blocks, those under the same header as one."""
    merged: dict[tuple, Block] = {}
    for block in blocks:
        first = merged.setdefault((*block.names, *block.meanings), block)
        if first is not block:
            first.at += block.at
            first.rows += block.rows
    return list(merged.values())


def _without_header(rows: list[list[str]]) -> Header:
    found = guessed(rows)
    if found is None:
        raise LogError("no column could be a date, and one of holds: expected a header like date, left, right")
    names = [str(m) if m.kind else f"column {i + 1}" for i, m in enumerate(found)]
    return Header(-1, names, found, depth=0)


def _grouped(rows: list[list[str]], header: Header) -> Header:
    """Take in a row of headings that stands above a header which is whole without it."""
    above = header.first - 1
    if header.app or header.depth != 1 or above < 0:
        return header
    groups = [cell.strip() for cell in rows[above]]
    kinds = [meaning(cell) for cell in groups if cell]
    if not kinds or (groups[0] and len(kinds) < 2) or any(looks_like_date(cell) for cell in groups):
        return header
    if not any(m.kind in ("hold", "pain", "note") or m.side or m.unit for m in kinds):
        return header
    found = under(groups, header.names)
    kept = [old if old.kind == "id" else new for old, new in zip(header.meanings, found, strict=True)]
    return replace(header, meanings=kept)


def _until_next_header(
    rows: list[list[str]],
    header: Header,
    file_name: str,
    told: dict[str, str] | None,
    skipped: dict[int, str],
    *,
    last: bool,
) -> tuple[Header | None, list[int]]:
    """Return the next other header, and the places of the rows before it; this header again is skipped."""
    column = next((i for i, m in enumerate(header.meanings) if m.kind in ("date", "time")), 0)
    same = {tuple(map(bare, _trimmed(rows[i]))) for i in range(max(header.first, 0), header.row + 1)}
    places, plain = [], set()
    for i in range(header.row + 1, len(rows)):
        row = rows[i]
        cell = row[column] if len(row) > column else ""
        if cell[:1].isdigit() or cell in plain:
            places.append(i)
            continue
        if tuple(map(bare, _trimmed(row))) in same:
            skipped[i] = "the header again"
            continue
        if cell.strip() and not last:
            found = header_at(rows, i, file_name, told) if meaning(cell.strip()) != Meaning() else None
            if found and found.complete >= header.complete and any(m.kind == "date" for m in found.meanings):
                return found, places
            if found is None and len(plain) < 10_000:
                plain.add(cell)
        places.append(i)
    return None, places


def _trimmed(row: Sequence[str]) -> list[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return [*row[:end]]


def _block(
    table: Table, header: Header, places: list[int], skipped: dict[int, str], too_long: dict[int, list[str]]
) -> Block:
    rows = [table.rows[i] for i in places]
    header = _shifted(header, rows)
    names = header.names
    body = [row for row in rows[:400] if any(cell.strip() for cell in row)]

    def cells(i: int) -> list[str]:
        return [row[i] for row in body if len(row) > i]

    found = header.meanings if header.app else settled(header.meanings, cells)
    block = Block(header, found, [*names], day_first=_day_first(names, found))
    _check(block)
    _extend(block, body)
    width, text = len(block.names), next((i for i in reversed(range(len(found))) if found[i].kind == "note"), None)
    for i, row in zip(places, rows, strict=True):
        if len(row) != width:
            row = _fitted(row, width, text, table)
            if len(row) > width:
                too_long[i] = row
                row = row[:width]
        block.at.append(i)
        block.rows.append(row)
    _join_minutes(block)
    _sort_out(block, skipped)
    return block


def _extend(block: Block, body: list[list[str]]) -> None:
    """Add a column without a name where most rows have one text more than the header."""
    width = len(block.names)
    extra = [row[width] for row in body if len(row) == width + 1 and row[width].strip()]
    if (
        block.where("note")
        or len(extra) <= len(body) / 2
        or any(re.fullmatch(r"[\d.,: ]+", cell) for cell in extra)
    ):
        return
    block.names.append("")
    block.meanings.append(Meaning())


def _join_minutes(block: Block) -> None:
    """Make one hold of minutes and seconds that stand in two columns."""
    holds = block.where("hold")
    for i in holds:
        twins = [k for k in holds if k != i and block.meanings[k].side == block.meanings[i].side]
        if block.meanings[i].unit != "min" or len(twins) != 1 or block.meanings[twins[0]].unit != "s":
            continue
        k = twins[0]
        for row in block.rows:
            if re.fullmatch(r"\s*\d+\s*", row[i]) and re.fullmatch(r"\s*\d+(?:[.,]\d+)?\s*", row[k]):
                row[i] = f"{row[i].strip()} min {row[k].strip()} s"
            elif not row[i].strip() and row[k].strip():
                row[i] = f"{row[k].strip()} s"
        block.meanings[k] = Meaning()


def _check(block: Block) -> None:
    for kind, like in (("date", "date, left, right"), ("hold", "date, left, right, or date, side, seconds")):
        if not block.where(kind):
            columns = ", ".join(name for name in block.names[:12] if name)
            raise LogError(f"no column could be a {kind}, among {columns}: expected a header like {like}")


def _shifted(header: Header, rows: list[list[str]]) -> Header:
    """Allow for row names: a column before the others that the header leaves out."""
    dated = [i for i, m in enumerate(header.meanings) if m.kind == "date"]
    width = len(header.names)
    sample = [row for row in rows[:50] if any(cell.strip() for cell in row)]
    if len(dated) != 1 or header.app or not sample or not all(len(row) == width + 1 for row in sample):
        return header
    before = sum(looks_like_date(row[dated[0]]) for row in sample)
    after = sum(looks_like_date(row[dated[0] + 1]) for row in sample)
    if before or after <= len(sample) / 2:
        return header
    return replace(header, names=["", *header.names], meanings=[Meaning(), *header.meanings])


def _fitted(row: list[str], width: int, text: int | None, table: Table) -> list[str]:
    """Return a row with as many cells as the header: what is too much belongs to the text column."""
    if len(row) < width:
        row = _cut_anew(row, width, table)
        return row + [""] * (width - len(row))
    end = len(row)
    while end > width and not row[end - 1].strip():
        end -= 1
    row = row[:end]
    if end > width and text is not None:
        extra = end - width
        sign = table.delimiter if table.delimiter.strip() else " "
        row = [*row[:text], sign.join(row[text : text + extra + 1]), *row[text + extra + 1 :]]
    return row


def _cut_anew(row: list[str], width: int, table: Table) -> list[str]:
    """Try other delimiters on a row that is too short: here and there a line has one of its own."""
    if not table.delimiter or len(row) > 2:
        return row
    line = table.delimiter.join(row)
    for delimiter in DELIMITERS:
        if delimiter.strip() or delimiter == "\t":
            cells = line.split(delimiter)
            if len(cells) == width and delimiter != table.delimiter:
                return cells
    return row


def _day_first(names: list[str], found: list[Meaning]) -> bool | None:
    """Return the order of day and month that the header of the dates spells out, if it does."""
    for name, m in zip(names, found, strict=True):
        if m.kind == "date" and (order := _spelled(name)) is not None:
            return order
    return None


def _spelled(text: str) -> bool | None:
    match = re.search(
        r"\b(d{1,2}|t{1,2}|j{2})([-/])m{1,3}\2[yja]{2,4}\b|\bm{1,3}[-/](?:d{1,2})[-/]y{2,4}\b", fold(text)
    )
    return None if match is None else match[1] is not None


def _sort_out(block: Block, skipped: dict[int, str]) -> None:
    """Take out of a block what is no data; only rows whose date is no date need a look."""
    date, holds = block.where("date")[0], block.where("hold")
    texts = [i for i, m in enumerate(block.meanings) if m.kind == "note"]
    keep, foreign, data_seen, previous_blank = [], False, False, True
    for k, row in enumerate(block.rows):
        cell = row[date]
        if cell[:1].isdigit() and not foreign:
            keep.append(k)
            data_seen, previous_blank = True, False
            continue
        i = block.at[k]
        inked = [c.strip() for c in row if c.strip()]
        if not inked:
            previous_blank = True
            continue
        if not data_seen and _is_units(row, block, holds):
            _take_units(row, block, holds)
            continue
        reason = _reason(row, inked, date, holds, texts)
        if foreign or (not reason and _is_other_header(row, inked, date, holds, previous_blank=previous_blank)):
            foreign = True
            reason = "another table"
        if reason == "a rule":
            continue
        if reason:
            skipped[i] = reason
        else:
            keep.append(k)
            data_seen = True
        previous_blank = False
    block.at = [block.at[k] for k in keep]
    block.rows = [block.rows[k] for k in keep]


def _is_units(row: list[str], block: Block, holds: list[int]) -> bool:
    """Return whether a row right below the header says units, like `,s,s,0-10,`."""
    inked = [cell.strip() for cell in row if cell.strip()]
    return all(_says_unit(cell) for cell in inked) and any(_says_unit(row[i].strip()) for i in holds)


def _says_unit(cell: str) -> bool:
    plain = fold(cell).strip("()[]. ")
    m = meaning(f"hold ({plain})") if len(plain) <= 20 and not re.fullmatch(r"[\d.,:]+", plain) else Meaning()
    return bool(plain) and (bool(m.unit) or _UNIT.fullmatch(fold(cell)) is not None)


def _take_units(row: list[str], block: Block, holds: list[int]) -> None:
    for i in holds:
        if row[i].strip():
            unit = meaning(f"hold ({row[i].strip()})").unit
            block.meanings[i] = replace(block.meanings[i], unit=unit)
            block.names[i] = f"{block.names[i]} ({row[i].strip()})"  # so that rejected rows say it too
    if block.day_first is None:
        block.day_first = _spelled(row[block.where("date")[0]])


def _reason(row: list[str], inked: list[str], date: int, holds: list[int], texts: list[int]) -> str:
    """Return why a row without a date is no data, or nothing."""
    if (
        all(_RULE.fullmatch(cell) for cell in inked)
        and (row[date].strip() or len(inked) == 1)
        and "-" != row[date]
    ):
        return "a rule"
    if inked[0].strip("#") and inked[0].startswith("#"):  # ##### is a column too narrow for its date
        return "a comment"
    if not looks_like_date(row[date]) and _is_total(next(cell for cell in row if cell.strip())):
        return "totals"
    if len(inked) == 1 and not any(row[i].strip() for i in holds) and not re.match(r"\W*\d+[-/.]\d", inked[0]):
        return "a title or a footer" if not any(row[i].strip() for i in texts) else ""
    return ""


def _is_total(cell: str) -> bool:
    plain = bare(cell)
    if len(plain) > 60:
        return False
    return any(
        plain == word or plain.startswith(f"{word} ") or plain.endswith(f" {word}") for word in words("total")
    )


def _is_other_header(
    row: list[str], inked: list[str], date: int, holds: list[int], *, previous_blank: bool
) -> bool:
    """Return whether a row begins another table: words only, where dates and holds should stand."""
    if len(inked) < 2 or any(re.search(r"\d", cell) for cell in inked) or not row[date].strip():
        return False
    if not any(row[i].strip() and not is_blank(row[i]) for i in holds) or any(len(cell) > 60 for cell in inked):
        return False
    known = sum(_is_known_header(cell) for cell in inked)
    return known >= 2 or (previous_blank and (known or all(not is_blank(cell) for cell in inked)))


def _is_known_header(cell: str) -> bool:
    tokens = set(bare(cell).split())
    return meaning(cell) != Meaning() or bool(tokens & words("no hold"))
