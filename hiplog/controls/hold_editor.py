"""Holds of the log corrected or removed, and holds typed in that were done without the timer."""

from collections.abc import Callable
from datetime import date, time

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.words import LABEL, sentence
from hiplog.dates import time_in_words
from hiplog.exercise import EXERCISES, SIDES
from hiplog.interchange import KeepsHolds
from hiplog.reading.durations import EXPECTED_HOLD, Habits, Unreadable, read_holds
from hiplog.schema import ENDED, SESSION_GAP, LogError, conform

_LATEST = 200
_SOURCE = "typed in"
_NEW = pd.Series({"exercise": "hip_balance", "side": "right"})
_NAMES = {  # of the columns that can be edited here, as a person reads them
    "exercise": "exercise",
    "side": "side",
    "started_at": "begin",
    "hold_s": "seconds",
    "ended": "why it ended",
    "pain_before": "pain before",
    "pain_after": "pain after",
    "note": "note",
}
_ENDED = dict(zip(ENDED, ("the target was reached", "let go", "pain", "interrupted"), strict=True))


class HoldEditor(widgets.VBox):
    """Choose a hold and correct or remove it, or type one in that was done without the timer.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back.

    Parameters
    ----------
    log : Log
        Whose holds are edited; the latest 200 are offered, newest first.
    """

    def __init__(self, log: KeepsHolds) -> None:
        self._log = log
        self._which = widgets.Dropdown(description="Hold", style=LABEL, layout={"width": "min(100%, 640px)"})
        self._fields = {
            "exercise": _choice("Exercise", {name: exercise.title for name, exercise in EXERCISES.items()}),
            "side": _choice("Side", {side: side for side in SIDES}),
            "day": widgets.DatePicker(description="Day", style=LABEL),
            "time": widgets.TimePicker(description="Time", style=LABEL),
            "hold_s": widgets.Text(description="Held", placeholder="95 or 1:35", style=LABEL),
            "ended": _choice("Why it ended", {"": "not known"} | _ENDED),
            "pain_before": _choice("Pain before", {}),
            "pain_after": _choice("Pain after", {}),
            "note": widgets.Textarea(description="Note", style=LABEL, layout={"width": "min(100%, 640px)"}),
        }
        self._save = self._button("", self._keep, button_style="primary")
        self._remove = self._button("Remove this hold", self._drop)
        self._remove_all = self._button("Remove its session", self._drop_session)
        self._undo = self._button("Undo the last change", log.undo)
        self._said = widgets.HTML()
        self._which.observe(self._show, names="value")
        *short, note = self._fields.values()
        grid = widgets.GridBox(short, layout={"grid_template_columns": "repeat(auto-fill, 320px)"})
        buttons = widgets.HBox([self._save, self._remove, self._remove_all, self._undo])
        super().__init__([self._which, grid, note, buttons, self._said])
        self._do(lambda: "")

    @property
    def _hold(self) -> pd.Series:
        """The hold that is chosen; the one that is to be typed in has no hold_id."""
        return self._holds.loc[self._which.value] if self._which.value else _NEW

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
        """Offer the holds that are in the log now, the one that was chosen still chosen."""
        chosen = self._which.value
        self._holds = self._log.holds().set_index("hold_id", drop=False)
        latest = self._holds.tail(_LATEST).iloc[::-1]
        names = [
            (f"{_when(hold)}, {hold['side']}, {_clock(hold['hold_s'])}, {EXERCISES[hold['exercise']].title}", i)
            for i, hold in latest.iterrows()
        ]
        self._which.options = [("one that was done without the timer", ""), *names]
        self._which.value = chosen if chosen in latest.index else ""
        self._show()

    def _show(self, _change: dict | None = None) -> None:
        """Fill the fields with the hold that is chosen."""
        is_new = not self._which.value
        for name in ("pain_before", "pain_after"):
            self._fields[name].options = _pains(self._hold.get(name))
        self._shown = _shown(self._hold)
        for name, field in self._fields.items():
            field.value = self._shown[name]
        self._save.description = "Add this hold" if is_new else "Save what changed"
        self._remove.disabled = self._remove_all.disabled = is_new
        self._said.value = ""

    def _keep(self) -> str:
        """Add the hold that was typed in, or correct the one that is chosen, and say so."""
        values = self._values()
        hold = pd.DataFrame([self._hold.to_dict() | values], dtype=object)
        (hold,) = conform(hold, where="This hold").to_dict("records")
        if self._which.value:
            return self._change(hold, values)
        hold |= {"source": _SOURCE} | self._session_at(hold["started_at"])
        added = self._log.add(pd.DataFrame([hold], dtype=object))
        return f"{_this(hold)} is in your log now." if added else f"{_this(hold)} was in your log already."

    def _change(self, hold: dict, values: dict) -> str:
        was = self._hold
        if not values:
            return "Nothing was changed: the fields are as they were."
        self._log.change(hold["hold_id"], **{name: _plain(hold[name]) for name in values})
        changes = [f"{_NAMES[name]} {_word(hold[name])} (was {_word(was[name])})" for name in values]
        return f"{_this(was)} was changed: {'; '.join(changes)}."

    def _values(self) -> dict[str, object]:
        """Return what was changed in the fields, as a hold's values."""
        now = {name: field.value for name, field in self._fields.items()}
        changed = {name for name in now if now[name] != self._shown[name]}
        if not self._which.value:
            changed |= {"exercise", "side", "day", "hold_s"}
        values = {name: None if now[name] == "" else now[name] for name in changed & _NAMES.keys()}
        if changed & {"day", "time"}:
            values["started_at"] = _began(now["day"], now["time"])
        if "hold_s" in changed:
            values["hold_s"] = _seconds(now["hold_s"])
        return {name: values[name] for name in _NAMES if name in values}

    def _session_at(self, began: pd.Timestamp) -> dict[str, str]:
        """Return the session that a hold begun then belongs to, if there is one."""
        apart = (self._holds["started_at"] - began).abs()
        near = apart[apart <= SESSION_GAP]
        return {} if near.empty else {"session_id": self._holds.loc[near.idxmin(), "session_id"]}

    def _drop(self) -> str:
        was = self._hold
        self._log.remove(was["hold_id"])
        return f"{_this(was)} was removed; Undo brings it back."

    def _drop_session(self) -> str:
        was = self._hold
        number = self._log.remove(self._holds.index[self._holds["session_id"].eq(was["session_id"])])
        return f"The session of {_when(was)} was removed, {number} in all; Undo brings it back."


def _choice(name: str, words: dict) -> widgets.Dropdown:
    return widgets.Dropdown(
        options=[(word, value) for value, word in words.items()], description=name, style=LABEL
    )


def _pains(known: float | None) -> list[tuple[str, float | str]]:
    """Return the choices of a pain rating: the scale, and what the hold has where that is between two of it."""
    scale = sorted({*map(float, range(11)), *([] if pd.isna(known) else [float(known)])})
    return [("not asked", ""), *((f"{pain:g}", pain) for pain in scale)]


def _shown(hold: pd.Series) -> dict[str, object]:
    """Return what the fields show of a hold; a missing value is an empty one."""
    values = {name: "" if pd.isna(hold.get(name)) else hold[name] for name in _NAMES}
    began, held = values.pop("started_at"), values["hold_s"]
    values["hold_s"] = f"{held:.10g}" if held else ""
    values["day"] = began.date() if began else None
    values["time"] = began.time().replace(microsecond=0) if began else None
    return values


def _began(day: date | None, time_of_day: time | None) -> pd.Timestamp:
    if day is None:
        raise LogError("This hold: the day is missing, expected the day on which it was done")
    began = pd.Timestamp.combine(day, time_of_day or time())
    if began > pd.Timestamp.now():
        raise LogError(f"This hold: it begins on {time_in_words(began)}, expected a time that has been")
    return began


def _seconds(text: str) -> float:
    try:
        holds, expected = read_holds(text, Habits()), EXPECTED_HOLD
    except Unreadable as error:
        holds, expected = [], str(error)
    if [side for side, _ in holds] != [""]:
        raise LogError(f"This hold: Held is {text!r}, expected {expected}")
    return holds[0][1]


def _plain(value: object) -> object:
    return None if pd.isna(value) else value


def _word(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return time_in_words(value)
    return "none" if pd.isna(value) else f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")


def _this(hold: pd.Series | dict) -> str:
    return f"The {hold['side']} hold of {_when(hold)}, {_clock(hold['hold_s'])},"


def _when(hold: pd.Series | dict) -> str:
    return time_in_words(hold["started_at"])


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
