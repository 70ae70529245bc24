"""A log beside older copies and exports of itself: what the log has removed or corrected stays so."""

from collections.abc import Sequence

import pandas as pd

from hiplog.counts import counted
from hiplog.log import Log
from hiplog.schema import DAYS, HOLDS, MARKS, PLANS, Diary
from hiplog.study.agreeing import rounding
from hiplog.study.part import Part

_OF_A_HOLD = ["started_at", "exercise", "side"]


def without_older(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """Return what files say but for what a log among them knows better, the logs first; and what is told of it.

    Parameters
    ----------
    parts : sequence of Part
        What all files of one person say.
    """
    logs, told = list[Part](), list[str]()
    found = [(part, part.log) for part in parts if part.log is not None]
    for at, (part, log) in enumerate(found):
        later = next((other for n, (other, of) in enumerate(found) if n != at and _is_older(log, of, at, n)), None)
        if later is None:
            logs.append(part)
        else:
            told.append(f"{part.file.name} was not read: it is {later.file.name} as it is or was before")
    rest = [part for part in parts if part.log is None]
    for log_part in logs:
        rest = [_without_known(part, log_part, told) for part in rest]
    return [*logs, *rest], told


def _is_older(log: Log, other: Log, at: int, n: int) -> bool:
    """Return whether a log is another as it was before; of two that are the same, the second is."""
    last, newest = log.last_change(), other.last_change()
    if last is None or not other.has_change(last[0]):
        return False
    return n < at or newest is None or newest[0] != last[0]


def _without_known(part: Part, log_part: Part, told: list[str]) -> Part:
    """Return what a file says without what a log has or had: the log tells what of it is so still."""
    holds = _unknown(part.holds, HOLDS.id, log_part)
    diary = Diary(*(_unknown(getattr(part.diary, of.name), of.id, log_part) for of in (DAYS, PLANS, MARKS)))
    same = [HOLDS.id, *_OF_A_HOLD]
    kept = part.holds.merge(log_part.holds[[*same, "hold_s"]], on=same, suffixes=("", "_known"))
    n_kept = int((kept["hold_s"] - kept["hold_s_known"]).abs().le(rounding(part.holds["hold_s"])).sum())
    if n := len(part.holds) - len(holds) - n_kept:
        log = log_part.file.name
        told.append(f"{part.file.name}: {counted(n, 'hold')} left out that {log} has removed or corrected since")
    return part._replace(holds=holds, diary=diary)


def _unknown(rows: pd.DataFrame, of: str, log_part: Part) -> pd.DataFrame:
    """Return the rows whose ids a log never had."""
    if log_part.log is None or rows.empty:
        return rows
    return rows[~rows[of].isin(log_part.log.versions(rows[of]).keys())]
