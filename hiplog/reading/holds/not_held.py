"""Rows with seconds that a column says nobody held: they were planned, skipped, cancelled, not done."""

import re

import numpy as np

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.holds.extract import Extract, Holds, only
from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.marks import says_done, says_no, says_whether

_FEW_TEXTS = 50  # of a column that says what rows are
_DONE = words("value") | words("held") | words("log")
_PLANNED = words("target") - words("ordinary")  # `mal` is a goal, and in other languages a mood
_UNNAMED = re.compile(r"|\w|column \d+")
_WHOLE, _BEFORE_A_REASON = re.compile("$"), re.compile(r"[(\[:;,]| - ")  # `skipped (sick)`
_EXPECTED = "a row of what was held: its seconds may only be planned"


def leave_out_plans(extract: Extract) -> None:
    """Skip rows of plans, where a column of few texts says of some that it was done, and is nothing else to us.

    Where none says that, as among reasons to stop, a target is no plan.
    """
    block = extract.block
    for i in _free(extract, "", "session"):
        said = {*map(bare, block.columns[i].texts)}
        if kinds_of(block.names[i]).isdisjoint(("end", "value")) and not _DONE.isdisjoint(said):
            planned = block.columns[i].where(lambda text: bare(text) in words("target"))
            extract.skip(planned, f"a plan, as {block.names[i] or 'a column'!r} says")


def without_undone(extract: Extract, holds: Holds) -> Holds:
    """Return the holds but those of rows that a column says nobody held; these rows are refused."""
    if extract.app or extract.is_own_export:
        return holds
    for i in _free(extract, "", "session", "note"):
        undone = _undone(extract, i)
        rows = np.unique(holds["row"][extract.block.columns[i].where(undone.__contains__)[holds["row"]]])
        name = extract.block.names[i]
        otherwise = (
            f"; columns={{{name!r}: '{extract.block.meanings[i].kind or 'nothing'}'}} takes it all the same"
        )
        for row in rows:
            extract.fault(row, i, _EXPECTED + (otherwise if name else ""))
        holds = only(holds, ~np.isin(holds["row"], rows)) if len(rows) else holds
    return holds


def _free(extract: Extract, *kinds: str) -> list[int]:
    """Return the columns of a few texts that were taken for one of some kinds, and that the caller left to us."""
    block, told = extract.block, extract.options.columns or {}
    free = [i for i, m in enumerate(block.meanings) if m.kind in kinds and block.names[i] not in told]
    return [i for i in free if block.where("note") == [i] or len(block.columns[i].texts) <= _FEW_TEXTS]


def _undone(extract: Extract, i: int) -> set[str]:
    """Return the texts of a column that say of their rows that nobody held them."""
    name, kind = bare(extract.block.names[i]), extract.block.meanings[i].kind
    texts = {text for text in extract.block.columns[i].texts if not is_blank(text) or bare(text)}
    are_of_status = all(map(_is_of_status, texts))
    asks = name in words("was done")
    is_status = asks or name in words("status") or kind == "session" or _UNNAMED.fullmatch(name) is not None
    if not (is_status or kind == "note" or (are_of_status and "value" in kinds_of(name))):
        return set()
    first = _BEFORE_A_REASON if is_status else _WHOLE
    undone = {text for text in texts if first.split(fold(text))[0].strip() in words("skipped")}
    if are_of_status and (is_status or kind == "note"):
        undone |= {text for text in texts if fold(text) in _PLANNED}
    marked = {text for text in texts if says_whether(text) and not says_done(text)}
    if asks:
        return undone | marked | ({"0"} if texts <= {"0", "1"} else set())
    return undone | {text for text in marked if name in words("status") and not says_no(text)}


def _is_of_status(text: str) -> bool:
    """Return whether a text says no more than that something was done, planned or left out."""
    return fold(text) in _DONE | _PLANNED | words("skipped") or says_whether(text)
