"""Draw the rooms of the package in layers, with an arrow for each import that no other way replaces."""

from collections import defaultdict

from matplotlib import pyplot as plt
from test_imports import MODULES, imported

ROOMS = {module.split(".")[0] for module in MODULES} - {"__init__", "__main__"}


def needs() -> dict[str, set[str]]:
    """Return which rooms each room imports from."""
    found: dict[str, set[str]] = {room: set() for room in ROOMS}
    for module, path in MODULES.items():
        room = module.split(".")[0]
        if room in ROOMS:
            names = imported(path.read_text(encoding="utf-8"), module)
            found[room] |= {name.split(".")[0] for name in names} & ROOMS - {room}
    return found


def reached(room: str, arrows: dict[str, set[str]]) -> set[str]:
    """Return all rooms that a room needs, by whatever way."""
    return arrows[room].union(*(reached(other, arrows) for other in arrows[room]))


def layer(room: str, arrows: dict[str, set[str]]) -> int:
    """Return how many rooms lie below one another under a room."""
    return max((layer(other, arrows) + 1 for other in arrows[room]), default=0)


def draw() -> None:
    """Draw the house."""
    arrows = needs()
    below = {room: set().union(*(reached(other, arrows) for other in arrows[room])) for room in ROOMS}
    direct = {room: arrows[room] - below[room] for room in ROOMS}
    storeys = defaultdict(list)
    for room in sorted(ROOMS):
        storeys[layer(room, arrows)].append(room)
    place = {
        room: ((i + 0.5) / len(rooms), storey) for storey, rooms in storeys.items() for i, room in enumerate(rooms)
    }
    _, ax = plt.subplots(figsize=(9, 1.0 * len(storeys)), layout="constrained")
    box = {"boxstyle": "round,pad=0.4", "facecolor": "#eef4f8", "edgecolor": "#0072B2"}
    for room, (x, y) in place.items():
        for other in direct[room]:
            line = {"arrowstyle": "->", "color": "0.55", "shrinkA": 12, "shrinkB": 12}
            ax.annotate("", place[other], (x, y), arrowprops=line)
        ax.text(x, y, room, ha="center", va="center", bbox=box, size="medium")
    ax.set(xlim=(0, 1), ylim=(-0.5, len(storeys) - 0.5))
    ax.axis("off")


draw()
