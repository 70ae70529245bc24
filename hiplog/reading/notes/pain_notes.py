"""A pain note in a person's own words -> score, places, side, qualities, and whether it denies pain.

Rules, not statistics, and what is doubtful is left empty. A note is parted into clauses (`clauses.py`) whose
words are looked up in its language (`languages/`); what is of others, hoped for or under a condition is set aside
(`asides.py`); what each denies is found (`denials.py`), and which numbers are scores (`numbers.py`), of now or of
earlier (`scores.py`); a place hurts only where something says so (`places.py`). A note is text that someone
wrote: what is read here never fills a pain column.
"""

from collections.abc import Iterable

import pandas as pd

from hiplog.reading.notes.asides import set_asides
from hiplog.reading.notes.clauses import Clause, clauses_of
from hiplog.reading.notes.denials import PAINLESS_QUALITIES, deny, was_painless
from hiplog.reading.notes.numbers import set_counts_aside
from hiplog.reading.notes.places import carry_across, carry_places, doubt_places, side_of_pain
from hiplog.reading.notes.reach import mark
from hiplog.reading.notes.scores import Range, score_of
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
_PLACES = ("hip", "si_joint", "low_back", "sciatica", "itb", "knee", "groin", "other")
_QUALITIES = (
    "dull", "throbbing", "ache", "sharp", "stabbing", "burning", "radiating", "tingling", "numb", "sore", "tight",
    "stiff", "pinching", "pulling", "cramping", "weak", "clicking",
)  # fmt: skip
_MEANT = {
    "place", "quality", "pain", "side", "number", "not", "no", "nothing", "painless", "fine", "clear", "gone",
}  # fmt: skip


def read_pain_notes(notes: pd.Series | list) -> pd.DataFrame:
    """Read what notes say of pain: how much, where, which side, what it is like, and what is denied.

    A help for looking over many notes; it errs on some, and leaves empty what is doubtful. A note never fills a
    pain column, and a pain that was filled in always wins over what a note seems to say. What a note tells of
    another person, hopes for, or says under a condition ("only hurts if I twist") is not read.

    Parameters
    ----------
    notes : Series or list of str
        Missing notes may be among them. In any language of logs.

    Returns
    -------
    DataFrame
        One row per note, with the index of `notes`. A missing or blank note is missing in every column; elsewhere
        missing means that the note does not say. Several words in a cell are joined by ";", so that they can be
        counted, compared and saved; `.str.split(";")` and `.str.get_dummies(";")` take them apart.

        - score, score_min, score_max (Float64, 0 to 10): the pain now, that is the last that the note tells of. Of
          a range the middle, of two places the higher; 0 only for a 0 or for a denial of all pain. "All good" and
          the like have none, nor has a number that may count something else.
        - score_from (Float64): the earlier value of a change.
        - locations, denied (str): where it hurts; where it is said not to, or no longer. Of hip, si_joint,
          low_back, sciatica (with leg and foot), itb, knee, groin, other. No place stands in both: hurting wins.
          A place that is tight or tingles is among them, but not in a note that denies all pain.
        - side (str): of the pain, not of the hold: left, right, both.
        - qualities (str): of dull, throbbing, ache, sharp, stabbing, burning, radiating, tingling, numb, sore,
          tight, stiff, pinching, pulling, cramping, weak, clicking.
        - negated (boolean): the note as a whole reports no pain.
        - matched (str): the words that all this rests on, as they were understood, in small letters.

    Raises
    ------
    LogError
        If `notes` is no Series or list, or holds anything but text and missing values.

    Examples
    --------
    >>> hiplog.read_pain_notes(["4/10, dull, left hip", "no pain"])[["score", "locations", "side", "negated"]]
       score locations  side  negated
    0    4.0       hip  left    False
    1    0.0       NaN   NaN     True
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


def says_no_pain(note: str) -> bool:
    """Return whether a note denies all pain, with no limit to it as in `no pain until 20 s, then 5`."""
    return _read(note)[0] == 0


def _read(note: str) -> tuple:
    """Return one row of the columns."""
    tokens, lexicon = tokens_of(note)
    clauses = clauses_of(tokens, lexicon)
    set_asides(clauses, lexicon)
    deny(clauses, lexicon)
    set_counts_aside(clauses, lexicon)
    now, earlier = score_of(clauses)
    if earlier is None and now is not None and was_painless(clauses, lexicon):
        earlier = 0.0
    _let_it_be_gone(clauses)
    doubt_places(clauses)
    hurts = _hurts(clauses, now)
    if hurts:
        carry_places(clauses)
    denials = {clause.denies for clause in clauses}
    if not hurts and (now == (0.0, 0.0) or "all" in denials):
        mark([token for token in tokens if token.kind == "place" and not token.state], "doubt")
    side = side_of_pain(clauses)
    if hurts:
        carry_across(clauses)
    painless = not hurts and not any(clause.unclear for clause in clauses)
    if now is None and "all" in denials and painless:
        now = (0.0, 0.0)
    elif now == (0.0, 0.0) and hurts:
        now = None
    low, high = now or (None, None)
    places = _values(tokens, "place")
    return (
        None if now is None else (low + high) / 2,
        low,
        high,
        earlier,
        _join(places, _PLACES),
        _join(_values(tokens, "place", "denied") - places, _PLACES),
        side,
        _join(_values(tokens, "quality"), _QUALITIES),
        painless and (now is not None or _denies(denials, places, _values(tokens, "place", "doubt"))),
        ";".join([token.text for token in tokens if token.kind in _MEANT]) or None,
    )


def _values(tokens: list[Token], kind: str, state: str = "") -> set:
    """Return what of one kind a note affirms, or denies, or leaves in doubt."""
    return {token.value for token in tokens if token.kind == kind and token.state == state}


def _join(values: set[str], order: Iterable[str]) -> str | None:
    return ";".join([name for name in order if name in values]) if values else None


def _let_it_be_gone(clauses: list[Clause]) -> None:
    """Deny what was felt before a note says that there is no pain now."""
    over = now = False
    for clause in reversed(clauses):
        for token in clause.tokens if now or (over and clause.tense in ("ago", "earlier")) else ():
            token.state = "denied" if token.felt and not token.state else token.state
        over = over or clause.denies == "all"
        now = now or (clause.denies == "all" and clause.tense == "now")


def _hurts(clauses: list[Clause], now: Range | None) -> bool:
    """Return whether a note tells of pain that it does not deny."""
    if now is not None and now[1] > 0:
        return True
    return any(_is_pain(token) for clause in clauses for token in clause.tokens if clause.tense != "ago")


def _is_pain(token: Token) -> bool:
    painful = token.kind == "pain" or (token.kind == "quality" and token.value not in PAINLESS_QUALITIES)
    return painful and not token.state


def _denies(denials: set[str], places: set, doubtful: set) -> bool:
    """Return whether a note that tells of no pain, and has no score, denies it."""
    if "all" in denials:
        return True
    return bool(denials - {""}) and not places and ("clear" in denials or not doubtful)
