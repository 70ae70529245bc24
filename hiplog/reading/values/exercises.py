"""Which of our exercises a name means, in a cell, a header, a title or the name of a sheet."""

import re
from collections.abc import Sequence

from hiplog.reading.languages.words import bare, fold

_IN_SHORT = {"ham": "hamstring_stretch", "quad": "quad_stretch"}
_EXERCISES = (("hamstring", "hamstring_stretch"), ("quad", "quad_stretch"), ("hip balanc", "hip_balance"))
_ANOTHER = re.compile(  # movements and measures that are none of ours, as words of a header or a title
    r"\b(?:planks?|bridges?|reach|squats?|lunges?|grip|calf|calves|wade\w*|rotations?|flexion|extension|abduction"
    r"|adduction|strength|force|rom|range|jumps?|hops?|thigh|shoulders?|arms?|biceps?|clams?|clamshells?"
    r"|dorsiflexion|circumference|girth|swelling|steps?|speed|power|torque|rate)\b"
)


def exercise_of(name: str, wanted: str | None) -> str:
    """Return the exercise that a name means, or nothing where it is another one than `wanted`."""
    plain = _plain(name)
    known = next((exercise for mark, exercise in _EXERCISES if mark in plain), "")
    if wanted is None:
        return known
    return (known or "hip_balance") if fold(wanted) in fold(name) else ""


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", " ", fold(name.replace("_", " ")))


def exercise_of_header(name: str) -> str:
    """Return the exercise that the header of a column of holds names, also in short, as `Ham L` and `quad_r`."""
    words = re.findall(r"[a-z]+", fold(name))
    short = next((exercise for mark, exercise in _IN_SHORT.items() if any(w.startswith(mark) for w in words)), "")
    return exercise_of(name, None) or short


def names_another(text: str) -> bool:
    """Return whether a header, a title or a side names a movement or a measure that is none of ours."""
    return _ANOTHER.search(bare(text)) is not None


def exercise_of_titles(titles: Sequence[str]) -> str:
    """Return the one exercise that titles name; nothing where they name none, or several."""
    named = {exercise for title in titles for mark, exercise in _EXERCISES if mark in _plain(title)}
    return named.pop() if len(named) == 1 else ""
