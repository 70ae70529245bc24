"""Holds of the log corrected or removed, and holds typed in that were done without the timer."""

from typing import Any

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.hold_fields import ENDED_IN_WORDS, NAMES, began_at, choice, pains, seconds, shown
from hiplog.controls.row_editor import RowEditor
from hiplog.controls.words import LABEL
from hiplog.dates import time_in_words
from hiplog.exercise import EXERCISES, SIDES
from hiplog.interchange import KeepsHolds
from hiplog.schema import HOLDS


class HoldEditor(RowEditor):
    """Choose a hold and correct or remove it, or type one in that was done without the timer.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back.

    Parameters
    ----------
    log : Log
        Whose holds are edited; the latest 200 are offered, newest first.

    Examples
    --------
    >>> editor = hiplog.HoldEditor(hiplog.Log("my_log.sqlite"))  # shown as the cell's value
    """

    table, another, of_columns = HOLDS, "a new one, done without the timer", NAMES
    begins_with = {"exercise": "hip_balance", "side": "right"}  # noqa: RUF012

    def __init__(self, log: KeepsHolds) -> None:
        fields = {
            "exercise": choice("Exercise", {name: exercise.title for name, exercise in EXERCISES.items()}),
            "side": choice("Side", {side: side for side in SIDES}),
            "day": widgets.DatePicker(description="Day", style=LABEL),
            "time": widgets.TimePicker(description="Time", style=LABEL),
            "hold_s": widgets.Text(description="Held", placeholder="95 or 1:35", style=LABEL),
            "ended": choice("Why it ended", {"": "not known"} | ENDED_IN_WORDS),
            "pain_before": choice("Pain before", {}),
            "pain_after": choice("Pain after", {}),
            "note": widgets.Textarea(description="Note", style=LABEL, layout={"width": "min(100%, 640px)"}),
        }
        super().__init__(log, fields)

    def named(self, row: pd.Series) -> str:
        """Return what a hold is called in the list."""
        stopped = ", ended by pain" if row["ended"] == "pain" else ""
        what = f"{row['side']}, {_clock(row['hold_s'])}, {EXERCISES[row['exercise']].title}"
        return f"{time_in_words(row['started_at'])}, {what}{stopped}"

    def this(self, row: pd.Series) -> str:
        """Return what a hold is called as the subject of a sentence."""
        return f"The {row['side']} hold of {time_in_words(row['started_at'])}, {_clock(row['hold_s'])},"

    def add(self, row: pd.DataFrame) -> str:
        """Add a hold that was typed in, and say what became of it."""
        added = self._log.add(row, by="editor")
        return "is in your log now" if added.new else "was in your log already"

    def offer(self, row: pd.Series) -> None:
        """Let the ratings offer what the hold has, also where that is between two of the scale."""
        for name in ("pain_before", "pain_after"):
            self._fields[name].options = pains(row.get(name))

    def shown(self, row: pd.Series) -> dict[str, Any]:
        """Return what the fields show of a hold."""
        return shown(row)

    def values(self, now: dict[str, Any], changed: set[str]) -> dict[str, Any]:
        """Return the values of a hold that were changed in the fields."""
        values = {name: None if now[name] == "" else now[name] for name in changed & NAMES.keys()}
        if changed & {"day", "time"}:
            values["started_at"] = began_at(now["day"], now["time"])
        if "hold_s" in changed:
            values["hold_s"] = seconds(now["hold_s"])
        return {name: values[name] for name in NAMES if name in values}

    def _more_buttons(self) -> list[widgets.Button]:
        return [self._button("Remove the whole session", self._drop_session)]

    def _drop_session(self) -> str:
        was = self._row
        ids = self._rows.index[self._rows["session_id"].eq(was["session_id"])]
        number = self._log.remove([*ids], by="editor")
        began = time_in_words(was["started_at"])
        return f"The session of {began} was removed, {number} in all; Undo brings it back."


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
