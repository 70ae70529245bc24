"""What is kept beside holds, corrected, removed, or said now: days without a hold, plans, and dated words."""

from datetime import date, time
from typing import Any

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.hold_fields import choice, pains
from hiplog.controls.row_editor import RowEditor
from hiplog.controls.words import LABEL
from hiplog.dates import day_in_words
from hiplog.exercise import MOST_PLAN, REASONS_IN_WORDS
from hiplog.interchange import KeepsHolds
from hiplog.schema import DAYS, MARKS, PLANS, LogError


class DayEditor(RowEditor):
    """Say how a day without a session was, or choose one that is in the log and correct or remove it.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back.

    Parameters
    ----------
    log : Log
        Whose days are edited; the latest 200 are offered, newest first.

    Examples
    --------
    >>> editor = hiplog.DayEditor(hiplog.Log("my_log.sqlite"))  # shown as the cell's value
    """

    table, another = DAYS, "a new one"
    of_columns = {name: name for name in ("day", "time", "pain", "reason", "note")}  # noqa: RUF012

    def __init__(self, log: KeepsHolds) -> None:
        fields = {
            "day": widgets.DatePicker(description="Day", style=LABEL),
            "time": widgets.TimePicker(description="Time", style=LABEL),
            "pain": choice("Pain", {}),
            "reason": choice("Why no session", {"": "no reason"} | REASONS_IN_WORDS),
            "note": widgets.Textarea(description="Note", style=LABEL, layout={"width": "min(100%, 640px)"}),
        }
        super().__init__(log, fields)

    def named(self, row: pd.Series) -> str:
        """Return what a day is called in the list."""
        pain = "" if pd.isna(row["pain"]) else f"pain {row['pain']:g}"
        reason = "" if pd.isna(row["reason"]) else REASONS_IN_WORDS[row["reason"]]
        note = "" if pd.isna(row["note"]) else "a note"
        time_of_day = "" if pd.isna(row["time"]) else row["time"]
        return ", ".join(filter(None, [day_in_words(row["day"]), time_of_day, pain, reason, note]))

    def this(self, row: pd.Series) -> str:
        """Return what a day is called as the subject of a sentence."""
        return f"What you said of {day_in_words(row['day'])}"

    def add(self, row: pd.DataFrame) -> str:
        """Add what was said of a day, and say what became of it."""
        added = self._log.add_days(row, by="editor")
        other = " with other words, which stay as they are" * bool(added.different)
        return "is in your log now" if added.new else f"was in your log already{other}"

    def offer(self, row: pd.Series) -> None:
        """Let the rating offer what was said, also where that is between two of the scale."""
        self._fields["pain"].options = pains(row.get("pain"))

    def shown(self, row: pd.Series) -> dict[str, Any]:
        """Return what the fields show of a day."""
        shown = super().shown(row)
        return shown | {"time": time.fromisoformat(shown["time"]) if shown["time"] else None}

    def day(self, day: date | None) -> pd.Timestamp:
        """Return the day that was typed in, which has been, or is today."""
        if day is not None and day > date.today():
            raise LogError(f"This day: it is {day_in_words(day)}, expected a day that has been, or today")
        return super().day(day)


class PlanEditor(RowEditor):
    """Say how many sessions a day you mean to do, and from which day on; correct or remove a plan.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back.

    Parameters
    ----------
    log : Log
        Whose plans are edited.

    Examples
    --------
    >>> editor = hiplog.PlanEditor(hiplog.Log("my_log.sqlite"))  # shown as the cell's value
    """

    table, another = PLANS, "a new one"
    of_columns = {"day": "first day", "plan": "sessions a day"}  # noqa: RUF012
    begins_with = {"plan": 1}  # noqa: RUF012

    def __init__(self, log: KeepsHolds) -> None:
        sessions = {n: str(n) for n in range(1, MOST_PLAN + 1)}
        fields = {
            "plan": choice("Sessions a day", sessions),
            "day": widgets.DatePicker(description="From this day on", style=LABEL),
        }
        super().__init__(log, fields)

    def named(self, row: pd.Series) -> str:
        """Return what a plan is called in the list."""
        return f"{row['plan']} a day from {day_in_words(row['day'])} on"

    def this(self, row: pd.Series) -> str:
        """Return what a plan is called as the subject of a sentence."""
        return f"The plan of {self.named(row)}"

    def add(self, row: pd.DataFrame) -> str:
        """Set a plan; one that was set for that very day is changed."""
        (plan,) = row.itertuples()
        self._log.set_plan(int(plan.plan), since=plan.day, by="editor")
        return "is in your log now"


class MarkEditor(RowEditor):
    """Keep a dated word of your own, like "a new mattress"; correct or remove one.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back.

    Parameters
    ----------
    log : Log
        Whose marks are edited; the latest 200 are offered, newest first.

    Examples
    --------
    >>> editor = hiplog.MarkEditor(hiplog.Log("my_log.sqlite"))  # shown as the cell's value
    """

    table, another = MARKS, "a new one"
    of_columns = {"day": "day", "words": "words"}  # noqa: RUF012

    def __init__(self, log: KeepsHolds) -> None:
        fields = {
            "day": widgets.DatePicker(description="Day", style=LABEL),
            "words": widgets.Text(description="Your words", placeholder="a new mattress", style=LABEL),
        }
        super().__init__(log, fields)

    def named(self, row: pd.Series) -> str:
        """Return what a mark is called in the list."""
        return f"{day_in_words(row['day'])}, {row['words']}"

    def this(self, row: pd.Series) -> str:
        """Return what a mark is called as the subject of a sentence."""
        return f"The mark of {day_in_words(row['day'])}"

    def add(self, row: pd.DataFrame) -> str:
        """Keep a mark; the same words on the same day are one."""
        known = self._log.diary().marks
        (mark,) = row.itertuples()
        is_there = (known["day"].eq(mark.day) & known["words"].eq(mark.words)).any()
        self._log.mark(mark.day, mark.words, by="editor")
        return "was in your log already" if is_there else "is in your log now"
