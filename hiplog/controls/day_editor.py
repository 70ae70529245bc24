"""What was said of days without a hold, corrected, removed, or said now."""

from collections.abc import Callable
from datetime import date, time

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.hold_fields import choice, pains
from hiplog.controls.steps import Steps
from hiplog.controls.words import LABEL, sentence
from hiplog.dates import day_in_words
from hiplog.exercise import REASONS_IN_WORDS
from hiplog.interchange import KeepsHolds
from hiplog.schema import DAYS, LogError

_LATEST = 200
_SOURCE = "typed in"
_NAMES = {"day": "day", "time": "time", "pain": "pain", "reason": "reason", "note": "note"}


class DayEditor(widgets.VBox):
    """Say how a day without a session was, or choose one that is in the log and correct or remove it.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back.

    Parameters
    ----------
    log : Log
        Whose days are edited; the latest 200 are offered, newest first.
    """

    def __init__(self, log: KeepsHolds) -> None:
        self._log = log
        self._which = widgets.Dropdown(description="Day", style=LABEL, layout={"width": "min(100%, 640px)"})
        self._fields = {
            "day": widgets.DatePicker(description="Day", style=LABEL),
            "time": widgets.TimePicker(description="Time", style=LABEL),
            "pain": choice("Pain", {}),
            "reason": choice("Why no session", {"": "no reason"} | REASONS_IN_WORDS),
            "note": widgets.Textarea(description="Note", style=LABEL, layout={"width": "min(100%, 640px)"}),
        }
        self._save = self._button("", self._keep, button_style="primary")
        self._remove = self._button("Remove this day", self._drop)
        self._steps = Steps(log, self._do)
        self._said = widgets.HTML()
        self._which.observe(self._show, names="value")
        *short, note = self._fields.values()
        grid = widgets.GridBox(short, layout={"grid_template_columns": "repeat(auto-fill, 320px)"})
        buttons = widgets.HBox([self._save, self._remove])
        super().__init__([self._which, grid, note, buttons, self._steps, self._said])
        self._do(lambda: "")

    def __repr__(self) -> str:
        return "<DayEditor: run this cell to use it>"

    def _button(self, name: str, what: Callable[[], str], **look: str) -> widgets.Button:
        button = widgets.Button(description=name, layout={"width": "auto"}, **look)
        button.on_click(lambda _: self._do(what))
        return button

    def _do(self, what: Callable[[], str]) -> None:
        """Do something with the log, say in one sentence what was done or why not, and show the log as it is."""
        try:
            said = what()
            self._read()
        except LogError as error:
            said = str(error)
        self._said.value = sentence(said)

    def _read(self) -> None:
        """Offer the days that are in the log now, the one that was chosen still chosen."""
        chosen = self._which.value
        self._days = self._log.diary().days.set_index("day_id", drop=False)
        latest = self._days.tail(_LATEST).iloc[::-1]
        self._which.options = [
            ("one to say something of", ""),
            *((_named(day), i) for i, day in latest.iterrows()),
        ]
        self._which.value = chosen if chosen in latest.index else ""
        self._show()
        self._steps.show()

    def _show(self, _change: dict | None = None) -> None:
        """Fill the fields with the day that is chosen."""
        is_new = not self._which.value
        day = pd.Series(dtype=object) if is_new else self._days.loc[self._which.value]
        self._fields["pain"].options = pains(day.get("pain"))
        self._shown = {name: "" if pd.isna(day.get(name)) else day[name] for name in _NAMES}
        self._shown["day"] = None if is_new else day["day"].date()
        self._shown["time"] = time.fromisoformat(self._shown["time"]) if self._shown["time"] else None
        for name, field in self._fields.items():
            field.value = self._shown[name]
        self._save.description = "Add this day" if is_new else "Save what changed"
        self._remove.disabled = is_new
        self._said.value = ""

    def _keep(self) -> str:
        """Add what was typed in, or correct the day that is chosen, and say so."""
        now = {name: field.value for name, field in self._fields.items()}
        changed = {name: _kept(value) for name, value in now.items() if value != self._shown[name]}
        if "day" in changed or not self._which.value:
            changed["day"] = _day_of(now["day"])
        if not self._which.value:
            row = DAYS.conform(pd.DataFrame([changed | {"source": _SOURCE}], dtype=object), where="This day")
            added = self._log.add_days(row, by="editor")
            return f"{_this(row.iloc[0])} {'is in your log now' if added.new else _not_new(added)}."
        was = self._days.loc[self._which.value]
        changed = self._log.change(was["day_id"], by="editor", **changed)
        said = [f"{_NAMES[name]} {_word(new)} (was {_word(old)})" for name, (old, new) in changed.items()]
        return f"{_this(was)} was changed: {'; '.join(said)}." if said else "Nothing was changed."

    def _drop(self) -> str:
        was = self._days.loc[self._which.value]
        self._log.remove([was["day_id"]], by="editor")
        return f"{_this(was)} was removed; Undo brings it back."


def _kept(value: object) -> object:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return None if value in ("", None) else value


def _day_of(day: date | None) -> pd.Timestamp:
    if day is None:
        raise LogError("This day: the day is missing, expected the one of which you say something")
    if day > date.today():
        raise LogError(f"This day: it is {day_in_words(day)}, expected a day that has been, or today")
    return pd.Timestamp(day)


def _not_new(added: object) -> str:
    return "was in your log already" + (" with other words, which stay as they are" if added.different else "")


def _named(day: pd.Series) -> str:
    """Return what a day is called in the list."""
    pain = "" if pd.isna(day["pain"]) else f"pain {day['pain']:g}"
    reason = "" if pd.isna(day["reason"]) else REASONS_IN_WORDS[day["reason"]]
    note = "" if pd.isna(day["note"]) else "a note"
    time_of_day = "" if pd.isna(day["time"]) else day["time"]
    return ", ".join(filter(None, [day_in_words(day["day"]), time_of_day, pain, reason, note]))


def _this(day: pd.Series) -> str:
    return f"What you said of {day_in_words(day['day'])}"


def _word(value: object) -> str:
    return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")
