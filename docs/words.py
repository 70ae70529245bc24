"""Write `docs/words.md`: what hiplog says, all of it in its places, said by hiplog itself.

    .venv/bin/python docs/words.py

The timer's words have a page of their own, made by `tests/timer/test_timer_sentences.py`.
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import click
import ipywidgets as widgets
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.parts.canvas import Layout
from hiplog.cli import main
from hiplog.controls import DayEditor, HoldEditor, ImportForm, MarkEditor, PlanEditor, ReportForm
from hiplog.schema import Diary
from hiplog.verdicts.comparison import compare_in_words

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))
from diaries import diary  # noqa: E402

PAGE = HERE / "words.md"
DATA = HERE.parent / "data"
BEGIN = """# What hiplog says

All that the charts, the summary, the comparison, the report, the forms and the command say, each in its place, to
be read once as somebody would who sees it for the first time. What the [timer says](timer_words.md) stands on a
page of its own. Made by hiplog itself, of logs that nobody held: `python docs/words.py`.
"""
PLOTS: list[Callable[..., Any]] = [
    hiplog.plot_progress,
    hiplog.plot_balance,
    hiplog.plot_hold_probability,
    hiplog.plot_practice,
    hiplog.plot_pain,
]
MARKS = pd.DataFrame({"day": ["2026-05-01"], "words": ["a new mattress"]})


def _pauses() -> Diary:
    ill = pd.DataFrame({"day": pd.date_range("2026-04-15", periods=22).astype(str), "reason": "ill"})
    sore = pd.DataFrame({"day": ["2026-05-20", "2026-06-10"], "pain": [6, 7]})
    return Diary(days=pd.concat([ill, sore]), marks=MARKS)


def _rest() -> tuple[pd.DataFrame, Diary]:
    rest = pd.DataFrame({"day": ["2026-04-08"], "reason": ["rest"]})
    plans = pd.DataFrame({"day": ["2026-03-04"], "plan": [1]})
    return diary(40, pause=[35]), Diary(days=rest, plans=plans)


def logs() -> Iterator[tuple[str, pd.DataFrame, Diary, str]]:
    """Yield what each log is, its holds, what is said beside them, and the present day."""
    grown = diary(112, typical_s=(50, 73), growth_s=0.4).assign(note=None)
    grown["pain_before"] = np.where(grown["started_at"] < "2026-04-01", 5.0, 2.0)
    grown["pain_after"] = grown["pain_before"] - 1
    stopped = diary(40)
    stopped.loc[[70, 75], "ended"] = "pain"
    stopped.loc[[60], "ended"] = "interrupted"
    yield "No hold yet", diary(1)[:0], Diary(), "2026-03-04"
    yield "Three sessions", diary(3), Diary(), "2026-03-06"
    yield "The left side alone", diary(76, sides=("left",)), Diary(), "2026-05-18"
    yield "Every hold reaches its target", diary(30, typical_s=(400, 420)), Diary(), "2026-04-02"
    yield "Sides that are even", diary(70, typical_s=(70, 70), growth_s=0), Diary(), "2026-05-12"
    yield "Sixteen weeks in which holds grow longer and pain goes down", grown, Diary(), "2026-06-23"
    yield (
        "Pauses, a mark, days with pain, and two weeks since",
        diary(100, pause=range(40, 64)),
        _pauses(),
        "2026-06-24",
    )
    yield "Holds that pain ended", stopped, Diary(), "2026-04-12"
    held_out = diary(56, typical_s=(400, 420))
    held_out.loc[[61, 64, 80, 102], ["hold_s", "ended"]] = 100.0, "let_go"
    yield "Nearly every hold reaches its target, in two months", held_out, Diary(), "2026-04-28"
    soon = diary(90, typical_s=(40, 150), growth_s=1.6)
    yield "Both sides come to reach their target", soon, Diary(), "2026-06-01"
    late = diary(1).assign(started_at=pd.Timestamp("2029-03-04T07:00"), hold_id=None)
    yield "A mistyped year", pd.concat([diary(20), late], ignore_index=True), Diary(), "2029-03-04"
    yield "A rest among the last days in a row", *_rest(), "2026-04-12"
    yield "No target", diary(40, target_s=np.nan).assign(ended="let_go"), Diary(), "2026-04-12"


def written() -> str:
    """Return the page as hiplog says it now."""
    parts = [BEGIN, "## Charts and summary\n"]
    for name, holds, said, today in logs():
        parts += [f"### {name}\n", *_charts(holds, said, today)]
        parts += [_listed("Summary", hiplog.summary(holds, diary=said, today=today).sentences)]
    parts += ["## The example\n", *_charts(hiplog.example(), Diary(), "2026-11-01")]
    parts += [_listed("Summary", hiplog.summary(hiplog.example(), today="2026-11-01").sentences)]
    parts += ["## Comparison\n", *_comparisons()]
    with tempfile.TemporaryDirectory() as folder:
        parts += ["## Report\n", *_report(Path(folder)), "## Forms\n", *_forms(Path(folder))]
    return "\n".join([*parts, "## Command\n", *_commands(main, "hiplog")]).rstrip() + "\n"


def _charts(holds: pd.DataFrame, said: Diary, today: str) -> Iterator[str]:
    for plot in PLOTS:
        ax = Figure(figsize=(7.2, 4.2)).subplots()
        given: dict[str, Any] = {} if plot is hiplog.plot_hold_probability else {"diary": said}
        plot(holds, ax=ax, **given | ({"today": today} if plot is hiplog.plot_practice else {}))
        layout = ax.get_axes_locator()
        assert isinstance(layout, Layout)
        finding, *about = [line for line in layout.said if line]
        names = [text for text in _texts(ax) if text != finding]
        key = (
            [" ".join(text.get_text().split()) for text in ax.get_legend().get_texts()] if ax.get_legend() else []
        )
        yield _listed(finding, filter(None, [*about, "; ".join(names), "; ".join(key)]))


def _texts(ax: Any) -> list[str]:
    """Return the words within the axes, but for those of a calendar's months and the stamp."""
    within = [text for text in ax.texts if text.get_gid() not in ("topic", "stamp")]
    words = [" ".join(text.get_text().split()) for text in within]
    axis = [ax.get_xlabel(), ax.get_ylabel()]
    return [each for each in (*words, *axis) if len(each) > 1 and not re.fullmatch(r"[A-Z][a-z]{2} \d{4}", each)]


def _comparisons() -> Iterator[str]:
    log = diary(100)
    log.loc[log["started_at"] >= "2026-05-01", "hold_s"] *= 1.3
    log["hold_s"] = log["hold_s"].clip(upper=120)
    for name, holds in (("A day with two months before it and six weeks since", log), ("Ten days", log[:20])):
        rows = hiplog.compare(holds, at="2026-05-01")
        yield _listed(name, compare_in_words(rows))
        ax = hiplog.plot_compare(holds, at="2026-05-01", ax=Figure(figsize=(7.2, 4.2)).subplots())
        names = [label.get_text() for label in ax.get_yticklabels()]
        yield _listed("Its chart", filter(None, [*ax.get_axes_locator().said, "; ".join(names), *_texts(ax)[-1:]]))


def _report(folder: Path) -> Iterator[str]:
    path = hiplog.write_report(
        diary(60), folder / "report.html", today="2026-05-03", compare_since="2026-04-05", sessions=False
    )
    page = re.sub(r"(?s)<(style|svg|head)\b.*?</\1>", "", path.read_text("utf-8"))
    page = re.sub(r"</(th|td|dt)>", ": ", page)
    for tag, text in re.findall(r"(?s)<(h1|h2|h3|p|li|dd|caption|tr|figcaption)\b[^>]*>(.*?)</\1>", page):
        words = " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split()).replace(" :", ":").strip(": ")
        if words:
            yield f"\n**{words}**\n" if tag in ("h1", "h2", "h3") else f"- {words}"


def _forms(folder: Path) -> Iterator[str]:
    log = hiplog.Log(folder / "my_log.sqlite").begin()
    log.add(diary(9))
    log.mark("2026-03-10", "a new mattress")
    for editor in (HoldEditor, DayEditor, PlanEditor, MarkEditor):
        yield _listed(editor.__name__, _said(editor(log), folder))
    form = ImportForm(log)
    yield _listed("ImportForm", _said(form, folder))
    for name in ("hand_kept_notes.csv", "none.csv"):
        form._begin(DATA / name)
        yield _listed(f"ImportForm, with {name}", _said(form, folder))
    yield _listed("ReportForm", _said(ReportForm(diary(9), folder), folder))


def _said(form: widgets.Widget, folder: Path) -> list[str]:
    """Return what stands on a form, from its first field to its last."""
    said = []
    for each in _every(form):
        hidden = isinstance(each, widgets.DOMWidget) and each.layout.display == "none"
        if hidden or not hasattr(each, "description"):
            continue
        value = each.value if isinstance(each, widgets.HTML) else ""
        value = re.sub(r"(?s)<iframe.*?</iframe>|<style.*?</style>", "", value)
        words = unescape(re.sub(r"<[^>]*>", " ", value)).replace("\u200b", "")
        options = getattr(each, "_options_labels", ()) if not isinstance(each, widgets.Combobox) else ()
        parts = [
            each.description,
            words,
            getattr(each, "placeholder", "").replace("\u200b", ""),
            " / ".join(options[:8]),
        ]
        text = ": ".join(" ".join(part.split()) for part in parts if part and part.strip())
        said += [text.replace(str(folder), "…").replace(str(DATA), "…")] if text else []
    return said


def _every(form: widgets.Widget) -> Iterator[widgets.Widget]:
    """Yield a form's fields, in the order in which they stand, but for those in a box that is not shown."""
    yield form
    if form.layout.display != "none":
        for child in getattr(form, "children", ()):
            yield from _every(child)


def _commands(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    said = [param.help for param in command.params if isinstance(param, click.Option) and param.help]
    yield _listed(name, [" ".join((command.help or "").split()), *said])
    for each in getattr(command, "commands", {}).values():
        yield from _commands(each, f"{context.info_name} {each.name}")


def _listed(head: str, lines: Any) -> str:
    return "\n".join([f"**{head}**\n", *(f"- {line}" for line in lines), ""])


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
