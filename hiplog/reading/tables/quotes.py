"""Lines with quotes -> records: quoted cells, line breaks in them, and quotes that mean nothing."""

import re
from collections.abc import Callable

from hiplog.schema import LogError

MOST_CELLS = 1_000_000  # of one line
MOST_LETTERS = 5_000_000  # of one cell in quotes
_MOST_LINES_IN_A_CELL = 2000
_MOST_TRIES = 20

Split = Callable[[str], list[str]]


def quoted(line: str, sign: str, *, escapes: bool = True) -> tuple[list[str], str]:
    """Cut one record that has quotes; say whether they were `proper`, `bare` within a cell, or left `open`."""
    *cells, _ = line[: line.find('"')].split(sign) if '"' in line else [line]
    at, state, n = sum(map(len, cells)) + len(sign) * len(cells), "proper", len(line)
    while True:
        start = at
        while start < n and line[start] == " " and sign != " ":
            start += 1
        if start < n and line[start] == '"':
            end, bare = _closing(line, start + 1, sign, escapes)
            if end < 0:
                cells.append(_unescaped(line[start + 1 :], escapes))
                return cells, "open"
            state = "bare" if bare else state
            cells.append(_unescaped(line[start + 1 : end], escapes))
            at = line.find(sign, end)
        else:
            end = line.find(sign, at)
            cells.append(line[at : n if end < 0 else end].replace('\\"', '"'))
            at = end
        if at < 0:
            return cells, state
        at += len(sign)
        if len(cells) > MOST_CELLS:
            raise too_many_cells()


def too_many_cells() -> LogError:
    """Return the error for a line that is no row of a table."""
    return LogError(f"a line has over {MOST_CELLS:,} cells, expected a table of holds")


def _closing(line: str, at: int, sign: str, escapes: bool) -> tuple[int, bool]:
    """Return where a quoted cell ends (-1: nowhere), and whether quotes stand bare in it."""
    bare = False
    n, furthest = len(line), at + MOST_LETTERS
    while True:
        if at > furthest:
            raise LogError(f"a cell has over {MOST_LETTERS:,} letters, expected a table of holds")
        quote = line.find('"', at)
        if quote < 0:
            return -1, bare
        if escapes and quote and line[quote - 1] == "\\":
            at = quote + 1
        elif line.startswith('""', quote):
            at = quote + 2
        else:
            after = quote + 1
            while after < n and line[after] == " " and sign != " ":
                after += 1
            if after == n or line.startswith(sign, after):
                return quote, bare
            bare, at = True, quote + 1


def _unescaped(cell: str, escapes: bool) -> str:
    cell = cell.replace('""', '"')
    return cell.replace('\\"', '"') if escapes else cell


class Cutter:
    """Cuts lines with quotes into records: each line by itself if it can be, joined with those after it if not."""

    def __init__(self, lines: list[str], sign: str, split: Split, width: int):
        self.lines, self.sign, self.split, self.width = lines, sign, split, width
        self.opens, self.blank = sign + '"', sign + " "
        self.ends_in_number = re.compile(r'\d"\s*(?:$|' + re.escape(sign) + ")")
        self.alone: dict[int, bool] = {}  # what is known of lines that may stand alone
        self.budget = sum(map(len, lines)) + 10_000  # letters that may be looked at in vain

    def records(self) -> list[list[str]]:
        """Return the cells of each record."""
        lines, split, at_once = self.lines, self.split, self._at_once
        records = [at_once(line) if '"' in line else split(line) for line in lines]
        end = 0
        for i in [i for i, cells in enumerate(records) if cells is None]:
            if i >= end:  # else it is in the record above
                records[i], taken = self._record(i, lines[i])
                end = i + taken
                records[i + 1 : end] = [None] * (taken - 1)
        return [cells for cells in records if cells is not None] if end else records

    def _at_once(self, line: str) -> list[str] | None:
        """Cut a line whose quotes are plain to see, as nearly all are: none opens a cell, or one, or all cells."""
        sign = self.sign
        if "\\" in line or line[0] == " " or not sign.strip(" "):
            return None
        if line[0] == '"':
            cells = line[1:-1].split(f'"{sign}"')
            every = len(cells) > 1 and line[-1] == '"' and line.count('"') == 2 * len(cells)
            return cells if every else None
        before, opening, rest = line.partition(self.opens)
        inner, closing, after = rest.rpartition('"')
        if self.blank in before or self.blank in after:  # perhaps a quote opens a cell after blanks
            return None
        if not opening:
            return line.split(sign)
        unclear = not closing or '""' in rest or (after and not after.startswith(sign))
        if unclear or ('"' in inner and (sign in inner or inner.endswith(" "))):
            return None
        return [*before.split(sign), inner, *after.split(sign)[1:]]

    def _record(self, i: int, line: str) -> tuple[list[str], int]:
        """Return the record that begins on line `i`, and how many lines it takes."""
        cells, state = quoted(line, self.sign)
        if state == "proper":
            return self._whole_line(cells), 1
        if state == "bare" and len(cells) == self.width:
            return cells, 1
        joined = self._joined(i) if state == "open" else None
        return joined or (self._nearest(line, cells), 1)

    def _whole_line(self, cells: list[str]) -> list[str]:
        """Cut again a line that stands in quotes as a whole."""
        if len(cells) == 1 and self.width > 1 and self.sign in cells[0] and "\n" not in cells[0]:
            inner = quoted(cells[0], self.sign)[0] if '"' in cells[0] else self.split(cells[0])
            if len(inner) > 1:
                return inner
        return cells

    def _nearest(self, line: str, cells: list[str]) -> list[str]:
        """Return the reading of a line with a stray quote that comes nearest to the width."""
        end = line.rstrip()
        if len(end) > 1 and end[-1] == '"' != end[-2] and cells[-1].count('"') % 2:
            cells = [*cells[:-1], cells[-1].rstrip().removesuffix('"')]  # `"felt "tight""`
        if len(cells) == self.width:
            return cells
        plain = [_without_lone_quote(cell) for cell in self.split(line)]
        choices = [cells, quoted(line, self.sign, escapes=False)[0], plain]
        return min(choices, key=lambda choice: abs(len(choice) - self.width))

    def _joined(self, i: int) -> tuple[list[str], int] | None:
        """Return the record that begins on line i and ends on a later one, if that makes better sense."""
        text, tries, swallowed, looked_at = [self.lines[i]], 0, 0, 0
        for k in range(i + 1, min(len(self.lines), i + _MOST_LINES_IN_A_CELL)):
            line = self.lines[k]
            text.append(line)
            swallowed += self._stands_alone(k)
            if swallowed > 3 or tries >= _MOST_TRIES or looked_at > self.budget:
                break
            if '"' not in line:
                continue
            tries += 1
            whole = "\n".join(text)
            looked_at += len(whole)
            cells, state = quoted(whole, self.sign)
            if state == "open":
                continue
            closes = state == "proper" and not self.ends_in_number.search(line)
            fits = len(cells) == self.width or (len(cells) < self.width and not swallowed)
            if fits and (closes or not swallowed):
                return cells, k + 1 - i
            break
        self.budget -= looked_at
        return None

    def _stands_alone(self, k: int) -> bool:
        """Return whether a line looks like a record by itself, so that no quote above may swallow it."""
        if k not in self.alone:
            line, width = self.lines[k], self.width
            alone = line.count(self.sign) + 1 >= width and len(line) <= 10_000
            if alone:
                cells = quoted(line, self.sign)[0] if '"' in line else self.split(line)
                alone = len(cells) == width and any(re.search(r"\d", cell) for cell in cells[:2])
            self.alone[k] = alone
        return self.alone[k]


def _without_lone_quote(cell: str) -> str:
    stripped = cell.strip()
    return stripped[1:] if stripped.startswith('"') and stripped.count('"') == 1 else cell
