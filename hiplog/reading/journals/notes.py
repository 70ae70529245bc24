"""Pain that no column tells, but most notes do in plain words: `pain before 4, after 3`."""

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.journals.clauses import read_line
from hiplog.reading.shapes.block import Block
from hiplog.reading.tables.column import Column
from hiplog.reading.values.pain import BadPain, read_pain, read_pain_steps

_MOMENTS = ("before", "after")


def add_pain_of_notes(block: Block) -> str:
    """Add columns of pain where there is none and most notes say both moments; return a sentence on it."""
    if any(text.strip() for pain in block.where("pain") for text in block.columns[pain].texts):
        return ""
    for note in block.where("note"):
        inked = [text for text in block.columns[note].texts if text.strip()]
        said = {text: pains for text in inked if (pains := _pains_in(text))}
        if len(said) <= len(inked) / 2:
            continue
        for moment in _MOMENTS:
            cells = [said[text][moment] if text in said else "" for text in block.columns[note]]
            block.columns.append(Column.of(cells))
            block.names.append(f"pain {moment}")
            block.meanings.append(Meaning("pain", phase=moment))
            block.why.append(f"the words of {block.names[note]!r} tell it")
        return f"pain is what the words of {block.names[note]} tell"
    return ""


def _pains_in(text: str) -> dict[str, str]:
    """Return both scores that a note says, and of no other place; else nothing."""
    if "other place" in kinds_of(text):
        return {}
    for said in read_line(text, sided=False):
        try:
            steps = read_pain_steps(said.pains.get("", ""))
            pains = {moment: f"{score:g}" for moment, score in steps.items()} or said.pains
            if pains.keys() == {*_MOMENTS} and None not in map(read_pain, pains.values()):
                return pains
        except BadPain:  # it stays in the note
            continue
    return {}
