"""What a report is made of, before it is laid out as HTML or as PDF."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from matplotlib.figure import Figure

from hiplog.charts.pictures import drawn

SIGN = "hiplog report"  # by which a file is known as one
INK = "#123457"  # of a drawing stands for the page's own colour of text: no colour of ours
PAPER = "#ffffff"  # likewise for what lies behind it: around letters and in open marks
STYLE: dict[str, Any] = dict.fromkeys(
    (
        *("text.color", "axes.labelcolor", "axes.edgecolor", "axes.titlecolor"),
        *("xtick.color", "ytick.color", "legend.labelcolor"),
    ),
    INK,
) | dict.fromkeys(("figure.facecolor", "axes.facecolor", "savefig.facecolor"), "none")


@dataclass(frozen=True)
class Table:
    """Rows of texts below their heads; the first cell of a row is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A drawing, what stands above it, and all that it says in words."""

    title: str
    caption: str
    words: str  # the caption, and what is written on the drawing where nothing could be drawn
    figure: Figure  # drawn in STYLE

    def svg(self, letters: str, high: float | None = None) -> str:
        """Return the drawing: `letters` as "path", outlines that look alike everywhere, or as text, "none".

        It is `high` inches high if that is given: what is written on it is laid out as it is drawn.
        """
        if high is not None:
            self.figure.set_figheight(high)
        return drawn(self.figure, ".svg", **STYLE | {"svg.fonttype": letters}).decode()


@dataclass(frozen=True)
class Lines:
    """Short texts below each other, each with a head, or none."""

    lines: tuple[tuple[str, str], ...]


Block = Table | Chart | Lines | str


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A whole report: its first page, and the pages that follow."""

    title: str
    about: tuple[tuple[str, str], ...]  # whose, of which days, made when
    made: date
    first: tuple[Section, ...]  # one page, to be read in half a minute
    following: tuple[Section, ...]
    foot: str
