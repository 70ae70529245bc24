"""What the notebooks let a reader choose: the exercise and span of a chart, and a file to bring into the log."""

import html
import io
import math
import tempfile
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from hiplog.charts.canvas import DayLocator
from hiplog.exercise import EXERCISES
from hiplog.reading import Reading, read_log
from hiplog.reading.columns import MEANINGS
from hiplog.schema import LogError

_SPANS = [("everything", math.inf), ("the last year", 365), ("the last 12 weeks", 84), ("the last 4 weeks", 28)]
_INCHES = (9.5, 4.8)
_DPI = 144  # sharp on a dense screen, shown at the width of the cell
_FILES = ".csv,.tsv,.txt,.md,.xlsx,.xls,.ods"
_LABEL = {"description_width": "initial"}


def explore(plot: Callable[..., Axes], holds: pd.DataFrame) -> widgets.Widget:
    """Show a chart with a choice of exercise and span; it is drawn again in place when a choice changes.

    A span only moves the left edge of the chart: what is drawn of a day does not depend on how much is shown.

    Parameters
    ----------
    plot : function
        One of the `plot_*` functions.
    holds : DataFrame
        As `Log.holds` gives them.
    """
    present = [name for name in EXERCISES if holds["exercise"].eq(name).any()] or list(EXERCISES)[:1]
    exercise = widgets.Dropdown(
        options=[(EXERCISES[name].title, name) for name in present], description="Exercise"
    )
    span = widgets.Dropdown(options=_SPANS, description="Show")
    # One image whose bytes change, not an output that is cleared: nothing flickers, nothing jumps.
    picture = widgets.Image(format="png", layout=widgets.Layout(width="100%", max_width="960px"))

    def draw(_change: dict | None = None) -> None:
        figure = _drawn(plot, holds, exercise.value, span.value)
        picture.value = _png(figure)
        exercise.layout.display = "" if len(present) > 1 else "none"
        span.layout.display = "" if _is_of_days(figure) else "none"

    for choice in (exercise, span):
        choice.observe(draw, names="value")
    draw()
    return widgets.VBox([widgets.HBox([exercise, span]), picture])


def _drawn(plot: Callable[..., Axes], holds: pd.DataFrame, exercise: str, days: float) -> Figure:
    # No pyplot: a widget's handlers run in another thread, and pyplot's state belongs to the first one.
    figure = Figure(figsize=_INCHES, layout="constrained")
    FigureCanvasAgg(figure)
    ax = plot(holds, exercise=exercise, ax=figure.subplots())
    if _is_of_days(figure):
        first, last = ax.get_xlim()
        ax.set_xlim(max(first, last - days), last)
    return figure


def _is_of_days(figure: Figure) -> bool:
    return isinstance(figure.axes[0].xaxis.get_major_locator(), DayLocator)


def _png(figure: Figure) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=_DPI)
    return stream.getvalue()


class ImportForm(widgets.VBox):
    """Choose a file, see what was understood, say what a column means where that is wrong, and add it to a log.

    Parameters
    ----------
    log : Log
        Where the holds go. Nothing is added before the button is pressed; adding twice adds once.
    """

    def __init__(self, log) -> None:
        self._log = log
        self._path: Path | None = None
        self._reading: Reading | None = None
        self._uploads = tempfile.TemporaryDirectory(prefix="hiplog-")
        self._upload = widgets.FileUpload(accept=_FILES, description="Choose a file")
        self._typed = widgets.Text(placeholder="or type its path, like ../old_notes.csv", continuous_update=False)
        self._dates = widgets.Dropdown(
            options=[("as in the file", None), ("day before month", True), ("month before day", False)],
            description="Dates",
            style=_LABEL,
        )
        self._columns = widgets.GridBox(layout=widgets.Layout(grid_template_columns="repeat(auto-fill, 320px)"))
        self._understood = widgets.HTML()
        self._add = widgets.Button(description="Add to your log", button_style="primary", disabled=True)
        self._save = widgets.Button(description="Save the refused rows", disabled=True)
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
        except LogError as error:
            self._reading = None
            self._understood.value = _sentence(str(error))
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what was read."""
        read = self._reading
        if read is not None and not self._columns.children:
            self._columns.children = [self._drop_down(*item) for item in read.how["columns"].items()]
        self._meanings.layout.display = "" if self._columns.children else "none"
        self._add.disabled = read is None or read.holds.empty
        self._save.disabled = read is None or read.rejected.empty
        self._said.value = ""

    def _drop_down(self, header: str, meaning: str) -> widgets.Dropdown:
        options = [(f"{meaning} (as understood)", ""), *((name, name) for name in MEANINGS)]
        box = widgets.Dropdown(options=options, description=header, style=_LABEL)
        box.observe(self._read, names="value")
        return box

    def _added(self, _button: widgets.Button) -> None:
        holds = self._reading.holds
        try:
            new = self._log.add(holds)
            self._said.value = _sentence(f"{new} of {len(holds)} holds were new; they are in your log now.")
        except LogError as error:
            self._said.value = _sentence(str(error))

    def _saved(self, _button: widgets.Button) -> None:
        path = Path(self._log.path).with_name(f"{self._path.stem}_refused.csv")
        try:
            self._reading.rejected.to_csv(path, index=False)
            self._said.value = _sentence(f"Saved as {path}: mend the rows there, then choose that file here.")
        except OSError as error:
            self._said.value = _sentence(f"{path} could not be written: {error.strerror}.")


def _sentence(text: str) -> str:
    """Return text as a paragraph: nothing from a file is ever taken for HTML."""
    return f'<p role="status">{html.escape(text)}</p>'
