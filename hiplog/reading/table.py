"""Text -> a table of cells: lines, delimiter, quotes. The row at place i is a spreadsheet's row i + 1."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from hiplog.schema import LogError

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes", "  ": "aligned columns", " ": "spaces"}
MOST_CELLS = 1_000_000  # of one line
_SAMPLE = 400  # lines that tell the delimiter
_MOST_LINES_IN_A_CELL = 2000
_MOST_TRIES = 20

_SINGLE = re.compile(r"(?:(?<=[,;\t|])|(?<=^)) *'((?:[^']|'')*)' *(?=[,;\t|]|$)")

Split = Callable[[str], list[str]]


@dataclass
class Table:
    """The cells of a file, as text; row i is the spreadsheet's row i + 1."""

    rows: list[list[str]]
    delimiter: str  # one of DELIMITERS, or "" for a workbook
    shape: Callable[[list[str]], list[str]] | None = None  # cuts one line anew, by another delimiter
    encoding: str = ""
    sheet: str = ""


def lines_of(text: str) -> list[str]:
    """Return the physical lines; only CR and LF end one, never the other marks that Unicode calls line ends."""
    text = text.rstrip("\x1a\x00")
    if "\r" in text:
        text = re.sub(r"\r+\n|\r", "\n", text)
    if "\ufeff" in text:
        text = re.sub(r"(?m)^\ufeff", "", text)  # where files were put one after another
    lines = text.removesuffix("\n").split("\n") if text else []
    if "+-" in text or "+=" in text:  # the borders of a drawn table
        lines = ["" if line.startswith("+") and not line.strip("+-= ") else line for line in lines]
    return _double_quoted(lines) if "'" in text and '"' not in text else lines


def _double_quoted(lines: list[str]) -> list[str]:
    """Return lines whose cells stand in single quotes with double ones, if most lines have such cells."""
    sample = [line for line in lines[:_SAMPLE] if line.strip() and len(line) < 10_000]
    if sum(_SINGLE.search(line) is not None for line in sample) <= len(sample) / 2:
        return lines
    return [_SINGLE.sub(lambda match: f'"{match[1]}"'.replace("''", "'"), line) for line in lines]


def cut(lines: list[str], delimiter: str, width: int | None = None) -> list[list[str]]:
    """Return the cells of each record; a record is a line, or more where a quoted cell has line breaks.

    Parameters
    ----------
    lines : list of str
    delimiter : str
        One of `DELIMITERS`.
    width : int, optional
        How many cells a record should have; it settles what a stray quote means. Without it, what most lines have.
    """
    split = _splitter(lines, delimiter)
    if not any('"' in line for line in lines):
        return [split(line) for line in lines]
    return _Cutter(lines, delimiter, split, width or _usual_width(lines, delimiter, split)).records()


def _splitter(lines: list[str], delimiter: str) -> Split:
    """Return the function that cuts a line without quotes."""
    if delimiter == "  ":
        return _aligned(lines)
    if delimiter == " ":
        return lambda line: line.split() or [""]
    if delimiter == "|":
        return lambda line: _unpiped(line).split("|")

    def split(line: str) -> list[str]:
        if len(line) > MOST_CELLS and line.count(delimiter) > MOST_CELLS:
            raise LogError(f"a line has over {MOST_CELLS:,} {DELIMITERS[delimiter]}, expected a table of holds")
        return line.split(delimiter)

    return split


def _unpiped(line: str) -> str:
    """Return a line of a Markdown table without its outer pipes."""
    stripped = line.strip()
    if stripped.startswith("|"):
        return stripped[1:].removesuffix("|")
    return stripped.removesuffix("|") if stripped.count("|") > 1 else stripped


def _aligned(lines: list[str]) -> Split:
    """Return a function that cuts at the columns of blanks that all lines share, else at two blanks or more."""
    inked = [line.expandtabs() for line in lines[:_SAMPLE] if re.search(r"\S {2,}\S", line)]
    gutters = _gutters(inked)
    if len(gutters) < 1:
        return lambda line: re.split(r" {2,}", line.strip())
    starts = [0, *gutters]

    def split(line: str) -> list[str]:
        line = line.expandtabs()
        return [line[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]

    return split


def _gutters(lines: list[str]) -> list[int]:
    """Return where cells begin after two or more blanks in the first line, if no line has ink across."""
    if len(lines) < 2:
        return []
    gutters = []
    for match in re.finditer(r" {2,}", lines[0].rstrip()):
        if match.start() == 0:
            continue
        free = [
            i for i in range(match.start(), match.end()) if all(line[i : i + 1].strip() == "" for line in lines)
        ]
        if not free:
            return []
        gutters.append(free[0] + 1)
    return gutters


def _usual_width(lines: list[str], delimiter: str, split: Split) -> int:
    widths = Counter()
    for line in lines[:_SAMPLE]:
        cells = [] if not line.strip() else _quoted(line, delimiter)[0] if '"' in line else split(line)
        if len(cells) == 1 and '"' in line:
            cells = split(cells[0])  # a line that stands in quotes as a whole
        if len(cells) > 1:
            widths[len(cells)] += 1
    return max(widths, key=lambda width: (widths[width], width), default=1)


def _quoted(line: str, delimiter: str, *, escapes: bool = True) -> tuple[list[str], str]:
    """Cut one record that has quotes; say whether they were `proper`, `bare` within a cell, or left `open`."""
    cells, at, state, n = [], 0, "proper", len(line)
    while True:
        start = at
        while start < n and line[start] == " " and delimiter != " ":
            start += 1
        if start < n and line[start] == '"':
            end, bare = _closing(line, start + 1, delimiter, escapes)
            if end < 0:
                cells.append(_unescaped(line[start + 1 :], escapes))
                return cells, "open"
            state = "bare" if bare else state
            cells.append(_unescaped(line[start + 1 : end], escapes))
            at = line.find(delimiter, end)
        else:
            end = line.find(delimiter, at)
            cells.append(line[at : n if end < 0 else end].replace('\\"', '"'))
            at = end
        if at < 0:
            return cells, state
        at += len(delimiter)
        if len(cells) > MOST_CELLS:
            raise LogError(f"a line has over {MOST_CELLS:,} {DELIMITERS[delimiter]}, expected a table of holds")


def _closing(line: str, at: int, delimiter: str, escapes: bool) -> tuple[int, bool]:
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
            while after < n and line[after] == " " and delimiter != " ":
                after += 1
            if after == n or line.startswith(delimiter, after):
                return quote, bare
            bare, at = True, quote + 1


def _unescaped(cell: str, escapes: bool) -> str:
    cell = cell.replace('""', '"')
    return cell.replace('\\"', '"') if escapes else cell


class _Cutter:
    """Cuts lines with quotes into records: each line by itself if it can be, joined with those after it if not."""

    def __init__(self, lines: list[str], delimiter: str, split: Split, width: int):
        self.lines, self.delimiter, self.split, self.width = lines, delimiter, split, width
        self.sign = {"  ": "  ", "|": "|"}.get(delimiter, delimiter)
        self.budget = sum(map(len, lines)) + 10_000  # characters that may be looked at twice

    def records(self) -> list[list[str]]:
        records, i, lines, split = [], 0, self.lines, self.split
        while i < len(lines):
            line = lines[i]
            if '"' not in line:
                records.append(split(line))
                i += 1
                continue
            cells, taken = self._record(i, line)
            records.append(cells)
            i += taken
        return records

    def _record(self, i: int, line: str) -> tuple[list[str], int]:
        if self.delimiter == "|":
            line = _unpiped(line)
        elif (cells := self._at_once(line)) is not None:
            return cells, 1
        cells, state = _quoted(line, self.sign)
        if state == "proper":
            return self._whole_line(cells), 1
        if state == "bare" and len(cells) == self.width:
            return cells, 1
        if state == "open":
            joined = self._joined(i)
            if joined:
                return joined
        return self._nearest(line, cells), 1

    def _at_once(self, line: str) -> list[str] | None:
        """Cut a line with no quoted cell, or with one that is plain to see: nearly all lines with quotes."""
        sign, first, last = self.sign, line.find('"'), line.rfind('"')
        if "\\" in line or sign.isspace():
            return None
        if first and not line.startswith('"') and f'{sign}"' not in line and f"{sign} " not in line:
            return line.split(sign)
        before, after = line[:first], line[last + 1 :]
        stands = before.endswith(sign) and (not after or after.startswith(sign))
        if line.count('"') != 2 or not stands:
            return None
        return [*before.split(sign)[:-1], line[first + 1 : last], *after.split(sign)[1:]]

    def _whole_line(self, cells: list[str]) -> list[str]:
        """Cut again a line that stands in quotes as a whole."""
        if len(cells) == 1 and self.width > 1 and self.sign in cells[0] and "\n" not in cells[0]:
            inner = _quoted(cells[0], self.sign)[0] if '"' in cells[0] else self.split(cells[0])
            if len(inner) > 1:
                return inner
        return cells

    def _nearest(self, line: str, cells: list[str]) -> list[str]:
        """Return the reading of a line with a stray quote that comes nearest to the width."""
        choices = [cells, _quoted(line, self.sign, escapes=False)[0]]
        choices.append([_without_lone_quote(cell) for cell in self.split(line)])
        if re.search(r'[^"]"\s*$', line) and len(cells) > 0:  # `"felt "tight""`: the last quote closes after all
            choices[0] = [*cells[:-1], cells[-1].rstrip().removesuffix('"')] if cells[-1].count('"') % 2 else cells
        return min(choices, key=lambda choice: abs(len(choice) - self.width))

    def _joined(self, i: int) -> tuple[list[str], int] | None:
        """Return the record that begins on line i and ends on a later one, if that makes better sense."""
        text, tries, swallowed = [self.lines[i]], 0, 0
        for k in range(i + 1, min(len(self.lines), i + _MOST_LINES_IN_A_CELL)):
            line = self.lines[k]
            text.append(line)
            swallowed += self._stands_alone(line)
            if swallowed > 3:
                return None
            if '"' not in line:
                continue
            tries += 1
            whole = "\n".join(text)
            self.budget -= len(whole)
            if tries > _MOST_TRIES or self.budget < 0:
                return None
            cells, state = _quoted(whole, self.sign)
            if state == "open":
                continue
            closes = state == "proper" and not re.search(r'\d"\s*(?:$|' + re.escape(self.sign) + ")", line)
            fits = len(cells) == self.width or (len(cells) < self.width and not swallowed)
            return (cells, k + 1 - i) if fits and (closes or not swallowed) else None
        return None

    def _stands_alone(self, line: str) -> bool:
        """Return whether a line looks like a record by itself, so that no quote above may swallow it."""
        if line.count(self.sign) + 1 < self.width or len(line) > 10_000:
            return False
        cells = _quoted(line, self.sign)[0] if '"' in line else self.split(line)
        return len(cells) == self.width and any(re.search(r"\d", cell) for cell in cells[:2])


def _without_lone_quote(cell: str) -> str:
    stripped = cell.strip()
    return stripped[1:] if stripped.startswith('"') and stripped.count('"') == 1 else cell
