"""Choose what a report is about, see it, and save it."""

import tempfile
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from IPython.display import HTML, DisplayHandle, FileLink, display

from hiplog import arguments
from hiplog.charts import plot_overview
from hiplog.charts.pictures import Picture
from hiplog.controls.chart import figure_of
from hiplog.controls.words import LABEL, sentence
from hiplog.exercise import EXERCISES
from hiplog.interchange import Holds
from hiplog.report import write_report
from hiplog.report.write import WEEKS
from hiplog.schema import LogError, conform, diary_of
from hiplog.stand_in import Bundle, with_picture

_SPANS = [("the last 4 weeks", 4), ("the last 12 weeks", WEEKS), ("the last half-year", 26), ("the last year", 52)]
_FORMATS = [("web page (HTML)", "html"), ("PDF", "pdf")]
# What a notebook keeps of the form is for where that is not: a saved, exported or sent notebook.
_WITHOUT_FORM = "<style>.hiplog-without-form { display: none }</style>"
_LOOK = "width: 100%; height: 75vh; border: 1px solid #8884"


class ReportForm(widgets.VBox):
    """A report as it will be, below the choices of what goes into it, and a button that saves it.

    A notebook that is saved, sent or opened without a kernel has its charts and their words in place of the form.

    Parameters
    ----------
    holds : DataFrame or Log
        Holds; see `hiplog.schema`.
    folder : str or path
        Where it is saved, with the day in its name: hip_report_2026-03-04.html.

    Raises
    ------
    LogError
        Where `holds` are none or break a rule, or `folder` is no path.

    Examples
    --------
    >>> form = hiplog.ReportForm(hiplog.example().tail(60), ".")  # shown as the cell's value
    """

    def __init__(self, holds: Holds, folder: str | Path = ".") -> None:
        arguments.path("ReportForm", "folder", folder, "the path of a folder")
        conform(holds)  # or it is refused here, where it was given
        self._holds, self._folder = holds, Path(folder)
        self._exercise = widgets.Dropdown(
            options=[(known.title, name) for name, known in EXERCISES.items()], description="Exercise", style=LABEL
        )
        self._weeks = widgets.Dropdown(options=_SPANS, value=WEEKS, description="Days", style=LABEL)
        self._name = widgets.Text(
            placeholder="nobody is named", description="Whose it is", style=LABEL, continuous_update=False
        )
        marks = diary_of(holds, None).marks["words"]
        self._compare = widgets.Combobox(
            options=[*marks.iloc[::-1].drop_duplicates()],
            placeholder="a day like 2026-03-04, or a mark of yours",
            description="What changed since",
            style=LABEL,
            layout={"width": "min(100%, 440px)"},
            continuous_update=False,
        )
        self._sessions = widgets.Checkbox(description="with all sessions in a table", indent=False)
        self._format = widgets.Dropdown(options=_FORMATS, description="As", style=LABEL)
        self._save = widgets.Button(
            description="Save the report", button_style="primary", layout={"width": "auto"}
        )
        self._page, self._said = widgets.HTML(), widgets.HTML()
        self._links: list[DisplayHandle] = []
        self._pictures: list[DisplayHandle] = []
        self._kept: dict[str, Any] = {}
        fields = (self._exercise, self._weeks, self._name, self._compare, self._sessions)
        for field in fields:
            field.observe(self._show, names="value")
        self._save.on_click(self._saved)
        self._show()
        choices = widgets.HBox(fields)
        choices.layout.flex_flow = "row wrap"
        super().__init__(
            [
                choices,
                self._page,
                widgets.HBox([self._format, self._save]),
                self._said,
                widgets.HTML(_WITHOUT_FORM),
            ]
        )

    def __repr__(self) -> str:
        # ipywidgets' own would keep holds in a saved notebook
        return "<ReportForm, which makes a report to hand over: run this cell in Jupyter to use it>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Bundle:
        return with_picture(super()._repr_mimebundle_(**kwargs), repr(self))

    def _ipython_display_(self) -> None:
        display(self._repr_mimebundle_(), raw=True)
        self._links.append(display(HTML(""), display_id=True))
        self._pictures.append(display(self._kept, raw=True, display_id=True))

    @property
    def _given(self) -> dict[str, Any]:
        chosen = {"exercise": self._exercise.value, "weeks": self._weeks.value, "sessions": self._sessions.value}
        typed = {"name": self._name.value.strip(), "compare_since": self._compare.value.strip()}
        return chosen | {name: text or None for name, text in typed.items()}

    def _show(self, _change: object = None) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="hiplog-") as folder:  # for its owner alone, and gone at once
                path = write_report(self._holds, Path(folder) / "report.html", **self._given)
                page = path.read_text(encoding="utf-8")
        except LogError as error:
            self._page.value, self._save.disabled = sentence(str(error)), True
            self._keep(str(error), sentence(str(error)))
            return
        self._page.value = f'<iframe title="The report" sandbox style="{_LOOK}" srcdoc="{escape(page)}"></iframe>'
        self._save.disabled = False
        of = {"diary": diary_of(self._holds, None)}
        held, days = conform(self._holds), 7 * self._weeks.value
        picture = Picture.of(figure_of(plot_overview, held, self._exercise.value, days, of)[0])
        self._keep(picture.words, picture._repr_html_(), {"image/png": picture.png})

    def _keep(self, words: str, page: str, more: dict[str, bytes] | None = None) -> None:
        """Keep in the notebook what is shown where the form is not."""
        shown = f'<div class="hiplog-without-form">{page}</div>'
        self._kept = {"text/plain": words, "text/html": shown} | (more or {})
        for place in self._pictures:
            place.update(self._kept, raw=True)

    def _saved(self, _button: widgets.Button) -> None:
        self._said.value = sentence("Saving…")
        path = self._folder / f"hip_report_{date.today()}.{self._format.value}"
        try:
            write_report(self._holds, path, **self._given)
        except LogError as error:
            self._said.value = sentence(str(error))
            return
        self._said.value = sentence(f"Saved as {path.name}. The line below opens it.")
        for link in self._links:
            link.update(FileLink(str(path)))
