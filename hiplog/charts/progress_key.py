"""What the marks and lines of the chart of progress are."""

from typing import Any

import pandas as pd
from matplotlib.artist import Artist

from hiplog.charts.now import BEYOND, is_beyond
from hiplog.charts.parts import looks
from hiplog.charts.parts.looks import PAIN
from hiplog.exercise import SIDES
from hiplog.verdicts.typical import target_in_words

WIDE, TARGET = 2.2, 0.9  # points, of a curve, and of the target
# Where there is little room: colour and name at the end of each curve tell the sides apart.
BRIEF = {
    f"{before}{side}{after}": said
    for before, after, said in (
        ("a ", " hold; line: typical", "a hold; line: typical"),
        ("a ", " hold", "a hold"),
        ("", ": typical", "typical"),
        ("", ", in part your word", "in part your word"),
    )
    for side in SIDES
} | dict.fromkeys(("ended by pain", "interrupted"), "ended by pain; interrupted")


def key_of(points: pd.DataFrame, curve: pd.DataFrame, now: pd.DataFrame, look: looks.Look) -> list[Artist]:
    """Return what there is on the chart that does not say what it means."""
    kinds = points["kind"].unique()
    entries = _entries_of_sides(points, curve, look)
    if "pain" in kinds:
        entries.append(look.entry("ended by pain", ls="none", marker=PAIN, ms=7, mfc=look.page))
    if "interrupted" in kinds:
        entries.append(look.entry("interrupted", ls="none", marker="x", ms=5))
    if points["target_s"].nunique() > 1:  # else its tick is at the axis
        entries.append(look.entry("the target then", lw=TARGET))
    entries += _beyond_entry(points, curve, now, look)
    return [*entries, look.range_entry()] if curve["median_s"].notna().any() else entries


def _entries_of_sides(points: pd.DataFrame, curve: pd.DataFrame, look: looks.Look) -> list[Artist]:
    """Return what each side's marks and curve are; two people's on one chart differ by colour, not by mark."""
    entries: list[Artist] = []
    for side in SIDES:
        kinds = points.loc[points["side"] == side, "kind"]
        mark: dict[str, Any] = {"color": None if look.label else look.colours[side], "marker": looks.MARKERS[side]}
        line = {"ls": looks.LINES[side], "lw": WIDE} if _has_curve(curve, side) else {"ls": "none"}
        if kinds.isin(["held", "pain"]).any():
            entries.append(look.entry(f"a {side} hold{'; line: typical' * ('lw' in line)}", ms=4, **mark, **line))
        elif "lw" in line:
            entries.append(look.entry(f"{side}: typical", **mark | {"marker": None}, **line))
        if kinds.eq("claimed").any():
            entries.append(look.entry(f"{side}, in part your word", ls="none", ms=5, mfc="none", **mark))
    return entries


def _has_curve(curve: pd.DataFrame, side: str) -> bool:
    """Return whether a side's curve has a part that does not run along the target."""
    return bool((curve["side"].eq(side) & curve["median_s"].notna() & ~curve["at_target"]).any())


def _beyond_entry(points: pd.DataFrame, curve: pd.DataFrame, now: pd.DataFrame, look: looks.Look) -> list[Artist]:
    """Return what the dashes along the target mean, in the colour of their side where that is one alone."""
    along = {*curve.loc[curve["at_target"], "side"], *(row.side for row in now.itertuples() if is_beyond(row))}
    sides = [side for side in SIDES if side in along]
    if not sides:
        return []
    target = target_in_words(*points["target_s"].dropna().unique())
    color = look.colours[sides[0]] if len(sides) == 1 else None
    return [look.entry(f"{target} or longer", color, lw=BEYOND, ls=looks.ABOVE[sides[0]])]
