"""Rows of a log chosen from a list, corrected, removed, or typed in: one way for holds, days, plans and marks."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import ipywidgets as widgets
import pandas as pd

from hiplog import arguments
from hiplog.controls.steps import Steps
from hiplog.controls.words import LABEL, sentence
from hiplog.dates import day_in_words, time_in_words
from hiplog.interchange import KeepsHolds, begin
from hiplog.schema import LogError, Table
from hiplog.stand_in import Bundle, with_picture

SOURCE = "typed in"
_LATEST = 200


class RowEditor(widgets.VBox):
    """Choose a row of a table of the log and correct or remove it, or type one in.

    Every change is one of the log's own, so that `Log.undo` and the button here take it back. Each table has an
    editor of its own, which says what its rows are called.

    Parameters
    ----------
    log : Log
        Whose rows are edited; the latest 200 are offered, newest first.
    fields : dict of Widget
        What is typed into, by name. A field named as a column has its value, "" or None for a missing one.
    """

    table: Table
    another: str  # what the first choice is called, which is one to be typed in
    of_columns: dict[str, str]  # the columns that can be edited here, as a person reads them
    begins_with: dict[str, Any] = {}  # the values that one to be typed in has in its fields  # noqa: RUF012

    def __init__(self, log: KeepsHolds, fields: dict[str, widgets.ValueWidget]) -> None:
        arguments.log(type(self).__name__, log)
        self._log, self._fields = log, fields
        one = self.table.one
        self._which = widgets.Dropdown(
            description=one.capitalize(), style=LABEL, layout={"width": "min(100%, 640px)"}
        )
        self._save = self._button("", self._keep, button_style="primary")
        self._remove = self._button(f"Remove this {one}", self._drop)
        self._of_one = [self._remove, *self._more_buttons()]
        self._steps = Steps(log, self._do)
        self._said = widgets.HTML()
        self._which.observe(self._show, names="value")
        wide = [field for field in fields.values() if isinstance(field, widgets.Textarea)]
        short = [field for field in fields.values() if field not in wide]
        grid = widgets.GridBox(short, layout={"grid_template_columns": "repeat(auto-fill, 320px)"})
        buttons = widgets.HBox([self._save, *self._of_one])
        super().__init__([self._which, grid, *wide, buttons, self._steps, self._said])
        begun = begin(log)  # an editor is there to keep what is typed in
        self._do(lambda: begun)

    def __repr__(self) -> str:
        # ipywidgets' own would keep rows of the log in a saved notebook
        does = f"adds, corrects and removes {self.table.name}"
        return f"<{type(self).__name__}, which {does}: run this cell in Jupyter to use it>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Bundle:
        return with_picture(super()._repr_mimebundle_(**kwargs), repr(self))

    def named(self, row: pd.Series) -> str:
        """Return what a row is called in the list."""
        raise NotImplementedError

    def this(self, row: pd.Series) -> str:
        """Return what a row is called as the subject of a sentence."""
        raise NotImplementedError

    def add(self, row: pd.DataFrame) -> str:
        """Add the one row of a frame that conforms, and say what became of it."""
        raise NotImplementedError

    def offer(self, row: pd.Series) -> None:
        """Let the fields offer what can be chosen for a row."""

    def shown(self, row: pd.Series) -> dict[str, Any]:
        """Return what the fields show of a row."""
        shown = {name: "" if pd.isna(row.get(name)) else row[name] for name in self._fields}
        return shown | {"day": row["day"].date() if shown["day"] else None}

    def values(self, now: dict[str, Any], changed: set[str]) -> dict[str, Any]:
        """Return the values of a row that were `changed` in the fields, which say this `now`."""
        values = {name: _kept(now[name]) for name in changed}
        return values | ({"day": self.day(now["day"])} if "day" in changed else {})

    def day(self, day: date | None) -> pd.Timestamp:
        """Return the day that was typed in."""
        if day is None:
            raise LogError(f"This {self.table.one}: the day is missing, expected one")
        return pd.Timestamp(day)

    @property
    def _row(self) -> pd.Series:
        """The row that is chosen; the one that is to be typed in has no id."""
        new = pd.Series(self.begins_with, dtype=object)
        return self._rows.loc[self._which.value] if self._which.value else new

    def _more_buttons(self) -> list[widgets.Button]:
        """Return the buttons for a chosen row, beside the one that removes it."""
        return []

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
        """Offer the rows that are in the log now, the one that was chosen still chosen."""
        chosen, name = self._which.value, self.table.name
        rows = self._log.holds() if name == "holds" else getattr(self._log.diary(), name)
        self._rows = rows.set_index(self.table.id, drop=False)
        latest = self._rows.tail(_LATEST).iloc[::-1]
        self._which.options = [(self.another, ""), *((self.named(row), of_it) for of_it, row in latest.iterrows())]
        self._which.value = chosen if chosen in latest.index else ""
        self._show()
        self._steps.show()

    def _show(self, _change: dict | None = None) -> None:
        """Fill the fields with the row that is chosen."""
        is_new = not self._which.value
        self.offer(self._row)
        self._shown = self.shown(self._row)
        for name, field in self._fields.items():
            field.value = self._shown[name]
        self._save.description = f"Add this {self.table.one}" if is_new else "Save what changed"
        for button in self._of_one:
            button.disabled = is_new
        self._said.value = ""

    def _keep(self) -> str:
        """Add what was typed in, or correct the row that is chosen, and say so."""
        now = {name: field.value for name, field in self._fields.items()}
        is_new = not self._which.value
        changed = {name for name in now if is_new or now[name] != self._shown[name]}
        values = self.values(now, changed)
        if not is_new:
            return self._change(values)
        if "source" in self.table.columns:
            values["source"] = SOURCE
        row = self.table.conform(pd.DataFrame([values], dtype=object), where=f"This {self.table.one}")
        return f"{self.this(row.iloc[0])} {self.add(row)}."

    def _change(self, values: dict[str, Any]) -> str:
        was = self._row
        if not values:
            return "Nothing was changed: the fields are as they were."
        changed = self._log.change(was[self.table.id], by="editor", **values)
        said = [
            f"{self.of_columns[name]} {self._word(name, new)} (was {self._word(name, old)})"
            for name, (old, new) in changed.items()
            if name in self.of_columns
        ]
        if "session_id" in changed:
            said.append("it belongs to another session now")
        return f"{self.this(was)} was changed: {'; '.join(said)}."

    def _word(self, name: str, value: object) -> str:
        if value is None:
            return "none"
        if name == "started_at":
            return time_in_words(pd.Timestamp(str(value)))
        if name == "day":
            return day_in_words(pd.Timestamp(str(value)))
        if name in self.table.choices:
            return str(value).replace("_", " ")
        return f"{value:g}" if isinstance(value, float) else str(value)

    def _drop(self) -> str:
        was = self._row
        self._log.remove([was[self.table.id]], by="editor")
        return f"{self.this(was)} was removed; Undo brings it back."


def _kept(value: object) -> object:
    """Return what was typed into a field as a log keeps it."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return None if value in ("", None) else value
