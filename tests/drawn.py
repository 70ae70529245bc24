"""What a chart shows, read back from its artists."""

from collections.abc import Iterable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D

# What lines are that look like others, or whose entry in the key does.
MEANS = {"typical": "typical of 28 days, its range", "single holds": "19 of 20 holds within"}
MEANS["alone"] = "a day alone, its range"


def lines(ax: Axes, **look) -> list[Line2D]:
    """Return the drawn lines that have these properties, like marker="o"."""
    return [line for line in ax.lines if all(getattr(line, f"get_{name}")() == is_ for name, is_ in look.items())]


def words(ax: Axes) -> list[str]:
    """Return the words within the axes: names of curves, of months, of marks; not what stands above."""
    texts = [text for text in ax.texts if text.get_gid() not in ("topic", "stamp")]
    return [text.get_text() for text in texts if text.get_text()]


def topic(ax: Axes) -> str:
    """Return what stands below the finding, on one line."""
    (text,) = [text for text in ax.texts if text.get_gid() == "topic" and text.get_text()]
    return " ".join(text.get_text().split())


def finding(ax: Axes) -> str:
    """Return the title, on one line."""
    return " ".join(ax.get_title().split())


def key(ax: Axes) -> list[str]:
    """Return the entries of the key, none where there is none."""
    legend = ax.get_legend()
    return [text.get_text() for text in legend.get_texts()] if legend else []


def lanes(ax: Axes) -> dict[str, float]:
    """Return where each lane lies that has a name at the axis."""
    ticks = zip(ax.get_yticks(), ax.get_yticklabels(), strict=True)
    named = {label.get_text(): y for y, label in ticks}
    return {name: y for name, y in named.items() if not name.rstrip(" %").replace(".", "").lstrip("-").isdigit()}


def unnamed(ax: Axes, entries: Iterable[Line2D]) -> list[str]:
    """Return how those marks and lines look that no entry of the key, no name at an end and no tick says."""
    entries = [entry for entry in entries if isinstance(entry, Line2D)]
    in_key, labels = {looks_like(entry) for entry in entries}, {entry.get_label() for entry in entries}
    seen = [line for line in ax.lines if is_seen(line, ax)]
    return [
        f"{line.get_gid() or looks_like(line)} in {line.get_color()}"
        for line in seen
        if not (MEANS[line.get_gid()] in labels if line.get_gid() in MEANS else looks_like(line) in in_key)
        and not has_tick(line, ax)
        and not (line.get_marker() == "None" and has_name(line, ax))
        and not (line.get_transform() is ax.get_xaxis_transform() and "| " in in_key)
    ]


def looks_like(line: Line2D) -> str:
    """Return the marker, with whether it is filled or half so, or how wide the line is."""
    if line.get_marker() == "None":
        return f"{line.get_linewidth():g}"
    if line.get_fillstyle() not in ("full", "none"):
        return f"{line.get_marker()} {line.get_fillstyle()}"
    face = line.get_markerfacecolor()
    is_open = (isinstance(face, str) and face == "none") or to_rgb(face) != to_rgb(line.get_color())
    return f"{line.get_marker()} {'open' if is_open and line.get_marker() in tuple('osD') else ''}"


def is_seen(line: Line2D, ax: Axes) -> bool:
    """Return whether any of a line is there, within the limits where it has a place across."""
    across, up = (np.asarray(along, dtype=float) for along in line.get_data(orig=False))
    is_there = np.isfinite(across) & np.isfinite(up)
    if line.get_transform().contains_branch_seperately(ax.transData)[0]:
        is_there &= (across >= ax.get_xlim()[0]) & (across <= ax.get_xlim()[1])
    return line.get_visible() and bool(is_there.any())


def has_tick(line: Line2D, ax: Axes) -> bool:
    """Return whether a line, or its marks, lie level with a tick that says what is there: a lane, or a number."""
    ends = [(line.get_ydata(), ax.get_yticks()), (line.get_xdata(), ax.get_xticks())]
    return any(len(set(np.asarray(at, dtype=float))) == 1 and float(at[0]) in ticks for at, ticks in ends)


def has_name(line: Line2D, ax: Axes) -> bool:
    """Return whether there are words of a line's colour, which is nearer to the ink in words, or one of them."""
    ink = np.array(to_rgb(ax.title.get_color()))
    near = [0.75 * np.array(to_rgb(line.get_color())) + 0.25 * ink, np.array(to_rgb(line.get_color()))]
    colours = [to_rgb(text.get_color()) for text in ax.texts if text.get_text() and hasattr(text, "xyann")]
    return any(np.allclose(colour, each) for colour in colours for each in near)
