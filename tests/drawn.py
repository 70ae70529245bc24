"""What a chart shows, read back from its artists."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D


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
