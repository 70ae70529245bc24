"""A chart as a file that says in words what it shows, for whoever cannot see it."""

import base64
import inspect
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure, SubFigure

from hiplog import arguments
from hiplog.charts.parts.canvas import Layout
from hiplog.files import written_whole
from hiplog.interchange import Holds
from hiplog.schema import LogError

# Of a chart, and of a page of them: as large as A4 and Letter have room for, upright and lying.
INCHES, PAGE_INCHES = (7.2, 4.2), (10.2, 7.6)
DPI = 150  # sharp in print at the size that a chart has on a page
# Where each format keeps what a picture is of, and what made it: by that it is known as a chart of ours.
_WORDS_IN = {".png": "Description", ".svg": "Description", ".pdf": "Subject"}
_MADE_BY = {".png": "Software", ".svg": "Creator", ".pdf": "Creator"}
_SIGN = "hiplog chart"
_AS_PATHS = {"svg.fonttype": "path", "pdf.fonttype": 42}  # letters look alike on every machine


def on_a_figure(
    plot: Callable[..., Any],
    holds: Holds,
    *,
    inches: tuple[float, float] = INCHES,
    layout: Literal["constrained"] | None = "constrained",
    **given: Any,
) -> Figure:
    """Return a figure with what a `plot_*` function draws of these holds; pyplot does not know it.

    pyplot's state belongs to the first thread, and a widget's handlers run in another one.
    """
    is_page = "figure" in inspect.signature(plot).parameters
    figure = Figure(figsize=PAGE_INCHES) if is_page else Figure(figsize=inches, layout=layout)
    FigureCanvasAgg(figure)
    plot(holds, **given, **({"figure": figure} if is_page else {"ax": figure.subplots()}))
    return figure


@dataclass(frozen=True)
class Picture:
    """A chart for a notebook: a PNG, with what it says for whoever cannot see it."""

    png: bytes
    words: str

    @classmethod
    def of(cls, figure: Figure) -> "Picture":
        """Return the picture of a figure."""
        return cls(drawn(figure, ".png"), in_words(figure))

    def __repr__(self) -> str:
        return self.words

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png).decode()
        wide = 'style="width: 100%; max-width: 960px; height: auto"'
        return f'<img alt="{escape(self.words)}" {wide} src="data:image/png;base64,{data}">'

    def _repr_png_(self) -> tuple[bytes, dict[str, str]]:
        return self.png, {"alt": self.words}


def in_words(chart: Axes | Figure | SubFigure) -> str:
    """Return what a chart, or each one of a page, says: its title and the sentence with its numbers."""
    axes = [chart] if isinstance(chart, Axes) else chart.axes
    layouts = [ax.get_axes_locator() for ax in axes]
    return as_sentences(line for layout in layouts if isinstance(layout, Layout) for line in layout.said)


def as_sentences(lines: Iterable[str]) -> str:
    """Return the lines of a title as one text."""
    return " ".join(line if line.endswith((".", "?")) else f"{line}." for line in lines if line)


def save_chart(chart: Axes | Figure, path: str | PathLike[str], *, dpi: float = DPI) -> Path:
    """Save a chart as PNG, SVG or PDF, with what it says in words in the file's metadata.

    Parameters
    ----------
    chart : Axes or Figure
        What a `plot_*` function returned; of axes, the whole figure is saved, in its own size:
        `ax.figure.set_size_inches(6, 4)` gives it another.
    path : str or path
        Ends in .png, .svg or .pdf. Letters of an SVG are outlines, which look alike on every machine.
    dpi : float
        Of a PNG, its pixels per inch.

    Returns
    -------
    Path
        The file that was written, in full. An earlier chart of that name is replaced, and no other file.

    Raises
    ------
    LogError
        Where the path ends in something else or cannot be written, `dpi` is no number from 1 to 2400, or `chart`
        is no chart.

    Examples
    --------
    >>> path = hiplog.save_chart(hiplog.plot_balance(hiplog.example()), "balance.svg")
    """
    if not isinstance(chart, Axes | Figure):
        raise LogError(f"save_chart: chart is a {type(chart).__name__}, expected what a plot_* function returned")
    if not isinstance(path, str | PathLike) or Path(path).suffix.lower() not in _WORDS_IN:
        raise arguments.refused("save_chart", "path", path, "a name that ends in .png, .svg or .pdf")
    if isinstance(dpi, bool) or not isinstance(dpi, int | float) or not 1 <= dpi <= 2400:
        raise arguments.refused("save_chart", "dpi", dpi, "a number from 1 to 2400")
    path = Path(path).expanduser().absolute()
    content = drawn(chart.get_figure(root=True), path.suffix.lower(), dpi)
    with written_whole(path, _is_chart, "chart") as part:
        part.write_bytes(content)
    return path


def drawn(figure: Figure, suffix: str, dpi: float = DPI, **given: Any) -> bytes:
    """Return a figure as the bytes of a file with this suffix; SVG and PDF are the same for the same figure."""
    stream = io.BytesIO()
    words = {_WORDS_IN[suffix]: in_words(figure), _MADE_BY[suffix]: _SIGN}
    undated = {".png": {}, ".svg": {"Date": None}, ".pdf": {"CreationDate": None}}[suffix]
    with rc_context(_AS_PATHS | {"svg.hashsalt": words[_WORDS_IN[suffix]] or suffix} | given):
        figure.savefig(stream, format=suffix[1:], dpi=dpi, metadata=words | undated)
    return stream.getvalue()


def _is_chart(path: Path) -> bool:
    """Return whether a file is an earlier chart."""
    return _SIGN.encode() in path.read_bytes()
