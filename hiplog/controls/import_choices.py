"""What a person may settle of a file that is brought in: what each column is, and what the file leaves open."""

from collections.abc import Callable
from zoneinfo import available_timezones

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.reading_shown import sample
from hiplog.controls.words import LABEL, label
from hiplog.exercise import EXERCISES
from hiplog.reading import MEANINGS, Reading, in_words_of
from hiplog.schema import LogError

AS_IN_FILE = ""  # the value of a choice that leaves it to the file
_ALWAYS = ("day_first", "exercise", "unit")  # what may be settled of any file
_UNITS = {
    "s": "seconds",
    "min": "minutes",
    "m:ss": "minutes and seconds, 1.05 as 1:05",
    "h": "hours",
    "ms": "thousandths of a second",
    "days": "days",
}


class ImportChoices(widgets.VBox):
    """A drop-down for each column beside some of its cells, and those for what else can be settled.

    Parameters
    ----------
    changed : callable
        Is called when anything was chosen.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._quiet = False  # while the form itself sets what is chosen
        self._asked: set[str] = set()  # the settings that the reader asks for
        self.columns: dict[str, widgets.Dropdown] = {}
        self.settings = {
            "day_first": _choice("Dates", [("day before month", "day"), ("month before day", "month")]),
            "exercise": _choice("Exercise", [(one.title, name) for name, one in EXERCISES.items()]),
            "unit": _choice("Unit of holds", [(words, unit) for unit, words in _UNITS.items()]),
            "person": _choice("Person", []),
            "sheet": _choice("Sheet", []),
            "year": widgets.Text(
                description="Year", placeholder="like 2025", continuous_update=False, style=LABEL
            ),
            "timezone": widgets.Combobox(
                description="Time zone", placeholder="like Europe/Berlin", continuous_update=False, style=LABEL
            ),
        }
        for setting in self.settings.values():
            setting.layout.width = "auto"
            setting.observe(self._chosen, names="value")
        self._grid = widgets.GridBox(
            layout={"grid_template_columns": "minmax(240px, 2fr) minmax(90px, 1fr)", "overflow": "auto"}
        )
        self._grid.layout.max_height = "300px"
        row = widgets.HBox([*self.settings.values()], layout={"flex_flow": "row wrap"})
        super().__init__([row, self._grid], layout={"flex": "1 1 340px", "min_width": "0"})
        self.begin()

    def begin(self) -> None:
        """Forget what was chosen: another file is read."""
        self._quiet = True
        self.columns, self._grid.children = {}, ()
        for setting in self.settings.values():
            setting.value = AS_IN_FILE
        self._quiet = False
        self._asked = set()
        self._show_settings()

    def options(self) -> dict[str, object]:
        """Return what was chosen, as `read_log` takes it."""
        chosen = {name: setting.value for name, setting in self.settings.items()}
        year, timezone = chosen["year"].strip(), chosen["timezone"].strip()
        chosen |= {
            "day_first": {"day": True, "month": False}.get(chosen["day_first"], AS_IN_FILE),
            "year": int(year) if year.isdecimal() else AS_IN_FILE,
            "timezone": timezone,
        }
        columns = {header: box.value for header, box in self.columns.items() if box.value}
        given = {name: value for name, value in chosen.items() if value != AS_IN_FILE}
        return given | ({"columns": columns} if columns else {})

    def offer(self, reading: Reading) -> None:
        """Offer what can be settled of a file that was read."""
        self._several("person", reading.how["people"])
        self._several("sheet", reading.how["other_sheets"])
        self._offer(reading.columns, reading.how["columns"])
        self._asked = {*_ALWAYS}
        self._show_settings()

    def offer_for(self, error: LogError) -> None:
        """Offer what can be settled of a file that was refused."""
        cells = [error.cells.get(header, []) for header in error.columns]
        self._offer(pd.DataFrame({"header": [*error.columns], "cells": cells, "why": ""}), error.columns)
        self._asked = {*_ALWAYS} if error.columns else set()
        self._show_settings()

    def in_words(self, sentence: str) -> str:
        """Return a sentence of the reader in this form's words, and show the choices that it asks for."""
        text = in_words_of(sentence, self._word)
        self._show_settings()
        return text

    def _word(self, option: str, value: object) -> str:
        self._asked.add(option)
        return _WORDS[option](value)

    def _show_settings(self) -> None:
        """Show the settings that are asked for, or were made; those that have nothing to choose are not shown."""
        for name, setting in self.settings.items():
            several = name in ("person", "sheet") and len(setting.options) > 1
            offered = bool(setting.value) or name in self._asked or several
            setting.layout.display = "" if offered else "none"
            if name == "timezone" and offered and not setting.options:
                setting.options = sorted(available_timezones())
        self.layout.display = "" if self.columns or self._asked else "none"

    def _several(self, name: str, values: list[str]) -> None:
        """Offer these, and what was offered before, as long as one of them is chosen."""
        setting = self.settings[name]
        if not setting.value:
            setting.options = [("as in the file", AS_IN_FILE), *((label(value), value) for value in values)]

    def _offer(self, known: pd.DataFrame, taken: dict[str, str]) -> None:
        """Offer a drop-down for each column; those that are there keep what was chosen."""
        if list(taken) != list(self.columns):
            self.columns = {header: self._drop_down(header) for header in taken}
            shown = known.drop_duplicates("header").set_index("header")[["cells", "why"]].to_dict("index")
            nothing = {"cells": [], "why": ""}
            beside = [widgets.HTML(sample(**shown.get(header, nothing))) for header in taken]
            self._grid.children = [
                part for pair in zip(self.columns.values(), beside, strict=True) for part in pair
            ]
        for header, box in self.columns.items():
            if not box.value:
                box.options = [(f"{taken[header]} (as read)", AS_IN_FILE), *((one, one) for one in MEANINGS)]

    def _drop_down(self, header: str) -> widgets.Dropdown:
        box = widgets.Dropdown(
            options=[("", AS_IN_FILE)], value=AS_IN_FILE, description=label(header), style=_HEADER
        )
        box.layout.width = "auto"
        box.observe(self._chosen, names="value")
        return box

    def _chosen(self, _change: dict) -> None:
        if not self._quiet:
            self._changed()


_HEADER = {"description_width": "38%"}


def _choice(name: str, choices: list[tuple[str, str]]) -> widgets.Dropdown:
    options = [("as in the file", AS_IN_FILE), *choices]
    return widgets.Dropdown(options=options, value=AS_IN_FILE, description=name, style=LABEL)


def _columns_in_words(value: object) -> str:
    if not isinstance(value, dict):
        return "the choice beside a column"
    return "choosing " + " and ".join(f"“{meaning}” for “{header}”" for header, meaning in value.items())


# The options of the reader, as this form has them.
_WORDS: dict[str, Callable[[object], str]] = {
    "columns": _columns_in_words,
    "day_first": lambda _: "the choice beside Dates",
    "year": lambda value: f"typing {value or 'the year'} under Year",
    "unit": lambda value: f"choosing “{_UNITS.get(str(value), 'the unit')}” under Unit of holds",
    "exercise": lambda _: "the choice beside Exercise",
    "exercise_contains": lambda _: "the choice beside Exercise",
    "encoding": lambda _: "another encoding",
    "sheet": lambda value: f"choosing “{value}” under Sheet" if value else "the choice beside Sheet",
    "person": lambda value: f"choosing “{value}” under Person" if value else "the choice beside Person",
    "timezone": lambda _: "the choice beside Time zone",
}
