"""Whether what one column says is of one person is of several, by another, as of sites, or of days of birth."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from hiplog.reading.holds.order_in_time import begin_together
from hiplog.reading.holds.whose import Question, Texts, ask

_MOST_PEOPLE = 40  # that are looked at, of each column but one of sites, of which each is told
_FEW_HOLDS = 4  # of a text beside somebody, which may be a slip
_FEW_DAYS = 10  # of somebody, of which nothing is sure
_ONE_EACH = "of which each has but one"


def several_in_one(held: Mapping[str, np.ndarray], whose: np.ndarray, columns: Iterable[Texts]) -> list[Question]:
    """Return what is to be asked: a column that parts the holds of somebody as those of several people, if any.

    `held` is what `whose.ask` has of each hold, `whose` whose it is by the column that tells people; "" of whom
    nobody knows.
    """
    holds = pd.DataFrame({**held, "whose": whose})
    for column in columns:
        of_each = dict[str, Question]()
        for question in _asked(holds, column):
            of_each.setdefault(question.within, question)
        if of_each:
            first, *others = of_each.values()
            return [replace(first, others=tuple(others))]
    return []


def _asked(holds: pd.DataFrame, column: Texts) -> Iterable[Question]:
    """Give what is to be asked of a column, for each of whom there is something to ask, the likely ones first."""
    holds = holds.assign(of=column.codes)
    some = holds[(holds["of"] >= 0) & (holds["whose"] != "")]
    counts = some.groupby(["whose", "of"]).size()
    counts = counts[counts >= _FEW_HOLDS]
    several = counts.groupby(level="whose").size()
    questions = []
    for person in several.index[several > 1][: None if column.is_of_sites else _MOST_PEOPLE]:
        texts = [column.texts[of] for of in counts[person].index]
        if column.is_one_a_person:
            yield Question(column.header, texts, _ONE_EACH, is_likely=True, within=person)
        theirs = holds[holds["whose"] == person].sort_values("started_at", kind="stable")
        part = Texts(column.header, *_numbered(theirs["of"].to_numpy(), column.texts))
        _, question = ask(theirs.drop(columns=["whose", "of"]), part, "sites" if part.is_of_sites else "within")
        if question is not None:
            few = theirs["started_at"].dt.normalize().nunique() < _FEW_DAYS
            together = begin_together(theirs)
            if not together and theirs["timed"].all() and not part.is_of_sites:
                continue  # as one person's mornings and evenings
            likely = question.is_likely and not few and together
            questions.append(Question(question.header, question.texts, question.why, likely, person))
    yield from sorted(questions, key=lambda question: not question.is_likely)


def _numbered(codes: np.ndarray, texts: list[str]) -> tuple[np.ndarray, list[str]]:
    """Return codes of those texts alone that are there, and these."""
    there = np.unique(codes[codes >= 0])
    new = np.full(len(texts) + 1, -1)
    new[there] = np.arange(len(there))
    return new[codes], [texts[of] for of in there]
