"""A file that a reader chooses, brought into the log."""

import tempfile
from pathlib import Path

import ipywidgets as widgets

from hiplog.controls.words import LABEL, sentence
from hiplog.interchange import KeepsHolds
from hiplog.reading import Reading, read_log
from hiplog.reading.meanings import MEANINGS
from hiplog.schema import LogError

_FILES = ".csv,.tsv,.txt,.md,.xlsx,.xls,.ods"


class ImportForm(widgets.VBox):
    """Choose a file, see what was understood, say what a column means where that is wrong, and add it to a log.

    Parameters
    ----------
    log : Log
        Where the holds go. Nothing is added before the button is pressed; adding twice adds once.
    """

    def __init__(self, log: KeepsHolds) -> None:
        self._log = log
        self._path: Path | None = None
        self._reading: Reading | None = None
        self._uploads = tempfile.TemporaryDirectory(prefix="hiplog-")
        self._upload = widgets.FileUpload(accept=_FILES, description="Choose a file")
        self._typed = widgets.Text(placeholder="or type its path, like ../old_notes.csv", continuous_update=False)
        self._dates = widgets.Dropdown(
            options=[("as in the file", None), ("day before month", True), ("month before day", False)],
            description="Dates",
            style=LABEL,
        )
        self._columns = widgets.GridBox(layout=widgets.Layout(grid_template_columns="repeat(auto-fill, 320px)"))
        self._understood = widgets.HTML()
        self._add = widgets.Button(description="Add to your log", button_style="primary", disabled=True)
        self._save = widgets.Button(description="Save the refused rows", disabled=True, layout={"width": "auto"})
        self._said = widgets.HTML()
        self._upload.observe(self._uploaded, names="value")
        self._typed.observe(self._was_typed, names="value")
        self._dates.observe(self._read, names="value")
        self._add.on_click(self._added)
        self._save.on_click(self._saved)
        choice = widgets.HBox([self._upload, self._typed])
        self._meanings = widgets.VBox([self._columns, self._dates], layout=widgets.Layout(display="none"))
        buttons = widgets.HBox([self._add, self._save])
        super().__init__([choice, self._understood, self._meanings, buttons, self._said])

    def _uploaded(self, _change: dict) -> None:
        for file in self._upload.value:
            path = Path(self._uploads.name) / Path(file["name"]).name
            path.write_bytes(file["content"])
            self._begin(path)

    def _was_typed(self, _change: dict) -> None:
        if self._typed.value.strip():
            self._begin(Path(self._typed.value.strip().strip('"')).expanduser())

    def _begin(self, path: Path) -> None:
        """Read another file, with nothing said about it yet."""
        self._path = path
        self._columns.children = ()
        self._dates.value = None
        self._read()

    def _read(self, _change: dict | None = None) -> None:
        chosen = {box.description: box.value for box in self._columns.children if box.value}
        try:
            self._reading = read_log(self._path, columns=chosen or None, day_first=self._dates.value)
            self._understood.value = self._reading._repr_html_()
            columns = self._reading.how["columns"]
        except LogError as error:
            self._reading = None
            self._understood.value = sentence(str(error))
            columns = error.columns
        self._offer(columns)

    def _offer(self, columns: dict[str, str]) -> None:
        """Offer what can be done with what was read."""
        read = self._reading
        if not self._columns.children:
            self._columns.children = [self._drop_down(*item) for item in columns.items()]
        self._meanings.layout.display = "" if self._columns.children else "none"
        self._add.disabled = read is None or read.holds.empty
        self._save.disabled = read is None or read.rejected.empty
        self._said.value = ""

    def _drop_down(self, header: str, meaning: str) -> widgets.Dropdown:
        options = [(f"{meaning} (as understood)", ""), *((name, name) for name in MEANINGS)]
        box = widgets.Dropdown(options=options, description=header, style=LABEL)
        box.observe(self._read, names="value")
        return box

    def _added(self, _button: widgets.Button) -> None:
        holds = self._reading.holds
        try:
            new = self._log.add(holds)
            self._said.value = sentence(f"{new} of {len(holds)} holds were new; they are in your log now.")
        except LogError as error:
            self._said.value = sentence(str(error))

    def _saved(self, _button: widgets.Button) -> None:
        path = Path(self._log.path).with_name(f"{self._path.stem}_refused.csv")
        try:
            self._reading.rejected.to_csv(path, index=False)
            self._said.value = sentence(f"Saved as {path}: mend the rows there, then choose that file here.")
        except OSError as error:
            self._said.value = sentence(f"{path} could not be written: {error.strerror}.")
