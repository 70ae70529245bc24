"""Rows with seconds that a column says nobody held: they were planned, skipped, cancelled, not done."""

import re

import numpy as np

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.holds.extract import Extract, Holds, only
from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.marks import says_done, says_no, says_whether

_FEW_TEXTS = 50  # of a column that says what rows are
_DONE = words("value", "held", "log")
_PLANNED = words("target") - words("ordinary")  # `mal` is a goal, and in other languages a mood
_UNNAMED = re.compile(r"|\w|column \d+")
_BEFORE_A_REASON = re.compile(r"[(\[:;,]| - ")  # `skipped (sick)`
_MISSED = "missed"  # was the target, where no other row says that it was done
_EXPECTED = "a row of what was held; this one says that it was not done"


def leave_out_plans(extract: Extract) -> None:
    """Skip rows of plans, where a column of few texts says of some that it was done, and is nothing else to us.

    Where none says that, as among reasons to stop, a target is no plan.
    """
    block = extract.block
    for i in _free(extract):
        said = {*map(bare, block.columns[i].texts)}
        if kinds_of(block.names[i]).isdisjoint(("end", "value")) and not _DONE.isdisjoint(said):
            planned = block.columns[i].where(lambda text: bare(text) in words("target"))
            extract.skip(planned, f"a plan, as {block.names[i] or 'a column'!r} says")


def without_undone(extract: Extract, holds: Holds) -> Holds:
    """Return the holds but those of rows that a column says nobody held; these rows are refused."""
    if extract.app:
        return holds
    for i in _free(extract):
        undone = _undone(extract, i)
        rows = np.unique(holds["row"][extract.block.columns[i].where(undone.__contains__)[holds["row"]]])
        name = extract.block.names[i]
        kind = extract.block.meanings[i].kind or "nothing"
        how = f"columns={{{name!r}: {kind!r}}}" if name else "a blank cell there"
        for row in rows:
            extract.fault(row, i, f"{_EXPECTED}; {how} takes it all the same")
        holds = only(holds, ~np.isin(holds["row"], rows)) if len(rows) else holds
    return holds


def _free(extract: Extract) -> list[int]:
    """Return the columns of a few texts that are nothing to us, or sessions, and that the caller left to us."""
    block, told = extract.block, extract.options.columns or {}
    free = [i for i, m in enumerate(block.meanings) if m.kind in ("", "session") and block.names[i] not in told]
    return [i for i in free if len(block.columns[i].texts) <= _FEW_TEXTS]


def _undone(extract: Extract, i: int) -> set[str]:
    """Return the texts of a column that say of their rows that nobody held them."""
    name, all_texts = bare(extract.block.names[i]), extract.block.columns[i].texts
    asks = name in words("was done")
    is_ticked = asks and any(map(says_done, all_texts))  # and a dash is no blank
    texts = {text for text in all_texts if not is_blank(text) or bare(text) or (is_ticked and text.strip())}
    are_of_status = all(map(_is_of_status, texts))
    is_status = asks or name in words("status") or _UNNAMED.fullmatch(name) is not None
    is_status = is_status or extract.block.meanings[i].kind == "session"
    if not (is_status or (are_of_status and "value" in kinds_of(name))):
        return set()
    undone = {text for text in texts if _BEFORE_A_REASON.split(fold(text))[0].strip() in words("skipped")}
    if not any(fold(text) in _DONE for text in texts):
        undone = {text for text in undone if fold(text) != _MISSED}
    if are_of_status and is_status and len(all_texts) > 1:  # of all rows it may be how they were done
        undone |= {text for text in texts if fold(text) in _PLANNED}
    marked = {text for text in texts if says_whether(text) and not says_done(text)}
    if asks:
        return undone | marked | ({"0"} if texts <= {"0", "1"} else set())
    return undone | {text for text in marked if name in words("status") and not says_no(text)}


def _is_of_status(text: str) -> bool:
    """Return whether a text says no more than that something was done, planned or left out."""
    return fold(text) in _DONE | _PLANNED | words("skipped") or says_whether(text)
