"""The key: what the marks of a chart mean that do not say it themselves, in as many columns as have room."""

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from hiplog.charts.parts.text import SMALL, points, room, width_of

HANDLE_EM = 2.6  # what an entry's mark and the space after it take, in sizes of its font
MOST = 0.3  # of the height of the axes, for more than one entry
STYLE: dict[str, Any] = {
    "frameon": False, "handlelength": 1.8, "borderaxespad": 0, "borderpad": 0.2, "handletextpad": 0.6,
    "columnspacing": 1.2, "labelspacing": 0.35,
}  # fmt: skip


class Key:
    """The entries inside the axes, at the top; on a small chart only the first, which matter most."""

    def __init__(self, ax: Axes, entries: list[Artist]) -> None:
        self._entries = [*_there_already(ax, entries), *entries]
        self._set = (0, 0)
        self._legend: object = None

    def fit(self, ax: Axes) -> float:
        """Set it, unless it was changed since, and return the share of the axes' height that it takes."""
        if not self._entries or (self._legend is not None and ax.get_legend() is not self._legend):
            return 0.0
        (width, height), size = room(ax), points(SMALL)
        n, columns, share = self._most(width, height / size)
        if (n, columns) != self._set:
            self._legend = ax.legend(
                handles=self._entries[:n], loc="upper left", ncols=columns, fontsize=size, **STYLE
            )
            self._set = (n, columns)
        return share

    def _most(self, width: float, height_em: float) -> tuple[int, int, float]:
        """Return how many entries have room, in how many columns, and the share of the height that they take."""
        for n in range(len(self._entries), 0, -1):
            columns, lines = columns_of(self._entries[:n], width)
            share = (lines * 1.45 + 1) / height_em
            if share <= MOST:
                break
        return n, columns, min(0.7, share)


def _there_already(ax: Axes, entries: list[Artist]) -> list[Artist]:
    """Return the other entries of a key that the axes have, as where one chart is drawn on another."""
    legend, labels = ax.get_legend(), {entry.get_label() for entry in entries}
    there = legend.legend_handles if legend else []
    return [entry for entry in there if entry and entry.get_label() not in labels]


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
