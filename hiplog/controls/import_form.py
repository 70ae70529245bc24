"""A file that a reader chooses, brought into the log."""

import tempfile
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from hiplog.controls.words import LABEL, label, sentence
from hiplog.interchange import KeepsHolds
from hiplog.reading import MEANINGS, Reading, look_alike, read_log
from hiplog.schema import LogError
from hiplog.spreadsheet import save_rejected

_LONGEST = 150  # bytes of a file's name; most systems can keep 255
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
        self._content: memoryview | None = None  # of a file that the page sent
        self._headers: dict[str, widgets.Dropdown] = {}
        self._reading: Reading | None = None
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
        self._even_alike = widgets.Checkbox(description="also holds like ones in your log", indent=False)
        self._save = widgets.Button(description="Save the refused rows", disabled=True, layout={"width": "auto"})
        self._said = widgets.HTML()
        self._upload.observe(self._uploaded, names="value")
        self._typed.observe(self._was_typed, names="value")
        self._dates.observe(self._read, names="value")
        self._add.on_click(self._added)
        self._save.on_click(self._saved)
        choice = widgets.HBox([self._upload, self._typed])
        self._meanings = widgets.VBox([self._columns, self._dates], layout=widgets.Layout(display="none"))
        buttons = widgets.HBox([self._add, self._even_alike, self._save])
        super().__init__([choice, self._understood, self._meanings, buttons, self._said])

    def __repr__(self) -> str:
        return "<ImportForm: run this cell to use it>"  # ipywidgets' own would keep holds in a saved notebook

    def _uploaded(self, _change: dict) -> None:
        if files := self._upload.value:
            self._upload.value = ()  # else the page keeps the file, and the same one cannot be chosen again
            self._begin(_file_name(files[-1]["name"]), files[-1]["content"])

    def _was_typed(self, _change: dict) -> None:
        if typed := self._typed.value.strip().strip('"'):
            self._begin(Path(typed).expanduser())

    def _begin(self, path: Path, content: memoryview | None = None) -> None:
        """Read another file, with nothing said about it yet."""
        self._path, self._content = path, content
        self._columns.children, self._headers = (), {}
        self._dates.value = None
        self._read()

    def _read(self, _change: dict | None = None) -> None:
        chosen = {header: box.value for header, box in self._headers.items() if box.value}
        try:
            self._reading = self._read_file(columns=chosen or None, day_first=self._dates.value)
            self._understood.value = self._reading._repr_html_()
            columns = self._reading.how["columns"]
        except LogError as error:
            self._reading = None
            self._understood.value = sentence(str(error))
            columns = error.columns
        self._offer(columns)

    def _read_file(self, **told: Any) -> Reading:
        if self._content is None:
            return read_log(self._path, **told)
        with tempfile.TemporaryDirectory(prefix="hiplog-") as folder:  # for its owner alone, and gone at once
            path = Path(folder) / self._path
            path.write_bytes(self._content)
            return read_log(path, **told)

    def _offer(self, columns: dict[str, str]) -> None:
        """Offer what can be done with what was read."""
        read = self._reading
        if not self._headers:
            self._headers = {header: self._drop_down(header, meaning) for header, meaning in columns.items()}
            self._columns.children = [*self._headers.values()]
        self._meanings.layout.display = "" if self._columns.children else "none"
        several = read is not None and len(read.how["people"]) > 1  # a log is one person's
        self._add.disabled = read is None or (read.holds.empty and read.days.empty) or several
        self._save.disabled = read is None or read.rejected.empty
        self._said.value = (
            sentence("these are several people's holds, and a log is one person's") if several else ""
        )

    def _drop_down(self, header: str, meaning: str) -> widgets.Dropdown:
        options = [(f"{meaning} (as understood)", ""), *((name, name) for name in MEANINGS)]
        box = widgets.Dropdown(options=options, description=label(header), style=LABEL)
        box.observe(self._read, names="value")
        return box

    def _added(self, _button: widgets.Button) -> None:
        holds, diary = self._reading.holds, self._reading.diary
        try:
            self._log.begin()
            alike = look_alike(holds, self._log.holds()) & (not self._even_alike.value)
            said = _said(self._log.add(holds[~alike], diary=diary, by="import"), len(holds))
            left_out = f" {alike.sum():,} were left out, as your log has holds like them." if alike.any() else ""
            self._say(said + left_out)
        except LogError as error:
            self._say(str(error))

    def _saved(self, _button: widgets.Button) -> None:
        folder = Path(self._log.path).parent
        try:
            path = save_rejected(self._reading.rejected, folder, self._path.name)
            self._say(f"Saved as {path}: mend the rows there, then choose that file here.")
        except OSError as error:
            self._say(f"The refused rows could not be saved in {folder}: {error.strerror}.")

    def _say(self, text: str) -> None:
        self._said.value = sentence(text)


def _file_name(given: str) -> Path:
    """Return the name of a file that a page sent, as one that a folder can have."""
    name = Path(given.replace("\\", "/").replace("\0", "")).name
    return Path(name.encode()[-_LONGEST:].decode(errors="ignore") if name not in ("", "..") else "upload")


def _said(added: Any, number: int) -> str:
    """Say what became of the holds that were to be added."""
    said = [f"{added.new:,} of {number:,} holds were new; they are in your log now."]
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
