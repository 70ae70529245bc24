"""Which delimiter makes a table of the lines of a text, if any does."""

from collections import Counter

from hiplog.reading.columns.without_header import guessed
from hiplog.reading.shapes.header import LOOKED_AT, NUMBER, Header, Overrides, find_header
from hiplog.reading.tables.table import DELIMITERS, cut
from hiplog.reading.values.dates import looks_like_date

_MOST_LETTERS = 50_000  # of a line that tells the delimiter
_LONG_LINE = 5000  # letters; no table is aligned by blanks so wide
_SURE = 22.0  # a score of a whole header whose width most rows have
_MOST_WORDS_OF_DATE = 4


def find_delimiter(lines: list[str], file_name: str, overrides: Overrides) -> str:
    """Return the delimiter that makes the best table of the lines: a header first, else dates, else evenness."""
    sample = [line[:_MOST_LETTERS] for line in lines[: 4 * LOOKED_AT] if line.strip()][:LOOKED_AT]
    longest = max(map(len, sample), default=0)
    scores = {}
    for delimiter in DELIMITERS:
        blanks = not delimiter.strip(" ")
        if blanks and (longest > _LONG_LINE or max(scores.values(), default=0) > _SURE):
            continue
        if not blanks and not any(delimiter in line for line in sample):
            continue
        score = _score(cut(sample, delimiter), file_name, overrides, blanks=blanks)
        scores[delimiter] = score + (0.01 if delimiter != " " else 0)
    return max(scores, key=scores.get, default=",")


def is_text(rows: list[list[str]], file_name: str, overrides: Overrides) -> bool:
    """Return whether lines that were cut at blanks are text: no header, or one as wide as hardly any row.

    What begins with a date in words, as `3 March 2026: left 35 s`, is none.
    """
    header = find_header(rows, file_name, overrides)
    if header is None or _share_as_wide(header, rows) < 0.5:
        return True
    names = header.names[:_MOST_WORDS_OF_DATE]
    return any(looks_like_date(" ".join(names[:many]).rstrip(":,")) for many in range(2, len(names) + 1))


def _share_as_wide(header: Header, rows: list[list[str]]) -> float:
    below = rows[header.row + 1 :]
    return sum(len(row) == len(header.names) for row in below) / max(1, len(below))


def _score(rows: list[list[str]], file_name: str, overrides: Overrides, *, blanks: bool) -> float:
    header = find_header(rows, file_name, overrides)
    widths = Counter(len(row) for row in rows)
    usual, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    even = count / max(1, len(rows)) if usual > 1 else 0.0
    if header:
        fits = _share_as_wide(header, rows)
        sure = fits if blanks else 1.0  # words of prose, or of a header, have blanks between them too
        return 10.0 * header.complete * sure + even + 3 * fits
    typed = [
        cell for row in rows[:100] for cell in row[:50] if looks_like_date(cell) or NUMBER.fullmatch(cell.strip())
    ]
    cells = sum(len(row[:50]) for row in rows[:100])
    return (5.0 if guessed(rows) else 0.0) + even * (0.2 + len(typed) / max(1, cells))
