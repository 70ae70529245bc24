"""What a line above or below a table, or in a text, says of what stands for the sides: `1 = left`, `B = both`."""

import re
from collections.abc import Iterable, Sequence

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.meaning import MAY_BE_TURNED, SIDES, TURNED
from hiplog.reading.languages.words import fold, one_of, words
from hiplog.reading.tables.column import Column
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.sides import side_of
from hiplog.reading.values.units import turned_scale

LEGEND = "a legend"  # why such a row is skipped
_MEANS = re.compile(r"(?<!\w)(\w+) ?= ?([^=,;|/]+)")
_TELLS_SCALE = re.compile(  # beside `10-0` and `10:`, another end of it, or its name
    rf"=|\b(?:is|ist|means?|{one_of(words('scale'))})\b"
    r"|(?<![\d.,])(?<!10-)(?<!10 - )0(?![\d.,])"
)
_MOMENTS = re.compile(r"(?<!\w)(\w(?: ?/ ?\w)?) ?= ?([^=;,.]+)")
_BOTH = {"before", "after"}
_MOST_ROWS = 5000  # of a table that is looked through; of a longer one the last
_LAST = 50


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """Return what each word means by the first text that tells of both sides; or nothing."""
    for text in texts:
        if "=" in text and {*SIDES} <= {*(codes := codes_of([text])).values()}:
            return codes
    return {}


def codes_of(texts: Iterable[str]) -> dict[str, str]:
    """Return the side that each word means by some texts; what it means instead where that is none.

    As of `B = bad`, or of `R = rest` beside words that mean a side: elsewhere `L = light` is no matter of sides.
    """
    texts = [fold(text) for text in texts if "=" in text]
    pairs = [(word, meant.strip()) for text in texts for word, meant in _MEANS.findall(text)]
    sides = {word: side for word, meant in reversed(pairs) if (side := side_of(meant))}
    coded = [(word, meant) for word, meant in pairs if len(meant) == 1 or not meant[:1].isdigit()]  # not `L = 45`
    turned = {meant: side for word, meant in reversed(coded) if (side := side_of(word)) in SIDES}
    if not sides and {*turned.values()} == {*SIDES}:
        return turned
    free = [(word, meant) for word, meant in pairs if word not in sides and not meant[:1].isdigit()]
    others = {word: f"{word} = {meant}" for word, meant in free if len(word) == 1}
    first = {text.partition("=")[0].strip() for text in texts} & words("both")
    return {word: said for word, said in others.items() if side_of(word) and (sides or word in first)} | sides


def legends_below(rows: Sequence[Sequence[str]], first: int) -> list[int]:
    """Return the places of the rows from a place on that are legends: `B = both`, alone or in cells of one row."""
    begin = first if len(rows) <= _MOST_ROWS else max(first, len(rows) - _LAST)
    first_inked = (i for i in range(begin, len(rows)) if rows[i] and rows[i][0].strip())
    return [i for i in first_inked if _is_legend([cell.strip() for cell in rows[i] if cell.strip()])]


def _is_legend(inked: Sequence[str]) -> bool:
    if (
        not inked
        or not (len(inked) == 1 or all("=" in cell or cell.endswith(":") for cell in inked))
        or looks_like_date(inked[0])
    ):
        return False
    return bool(codes_of(["; ".join(inked)]) or scale_in(["; ".join(inked)]))


def scale_in(texts: Iterable[str]) -> str:
    """Return `10-0` where one of some texts says that 10 is no pain, `?` where it may; mostly nothing.

    By `10: no pain` it may, and by `pain 10-0`: at ten there was none, or it went from ten to none.
    """
    scales = {
        scale if _TELLS_SCALE.search(text) else MAY_BE_TURNED
        for text in map(fold, texts)
        for part in text.split(";")
        if "10" in part and "pain" in kinds_of(part) and (scale := turned_scale(part))
    }
    return next((scale for scale in (TURNED, MAY_BE_TURNED) if scale in scales), "")


def spelled_column(column: Column, legend: dict[str, str]) -> Column:
    """Return a column of sides with the sides for what stands for them."""
    return Column([legend.get(fold(text), text) for text in column.texts], column.codes)


def _moments_in(lines: Iterable[str]) -> dict[str, str]:
    """Return the letters for the pain before and after by lines that tell of both: `b/a = pain before/after`."""
    found = {}
    for text in (folded for folded in map(fold, lines) if "=" in folded and "pain" in kinds_of(folded)):
        for letters, meant in _MOMENTS.findall(text):
            moments = [moment for word in re.findall(r"\w+", meant) for moment in kinds_of(word) & _BOTH]
            if "pain" in kinds_of(meant) and len(moments) == letters.count("/") + 1:
                found |= dict(zip(re.findall(r"\w", letters), moments, strict=True))
    return found if {*found.values()} == _BOTH else {}


def spelled_lines(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a text with what the letters of a legend stand for, where a number follows."""
    if moments := _moments_in(lines):
        score = re.compile(rf"(?<!\w)({one_of(moments)})(?=:? ?(?:10|\d)(?![\d.,:]*\d))", re.IGNORECASE)
        lines = [score.sub(lambda match: f"pain {moments[fold(match[1])]} ", line) for line in lines]
    letters = {word: side for word, side in codes_of(lines).items() if len(word) == 1}
    legend = {word: side for word, side in (letters | legend_of(lines)).items() if not word[:1].isdigit()}
    if not legend:
        return lines
    coded = re.compile(rf"(?<!\w)({one_of(legend)})(?=:? ?~?\d)", re.IGNORECASE)
    return [coded.sub(lambda match: legend[fold(match[1])], line) for line in lines]
