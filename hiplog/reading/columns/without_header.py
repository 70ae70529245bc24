"""What the columns of a table without a header are, told from their cells alone."""

import re

from hiplog.reading.columns.cells import LOOKED_AT, seconds_in, share
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.languages.words import fold
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.exercises import names_another
from hiplog.reading.values.pain import is_pain
from hiplog.reading.values.sides import side_of

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")  # right behind a date, where durations have their units
_NO_SCORE = re.compile(r"(?:0\d|1[1-9]|2\d)\..*")


def guessed(rows: list[list[str]]) -> list[Meaning] | None:
    """Return what the columns of a table without a header are, if their cells say so; else None."""
    sample = [row for row in rows if any(cell.strip() for cell in row)][:LOOKED_AT]
    width = max(map(len, sample), default=0)
    columns = [
        [row[i].strip() for row in sample if i < len(row) and row[i].strip()] for i in range(min(width, 1000))
    ]
    guesses = [_guess(cells) for cells in columns]
    if not {"date", "side"} <= {*guesses}:
        return None
    first = guesses.index("date")
    if (
        "hold" in guesses
        and guesses[first + 1 : first + 2] == ["number"]
        and all(map(_CLOCK.fullmatch, columns[first + 1]))
        and any(map(_NO_SCORE.fullmatch, columns[first + 1]))
    ):
        guesses[first + 1] = "time"
    kinds = ["" if kind == "date" and i != first else kind for i, kind in enumerate(guesses)]
    holds, numbers = ([i for i, kind in enumerate(kinds) if kind == wanted] for wanted in ("hold", "number"))
    holds = holds or [i for i in numbers if not all(map(is_pain, columns[i]))] or numbers
    if len(holds) != 1:
        return None
    result = [Meaning(kind if kind in ("date", "time", "side", "pain") else "") for kind in kinds]
    result[holds[0]] = Meaning("hold")
    pains = [i for i in numbers if i > holds[0] and all(map(is_pain, columns[i]))]
    if len(pains) == 1 and "pain" not in kinds:
        result[pains[0]] = Meaning("pain")
    for i in [i for i, m in enumerate(result) if not m.kind and any(map(names_another, columns[i]))][:1]:
        result[i] = Meaning("exercise")
    return _with_note(result, kinds, columns)


def _with_note(result: list[Meaning], kinds: list[str], columns: list[list[str]]) -> list[Meaning]:
    """Return the meanings with a note: all that stands behind the last column that is used, else a text before."""
    last = max(i for i, m in enumerate(result) if m.kind)
    if "text" in kinds[last + 1 :]:
        return [*result[: last + 1], Meaning("note")]
    labels = {i - 1 for i, m in enumerate(result) if m.kind == "pain"}
    texts = [i for i, kind in enumerate(kinds) if kind == "text" and i not in labels]
    if texts and len(set(columns[texts[-1]])) > 1:
        result[texts[-1]] = Meaning("note")
    return result


def _guess(cells: list[str]) -> str:
    if share(cells, looks_like_date) > 0.6:
        return "date"
    if share(cells, lambda c: bool(side_of(c, whole=True))) > 0.6:
        return "side"
    if share(cells, lambda c: re.fullmatch(r"\d+(?:[.,]\d+)?[,;]?", c) is not None) > 0.6:
        return "number"
    if share(cells, lambda c: ("/" in c or "pain" in kinds_of(c)) and is_pain(c)) > 0.4:
        return "pain"
    if share(cells, seconds_in) > 0.6:
        return (
            "time"
            if share(cells, lambda c: re.fullmatch(r"\d\d:\d\d|.*[ap]m", fold(c)) is not None) == 1
            else "hold"
        )
    return "text" if cells and not all(map(is_blank, cells)) else ""
