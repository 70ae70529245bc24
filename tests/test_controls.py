import io
from base64 import b64decode
from html import escape
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from diaries import diary
from PIL import Image

import hiplog
from hiplog.charts.pictures import Picture
from hiplog.controls import DayEditor, HoldEditor, ImportForm, ReportForm, explore
from hiplog.controls.chart import figure_of
from hiplog.schema import LogError, conform
from hiplog.timer import HoldTimer

HOLDS = conform(
    pd.DataFrame(
        {
            "started_at": pd.to_datetime(
                ["2026-03-04 07:10", "2026-03-04 07:13", "2026-06-05 07:10", "2026-06-06 07:10"]
            ),
            "exercise": ["hip_balance", "hip_balance", "hip_balance", "quad_stretch"],
            "side": ["left", "right", "left", "left"],
            "hold_s": [30.0, 40.0, 35.0, 50.0],
        }
    )
)
HIP_BALANCE = HOLDS[:3]
PNG = b"\x89PNG"


@pytest.fixture
def log(tmp_path):
    return hiplog.Log(tmp_path / "log.sqlite").begin()


def shown(chart):
    """Return the choices of a chart that are on the screen, and its picture."""
    choices = [choice for choice in (chart.exercise, chart.span) if choice.layout.display != "none"]
    return choices, chart


def test_a_chart_is_drawn_again_when_another_exercise_is_chosen():
    (exercise, _), chart = shown(explore(hiplog.plot_progress, HOLDS))
    first = chart.picture.png
    exercise.value = "quad_stretch"
    assert (first[:4], chart.picture.png[:4]) == (PNG, PNG)
    assert first != chart.picture.png


def test_a_span_leaves_the_last_days_on_the_chart():
    first, last = figure_of(hiplog.plot_progress, HOLDS, "hip_balance", 28, {})[0].axes[0].get_xlim()
    assert last - first > 28  # with room for the names of the curves
    end = (HOLDS["started_at"].max() - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)
    assert end - 31 < first < end - 27


def test_the_last_days_of_a_log_of_years_are_on_the_chart():
    figure, _ = figure_of(hiplog.plot_progress, diary(1200), "hip_balance", 28, {})
    last = (diary(1200)["started_at"].max() - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)
    first, end = figure.axes[0].get_xlim()
    assert first < last - 25
    assert last < end < last + 15  # where the names of the curves stand


def test_only_what_there_is_to_choose_is_offered():
    one_exercise, _ = shown(explore(hiplog.plot_progress, HIP_BALANCE))
    no_days, _ = shown(explore(hiplog.plot_hold_probability, HIP_BALANCE))
    assert ([box.description for box in one_exercise], no_days) == (["Show"], [])


def test_a_chart_of_no_holds_can_be_shown():
    assert explore(hiplog.plot_balance, HOLDS[:0]).picture.png[:4] == PNG


def test_the_marks_of_a_log_are_offered_where_days_are_compared(log):
    log.add(HOLDS)
    log.mark("2026-03-01", "a new mattress")
    log.mark("2026-04-02", "three times a day")
    day, asked = HOLDS["started_at"].iloc[-1].date(), []

    def plot(holds, *, exercise, at=None, diary=None, ax=None):
        asked.append(at)
        return hiplog.plot_progress(holds, exercise=exercise, ax=ax)

    chart = explore(plot, log, at=day)
    assert [name for name, _ in chart.at.options] == [
        str(day),
        "three times a day, 2 Apr 2026",
        "a new mattress, 1 Mar 2026",
    ]
    chart.at.value = "2026-03-01"
    assert asked == [day, "2026-03-01"]
    newest = explore(hiplog.plot_compare, log)
    assert newest.at.value == "2026-04-02"  # where none was given
    assert newest.at.layout.display == ""
    of_one_day = explore(hiplog.plot_compare, HOLDS, at="2026-04-02")
    assert of_one_day.at.layout.display == "none"
    assert explore(hiplog.plot_compare, log, at="a new mattress").at.value == "2026-03-01"
    log.mark("2026-05-04", "a new mattress")
    days = [day for _, day in explore(hiplog.plot_compare, log, at="a new mattress").at.options]
    assert days == ["2026-05-04", "2026-04-02", "2026-03-01"]  # that of the words, and the others, newest first
    assert explore(hiplog.plot_progress, log).at.options == ()
    assert explore(hiplog.plot_compare, log, by="stretches").at.options == ()
    spans = [("2026-03-01", "2026-03-31"), ("2026-06-01", "2026-06-30")]
    assert explore(hiplog.plot_compare, log, spans=spans).at.options == ()


def test_the_page_of_all_charts_can_be_explored_and_its_days_chosen():
    (_exercise, span), chart = shown(explore(hiplog.plot_overview, HOLDS))
    first = chart.picture.png
    span.value = 28
    assert (first[:4], chart.picture.png[:4]) == (PNG, PNG)
    assert first != chart.picture.png
    page, _ = figure_of(hiplog.plot_overview, HOLDS, "hip_balance", 28, {})
    spans = {np.ptp(ax.get_xlim()) for ax in page.axes[:1]}
    assert all(28 <= span < 50 for span in spans)


def test_a_log_and_a_frame_without_an_exercise_can_be_explored(log):
    log.add(HOLDS)
    assert len(shown(explore(hiplog.plot_progress, log))[0]) == 2
    assert explore(hiplog.plot_progress, HOLDS[["started_at", "side", "hold_s"]]).picture.png[:4] == PNG


def test_what_the_chart_takes_can_be_given():
    plain = explore(hiplog.plot_practice, HOLDS)
    planned = explore(hiplog.plot_practice, HOLDS, plan=3, exercise="quad_stretch")
    assert planned.exercise.value == "quad_stretch"
    assert planned.picture.png != plain.picture.png
    with pytest.raises(LogError, match=r"^explore: exercise is 'yoga', expected one of hip_balance"):
        explore(hiplog.plot_practice, HOLDS, exercise="yoga")
    with pytest.raises(LogError, match=r"^plot_practice: plan is 9, expected a whole number"):
        explore(hiplog.plot_practice, HOLDS, plan=9)


def test_a_chart_is_dark_on_a_dark_page_and_stays_so_for_the_next(monkeypatch):
    monkeypatch.setattr("hiplog.controls.theme.Theme._last", False)
    chart = explore(hiplog.plot_practice, HOLDS)
    light = _corner(chart.picture.png)
    chart._theme.set_state({"dark": True})  # as the page tells it
    assert (light, _corner(chart.picture.png)) == ((255, 255, 255), (17, 17, 17))
    assert _corner(explore(hiplog.plot_practice, HOLDS).picture.png) == (17, 17, 17)


def _corner(png: bytes) -> tuple[int, ...]:
    return Image.open(io.BytesIO(png)).convert("RGB").getpixel((0, 0))


def test_a_chart_in_a_notebook_is_a_picture_with_its_words():
    chart = explore(hiplog.plot_practice, HOLDS).picture
    assert f'alt="{chart.words}"' in chart._repr_html_()
    assert chart._repr_png_() == (chart.png, {"alt": chart.words})
    assert "Hip balancing: days practised." in repr(chart)


@pytest.mark.parametrize("plot", [5, "progress", None, hiplog.balance, print])
def test_only_a_chart_can_be_explored(plot):
    with pytest.raises(
        LogError, match=r"^explore: plot is .*, expected a chart like hiplog.plot_progress, without brackets$"
    ):
        explore(plot, HOLDS)


def test_a_report_is_seen_as_it_is_saved_and_a_line_leads_to_it(tmp_path, monkeypatch):
    form = ReportForm(HOLDS, tmp_path)
    form._name.value = "<Anna>"
    assert "&amp;lt;Anna&amp;gt;" in form._page.value
    form._save.click()
    (path,) = tmp_path.iterdir()
    assert escape(path.read_text(encoding="utf-8")) in form._page.value
    assert f"Saved as {path.name}. The line below opens it." in form._said.value


def test_a_report_tells_what_changed_since_a_mark_of_the_log_or_a_day(log, tmp_path):
    log.add(diary(60))
    log.mark("2026-04-02", "a new mattress")
    form = ReportForm(log, tmp_path)
    assert form._compare.options == ("a new mattress",)
    form._compare.value = "a new mattress"
    assert "Before, and since: a new mattress" in form._page.value
    form._compare.value = "2026-04-05"
    assert "Before, and since: 5 Apr 2026" in form._page.value
    form._compare.value = "an old mattress"
    assert "&#x27;an old mattress&#x27;" in form._page.value
    assert form._save.disabled


def test_of_no_holds_there_is_no_report_to_save(tmp_path):
    form = ReportForm(HOLDS[:0], tmp_path)
    assert "there is no hold of this exercise" in form._page.value
    assert form._save.disabled


def test_a_report_that_cannot_be_saved_is_said_and_the_form_goes_on(tmp_path):
    form = ReportForm(HOLDS, tmp_path / "no such folder")
    form._save.click()
    assert "the report could not be made" in form._said.value
    assert not form._save.disabled


@pytest.mark.parametrize(
    ("widget", "does"),
    [
        (ImportForm, "brings a file of yours into the log"),
        (HoldEditor, "adds, corrects and removes holds"),
        (DayEditor, "adds, corrects and removes days"),
        (ReportForm, "makes a report to hand over"),
    ],
)
def test_a_saved_notebook_says_what_a_form_is_for_and_keeps_no_hold_in_that_text(widget, does, log):
    log.add(HOLDS)
    form = widget(log)
    said = f"<{widget.__name__}, which {does}: run this cell in Jupyter to use it>"
    bundle = form._repr_mimebundle_()
    assert repr(form) == bundle["text/plain"] == said
    assert f'<img alt="{escape(said)}"' in bundle["text/html"]


@pytest.mark.parametrize("widget", [ImportForm, HoldEditor, DayEditor, ReportForm, HoldTimer])
def test_a_widget_carries_a_picture_that_keeps_nothing_of_the_log(widget, log):
    log.add(HOLDS)
    of_nothing = widget(hiplog.Log(":memory:"))._repr_mimebundle_()
    of_holds = widget(log)._repr_mimebundle_()
    assert of_holds["image/png"] == of_nothing["image/png"]
    assert b64decode(of_holds["image/png"]).startswith(PNG)
    assert "application/vnd.jupyter.widget-view+json" in of_holds


def test_a_notebook_keeps_the_charts_of_a_report_as_they_were_chosen_last_or_why_there_is_none(log):
    log.add(diary(60))
    form, kept = ReportForm(log), []
    form._pictures.append(SimpleNamespace(update=lambda now, raw: kept.append(now)))
    before = form._kept
    form._weeks.value = 4
    assert kept == [form._kept]
    assert before["image/png"] != form._kept["image/png"]
    page, _ = figure_of(hiplog.plot_overview, conform(log), "hip_balance", 28, {"diary": log.diary()})
    assert form._kept["image/png"] == Picture.of(page).png
    assert f'<img alt="{escape(form._kept["text/plain"])}"' in form._kept["text/html"]
    assert "How long each side holds." in form._kept["text/plain"]
    form._compare.value = "an old mattress"
    assert "an old mattress" in form._kept["text/html"]
    assert "image/png" not in form._kept
