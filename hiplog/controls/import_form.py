"""A file that a reader chooses, brought into the log."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd

from hiplog import arguments
from hiplog.controls.file_chooser import FileChooser
from hiplog.controls.import_choices import ImportChoices
from hiplog.controls.own_keys import OwnKeys
from hiplog.controls.reading_shown import alike_in_words, first_holds, refused_rows, summary
from hiplog.controls.steps import Steps
from hiplog.controls.words import sentence
from hiplog.counts import counted
from hiplog.interchange import KeepsHolds, begin
from hiplog.reading import Reading, look_alike, read_log
from hiplog.schema import LogError
from hiplog.spreadsheet import save_rejected
from hiplog.stand_in import Bundle, with_picture

_FILES = ".csv,.tsv,.txt,.md,.org,.json,.jsonl,.yaml,.yml,.xml,.ics,.sql,.xlsx,.xls,.ods"
_WRAP = {"flex_flow": "row wrap", "align_items": "center"}


class ImportForm(widgets.VBox):
    """Choose a file, see what was understood, say what a column means where that is wrong, and add it to a log.

    Before anything is added it shows how many holds were found, what each column was taken for, the first holds
    beside the cells that they come from, the rows that were refused, and which holds look like ones that the log
    has. What is chosen of a column shows at once in the holds.

    Parameters
    ----------
    log : Log
        Where the holds go. Nothing is added before the button is pressed; adding twice adds once.

    Raises
    ------
    LogError
        Where `log` is none.

    Examples
    --------
    >>> form = hiplog.ImportForm(hiplog.Log("my_log.sqlite"))  # shown as the cell's value
    """

    def __init__(self, log: KeepsHolds) -> None:
        arguments.log("ImportForm", log)
        self._log = log
        self._path: Path | None = None
        self._content: bytes | None = None  # of a file that the page sent
        self._reading: Reading | None = None
        self._chooser = FileChooser(self._begin, accept=_FILES)
        self._typed = widgets.Text(placeholder="or type its path, like ../old_notes.csv", continuous_update=False)
        self._understood = widgets.HTML()
        self._choices = ImportChoices(self._read)
        self._first, self._refused, self._alike, self._said = (widgets.HTML() for _ in range(4))
        self._even_alike = widgets.Checkbox(description="add them all the same", indent=False)
        self._add = widgets.Button(description="Add to your log", button_style="primary", disabled=True)
        self._save = widgets.Button(description="Save the refused rows")
        self._steps = Steps(log, self._do)
        for button in (self._add, self._save, self._even_alike):
            button.layout.width = "auto"
        self._typed.observe(self._was_typed, names="value")
        self._add.on_click(lambda _: self._do(self._added))
        self._save.on_click(lambda _: self._do(self._saved))
        self._first.layout = widgets.Layout(flex="1 1 420px", min_width="0")
        super().__init__(
            [
                widgets.HBox([self._chooser, self._typed], layout=_WRAP),
                self._understood,
                widgets.HBox([self._choices, self._first], layout={"flex_flow": "row wrap"}),
                self._refused,
                widgets.HBox([self._alike, self._even_alike], layout=_WRAP),
                widgets.HBox([self._add, self._steps, self._save], layout=_WRAP),
                self._said,
                OwnKeys(),
            ]
        )
        self._show(self._save, False)
        self._show(self._even_alike, False)
        self._show(self._steps, False)

    def __repr__(self) -> str:
        # ipywidgets' own would keep holds in a saved notebook
        return "<ImportForm, which brings a file of yours into the log: run this cell in Jupyter to use it>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Bundle:
        return with_picture(super()._repr_mimebundle_(**kwargs), repr(self))

    def _was_typed(self, _change: dict) -> None:
        if typed := self._typed.value.strip().strip('"'):
            self._begin(Path(typed).expanduser())

    def _begin(self, path: Path, content: bytes | None = None) -> None:
        """Read another file, with nothing said about it yet."""
        self._path, self._content = path, content
        self._choices.begin()
        self._even_alike.value = False
        self._show(self._steps, False)
        self._read()

    def _read(self) -> None:
        """Read the file with what was chosen, and show what came out."""
        self._said.value = ""
        try:
            self._reading = self._read_file(**self._choices.options())
            self._choices.offer(self._reading)
            understood = summary(self._reading)
        except LogError as error:
            self._reading = None
            self._choices.offer_for(error)
            understood = str(error)
        self._understood.value = sentence(self._choices.in_words(understood))
        self._first.value = first_holds(self._reading) if self._reading else ""
        self._refused.value = refused_rows(self._reading, self._choices.in_words) if self._reading else ""
        self._offer()

    def _read_file(self, **told: Any) -> Reading:
        if self._content is None:
            return read_log(self._path, **told)
        return read_log(self._content, name=self._path.name, **told)  # no copy of it is ever written

    def _offer(self) -> None:
        """Offer what can be done with what was read."""
        read = self._reading
        people = read.how["people"] if read else []
        asked = [column for column in read.how["may_be_people"] if column.is_likely] if read else []
        nothing = read is None or (read.holds.empty and read.days.empty)
        self._add.disabled = nothing or len(people) > 1 or bool(asked)
        self._show(self._save, read is not None and not read.rejected.empty)
        self._show_alike()
        if len(people) > 1:  # a log is one person's
            self._say(
                f"These are holds of {len(people)} people, and a log is one person's: choose whose they are "
                "beside Person."
            )
        elif asked:
            self._say(
                f"{asked[0]}: that may be several people, and a log is one person's. Choose person or nothing "
                "beside that column."
            )

    def _show_alike(self) -> None:
        """Show which holds are like ones that the log has now."""
        alike = pd.DataFrame()
        try:
            alike = alike if self._add.disabled else self._reading.holds[self._are_alike()]
        except LogError as error:
            self._say(str(error))
        self._alike.value = sentence(alike_in_words(alike)) if len(alike) else ""
        self._show(self._even_alike, len(alike) > 0)

    def _are_alike(self) -> pd.Series:
        if begun := begin(self._log):
            self._say(begun)
        return look_alike(self._reading.holds, self._log.holds())

    def _do(self, what: Callable[[], str]) -> None:
        """Do something with the log, say in a sentence what was done or why not, and show what it has now."""
        try:
            said = what()
            self._steps.show()
            self._show_alike()
        except LogError as error:
            said = str(error)
        self._say(said)

    def _added(self) -> str:
        holds, diary = self._reading.holds, self._reading.diary
        alike = self._are_alike() & (not self._even_alike.value)
        added = self._log.add(holds[~alike], diary=diary, by="import")
        self._show(self._steps, True)
        left_out = f" Left out, as your log has holds like them: {alike.sum():,}." if alike.any() else ""
        return _became(added, len(holds)) + left_out

    def _saved(self) -> str:
        folder = Path(self._log.path).parent
        try:
            path = save_rejected(self._reading.rejected, folder, self._path.name, self._choices.in_words)
        except OSError as error:
            return f"The refused rows could not be saved in {folder}: {error.strerror}."
        return f"Saved as {path}: mend the rows there, then choose that file here."

    def _say(self, text: str) -> None:
        self._said.value = sentence(text)

    @staticmethod
    def _show(widget: widgets.Widget, shown: bool) -> None:
        widget.layout.display = "" if shown else "none"


def _became(added: Any, number: int) -> str:
    """Say what became of the holds that were to be added."""
    said = [f"{counted(added.new, 'new hold')} of {number:,} added to your log."]
    if added.filled:
        said.append(f"{added.filled:,} that were there gained what they lacked.")
    if added.different:
        said.append(
            f"{added.different:,} were not added: your log has another hold of the same id ({added.which_differ})."
        )
    if added.conflicting:
        said.append(f"{added.conflicting:,} have another pain or note in your log, which keeps its own.")
    said += [f"Of {name} {of!r}." for name, of in added.also.items()]
    return " ".join(said)
