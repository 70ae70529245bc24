"""Holds of the log corrected or removed, and holds typed in that were done without the timer."""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.hold_fields import ENDED_IN_WORDS, NAMES, began_at, choice, pains, seconds, shown
from hiplog.controls.steps import Steps
from hiplog.controls.words import LABEL, sentence
from hiplog.dates import time_in_words
from hiplog.exercise import EXERCISES, SIDES
from hiplog.interchange import KeepsHolds
from hiplog.schema import LogError, conform

_LATEST = 200
_SOURCE = "typed in"
_NEW = pd.Series({"exercise": "hip_balance", "side": "right"})


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
        self._save = self._button("", self._keep, button_style="primary")
        self._remove = self._button("Remove this hold", self._drop)
        self._remove_all = self._button("Remove its session", self._drop_session)
        self._steps = Steps(log, self._do)
        self._said = widgets.HTML()
        self._which.observe(self._show, names="value")
        *short, note = self._fields.values()
        grid = widgets.GridBox(short, layout={"grid_template_columns": "repeat(auto-fill, 320px)"})
        buttons = widgets.HBox([self._save, self._remove, self._remove_all])
        super().__init__([self._which, grid, note, buttons, self._steps, self._said])
        self._do(lambda: "")

    def __repr__(self) -> str:
        return "<HoldEditor: run this cell to use it>"  # ipywidgets' own would keep holds in a saved notebook

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
        names = [(_named(hold), hold_id) for hold_id, hold in latest.iterrows()]
        self._which.options = [("one that was done without the timer", ""), *names]
        self._which.value = chosen if chosen in latest.index else ""
        self._show()
        self._steps.show()

    def _show(self, _change: dict | None = None) -> None:
        """Fill the fields with the hold that is chosen."""
        is_new = not self._which.value
        for name in ("pain_before", "pain_after"):
            self._fields[name].options = pains(self._hold.get(name))
        self._shown = shown(self._hold)
        for name, field in self._fields.items():
            field.value = self._shown[name]
        self._save.description = "Add this hold" if is_new else "Save what changed"
        self._remove.disabled = self._remove_all.disabled = is_new
        self._said.value = ""

    def _keep(self) -> str:
        """Add the hold that was typed in, or correct the one that is chosen, and say so."""
        values = self._values()
        if self._which.value:
            return self._change(values)
        hold = pd.DataFrame([self._hold.to_dict() | values | {"source": _SOURCE}], dtype=object)
        hold = conform(hold, where="This hold")
        added = self._log.add(hold, by="editor")
        became = "is in your log now" if added.new else "was in your log already"
        return f"{_this(hold.iloc[0])} {became}."

    def _change(self, values: dict) -> str:
        was = self._hold
        if not values:
            return "Nothing was changed: the fields are as they were."
        changed = self._log.change(was["hold_id"], by="editor", **values)
        said = [
            f"{NAMES[name]} {_word(name, new)} (was {_word(name, old)})"
            for name, (old, new) in changed.items()
            if name in NAMES
        ]
        if "session_id" in changed:
            said.append("it belongs to another session now")
        return f"{_this(was)} was changed: {'; '.join(said)}."

    def _values(self) -> dict[str, object]:
        """Return what was changed in the fields, as a hold's values."""
        now = {name: field.value for name, field in self._fields.items()}
        changed = {name for name in now if now[name] != self._shown[name]}
        if not self._which.value:
            changed |= {"exercise", "side", "day", "hold_s"}
        values = {name: None if now[name] == "" else now[name] for name in changed & NAMES.keys()}
        if changed & {"day", "time"}:
            values["started_at"] = began_at(now["day"], now["time"])
        if "hold_s" in changed:
            values["hold_s"] = seconds(now["hold_s"])
        return {name: values[name] for name in NAMES if name in values}

    def _drop(self) -> str:
        was = self._hold
        self._log.remove([was["hold_id"]], by="editor")
        return f"{_this(was)} was removed; Undo brings it back."

    def _drop_session(self) -> str:
        was = self._hold
        ids = self._holds.index[self._holds["session_id"].eq(was["session_id"])]
        number = self._log.remove([*ids], by="editor")
        return f"The session of {_when(was)} was removed, {number} in all; Undo brings it back."


def _word(name: str, value: object) -> str:
    if name == "started_at":
        return time_in_words(pd.Timestamp(value))
    return "none" if pd.isna(value) else f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")


def _this(hold: pd.Series | dict) -> str:
    return f"The {hold['side']} hold of {_when(hold)}, {_clock(hold['hold_s'])},"


def _named(hold: pd.Series) -> str:
    """Return what a hold is called in the list; one that pain ended has the star that it has on the charts."""
    stopped = ", ★ ended by pain" if hold["ended"] == "pain" else ""
    what = f"{hold['side']}, {_clock(hold['hold_s'])}, {EXERCISES[hold['exercise']].title}"
    return f"{_when(hold)}, {what}{stopped}"


def _when(hold: pd.Series | dict) -> str:
    return time_in_words(hold["started_at"])


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
