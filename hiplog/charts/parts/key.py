"""The key: what the marks of a chart mean that do not say it themselves, one after the other as words are."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import same_color
from matplotlib.figure import Figure, SubFigure
from matplotlib.legend import Legend
from matplotlib.legend_handler import HandlerTuple
from matplotlib.lines import Line2D
from matplotlib.offsetbox import DrawingArea, HPacker
from matplotlib.transforms import ScaledTranslation

from hiplog.charts.parts.looks import PAIN, WITH_BAR, Look
from hiplog.charts.parts.text import SMALL, at_left, points, room, width_of

HANDLE_EM = 2.6  # what an entry's mark and the space after it take, in sizes of its font
MOST = 0.6  # of the height of the axes, for more than one entry
LINE = 1.45  # of a size, from line to line
THIN = 1.5  # points, of a line that is said to be
PALE = 0.6  # opacity of a mark that is said to be
LETTERS = {"x": "x", "D": "◆", "o": "●", "s": "■", "|": "|", ".": "·", "$]$": "]", "(2, 0, -45)": "╲"}
LETTERS |= {str(PAIN): "↯", str(WITH_BAR): "●|", ">": "▷", "<": "◁"}
OPEN = {"D": "◇", "o": "○", "s": "□"}
ALONE = "alone"  # by which marks of a day between gaps are known, for its entry is drawn in another way
HALVES = {"left": "◧", "right": "◨", "bottom": "⬓"}
_END = 0.6  # of a size, that is free at the end of a line
_PAD = 0.6  # between a mark and its label, and twice that between entries
_REST = " more, on a larger chart"
STYLE: dict[str, Any] = {
    "frameon": False, "handlelength": 1.8, "borderaxespad": 0, "borderpad": 0.2, "labelspacing": 0.35,
    "alignment": "left",
}  # fmt: skip


class Together(Artist):
    """Entries that have one label where there is little room; two marks at most stand beside each other."""

    def __init__(self, label: str, entries: list[Artist]) -> None:
        super().__init__()
        self.set_label(label)
        self.entries = entries
        self.marks = tuple(entries[:2])


class _Beside(HandlerTuple):
    def create_artists(self, legend: Legend, orig_handle: Any, *given: Any) -> Any:
        return super().create_artists(legend, orig_handle.marks, *given)


_HANDLERS = {Together: _Beside(ndivide=None, pad=0.2)}


class Key:
    """The entries inside the axes, at the top; of a chart alone on its figure they begin at the edge of that.

    A tiny chart has the first alone, which matter most, and the number of the others.
    """

    def __init__(self, ax: Axes, entries: list[Artist], look: Look) -> None:
        self._entries = [*_there_already(ax, entries), *entries]
        self._look = look
        self._set: list[Any] = []
        self._legend: Legend | None = None

    def fit(self, ax: Axes) -> float:
        """Set it, unless it was changed since, and return the share of the axes' height that it takes."""
        if not self._entries or (self._legend is not None and ax.get_legend() is not self._legend):
            return 0.0
        (width, height), size = room(ax), points(SMALL)
        left = 0.0 if self._look.is_clear else at_left(ax)  # the axis would be seen through it
        lines = fitting(self._entries, width + left, (MOST * height / size - 1) / LINE)
        said = [left, *([str(entry.get_label()) for entry in line] for line in lines)]
        if said != self._set:
            self._legend = set_key(ax, lines, **self._place(ax, left))
            self._legend.set_in_layout(False)
            self._set = said
        return min(0.7, (len(lines) * LINE + 1) * size / height)

    def _place(self, ax: Axes, left: float) -> dict[str, Any]:
        """Return where it stands, so many points to the left of the axes, and that it hides the axis there."""
        shift = ScaledTranslation(-left / 72, 0, ax.get_figure(root=True).dpi_scale_trans)
        where = {"bbox_to_anchor": (0, 1), "bbox_transform": ax.transAxes + shift}
        paper = {"frameon": not self._look.is_clear, "facecolor": self._look.page, "edgecolor": "none"}
        return {"loc": "upper left", "framealpha": 1, "fancybox": False} | where | paper

    def take(self, ax: Axes) -> list[Artist]:
        """Take the key off the axes, and return its entries."""
        entries, self._entries = self._entries, []
        if legend := ax.get_legend():
            legend.remove()
        return entries


def in_brief(entries: Iterable[Artist], brief: Mapping[str, str]) -> list[Artist]:
    """Return the entries for little room: those with one label in `brief` together, with "" not at all."""
    parted: dict[str, list[Artist]] = {}
    for entry in entries:
        label = str(entry.get_label())
        parted.setdefault(brief.get(label, label), []).append(entry)
    return [same[0] if len(same) == 1 else Together(label, same) for label, same in parted.items() if label]


def in_sight(entries: list[Artist], ax: Axes) -> list[Artist]:
    """Return the entries of a key but for those of marks and lines that are out of sight as the axes are now."""
    are_in_sight: dict[str, bool] = {}
    for line in ax.lines:
        are_in_sight[_look(line)] = are_in_sight.get(_look(line), False) or _is_in_sight(line, ax)
    return [entry for entry in entries if are_in_sight.get(_look(entry), True)]


def in_words(entries: Iterable[Artist], of: str = "In the charts") -> str:
    """Return what a key says of some charts, as a sentence: each label once, behind what it is of."""
    labels = {str(entry.get_label()): f"{_shape(entry)} = {entry.get_label()}" for entry in entries}
    return f"{of}: {'; '.join(labels.values())}." if labels else ""


def _look(artist: Artist) -> str:
    """Return what is alike in an entry and in what it is of: the marker, open or filled, or how wide a line is."""
    if artist.get_gid() == ALONE:
        return ALONE
    if not isinstance(artist, Line2D):
        return "band"
    return f"{'open ' * _is_open(artist)}{_mark(artist)}" if _mark(artist) else f"{artist.get_linewidth():g}"


def _is_in_sight(line: Line2D, ax: Axes) -> bool:
    """Return whether any of a line is drawn within the days that are shown; what is of no days always is."""
    first, last = ax.get_xlim()
    days, heights = (np.asarray(along, dtype="float") for along in line.get_data(orig=False))
    is_of_days, _ = line.get_transform().contains_branch_seperately(ax.transData)
    is_shown = (days >= first) & (days <= last) if is_of_days else np.full(days.shape, True)
    return line.get_visible() and bool((is_shown & np.isfinite(heights)).any())


def _mark(artist: Artist) -> str:
    """Return the marker of a line, or nothing."""
    marker = artist.get_marker() if isinstance(artist, Line2D) else ""
    return "" if marker in (None, "None", "none", " ") else str(marker)


def _is_open(line: Line2D) -> bool:
    """Return whether a round, square or diamond mark is not filled with its own colour."""
    face = line.get_markerfacecolor()
    return _mark(line) in OPEN and (str(face).lower() == "none" or not same_color(face, line.get_color()))


def _shape(entry: Artist) -> str:
    """Return what an entry's mark looks like, as a letter or in words."""
    if not isinstance(entry, Line2D):
        return "band"
    if not _mark(entry):
        style = {":": "dotted", "--": "dashed"}.get(str(entry.get_linestyle()))
        return f"{style or ('thin' if entry.get_linewidth() < THIN else 'thick')} line"
    half = entry.get_fillstyle() if entry.get_fillstyle() in HALVES else ""
    thick = "thick " * (entry.get_markeredgewidth() > THIN)
    letter = HALVES.get(half) or (OPEN if _is_open(entry) else LETTERS)[_mark(entry)]
    return f"{thick}{'pale ' * ((entry.get_alpha() or 1) < PALE)}{letter}"


def _there_already(ax: Axes, entries: list[Artist]) -> list[Artist]:
    """Return the other entries of a key that the axes have, as where one chart is drawn on another."""
    legend, labels = ax.get_legend(), {entry.get_label() for entry in entries}
    there = [entry for entry in legend.legend_handles if entry] if legend else []
    return [entry for entry in there if str(entry.get_label()) not in labels and not _is_rest(entry)]


def fitting(entries: list[Artist], width: float, most_lines: float) -> list[list[Artist]]:
    """Return the entries in lines `width` points wide: those that have room in so many lines.

    Of those that have none, which are the last ones, the last entry says how many there are. Entries that stand
    together stand by themselves where they are wider than a line.
    """
    entries = [each for entry in entries for each in _parted(entry, width)]
    for n in range(len(entries), 0, -1):
        rest = [_rest(len(entries) - n)] if n < len(entries) else []
        lines = _in_lines([*entries[:n], *rest], width)
        if len(lines) <= most_lines:
            return lines
    return [entries[:1]]


def _parted(entry: Artist, width: float) -> list[Artist]:
    is_too_wide = _wide(entry) > width - _END * points(SMALL)
    return entry.entries if is_too_wide and isinstance(entry, Together) else [entry]


def _wide(entry: Artist) -> float:
    return width_of(str(entry.get_label()), SMALL) + HANDLE_EM * points(SMALL)


def _in_lines(entries: list[Artist], width: float) -> list[list[Artist]]:
    """Return the entries as they follow each other in lines so wide, as words do."""
    lines: list[list[Artist]] = []
    left = 0.0
    for entry in entries:
        wide = _wide(entry)
        if not lines or wide > left:
            lines.append([])
            left = width - _END * points(SMALL)
        lines[-1].append(entry)
        left -= wide + 2 * _PAD * points(SMALL)
    return lines


def set_key(on: Axes | Figure | SubFigure, lines: list[list[Artist]], **given: Any) -> Legend:
    """Set a key with these lines. A legend has but columns, which are as wide as their widest entry."""
    entries = [entry for line in lines for entry in line]
    legend = on.legend(handles=entries, ncols=1, fontsize=points(SMALL), handler_map=_HANDLERS, **STYLE | given)
    box = legend.get_children()[0]
    title, columns = box.get_children()
    marked = (each.get_children() for each in columns.get_children()[0].get_children())  # a mark and its label
    # No box in another that can do without: each that is drawn measures all that it holds anew.
    rows = [[part for _ in line for part in (*next(marked), DrawingArea(0, 0))][:-1] for line in lines]
    box.get_children()[:] = [title, *(HPacker(sep=_PAD * points(SMALL), children=row) for row in rows)]
    box.set_figure(legend.get_figure())
    return legend


def _rest(n: int) -> Artist:
    return Line2D([], [], ls="none", label=f"{n}{_REST}")


def _is_rest(entry: Artist) -> bool:
    return str(entry.get_label()).endswith(_REST)
