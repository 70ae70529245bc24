"""What was done to a log, and the steps back and forth along it."""

import pandas as pd

from hiplog import arguments
from hiplog.log.changes import history
from hiplog.log.format.tables import write_sums
from hiplog.log.opened import OpenedLog
from hiplog.schema import LogError

_NOTHING = {True: "There is nothing to take back.", False: "There is nothing to make again."}


def step(log: OpenedLog, *, back: bool, expect: str | None) -> str:
    """Take back the last change, or make again what was taken back; see `hiplog.Log.undo`."""
    of = "undo" if back else "redo"
    arguments.expected(of, expect, f"log.next_{of}()")
    with log.writing() as db:
        group = history.next_step(db, back=back)
        if not group:
            return _NOTHING[back]
        said = history.in_words(db, group, back=back)
        if expect is not None and (expect != said or getattr(expect, "tokens", said.tokens) != said.tokens):
            raise LogError(f"{log.path}: the next is {said}, expected {expect}: nothing was done")
        history.step(db, group, back=back)
        log.commit(db)
    return f"{'Took back' if back else 'Made again'} {said}."


def next_step(log: OpenedLog, *, back: bool) -> str:
    """Return what `step` would do, "" where there is nothing."""
    with log.reading() as db:
        return history.in_words(db, history.next_step(db, back=back), back=back)


def is_ours(log: OpenedLog) -> bool:
    """Return whether what `step` would take back was made by this very object."""
    with log.reading() as db:
        group = history.next_step(db, back=True)
        return bool(group) and {history.token_of(db, change) for change in group} <= log.made


def changes(log: OpenedLog) -> pd.DataFrame:
    """Return what was done to the log, the newest first; see `hiplog.Log.changes`."""
    with log.reading() as db:
        frame = history.changes(db)
    frame["here"] = frame.pop("token").isin(log.made)
    return frame


def forget(log: OpenedLog) -> int:
    """Delete for good what is not alive; see `hiplog.Log.forget`."""
    with log.writing() as db:
        db.execute("PRAGMA secure_delete = ON")
        gone = sum(history.forget(db).values())
        write_sums(db, log.id)
        db.commit()
        db.execute("VACUUM")
        log.remember(db)
    return gone
