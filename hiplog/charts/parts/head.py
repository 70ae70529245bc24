"""What stands above a chart: what was found, in bold, and below it, small, what that is about."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from hiplog.charts.parts.looks import Look
from hiplog.charts.parts.text import SMALL, at_left, fitted, points, room

SNUG = 0.94  # of the room: small letters are drawn up to a twentieth wider than their outlines
GAP = 3.0  # points, below each of the two
LINE = 1.2  # of a size, from line to line
MOST = 0.25  # of the height of a chart with all its words, that what several findings rest on may take
ON_LARGER = "Days and ranges: on a larger chart."


class Said(NamedTuple):
    """What one chart says: what it found, that it is of an example or "", what it is about, what it rests on."""

    label: str | None
    finding: str
    example: str
    topic: str
    detail: str

    def named(self, *words: str) -> str:
        """Return words in which it is said whose they are."""
        said = " ".join(filter(None, words))
        return f"{self.label}: {said}" if self.label and said else said


class Head:
    """The findings, one to a line, and the topic; `height` is what they take, in points.

    They begin at the axes, or, of a chart `alone` on its figure, at the edge of that, for there is more room. Of
    charts that are drawn on each other, what each finding rests on stands in a line of its own, with whose it is.
    """

    def __init__(self, ax: Axes, said: list[Said], look: Look, *, alone: bool) -> None:
        self.said, self._alone = said, alone
        self.findings = [one.named(one.finding) for one in said]
        self._lines = _lines(said)
        self.height = 0.0
        self._set: str | None = None
        up = ScaledTranslation(0, GAP / 72, ax.get_figure(root=True).dpi_scale_trans)
        self._small = ax.text(
            0, 1, "", transform=ax.transAxes + up, size=SMALL, va="bottom", linespacing=LINE,
            color=look.ink, alpha=0.75, gid="topic", in_layout=False,
        )  # fmt: skip

    @property
    def topic(self) -> str:
        """What stands below the findings."""
        return " ".join(self._lines)

    @property
    def detail(self) -> str:
        """The same without what it is about."""
        return " ".join(one.detail for one in self.said)

    def fit(self, ax: Axes) -> None:
        """Set both for the width of the axes; who has set another title since has it alone."""
        if self._set not in (None, ax.get_title()):
            self.give_way()
            return
        left, across = at_left(ax) * self._alone, room(ax)[0]
        width, size, begin = SNUG * (across + left), "medium", -left / across
        if any("\n" in fitted(finding, size, width, "bold") for finding in self.findings):
            size = SMALL
        title = "\n".join(fitted(finding, size, width, "bold") for finding in self.findings)
        below = _below(self._lines, width)
        if len(self.said) > 1 and LINE * points(SMALL) * (below.count("\n") + 1) > MOST * _height(ax):
            below = _below(_lines([one._replace(detail="") for one in self.said], ON_LARGER), width)
        topic = LINE * points(SMALL) * (below.count("\n") + 1) + 2 * GAP
        self._small.set(text=below, x=begin)
        ax.set_title(title, x=begin, y=1, ha="left", size=size, weight="bold", linespacing=LINE, pad=topic)
        self._set = title
        self.height = topic + LINE * points(size) * (title.count("\n") + 1) + 1

    def give_way(self) -> None:
        """Leave what is above the chart to another head."""
        self.height = 0.0
        self._small.set_text("")


def _lines(said: list[Said], at_last: str = "") -> list[str]:
    """Return what stands below the findings: of one chart all in one, of several what is common to them first."""
    if len(said) == 1:
        return [" ".join(filter(None, [one.example, one.topic, one.detail])) for one in said]
    if len({one.topic for one in said}) > 1:
        return [*(one.named(one.example, one.topic, one.detail) for one in said), at_last]
    return [
        f"{said[0].topic} {at_last}".strip(),
        *filter(None, [one.named(one.example, one.detail) for one in said]),
    ]


def _below(lines: list[str], width: float) -> str:
    return "\n".join(fitted(line, SMALL, width) for line in lines if line)


def _height(ax: Axes) -> float:
    """Return the points that a chart has with its words: the height of its row, or of the figure."""
    figure, place = ax.get_figure(root=True), ax.get_subplotspec()
    return float(figure.get_size_inches()[1]) * 72 / (place.get_gridspec().nrows if place else 1)
