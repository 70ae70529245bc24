"""A column of people that is blank beside most holds, as where cells are merged or a name has a row of its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from hiplog.reading.holds.whose import Question, Texts, ask
from hiplog.reading.shapes.titles import is_plain
from hiplog.reading.tables.table import A_NAMELESS

_MOST = 0.5  # of the holds, beside which it is blank
_A_WORD = re.compile(r"[^\W\d_]{2}")


def asked_of_told(header: str, names: Sequence[np.ndarray], rows: Sequence[np.ndarray]) -> Question | None:
    """Ask whose the holds are that a column of people leaves blank below several names, if it does so with most.

    `names` has of each extract whom its rows name, `rows` which of them have holds.
    """
    filled, why = _filled(names, rows)
    texts = [*dict.fromkeys(filled)]
    is_title = why and not any(map(any, _of_holds(names, rows)))  # above rows none of which names anybody
    several = [text for text in texts if (is_title if text == "" else _may_be_somebody(text))]
    if len(several) < 2:
        return None
    return Question(header, [text for text in several if text], why, is_likely=True, is_merged=True)


def asked_of_named(
    held: Mapping[str, np.ndarray], header: str, names: Sequence[np.ndarray], rows: Sequence[np.ndarray]
) -> Question | None:
    """Ask of a column of names, perhaps of people, what would be asked if its blanks were filled from above.

    A column without a header is taken as one of names, of which only what is likely is asked.
    """
    filled, why = _filled(names, rows)
    codes, texts = pd.factorize(np.where(filled == "", None, filled))
    column = Texts(header or A_NAMELESS, codes, [*texts])
    _, question = ask(held, column, kind="names") if why else (False, None)
    if question is None or not (header or question.is_likely):
        return None
    return replace(question, why=f"{why}, {question.why}", is_merged=True)


def _filled(names: Sequence[np.ndarray], rows: Sequence[np.ndarray]) -> tuple[np.ndarray, str]:
    """Return the names beside the holds, blanks filled from above, and what is said of these; none if few."""
    is_blank = np.concatenate(_of_holds(names, rows)) == ""
    if not len(is_blank) or is_blank.mean() < _MOST:
        return np.array([], dtype=object), ""
    whole = [pd.Series(of, dtype=object).replace("", None).ffill().fillna("").to_numpy() for of in names]
    why = f"blank beside {is_blank.sum()} of {len(is_blank)} holds, as where cells are merged"
    return np.concatenate(_of_holds(whole, rows)), why


def _of_holds(names: Sequence[np.ndarray], rows: Sequence[np.ndarray]) -> list[np.ndarray]:
    return [of[some] for of, some in zip(names, rows, strict=True)]


def _may_be_somebody(text: str) -> bool:
    """Return whether a text in a column of people is no part of a log, such as `Week 1`."""
    return not (is_plain(text) and _A_WORD.search(text))
