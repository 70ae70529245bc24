"""What stands above a chart: what was found, in bold, and below it, small, what that is about."""

from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from hiplog.charts.parts.looks import Look
from hiplog.charts.parts.text import SMALL, at_left, fitted, points, room

SNUG = 0.94  # of the room: small letters are drawn up to a twentieth wider than their outlines
GAP = 3.0  # points, below each of the two
LINE = 1.2  # of a size, from line to line


class Head:
    """The findings, one to a line, and the topic; `height` is what they take, in points.

    They begin at the axes, or, of a chart `alone` on its figure, at the edge of that, for there is more room.
    """

    def __init__(self, ax: Axes, findings: list[str], topic: str, detail: str, look: Look, *, alone: bool) -> None:
        self.findings, self.detail, self._alone = findings, detail, alone
        self.topic = f"{topic} {detail}".strip()
        self.height = 0.0
        self._set: str | None = None
        up = ScaledTranslation(0, GAP / 72, ax.get_figure(root=True).dpi_scale_trans)
        self._small = ax.text(
            0, 1, "", transform=ax.transAxes + up, size=SMALL, va="bottom", linespacing=LINE,
            color=look.ink, alpha=0.75, gid="topic", in_layout=False,
        )  # fmt: skip

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
        below = fitted(self.topic, SMALL, width)
        topic = LINE * points(SMALL) * (below.count("\n") + 1) + 2 * GAP
        self._small.set(text=below, x=begin)
        ax.set_title(title, x=begin, ha="left", size=size, weight="bold", linespacing=LINE, pad=topic)
        self._set = title
        self.height = topic + LINE * points(size) * (title.count("\n") + 1) + 1

    def give_way(self) -> None:
        """Leave what is above the chart to another head."""
        self.height = 0.0
        self._small.set_text("")
