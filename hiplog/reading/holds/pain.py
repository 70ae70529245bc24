"""The pain that a row says beside its holds."""

import re
from collections.abc import Callable

import numpy as np

from hiplog.reading.columns.meaning import SIDES, TURNED, Meaning
from hiplog.reading.holds.extract import Extract, Holds
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.pain import (
    BadPain,
    is_of_ten,
    read_pain,
    read_pain_of_sides,
    read_pain_steps,
    words_among,
)

Said = list[tuple[str, int, Callable[[str], str]]]  # texts beside the holds: side, column, and what is text in it

OF_DAYS = "no side"  # of texts that stand beside what has none: a pain of one side on a day without a hold
_PLAIN = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_OF_HUNDRED = "a score from 0 to 10; these look like a scale of 100, which 'pain 0-100' in columns= says"


def add_pain(extract: Extract, holds: Holds) -> Said:
    """Add `pain_before` and `pain_after`, and return where words stood among the pain."""
    rows, sides = holds["row"], holds["side"]
    holds["pain_before"] = holds["pain_after"] = np.full(len(rows), np.nan)
    said: Said = []
    columns = extract.block.where("pain")
    _say_which_pain(extract, columns)
    for column in sorted(columns, key=lambda i: extract.block.meanings[i].side in SIDES):  # a side's own pain wins
        m = extract.block.meanings[column]
        texts, codes = extract.block.columns[column].texts, extract.block.columns[column].codes
        scores = [*map(_pain_reader(texts, m), texts)]
        for row in np.flatnonzero(np.array([isinstance(one, str) for one in scores], dtype=bool)[codes]):
            extract.fault(row, column, scores[codes[row]])
        for which in sorted({key for one in scores if isinstance(one, dict) for key in one}):
            values = [np.nan if isinstance(one, str) else one.get(which, np.nan) for one in scores]
            here = np.array(values, dtype=float)[codes][rows]
            name = "pain_before" if "before" in (which, m.phase) else "pain_after"
            side = which if which in SIDES else m.side
            applies = ~np.isnan(here) & ((sides == side) if side in SIDES else True)
            holds[name] = np.where(applies, here, holds[name])
        among = {text: words_among(text) for text, one in zip(texts, scores, strict=True) if isinstance(one, dict)}
        of_sides = {text: _in_words(one, m.side) for text, one in zip(texts, scores, strict=True)}
        if "" in sides and any(of_sides.values()):
            said.append((OF_DAYS, column, lambda text, of_sides=of_sides: of_sides[text]))
        if any(among.values()):
            said.append((m.side, column, lambda text, among=among: among.get(text, "")))
    return said


def _in_words(scores: dict[str, float] | str, side: str) -> str:
    """Return the scores of sides as a note has them; nothing where they are of no side."""
    named = {} if isinstance(scores, str) else {which or side: score for which, score in scores.items()}
    return ", ".join(f"pain {which} {score:g}" for which, score in named.items() if which in SIDES)


def _say_which_pain(extract: Extract, columns: list[int]) -> None:
    """Say which columns of pain are not used, and which are taken for that of a moment that they do not name."""
    block = extract.block
    every = [] if extract.app else [*zip(block.names, block.meanings, block.header.meanings, strict=False)]
    said = []
    if others := [name for name, m, header in every if columns and not m.kind and header.kind == "pain"]:
        said.append(f"pain is what {', '.join(block.names[i] for i in columns)} says, not {', '.join(others)}")
    pains = [(name, m, header) for name, m, header in every if m.kind == "pain"]
    if guessed := {name: m for name, m, header in pains if (header.kind, header.phase) != (m.kind, m.phase)}:
        taken = " and ".join(f"{name!r} for {m}" for name, m in guessed.items())
        said.append(f"taking {taken}: columns={dict.fromkeys(guessed, 'nothing')} says otherwise")
    if turned := [name for name, m in zip(block.names, block.meanings, strict=False) if m.unit == TURNED]:
        said.append(f"10 is no pain in {', '.join(turned)}, so that 8 is read as 2")
    if said:
        extract.decided["pain"] = ", ".join(said)


def _pain_reader(texts: list[str], m: Meaning) -> Callable[[str], dict[str, float] | str]:
    """Return what reads a cell of a column of pain: scores, or what was expected of it.

    A score is told by its side, or by before or after; by "" where the column tells all there is to tell.
    """
    order = next((tuple(pair.split("/")) for pair in (m.phase, m.side) if "/" in pair), ())
    of_ten = order and all(is_blank(text) or is_of_ten(text) for text in texts)
    alone = m.phase in ("before", "after")  # else an arrow leads from the one to the other
    of_hundred = not m.unit and _are_of_hundred(texts)

    turned = m.unit == TURNED

    def read(text: str) -> dict[str, float] | str:
        scores = said(text)
        is_turned = turned and not isinstance(scores, str) and re.search(r"\d", text)
        return {which: 10 - score for which, score in scores.items()} if is_turned else scores

    def said(text: str) -> dict[str, float] | str:
        if of_hundred and _PLAIN.fullmatch(text.strip()):
            return _OF_HUNDRED
        if of_ten and is_of_ten(text):
            score = text.split("/")[0].strip()
            return f"{score} of 10, or {score} {order[0]} and 10 {order[1]}: a cell like L 4, R 3 tells"
        try:
            if scores := read_pain_of_sides(text, order) or ({} if alone else read_pain_steps(text)):
                return scores
            score = read_pain(text, "" if turned else m.unit)
        except BadPain as error:
            return str(error)
        if score is not None and "/" in m.phase:
            return f"two scores from 0 to 10, {m.phase.replace('/', ' and ')}, like 4/3"
        return {} if score is None else {"": score}

    return read


def _are_of_hundred(texts: list[str]) -> bool:
    """Return whether plain numbers look like a scale of 100: not one slip, but several are over 10."""
    numbers = [float(text.replace(",", ".")) for text in map(str.strip, texts) if _PLAIN.fullmatch(text)]
    over = [number for number in numbers if number > 10]
    several = len(over) > len(numbers) / 2 or (len(over) > 1 and len(over) > len(numbers) / 5)
    return several and max(over) <= 100
