"""A pain note in a person's own words -> score, places, side, qualities, and whether it denies pain.

Rules, not statistics: words are looked up (`note_words.py`), numbers that count something else are set aside, and
each denial reaches five words far, not beyond the end of its part of the sentence. A note is text that someone
wrote: what is read here never fills a pain column.
"""

from collections.abc import Iterable
from itertools import pairwise, takewhile

import pandas as pd

from hiplog.reading.notes import words
from hiplog.reading.notes.denials import FELT, NEAR, REACH, deny, deny_unfelt, mark, said_of
from hiplog.reading.notes.tokens import Token, tokens_of
from hiplog.schema import LogError

COLUMNS = {
    "score": "Float64",
    "score_min": "Float64",
    "score_max": "Float64",
    "score_from": "Float64",
    "locations": "str",
    "denied": "str",
    "side": "str",
    "qualities": "str",
    "negated": "boolean",
    "matched": "str",
}
_MEANT = {*FELT, "side", "number", "not", "painless", "fine", "gone"}


def read_pain_notes(notes: pd.Series | list) -> pd.DataFrame:
    """Read what notes say of pain: how much, where, which side, what it is like, and what is denied.

    A help for looking over many notes; it errs on some. A note never fills a pain column, and a pain that was
    filled in always wins over what a note seems to say.

    Parameters
    ----------
    notes : Series or list of str
        Missing notes may be among them. English.

    Returns
    -------
    DataFrame
        One row per note, with the index of `notes`. A missing or blank note is missing in every column; elsewhere
        missing means that the note does not say. Several words in a cell are joined by ";", so that they can be
        counted, compared and saved; `.str.split(";")` and `.str.get_dummies(";")` take them apart.

        - score, score_min, score_max (Float64, 0 to 10): the pain now. Of a change the last, of a range the
          middle, of two places the higher; 0 only for 0 or for a denial of all pain.
        - score_from (Float64): the earlier value of a change.
        - locations, denied (str): where it hurts; where it is said not to, or no longer. Of hip, si_joint,
          low_back, sciatica (with leg and foot), itb, knee, groin, other. No place stands in both: hurting wins.
        - side (str): of the pain, not of the hold: left, right, both.
        - qualities (str): of dull, throbbing, ache, sharp, stabbing, burning, radiating, tingling, numb, sore,
          tight, stiff, pinching, pulling, cramping, weak, clicking.
        - negated (boolean): the note as a whole reports no pain.
        - matched (str): the words that all this rests on, as they were understood, in small letters.

    Raises
    ------
    LogError
        If `notes` is no Series or list, or holds anything but text and missing values.
    """
    if not isinstance(notes, (pd.Series, list)):
        raise LogError(f"pain notes are a {type(notes).__name__}, expected a Series or a list of texts")
    series = pd.Series(notes, dtype=None if isinstance(notes, pd.Series) else object)
    codes, texts = pd.factorize(series.astype(object))
    for text in texts:
        if not isinstance(text, str):
            raise LogError(f"a pain note is {text!r}, expected text or a missing value")
    rows = [_read(text) if text.strip() else [None] * len(COLUMNS) for text in texts]
    known = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).astype(COLUMNS)
    return known.reindex(codes).set_axis(series.index)


def _read(note: str) -> tuple:
    """Return one row of the columns."""
    tokens = tokens_of(note)
    _set_exercise_aside(tokens)
    no_pain = deny(tokens)
    now, earlier = _score(tokens)
    if now is None and (no_pain == "all" or (no_pain and earlier is not None)) and not _hurts(tokens):
        now = (0.0, 0.0)
    if now == (0.0, 0.0):
        deny_unfelt(tokens)
    felt = [token for token in tokens if token.kind in FELT]
    places = {token.value for token in felt if token.kind == "place" and not token.denied}
    denied = {token.value for token in felt if token.kind == "place" and token.denied} - places
    low, high = now or (None, None)
    painless = now == (0.0, 0.0)
    if now is None and not places:
        painless = bool(no_pain or any(token.denied for token in tokens)) and not _hurts(tokens)
    return (
        None if now is None else (low + high) / 2,
        low,
        high,
        earlier,
        _join(places, words.PLACES),
        _join(denied, words.PLACES),
        _side(tokens),
        _join({token.value for token in felt if token.kind == "quality" and not token.denied}, words.QUALITIES),
        painless,
        ";".join([token.text for token in tokens if token.kind in _MEANT]) or None,
    )


def _join(found: set[str], order: Iterable[str]) -> str | None:
    return ";".join([name for name in order if name in found]) if found else None


def _hurts(tokens: list[Token]) -> bool:
    """Return whether a note speaks of pain it does not deny; "no pain except in the knee" does."""
    felt = [token for token in tokens if token.kind in FELT and not token.denied]
    mild = {token.chunk for token in felt if token.value in words.PAINLESS_QUALITIES}
    excepted = {token.chunk for token in tokens if token.kind == "turn"} - mild
    for token in felt:
        hurts = token.value == "pain" or (token.kind == "quality" and token.value not in words.PAINLESS_QUALITIES)
        if hurts or (token.kind == "place" and token.chunk in excepted):
            return True
    return False


def _set_exercise_aside(tokens: list[Token]) -> None:
    """Make plain words of places and sides that name the exercise: "left hip stretch", "lifting the right leg"."""
    for at, token in enumerate(tokens):
        if token.kind == "exercise":
            ahead = tokens[at + 1 : at + 3] if token.value == "move" else []
            _set_aside(ahead) or _set_aside(tokens[max(0, at - 3) : at][::-1])


def _set_aside(named: list[Token]) -> bool:
    """Make plain words of the places and sides that come first, and return whether there were any."""
    those = list(takewhile(lambda token: token.kind in ("place", "side") or token.text == "side", named))
    for token in those:
        token.kind = "word"
    return bool(those)


def _score(tokens: list[Token]) -> tuple[tuple[float, float] | None, float | None]:
    """Return the pain now, from and to, and what it was earlier; deny the places of a 0."""
    when = _when(tokens)
    if not when:
        return None, None
    numbers = [at for at, said in when.items() if "extreme" not in said] or list(when)
    earlier = {at for at in numbers if when[at] and when[at] & {"ago", "earlier"} and "now" not in when[at]}
    for first, second in pairwise(numbers):
        to_now = "now" in when[second] and not _attached(tokens, second)
        was = "was" in when[first] and "now" in when[second]
        if to_now or was or _changed(tokens, first, second):
            earlier.add(first)
    now = [at for at in numbers if at not in earlier]
    now = now or [at for at in numbers if "ago" not in when[at]]
    past = [at for at in numbers if at in earlier and at not in now]
    for at in now:
        if tokens[at].value == (0.0, 0.0):
            mark(_attached(tokens, at))
    highest = max([tokens[at].value for at in now], key=sum, default=None)
    return highest, sum(tokens[past[-1]].value) / 2 if past else None


def _changed(tokens: list[Token], first: int, second: int) -> bool:
    """Return whether the second number is what the first became: "6 -> 3", "6, loosened to 3"."""
    between = tokens[first + 1 : second]
    if len(between) > NEAR:
        return False
    falls = tokens[first].value > tokens[second].value
    kinds = [token.kind for token in between]
    return "arrow" in kinds or "to" in kinds[-2:] or (falls and kinds == ["dash"])


def _when(tokens: list[Token]) -> dict[int, set[str]]:
    """Return what words of time are said of each number: the nearest in the same part of the sentence."""
    when = {at: set() for at, token in enumerate(tokens) if token.kind == "number"}
    for at in [at for at, token in enumerate(tokens) if when and token.kind == "time"]:
        near = range(max(0, at - NEAR), min(len(tokens), at + NEAR))
        near = [i for i in near if i in when and tokens[i].chunk == tokens[at].chunk]
        ahead = tokens[at].value == "was" or all(i > at for i in near[:1])
        for i in sorted(near, key=lambda i: (abs(i - at), (i > at) != ahead))[:1]:
            when[i].add(tokens[at].value)
    return when


def _attached(tokens: list[Token], at: int) -> list[Token]:
    """Return the places and pains that a number is of: after it if the numbers stand first, else before it."""
    near = range(max(0, at - NEAR), min(len(tokens), at + NEAR))
    near = [tokens[i] for i in near if tokens[i].chunk == tokens[at].chunk]
    behind = said_of(tokens, at, over=("quality",))
    ahead = []
    for token in tokens[at + 1 : at + 1 + REACH]:
        if token.chunk != tokens[at].chunk or token.kind == "number":
            break
        ahead += [token] if token.kind in ("place", "pain") else []
    first = next(token.kind for token in near if token.kind in ("place", "pain", "number"))
    return (ahead or behind) if first == "number" else (behind or ahead)


def _side(tokens: list[Token]) -> str | None:
    """Return the side of the pain: one that stands by a place, a pain or a score that the note affirms."""
    sides = {token.value for at, token in enumerate(tokens) if token.kind == "side" and _is_of_pain(tokens, at)}
    return sides.pop() if len(sides) == 1 else "both" if sides else None


def _is_of_pain(tokens: list[Token], at: int) -> bool:
    chunk = tokens[at].chunk
    ahead = [token for token in tokens[at + 1 : at + 1 + REACH] if token.chunk == chunk]
    behind = [token for token in tokens[max(0, at - NEAR) : at] if token.chunk == chunk][::-1]
    named = next((token for token in ahead[:3] if token.kind not in ("word", "side", "and", "or")), None)
    if named and named.kind == "place" and (ahead[0] is named or not behind or behind[0].kind != "measure"):
        return not named.denied
    leads = "number" in [token.kind for token in ahead] and "number" not in [token.kind for token in behind]
    near = [ahead, behind] if leads else [behind, ahead]
    if len(ahead) + len(behind) <= 2:  # ", left side": alone, it adds to what came before
        near.append(tokens[max(0, at - NEAR) : at][::-1])
    for those in near:
        said = _says_pain(those)
        if said is not None:
            return said
    return False


def _says_pain(tokens: list[Token]) -> bool | None:
    """Return whether the first word of weight affirms pain; None where there is none."""
    for token in tokens:
        if token.kind in FELT:
            return not token.denied
        if token.kind == "number":
            return token.value != (0.0, 0.0)
        if token.kind in ("measure", "not", "fine", "gone", "painless", "exercise"):
            return False
    return None
