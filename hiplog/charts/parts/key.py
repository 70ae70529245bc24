"""The key: what the marks of a chart mean that do not say it themselves, in as many columns as have room."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import same_color
from matplotlib.lines import Line2D

from hiplog.charts.parts.looks import WITH_BAR
from hiplog.charts.parts.text import SMALL, points, room, width_of

HANDLE_EM = 2.6  # what an entry's mark and the space after it take, in sizes of its font
MOST = 0.46  # of the height of the axes, for more than one entry
LINE = 1.45  # of a size, from line to line
THIN = 1.5  # points, of a line that is said to be
PALE = 0.6  # opacity of a mark that is said to be
LETTERS = {"x": "x", "*": "☆", "D": "◆", "o": "●", "s": "■", "|": "|", ".": "·", "$]$": "]", "(2, 0, -45)": "╲"}
LETTERS |= {str(WITH_BAR): "●|", ">": "▷", "<": "◁"}
OPEN = {"D": "◇", "o": "○", "s": "□"}
HALVES = {"left": "◧", "right": "◨", "bottom": "⬓"}
_REST = " more, on a larger chart"
STYLE: dict[str, Any] = {
    "frameon": False, "handlelength": 1.8, "borderaxespad": 0, "borderpad": 0.2, "handletextpad": 0.6,
    "columnspacing": 1.2, "labelspacing": 0.35,
}  # fmt: skip


class Key:
    """The entries inside the axes, at the top; on a small chart the first, which matter most, and a count."""

    def __init__(self, ax: Axes, entries: list[Artist]) -> None:
        self._entries = [*_there_already(ax, entries), *entries]
        self._set: list[str] = []
        self._legend: object = None

    def fit(self, ax: Axes) -> float:
        """Set it, unless it was changed since, and return the share of the axes' height that it takes."""
        if not self._entries or (self._legend is not None and ax.get_legend() is not self._legend):
            return 0.0
        (width, height), size = room(ax), points(SMALL)
        entries, columns, lines = fitting(self._entries, width, (MOST * height / size - 1) / LINE)
        said = [str(columns), *(str(entry.get_label()) for entry in entries)]
        if said != self._set:
            self._legend = ax.legend(handles=entries, loc="upper left", ncols=columns, fontsize=size, **STYLE)
            self._set = said
        return min(0.7, (lines * LINE + 1) * size / height)

    def take(self, ax: Axes) -> list[Artist]:
        """Take the key off the axes, and return its entries."""
        entries, self._entries = self._entries, []
        if legend := ax.get_legend():
            legend.remove()
        return entries


def in_sight(entries: list[Artist], ax: Axes) -> list[Artist]:
    """Return the entries of a key but for those of marks and lines that are out of sight as the axes are now."""
    are_in_sight: dict[str, bool] = {}
    for line in ax.lines:
        are_in_sight[_look(line)] = are_in_sight.get(_look(line), False) or _is_in_sight(line, ax)
    return [entry for entry in entries if are_in_sight.get(_look(entry), True)]


def in_words(entries: Iterable[Artist]) -> str:
    """Return what a key says, as a sentence: each label once, behind what it is of."""
    labels = {str(entry.get_label()): f"{_shape(entry)} = {entry.get_label()}" for entry in entries}
    return f"In the charts: {'; '.join(labels.values())}." if labels else ""


def _look(artist: Artist) -> str:
    """Return what is alike in an entry and in what it is of: the marker, open or filled, or how wide a line is."""
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


def fitting(entries: list[Artist], width: float, most_lines: float) -> tuple[list[Artist], int, int]:
    """Return the entries that have room in so many lines, `width` points wide, their columns and their lines.

    Of those that have none, which are the last ones, the last entry says how many there are.
    """
    for n in range(len(entries), 0, -1):
        rest = [_rest(len(entries) - n)] if n < len(entries) else []
        shown, columns, lines = _arranged(entries[:n], rest, width)
        if lines <= most_lines:
            return shown, columns, lines
    return entries[:1], 1, columns_of(entries[:1], width)[1]


def _arranged(entries: list[Artist], rest: list[Artist], width: float) -> tuple[list[Artist], int, int]:
    """Return the entries as given, or the long ones first if that takes fewer lines: of like widths more fit."""
    widths = {id(entry): width_of(str(entry.get_label()), SMALL) for entry in entries}
    long_first = sorted(entries, key=lambda entry: widths[id(entry)] < np.mean([*widths.values()]))
    orders = [[*order, *rest] for order in (entries, long_first)]
    return min(((order, *columns_of(order, width)) for order in orders), key=lambda order: order[2])


def _rest(n: int) -> Artist:
    return Line2D([], [], ls="none", label=f"{n}{_REST}")


def _is_rest(entry: Artist) -> bool:
    return str(entry.get_label()).endswith(_REST)


def columns_of(entries: list[Artist], width: float) -> tuple[int, int]:
    """Return the most columns in which the entries fit into `width` points, and their lines of text."""
    labels = [str(entry.get_label()) for entry in entries]
    width_em = width / points(SMALL)
    widths = np.array([width_of(label, 10) / 10 + HANDLE_EM for label in labels])
    for columns in range(len(labels), 0, -1):
        parts = np.array_split(np.arange(len(labels)), columns)
        if sum(widths[part].max() for part in parts) + 1.2 * (columns - 1) + 0.6 <= width_em:
            break
    return columns, max(sum(labels[i].count("\n") + 1 for i in part) for part in parts)
