"""What a line above a table, or in a text, says of the words or numbers that stand for the sides: `1 = left`."""

import re
from collections.abc import Iterable, Sequence

from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.languages.words import fold
from hiplog.reading.tables.column import Column
from hiplog.reading.values.sides import side_of

_MEANS = re.compile(r"(?<!\w)(\w+) ?= ?([^=,;|/]+)")


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """Return the side that each of two words means by the first text that tells of both; or nothing."""
    for text in texts:
        pairs = [*map(_side_and_word, _MEANS.findall(fold(text)))] if "=" in text else []
        if sorted(side for side, _ in pairs) == [*SIDES]:
            return {word: side for side, word in pairs}
    return {}


def _side_and_word(said: tuple[str, str]) -> tuple[str, str]:
    """Return which side is meant by which word, as in `1 = left hip` and in `left = 1`."""
    word, meant = (part.strip() for part in said)
    return (side_of(meant), word) if side_of(meant) else (side_of(word), meant)


def spelled_column(column: Column, legend: dict[str, str]) -> Column:
    """Return a column of sides with the sides for what stands for them."""
    return Column([legend.get(fold(text), text) for text in column.texts], column.codes)


def spelled_lines(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a text with the sides for the words that stand for them, where a number follows."""
    legend = {word: side for word, side in legend_of(lines).items() if not word[:1].isdigit()}
    if not legend:
        return lines
    coded = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, legend))})(?=:? ?~?\d)", re.IGNORECASE)
    return [coded.sub(lambda match: legend[fold(match[1])], line) for line in lines]
