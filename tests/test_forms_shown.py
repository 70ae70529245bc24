"""All that the forms show, in one text: each field with its name, its place, and what it offers.

    .venv/bin/python tests/test_forms_shown.py

writes `forms_shown.txt` beside this file anew. What changed there is to be read as a person would see it.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import ipywidgets as widgets
import pandas as pd

import hiplog
from hiplog.controls import chart

PAGE = Path(__file__).with_name("forms_shown.txt")
APART = ("options", "children", "index", "layout", "style", "tooltip", "step", "dark")
HOLDS = """date,time,left,right,pain before,pain,remark
2026-03-04,07:10,38.5,1:31,4,,5
2026-03-05,07:12,40,3x,,1,
2026-03-06,,,,,3,
total,,99,99,,,
"""
NOT_UNDERSTOOD = "date,A,B\n2026-03-04,38,31\n"
OF_TWO = "who,date,side,seconds\nAnn,2026-01-02,L,62\nBen,2026-01-02,L,31\n"


def outline(widget: widgets.Widget, seen: set[str], depth: int = 0) -> Iterator[str]:
    """Yield a line for a widget and for each in it; what was written out before is not written out again."""
    margin, parts = "  " * depth, (widget, getattr(widget, "layout", None), getattr(widget, "style", None))
    differs = ", ".join(f"{name} {value!r}" for part in parts for name, value in set_of(part))
    yield f"{margin}{type(widget).__name__} {brief(differs, seen)}".rstrip()
    if options := widget.has_trait("options") and widget.options:
        written = " | ".join(map(str, options))
        yield f"{margin}  {'as before' if written in seen else written}"
        seen.add(written)
    for child in getattr(widget, "children", ()):
        yield from outline(child, seen, depth + 1)


def set_of(part: widgets.Widget | None) -> Iterator[tuple[str, object]]:
    """Yield what is set of a widget, a layout or a style: nothing that ipywidgets' own have anyway."""
    for name, trait in part.traits().items() if part is not None else ():
        value = getattr(part, name)
        is_own = not type(part).__module__.startswith("ipywidgets.")
        is_told = name == "value" or (trait.metadata.get("sync") and name not in APART)
        if is_told and not name.startswith("_") and value not in (None, ""):
            if is_own or value != trait.default_value:
                yield name, value


def brief(text: str, seen: set[str]) -> str:
    """Return text without a report in it, which has its own tests, and without a style that was there before."""
    text = re.sub(r'srcdoc="[^"]*"', 'srcdoc="(the report)"', text)
    for style in re.findall("<style>.*?</style>", text):
        text = text.replace(style, "(the same style)") if style in seen else text
        seen.add(style)
    return text


def log_of_all(folder: Path) -> hiplog.Log:
    """Return a log with something of each kind."""
    log = hiplog.Log(folder / "log.sqlite")
    rows = {
        "started_at": ["2026-03-04 07:10:01.5", "2026-03-04 07:13", "2026-03-05 07:10"],
        "side": ["right", "left", "left"],
        "hold_s": [40.0, 30.25, 120.0],
        "ended": ["let_go", "pain", "target"],
        "exercise": ["hip_balance", "hip_balance", "quad_stretch"],
    }
    log.add(pd.DataFrame(rows | {"pain_after": [None, 4.5, None], "note": ["stiff", None, None]}))
    log.add_days(pd.DataFrame({"day": ["2026-03-06"], "time": ["21:30"], "pain": [8], "reason": ["pain"]}))
    log.set_plan(2, since="2026-03-05")
    log.mark("2026-03-01", "a new mattress")
    log.mark("2026-03-03", "twice a day")
    log.mark("2026-03-04", "a new mattress")
    return log


def imports(folder: Path, log: hiplog.Log) -> Iterator[tuple[str, hiplog.ImportForm]]:
    """Yield the form that brings in a file, of each kind of file."""
    yield "with no file yet", hiplog.ImportForm(log)
    texts = {"understood": HOLDS, "not understood": NOT_UNDERSTOOD, "of two people": OF_TWO}
    for name, text in texts.items():
        (folder / "old.csv").write_text(text, encoding="utf-8")
        form = hiplog.ImportForm(log)
        form._typed.value = str(folder / "old.csv")
        yield f"of a file that is {name}", form
        if name == "understood":
            form._add.click()
            yield "of a file that was added", form


def forms(folder: Path) -> Iterator[tuple[str, widgets.Widget]]:
    """Yield what each form is, and the form."""
    log = log_of_all(folder)
    for editor in (hiplog.HoldEditor, hiplog.DayEditor, hiplog.PlanEditor, hiplog.MarkEditor):
        form = editor(log)
        yield f"{editor.__name__}", form
        form._which.value = form._which.options[1][1]
        form._save.click()
        yield f"{editor.__name__}, a row chosen and saved as it is", form
    report = hiplog.ReportForm(log, folder)
    yield "ReportForm", report
    report._compare.value = "nothing that is there"
    yield "ReportForm, of a mark that is not there", report
    for name, form in imports(folder, log):
        yield f"ImportForm {name}", form
    shown: list[object] = []
    chart.display, kept = lambda what, **_: shown.append(what), chart.display
    try:
        hiplog.explore(hiplog.plot_compare, log)._ipython_display_()
    finally:
        chart.display = kept
    yield "explore", shown[0]


def page() -> str:
    """Return all forms as one text."""
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        parts = [f"# {what}\n" + "\n".join(outline(form, seen)) for what, form in forms(folder)]
    text = "\n\n".join(parts).replace(repr(f"{folder}{os.sep}")[1:-1], "FOLDER/") + "\n"
    return re.sub(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "ID", text)


def test_the_forms_show_what_is_written_down():
    assert page().splitlines() == PAGE.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
