"""All that is drawn of the charts: each path, mark and word, where it stands in points and how it looks.

    .venv/bin/python tests/test_charts_drawn.py

writes `charts_drawn.txt` beside this file anew. What changed there is to be looked at as a picture.
"""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("agg")

from diaries import diary
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from written_down import differing, number, parts, write

import hiplog
from hiplog.schema import Diary, conform

PAGE = Path(__file__).with_name("charts_drawn.txt")


def in_points(x: float) -> str:
    return number(x, 2)


class Recorder(RendererBase):
    """A renderer that writes down what it is asked to draw; a pixel of it is a point."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._size = figure.bbox.size
        self.lines: list[str] = []

    def get_canvas_width_height(self):
        return tuple(self._size)

    def points_to_pixels(self, points):
        return points

    def draw_path(self, gc, path, transform, rgbFace=None):
        self._note("path", path.transformed(transform).vertices, _look(gc, rgbFace))

    def draw_markers(self, gc, marker_path, marker_trans, path, trans, rgbFace=None):
        mark = marker_path.transformed(marker_trans).get_extents()
        size = f"{len(marker_path.vertices)} corners, {in_points(mark.width)} by {in_points(mark.height)}"
        self._note(f"marks of {size}", path.transformed(trans).vertices, _look(gc, rgbFace))

    def draw_path_collection(
        self, gc, transform, paths, transforms, offsets, offset_trans, faces, edges, widths, *_, **__
    ):
        look = f"faces {_colours(faces)}, edges {_colours(edges)}, {', '.join(map(in_points, widths))} wide"
        shapes = [path.transformed(transform).vertices for path in paths]
        self._note(f"{len(shapes)} shapes", np.concatenate(shapes) if shapes else np.empty((0, 2)), look)

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
        where = f"{in_points(x)}, {in_points(self._size[1] - y)}{f', turned {angle:g}' if angle else ''}"
        font = f"{in_points(prop.get_size_in_points())} {prop.get_weight()}"
        self.lines.append(f"{s!r} at {where}: {font} {_colours([gc.get_rgb()])}")

    def draw_image(self, *_args, **_named):
        raise AssertionError("no chart has a picture in it")

    def _note(self, what: str, points: np.ndarray, look: str) -> None:
        known = points[np.isfinite(points).all(axis=1)]
        if not len(known):
            return
        ends = [
            f"({in_points(x)}, {in_points(y)})"
            for x, y in (known.min(axis=0), known.max(axis=0), known.mean(axis=0))
        ]
        self.lines.append(
            f"{what}, {len(known)} of {len(points)} points, {ends[0]} to {ends[1]}, mean {ends[2]}: {look}"
        )


def _look(gc, face: Any) -> str:
    dashes = gc.get_dashes()[1]
    dashed = f" dashed {' '.join(map(in_points, dashes))}" if dashes is not None else ""
    clip = gc.get_clip_rectangle()
    within = f", within {' '.join(map(in_points, clip.extents))}" if clip else ""
    filled = f", filled {_colours([face])}" if face is not None else ""
    return f"{_colours([gc.get_rgb()])} {in_points(gc.get_linewidth())}{dashed}{filled}{within}"


def _colours(colours: Any) -> str:
    return " ".join(dict.fromkeys(to_hex(colour, keep_alpha=True) for colour in colours)) or "none"


def of_all() -> pd.DataFrame:
    """Return a log with a hold of each kind, a pause, and a target that was changed."""
    log = diary(75, pause=range(20, 37), typical_s=(70, 84), growth_s=0.35)
    log["target_s"] = np.where(log.index < 60, 110.0, 120.0)
    log.loc[[3, 8, 90, 91], "ended"] = "pain"
    log.loc[[10, 11, 76, 77], "ended"] = "interrupted"
    log.loc[[12, 95], "claimed_s"] = 20.0
    sore = log["started_at"].between("2026-05-01", "2026-05-06")
    log.loc[sore, ["pain_before", "pain_after"]] = 9.0
    return conform(log[log.index != 100])


HOLDS = of_all()
SAID = Diary(
    days=pd.DataFrame(
        {
            "day": ["2026-03-26", "2026-03-27", "2026-03-29", "2026-05-21"],
            "time": ["21:30", None, "07:00", None],
            "pain": [7, 6, None, 3],
            "reason": ["pain", "ill", "rest", None],
        }
    ),
    plans=pd.DataFrame({"day": ["2026-03-10", "2026-04-20", "2026-05-08"], "plan": [2, 1, 3]}),
    marks=pd.DataFrame(
        {
            "day": ["2026-02-01", "2026-03-09", "2026-04-18", "2026-04-19", "2026-05-05"],
            "words": [
                "before",
                "new mattress",
                "twice a day",
                "a firmer pillow for the nights and the days",
                "$ab$",
            ],
        }
    ),
)
LONG = diary(800, growth_s=0.05, pause=range(300, 420))
OF = {"diary": SAID}
SMALL, DARK = {"figsize": (3.4, 2.6)}, {"facecolor": "#222222"}
Chart = tuple[dict[str, Any], Callable[..., Any], pd.DataFrame, dict[str, Any]]
CHARTS: dict[str, Chart] = {
    "progress": ({}, hiplog.plot_progress, HOLDS, OF | {"at": "2026-04-10"}),
    "progress, small": (SMALL, hiplog.plot_progress, HOLDS, OF),
    "progress, of many": ({}, hiplog.plot_progress, diary(800, growth_s=0.2), {"label": "Ann"}),
    "progress, all capped": ({}, hiplog.plot_progress, diary(40, typical_s=(300, 300)), {}),
    "progress, no target": (DARK, hiplog.plot_progress, diary(20, target_s=np.nan).assign(ended="let_go"), {}),
    "balance": ({}, hiplog.plot_balance, HOLDS, OF | {"at": "2026-04-18"}),
    "balance, long": (SMALL, hiplog.plot_balance, LONG, {"color": "0.4", "label": "Ann"}),
    "balance, too few": ({}, hiplog.plot_balance, diary(3), {}),
    "probability": ({}, hiplog.plot_hold_probability, HOLDS, {}),
    "probability, small": (SMALL, hiplog.plot_hold_probability, diary(40, sides=("left",)), {"days": None}),
    "practice": ({}, hiplog.plot_practice, HOLDS, OF | {"today": "2026-05-21"}),
    "practice, small": (SMALL, hiplog.plot_practice, LONG, {}),
    "practice, one side": (DARK, hiplog.plot_practice, diary(30, sides=("right",)), {"diary": SAID, "plan": 2}),
    "pain": ({}, hiplog.plot_pain, HOLDS, OF | {"at": "2026-04-10"}),
    "pain, small": (SMALL | DARK, hiplog.plot_pain, diary(130), {}),
    "pain, long": ({}, hiplog.plot_pain, LONG, {}),
    "pain, three days": ({}, hiplog.plot_pain, diary(3), {}),
    "compare": ({}, hiplog.plot_compare, diary(100), {"at": "2026-05-01"}),
    "compare, kinds": (SMALL, hiplog.plot_compare, diary(80, a_day=2)[:-61], {"by": "sessions_a_day"}),
    "compare, one side": (
        {},
        hiplog.plot_compare,
        diary(76, sides=("left",)),
        {"at": "2026-04-15", "label": "Ann"},
    ),
    "compare, too few": ({}, hiplog.plot_compare, diary(9), {"at": "2026-03-08"}),
    "overview": (
        {"figsize": (11.2, 8.4)},
        hiplog.plot_overview,
        HOLDS,
        OF | {"today": "2026-05-21", "label": "Ann"},
    ),
    "overview, constrained": (
        {"figsize": (11.2, 8.4), "layout": "constrained"},
        hiplog.plot_overview,
        LONG,
        {},
    ),
    "overview, narrow": ({"figsize": (3.8, 8)}, hiplog.plot_overview, HOLDS, OF),
    "overview, an example": ({"figsize": (8, 6)}, hiplog.plot_overview, hiplog.example(), {}),
    "an example": ({}, hiplog.plot_progress, hiplog.example(), {"since": "2026-08-01"}),
    "nothing": ({}, hiplog.plot_progress, HOLDS[:0], {}),
}


def drawn(look: dict[str, Any], plot: Callable[..., Any], holds: pd.DataFrame, given: dict[str, Any]) -> str:
    """Return what is drawn of a chart; what is the same several times in a row stands once."""
    figure = Figure(**{"dpi": 72} | look)
    where = (
        {"figure": figure} if plot is hiplog.plot_overview else {"ax": figure.subplots(subplot_kw=look_of(look))}
    )
    plot(holds, **given, **where)
    recorder = Recorder(figure)
    figure.draw(recorder)
    return "\n".join(f"{line}{f' x{n}' if n > 1 else ''}" for line, n in counted(recorder.lines))


def look_of(look: dict[str, Any]) -> dict[str, Any]:
    """Return what axes are like on a figure of such a look."""
    return {name: look[name] for name in ("facecolor",) if name in look}


def counted(lines: list[str]) -> list[tuple[str, int]]:
    return [(line, len([*same])) for line, same in groupby(lines)]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_as_is_written_down(name):
    assert [*differing(drawn(*CHARTS[name]), parts(PAGE)[name], within=0.02)] == []


if __name__ == "__main__":
    write(PAGE, {name: drawn(*chart) for name, chart in CHARTS.items()})
