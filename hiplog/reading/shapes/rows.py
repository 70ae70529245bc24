"""The rows under a header: each made as wide as it, and what is no data taken out, with the reason."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import numpy as np

from hiplog.reading.columns.cells import seconds_in
from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.header import Header
from hiplog.reading.tables.table import DELIMITERS
from hiplog.reading.values.dates import looks_like_date, spelled_order
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.units import is_no_time

_RULE = re.compile(r"[|+:=_\s-]*(?:-{2,}|={2,}|_{2,})[|+:=_\s-]*|:?-:?")
_UNIT = re.compile(
    r"[(\[]?(?:[dmyjath]{1,4}(?:[-./: ][dmyjaths]{1,4}){1,5}|0 ?(?:-|to|bis|a|\.\.+) ?100?|/ ?100?|nrs|mm|%|"
    r"text|free text|l/r|r/l|units?)[)\]]?\.?"
)
_TOTALS_BEGIN = {word.split()[0] for word in words("total")}
_TOTALS_END = {word.split()[-1] for word in words("total")}
_QUALTRICS = '{"ImportId"'  # begins the cells of its third header row
A_TITLE = "a title or a footer"  # why a row is skipped
_MOST_LETTERS = 60  # of a cell that says totals, or that is a header


class Fitter:
    """Makes rows as wide as their header: what is too much belongs to the text column."""

    def __init__(self, width: int, text: int | None, delimiter: str):
        self.width, self.text, self.delimiter = width, text, delimiter
        self.others = [sign for sign in DELIMITERS if sign.strip(" ") and sign != delimiter] if delimiter else []

    def fitted(self, row: list[str]) -> list[str]:
        """Return a row with as many cells as the header; with more only where no column takes them."""
        if len(row) < self.width:
            row = self._cut_anew(row)
            return row + [""] * (self.width - len(row))
        if not any(row[self.width :]):
            return row[: self.width]
        end = len(row)
        while end > self.width and not row[end - 1].strip():
            end -= 1
        if end == self.width or self.text is None:
            return row[:end]
        last = self.text + end - self.width + 1  # the cells from here on are others again
        sign = self.delimiter if self.delimiter.strip() else " "
        return [*row[: self.text], sign.join(row[self.text : last]), *row[last:end]]

    def _cut_anew(self, row: list[str]) -> list[str]:
        """Try other delimiters on a row that is too short: here and there a line has one of its own."""
        if len(row) <= 2:
            line = self.delimiter.join(row)
            for sign in self.others:
                if line.count(sign) == self.width - 1:
                    return line.split(sign)
        return row


def sort_out(block: Block, lengths: list[int], skipped: dict[int, str]) -> None:
    """Take out of a block what is no data; only rows whose date is no date need a look.

    The lengths are how many rows stand under the block's header each time it stands in the file; `skipped` gains
    the rows that are counted, by their places.
    """
    dates = block.columns[block.where("date")[0]]
    odd = np.flatnonzero(~dates.where(lambda text: text[:1].isdigit())).tolist()
    look, kept = _Look(block), np.ones(len(block.at), dtype=bool)
    for start, end in pairwise(accumulate(lengths, initial=0)):
        here = odd[bisect_left(odd, start) : bisect_left(odd, end)]
        for k, reason in look.verdicts(here, start):
            kept[k] = False
            if reason:
                skipped[int(block.at[k])] = reason
    block.at = block.at[kept]
    block.columns = block.columns if kept.all() else [column.only(kept) for column in block.columns]


class _Look:
    """Tells what a row without a date is: a blank one, units, a rule, totals, a title, or data."""

    def __init__(self, block: Block):
        self.block = block
        self.date, self.holds, self.texts = (block.where(kind) for kind in ("date", "hold", "note"))
        self.whose = [i for i in block.where("person") if meaning(block.names[i]).kind == "person"]

    def verdicts(self, odd: list[int], start: int) -> Iterator[tuple[int, str]]:
        """Give each row that is no data with the reason, which is empty for one that is never counted."""
        gone = 0
        for k, row in zip(odd, self.block.rows(odd), strict=True):
            inked = [cell.strip() for cell in row if cell.strip()]
            reason = self._verdict(row, inked, first=k - start == gone)
            if reason is not None:
                yield k, reason
                gone += 1

    def _verdict(self, row: tuple[str, ...], inked: list[str], *, first: bool) -> str | None:
        """Return why a row is no data; nothing in words where it is never counted, None where it is data."""
        if not inked or self._is_rule(row, inked):
            return ""
        if first and self._is_units(row, inked):
            self._take_units(row)
            return ""
        if first and self._goes_on(row, inked):
            is_plain = inked[0].startswith(_QUALTRICS) or not re.search(r"\d", "".join(inked))
            return "" if is_plain else "the header goes on"
        return self._reason(row, inked) or None

    def _is_units(self, row: tuple[str, ...], inked: list[str]) -> bool:
        """Return whether a row right below the header says units, like `,s,s,0-10,`."""
        return all(map(_says_unit, inked)) and any(_says_unit(row[i].strip()) for i in self.holds)

    def _goes_on(self, row: tuple[str, ...], inked: list[str]) -> bool:
        """Return whether a row right below the header goes on with it, like `,Response,Open-Ended Response`."""
        if all(cell.startswith(_QUALTRICS) for cell in inked):
            return True
        said = [row[i].strip() for i in self.holds if not is_blank(row[i])]
        words = all(re.search(r"[^\W\d_]{2}", cell) for cell in inked) and not re.search(r"\d", "".join(said))
        return not row[self.date[0]].strip() and bool(said) and words

    def _take_units(self, row: tuple[str, ...]) -> None:
        block = self.block
        for i in (*self.holds, *block.where("pain")):
            if row[i].strip():
                unit = meaning(f"{block.meanings[i].kind} ({row[i].strip()})").unit
                no_time = is_no_time(f"({row[i].strip('()[] ')})") and block.meanings[i].kind == "hold"
                block.meanings[i] = Meaning() if no_time else replace(block.meanings[i], unit=unit)
                block.names[i] = f"{block.names[i]} ({row[i].strip()})"  # so that rejected rows say it too
        if block.day_first is None:
            block.day_first = spelled_order(row[self.date[0]])

    def _is_rule(self, row: tuple[str, ...], inked: list[str]) -> bool:
        date = row[self.date[0]]
        drawn = all(cell[0] in "|+:=_-" and _RULE.fullmatch(cell) for cell in inked)
        return drawn and (date.strip() != "" or len(inked) == 1) and date != "-"

    def _reason(self, row: tuple[str, ...], inked: list[str]) -> str:
        if inked[0].startswith("#") and inked[0].strip("#"):  # ##### is a column too narrow for its date
            return "a comment"
        if _is_total(inked[0]) and not looks_like_date(row[self.date[0]]):
            return "totals"
        if len(inked) > 1 or re.match(r"\W*\d+[-/.]\d", inked[0]) or any(row[i].strip() for i in self.holds):
            return ""
        return "" if any(row[i].strip() for i in (*self.texts, *self.whose)) else A_TITLE


def heads_another_table(header: Header, row: Sequence[str], *, below_blank: bool) -> bool:
    """Return whether a row begins another table: words only, of headers, or where holds should stand."""
    inked = [cell.strip() for cell in row if cell.strip()]
    if len(inked) < 2 or any(len(cell) > _MOST_LETTERS or re.search(r"\d", cell) for cell in inked):
        return False
    holds = [cell for cell, m in zip(row, header.meanings, strict=False) if m.kind in ("hold", "value")]
    in_holds = not all(map(is_blank, holds))
    if (_is_total(inked[0]) and not in_holds) or inked[0].startswith("#"):
        return False
    known = sum(map(_is_known_header, inked))
    if below_blank and in_holds:
        return known > 0 or not any(map(is_blank, inked))
    return known >= 2 and (below_blank or in_holds)


def _says_unit(cell: str) -> bool:
    plain = fold(cell).strip("()[]. ")
    if seconds_in(cell):
        return False
    m = meaning(f"hold ({plain})") if len(plain) <= 20 and not re.fullmatch(r"[\d.,:]+", plain) else Meaning()
    return bool(plain) and (bool(m.unit) or is_no_time(f"({plain})") or _UNIT.fullmatch(fold(cell)) is not None)


def _is_total(cell: str) -> bool:
    """Return whether a cell begins or ends with a word for totals."""
    plain = bare(cell)
    tokens = plain.split() if len(plain) <= _MOST_LETTERS else []
    if not tokens or (tokens[0] not in _TOTALS_BEGIN and tokens[-1] not in _TOTALS_END):
        return False
    starts = (" ".join(tokens[:n]) for n in (1, 2, 3))
    ends = (" ".join(tokens[-n:]) for n in (1, 2, 3))
    return any(some in words("total") for some in (*starts, *ends))


def _is_known_header(cell: str) -> bool:
    return meaning(cell) != Meaning() or not words("no hold").isdisjoint(bare(cell).split())
