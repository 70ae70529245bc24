"""Draw every chart and every screen of the timer, at many sizes, light, dark and grey, on sheets to be looked at.

    .venv/bin/python docs/montage.py FOLDER [timer] [example] ["six holds"] ...

All of them, unless some are named. The logs are synthetic. The timer is its own page, its clock turned from screen
to screen.
"""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.figure import Figure
from PIL import Image

import hiplog
from hiplog.charts.pictures import on_a_figure
from hiplog.controls.chart import DARK
from hiplog.schema import Diary

TESTS = Path(__file__).parents[1] / "tests"
sys.path += [str(TESTS), str(TESTS / "timer")]
from diaries import diary  # noqa: E402

PLOTS: dict[str, Callable[..., Any]] = {
    "progress": hiplog.plot_progress,
    "balance": hiplog.plot_balance,
    "probability": hiplog.plot_hold_probability,
    "practice": hiplog.plot_practice,
    "pain": hiplog.plot_pain,
    "compare": hiplog.plot_compare,
}
# Pixels of a chart and of the page of all, and how many charts stand beside each other on a sheet.
SIZES = {
    "phone": ((400, 300), (400, 1300), 3),
    "paper": ((720, 420), (1020, 760), 2),
    "wide": ((1900, 700), (1900, 1100), 1),
}
ROOMS = {"phone": (390, 844), "laptop": (934, 528), "full screen": (1366, 768)}  # a laptop's, less Lab's bars
DPI, SHEET, GAP = 100, 1500, 8


def _pauses() -> Diary:
    """Return a diary with a pause, days of pain, a plan that changed, and two marks."""
    ill = pd.DataFrame({"day": pd.date_range("2026-04-15", periods=22).astype(str), "reason": "ill"})
    sore = pd.DataFrame({"day": ["2026-05-20", "2026-06-30", "2026-07-15"], "pain": [6, 7, 4]})
    plans = pd.DataFrame({"day": ["2026-03-04", "2026-07-01"], "plan": [1, 2]})
    marks = pd.DataFrame({"day": ["2026-05-01", "2026-08-01"], "words": ["new mattress", "three times a day"]})
    return Diary(days=pd.concat([ill, sore]), plans=plans, marks=marks)


def _of_pain() -> Diary:
    """Return two months of days with pain."""
    days = pd.date_range("2026-03-04", periods=60)
    pain = np.clip(np.rint(5 - np.arange(60) / 20 + np.random.default_rng(0).normal(0, 1, 60)), 0, 10)
    return Diary(days=pd.DataFrame({"day": days.astype(str), "pain": pain}))


def logs() -> Iterator[tuple[str, pd.DataFrame, Diary, str]]:
    """Yield the name of each log, its holds, what is said beside them, and a day to compare at."""
    yield "example", hiplog.example(), Diary(), "2026-05-01"
    yield "six holds", diary(3), Diary(), "2026-03-05"
    yield "left only", diary(76, sides=("left",)), Diary(), "2026-04-15"
    yield "all capped", diary(30, typical_s=(400, 420)), Diary(), "2026-03-18"
    yield "a year", diary(365, growth_s=0.08), Diary(), "2026-10-01"
    yield "ten years", diary(3650, growth_s=0.008, a_day=3), Diary(), "2030-10-01"
    yield "pain only", diary(1).assign(pain_before=np.nan, pain_after=np.nan), _of_pain(), "2026-03-04"
    pauses = [*range(40, 64), *range(110, 135), *range(180, 200)]
    yield "pauses", diary(240, pause=pauses), _pauses(), "2026-08-01"


def draw_charts(folder: Path, names: list[str]) -> None:
    """Draw the charts of each log, in each size: a sheet of all, and the page of all."""
    for name, holds, said, at in (log for log in logs() if not names or log[0] in names):
        for look, style in (("light", {}), ("dark", DARK)):
            for size, (inches, page, across) in SIZES.items():
                with rc_context(style):
                    charts = [_chart(plot, holds, said, at, inches) for plot in PLOTS.values()]
                    overview = _page(holds, said, page)
                for picture, what in ((_sheet(charts, across), "charts"), (overview, "page")):
                    _save(picture, folder / f"{what} {name}, {size}, {look}.png")
                    if look == "light":
                        _save(picture.convert("L"), folder / f"{what} {name}, {size}, grey.png")


def _chart(
    plot: Callable[..., Any], holds: pd.DataFrame, said: Diary, at: str, pixels: tuple[int, int]
) -> Image.Image:
    given: dict[str, Any] = {"at": at} if plot is hiplog.plot_compare else {}
    given |= {} if plot is hiplog.plot_hold_probability else {"diary": said}
    inches = (pixels[0] / DPI, pixels[1] / DPI)
    return _picture(on_a_figure(plot, holds, inches=inches, **given))


def _page(holds: pd.DataFrame, said: Diary, pixels: tuple[int, int]) -> Image.Image:
    figure = Figure(figsize=(pixels[0] / DPI, pixels[1] / DPI))
    return _picture(hiplog.plot_overview(holds, diary=said, figure=figure))


def _picture(figure: Any) -> Image.Image:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=DPI)
    return Image.open(stream).convert("RGB")


def take_the_timer(folder: Path) -> None:
    """Take every screen of the timer, in each size, light and dark: a sheet of each."""
    import chromium
    from playwright.sync_api import sync_playwright
    from test_timer_looks import cell, phases

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        for room, (width, height) in ROOMS.items():
            for look in ("light", "dark"):
                page = cell(browser, width, height, color_scheme=look)
                page.evaluate("() => document.body.removeAttribute('data-jp-theme-light')")
                page.add_style_tag(content=".hiplog-stage::after { display: none; }")  # no flash: the clock stands
                taken = {phase: Image.open(io.BytesIO(page.screenshot())) for phase in phases(page)}
                page.context.close()
                _save(_sheet([*taken.values()], SHEET // (width // 2)), folder / f"timer, {room}, {look}.png")
        browser.close()


def _sheet(pictures: list[Image.Image], across: int) -> Image.Image:
    """Return the pictures beside and below each other."""
    wide, high = pictures[0].size
    sheet = Image.new("RGB", (across * (wide + GAP), -(-len(pictures) // across) * (high + GAP)), "#808080")
    for i, picture in enumerate(pictures):
        sheet.paste(picture, (i % across * (wide + GAP), i // across * (high + GAP)))
    return sheet


def _save(picture: Image.Image, path: Path) -> None:
    picture.save(path)
    print(path)


if __name__ == "__main__":
    name, *what = sys.argv[1:] or sys.exit(__doc__)
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    if what != ["timer"]:
        draw_charts(folder, [each for each in what if each != "timer"])
    if not what or "timer" in what:
        take_the_timer(folder)
