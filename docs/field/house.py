"""Draw the rooms of the package, with an arrow for each import that no other way replaces.

Where a box lies is said here by hand, so that no two arrows cross; the arrows are the code's own.
"""

import ast

from matplotlib import pyplot as plt
from test_imports import MODULES, imported

import hiplog

# A box's rooms (two that need the same share one), how far it is from the left and the bottom, and what it is for.
BOXES = {
    ("cli",): (6.9, 5, "the command hiplog"),
    ("study",): (3.0, 4, "many people's logs"),
    ("controls",): (5.3, 4, "forms of the notebooks"),
    ("report",): (4.4, 3, "a page to hand over"),
    ("charts", "sentences"): (4.4, 2, "pictures, and a summary"),
    ("timer",): (2.1, 1, "the widget"),
    ("verdicts",): (3.6, 1, "what a number says"),
    ("places",): (5.3, 1, "where it hurts"),
    ("examples",): (6.85, 1, "the example log"),
    ("reminders",): (9.1, 1, "a calendar file"),
    ("log",): (0.5, 0, "one SQLite file"),
    ("measures",): (2.6, 0, "from holds to numbers"),
    ("reading",): (5.7, 0, "any file to holds"),
    ("lab",): (7.9, 0, "the reader's folder"),
    ("jupyter",): (9.6, 0, "settings for Voila"),
}
BETWEEN = r",\ "  # of the names in a box, in bold letters
ROOMS = {module.split(".")[0] for module in MODULES} - {"__init__", "__main__"}
GROUND = ROOMS - {room for box in BOXES for room in box}  # what any room may stand on; these arrows are not drawn


def needs() -> dict[str, set[str]]:
    """Return which rooms each room imports from, or takes a public name from."""
    found: dict[str, set[str]] = {room: set() for room in ROOMS}
    for module, path in MODULES.items():
        room = module.split(".")[0]
        if room in ROOMS:
            source = path.read_text(encoding="utf-8")
            names = imported(source, module) | public_names(source)
            found[room] |= {name.split(".")[0] for name in names} & ROOMS - {room}
    return found


def public_names(source: str) -> set[str]:
    """Return where what the source uses as `hiplog.balance` is at home."""
    used = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute))
    return {
        hiplog._HOME_OF.get(node.attr, node.attr)
        for node in used
        if isinstance(node.value, ast.Name) and node.value.id == "hiplog"
    }


def reached(room: str, arrows: dict[str, set[str]]) -> set[str]:
    """Return all rooms that a room needs, by whatever way."""
    return arrows[room].union(*(reached(other, arrows) for other in arrows[room]))


def direct(room: str, arrows: dict[str, set[str]]) -> set[str]:
    """Return the rooms that a room needs, without the ground and what is reached by way of another."""
    return arrows[room] - GROUND - set().union(*(reached(other, arrows) for other in arrows[room]))


def arrows_of_boxes() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the arrows, from box to box."""
    arrows = needs()
    home = {room: box for box in BOXES for room in box}
    return sorted({(home[room], home[other]) for room in home for other in direct(room, arrows)})


def draw() -> None:
    """Draw the house."""
    _, ax = plt.subplots(figsize=(9, 6.6), layout="constrained")
    style = {"boxstyle": "round,pad=0.45", "facecolor": "#eef4f8", "edgecolor": "#0072B2"}
    beside = {"ha": "center", "va": "center", "linespacing": 1.4, "size": "small"}
    shown = {
        box: ax.text(x, y, f"$\\bf{{{BETWEEN.join(box)}}}$\n{what}", bbox=style, **beside).get_bbox_patch()
        for box, (x, y, what) in BOXES.items()
    }
    for box, other in arrows_of_boxes():
        ends = {"patchA": shown[box], "patchB": shown[other], "shrinkA": 1, "shrinkB": 2}
        line = {"arrowstyle": "-|>", "color": "0.35", "linewidth": 1.1, "mutation_scale": 13}
        ax.annotate("", BOXES[other][:2], BOXES[box][:2], arrowprops=ends | line)
    ground = f"Any room may stand on these:\n{' · '.join(sorted(GROUND))}"
    ax.text(5.05, -0.95, ground, wrap=True, bbox=style | {"facecolor": "#f4f4f4", "edgecolor": "0.5"}, **beside)
    ax.set(xlim=(-0.3, 10.4), ylim=(-1.3, 5.35))
    ax.axis("off")


if __name__ == "__main__":
    draw()
