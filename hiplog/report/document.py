"""What a report is made of, before it is laid out as HTML or as PDF."""

from dataclasses import dataclass
from datetime import date

from matplotlib.figure import Figure

from hiplog.charts.pictures import drawn

SIGN = "hiplog report"  # by which a file is known as one


@dataclass(frozen=True)
class Table:
    """Rows of texts below their heads; the first cell of a row is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A drawing, and what it says in words."""

    title: str
    words: str
    figure: Figure  # its ink is INK, its ground is clear

    def svg(self, letters: str) -> str:
        """Return the drawing: `letters` as "path", outlines that look alike everywhere, or as text, "none"."""
        return drawn(self.figure, ".svg", **{"svg.fonttype": letters, "savefig.facecolor": "none"}).decode()


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
