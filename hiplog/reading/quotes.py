"""Lines with quotes -> records: quoted cells, line breaks in them, and quotes that mean nothing."""

import re
from collections.abc import Callable

from hiplog.schema import LogError

MOST_CELLS = 1_000_000  # of one line
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
    n = len(line)
    while True:
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
        self.closes_inside = re.compile('" *' + re.escape(sign))
        self.ends_in_number = re.compile(r'\d"\s*(?:$|' + re.escape(sign) + ")")
        self.alone: dict[int, bool] = {}  # what is known of lines that may stand alone
        self.budget = sum(map(len, lines)) + 10_000  # letters that may be looked at in vain

    def records(self) -> list[list[str]]:
        """Return the cells of each record."""
        records, i, lines, split, at_once = [], 0, self.lines, self.split, self._at_once
        while i < len(lines):
            line, taken = lines[i], 1
            if '"' not in line:
                cells = split(line)
            elif (cells := at_once(line)) is None:
                cells, taken = self._record(i, line)
            records.append(cells)
            i += taken
        return records

    def _at_once(self, line: str) -> list[str] | None:
        """Cut a line with no quoted cell, or with one that is plain to see: nearly all lines with quotes."""
        sign, first, last = self.sign, line.find('"'), line.rfind('"')
        if "\\" in line or sign.isspace():
            return None
        if first and f'{sign}"' not in line and f"{sign} " not in line and not line.startswith(" "):
            return line.split(sign)
        before, after, inner = line[:first], line[last + 1 :], line[first + 1 : last]
        if first == last or not before.endswith(sign) or (after and not after.startswith(sign)):
            return None
        cells = [*before.split(sign)[:-1], inner, *after.split(sign)[1:]]
        if '"' not in inner:
            return cells
        doubled = '""' in line or f'{sign}"' in inner or f"{sign} " in inner or self.closes_inside.search(inner)
        return None if doubled or len(cells) != self.width else cells

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
