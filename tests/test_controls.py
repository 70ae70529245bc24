import io
from html import escape

import numpy as np
import pandas as pd
import pytest
from diaries import diary
from PIL import Image

import hiplog
from hiplog.controls import HoldEditor, ImportForm, ReportForm, explore
from hiplog.controls.chart import _drawn
from hiplog.schema import LogError, conform

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


def written(folder, text):
    path = folder / "old.csv"
    path.write_text(text, encoding="utf-8")
    return path


def typed(log, path):
    """Return a form into which the path of a file was typed."""
    form = ImportForm(log)
    form._typed.value = str(path)
    return form


def uploaded(log, name, content):
    form = ImportForm(log)
    file = {"name": name, "type": "text/csv", "size": len(content), "content": memoryview(content)}
    form._upload.set_trait("value", (file | {"last_modified": pd.Timestamp(0, tz="UTC").to_pydatetime()},))
    return form


def columns(form):
    return {box.description: box for box in form._columns.children}


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
    first, last = _drawn(hiplog.plot_progress, HOLDS, "hip_balance", 28, {})[0].axes[0].get_xlim()
    assert last - first == 28


def test_the_last_days_of_a_log_of_years_are_on_the_chart():
    figure, _ = _drawn(hiplog.plot_progress, diary(1200), "hip_balance", 28, {})
    last = (diary(1200)["started_at"].max() - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)
    first, end = figure.axes[0].get_xlim()
    assert first < last - 25
    assert last < end < last + 2


def test_only_what_there_is_to_choose_is_offered():
    one_exercise, _ = shown(explore(hiplog.plot_progress, HIP_BALANCE))
    no_days, _ = shown(explore(hiplog.plot_hold_probability, HIP_BALANCE))
    assert ([box.description for box in one_exercise], no_days) == (["Show"], [])


def test_a_chart_of_no_holds_can_be_shown():
    assert explore(hiplog.plot_balance, HOLDS[:0]).picture.png[:4] == PNG


def test_the_page_of_all_charts_can_be_explored_and_its_days_chosen():
    (_exercise, span), chart = shown(explore(hiplog.plot_overview, HOLDS))
    first = chart.picture.png
    span.value = 28
    assert (first[:4], chart.picture.png[:4]) == (PNG, PNG)
    assert first != chart.picture.png
    page, _ = _drawn(hiplog.plot_overview, HOLDS, "hip_balance", 28, {})
    assert {np.ptp(ax.get_xlim()) for ax in page.axes if "How long" in ax.get_title()} == {28}


def test_a_log_and_a_frame_without_an_exercise_can_be_explored(log):
    log.add(HOLDS)
    assert len(shown(explore(hiplog.plot_progress, log))[0]) == 2
    assert explore(hiplog.plot_progress, HOLDS[["started_at", "side", "hold_s"]]).picture.png[:4] == PNG


def test_what_the_chart_takes_can_be_given():
    plain = explore(hiplog.plot_practice, HOLDS)
    planned = explore(hiplog.plot_practice, HOLDS, plan=3, exercise="quad_stretch")
    assert planned.exercise.value == "quad_stretch"
    assert planned.picture.png != plain.picture.png
    with pytest.raises(LogError, match=r"^plot_practice: plan is 9, expected a whole number"):
        explore(hiplog.plot_practice, HOLDS, plan=9)


def test_a_chart_is_dark_on_a_dark_page_and_stays_so_for_the_next(monkeypatch):
    monkeypatch.setattr("hiplog.controls.theme.Theme._last", False)
    chart = explore(hiplog.plot_practice, HOLDS)
    light = _corner(chart.picture.png)
    chart._theme.dark = True
    assert (light, _corner(chart.picture.png)) == ((255, 255, 255), (17, 17, 17))
    assert _corner(explore(hiplog.plot_practice, HOLDS).picture.png) == (17, 17, 17)


def _corner(png: bytes) -> tuple[int, ...]:
    return Image.open(io.BytesIO(png)).convert("RGB").getpixel((0, 0))


def test_a_chart_in_a_notebook_is_a_picture_with_its_words():
    chart = explore(hiplog.plot_practice, HOLDS).picture
    assert f'alt="{chart.words}"' in chart._repr_html_()
    assert chart._repr_png_() == (chart.png, {"alt": chart.words})
    assert repr(chart).startswith("Hip balancing: days practised.")


@pytest.mark.parametrize("plot", [5, "progress", None, hiplog.balance, print])
def test_only_a_chart_can_be_explored(plot):
    with pytest.raises(LogError, match=r"^explore: plot is .*, expected a chart like hiplog.plot_progress"):
        explore(plot, HOLDS)


def test_a_typed_path_is_read_and_nothing_is_added_yet(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    assert "2 holds" in form._understood.value
    assert len(log.holds()) == 0


def test_a_hold_that_the_log_has_otherwise_is_named_by_the_form(tmp_path, log):
    log.add(pd.DataFrame([{"started_at": "2026-03-04T07:10", "side": "left", "hold_s": 60.0}]))
    path = log.export_csv(tmp_path / "mine.csv")
    path.write_text(path.read_text().replace(",60,", ",61,").replace("T07:10", "T17:10"))
    form = typed(log, path)
    form._add.click()
    assert (
        "your log has another hold of the same id (left, 4 Mar 2026, 17:10, 61 s here, and left, 4 Mar 2026, "
        "07:10, 60 s in the log)"
    ) in form._said.value


def test_holds_of_two_people_cannot_be_added_and_the_form_says_why(tmp_path, log):
    form = typed(log, written(tmp_path, "patient,date,side,seconds\nA,2026-01-02,L,62\nB,2026-01-02,L,31\n"))
    assert form._add.disabled
    assert "several people" in form._said.value


def test_an_uploaded_file_is_read_under_its_own_name(log):
    form = uploaded(log, "mine.csv", b"date,left,right\n2026-03-04,38,31\n")
    form._add.click()
    assert log.holds()["source"].tolist() == ["mine.csv", "mine.csv"]


def test_adding_the_same_file_twice_says_that_none_was_new(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    form._add.click()
    form._add.click()
    assert "0 of 2 holds were new" in form._said.value
    assert len(log.holds()) == 2


def test_the_meaning_of_a_column_can_be_corrected(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,remark\n2026-03-04,38,31,5\n"))
    columns(form)["remark"].value = "pain"
    assert form._reading.holds["pain_after"].tolist() == [5.0, 5.0]


def test_the_order_of_day_and_month_can_be_settled(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n03/04/2026,38,31\n"))
    assert form._add.disabled
    form._dates.value = True
    assert form._reading.holds["started_at"].dt.month.tolist() == [4, 4]


def test_what_was_chosen_for_one_file_is_forgotten_with_the_next(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n03/04/2026,38,31\n"))
    form._dates.value = True
    (tmp_path / "next.csv").write_text("date,right,left\n04/05/2026,38,31\n", encoding="utf-8")
    form._typed.value = str(tmp_path / "next.csv")
    assert form._dates.value is None


def test_the_columns_that_are_offered_are_those_of_the_file_chosen_last(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    (tmp_path / "next.csv").write_text("Datum,rechts,links\n2026-05-04,38,31\n", encoding="utf-8")
    form._typed.value = str(tmp_path / "next.csv")
    assert [column.description for column in form._columns.children] == ["Datum", "rechts", "links"]


def test_refused_rows_are_saved_beside_the_log_and_read_again_when_mended(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,1:3x\n"))
    form._save.click()
    saved = tmp_path / "old_rejected.csv"
    saved.write_text(saved.read_text(encoding="utf-8").replace("1:3x", "31"), encoding="utf-8")
    assert sorted(hiplog.read_log(saved).holds["hold_s"]) == [31.0, 38.0]


def test_a_file_that_is_no_log_is_one_sentence_and_nothing_can_be_added(tmp_path, log):
    form = typed(log, tmp_path / "nowhere.csv")
    assert "nowhere.csv" in form._understood.value
    assert form._add.disabled


def test_markup_in_a_file_is_shown_as_text(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,<img src=x>,31\n"))
    shown = form._understood.value + typed(log, tmp_path / "<img src=x>")._understood.value
    assert "&lt;img" in shown
    assert "<img" not in shown


def test_a_file_whose_columns_are_not_understood_is_read_once_they_are_told(tmp_path, log):
    form = typed(log, written(tmp_path, "date,A,B\n2026-03-04,38,31\n"))
    assert "no column could be a hold, among date, A, B" in form._understood.value
    boxes = {box.description: box for box in form._columns.children}
    boxes["A"].value, boxes["B"].value = "left", "right"
    assert "read 2 holds from 1 row" in form._understood.value
    assert not form._add.disabled


def test_a_column_that_may_be_the_other_side_can_be_told_to_be_it(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,rgt hip,mood\n2026-03-04,38,31,fine\n"))
    boxes = {box.description: box for box in form._columns.children}
    boxes["rgt hip"].value = "right"
    assert "read 2 holds from 1 row" in form._understood.value


def test_refused_rows_that_are_being_mended_are_not_written_over(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,1:3x\n"))
    (tmp_path / "old_rejected.csv").write_text("half mended")
    form._save.click()
    assert "old_rejected_2.csv" in form._said.value
    assert (tmp_path / "old_rejected.csv").read_text() == "half mended"
    assert (tmp_path / "old_rejected_2.csv").stat().st_mode & 0o077 == 0


def test_refused_rows_that_cannot_be_saved_are_one_sentence(tmp_path, log, monkeypatch):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,1:3x\n"))
    monkeypatch.setattr("os.open", no_room)
    form._save.click()
    assert "could not be saved" in form._said.value
    assert "No space left on device" in form._said.value


def no_room(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "name", ["..", ".", "", "a" * 300 + ".csv", "../../x.csv", "C:\\notes\\x.csv", "\0.csv", "\U0001f600" * 99]
)
def test_whatever_an_uploaded_file_is_called_it_is_read(log, name):
    form = uploaded(log, name, b"date,left,right\n2026-03-04,38,31\n")
    form._add.click()
    assert len(log.holds()) == 2


def test_nothing_of_an_uploaded_file_stays_but_what_is_added(log, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    form = uploaded(log, "mine.csv", b"date,left,right,remark\n2026-03-04,38,31,5\n")
    columns(form)["remark"].value = "pain"  # it is read once more
    assert form._reading.holds["pain_after"].tolist() == [5.0, 5.0]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("hiplog-")] == []
    assert form._upload.value == ()


def test_no_mathematics_is_made_of_a_header(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,cost $x$ \\(y\\)\n2026-03-04,38,31,5\n"))
    (name,) = [name for name in columns(form) if name.startswith("cost")]
    assert not {"$", "\\"} & {*name}
    columns(form)[name].value = "pain"
    assert form._reading.holds["pain_after"].tolist() == [5.0, 5.0]


def test_holds_that_the_log_has_otherwise_are_told(tmp_path, log):
    typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))._add.click()
    path = log.export_csv(tmp_path / "out.csv")
    path.write_text(path.read_text().replace(",38,", ",39,"))
    form = typed(log, path)
    form._add.click()
    assert "0 of 2 holds were new" in form._said.value
    assert "1 were not added: your log has another hold of the same id" in form._said.value


def test_a_report_is_seen_as_it_is_saved_and_a_line_leads_to_it(tmp_path, monkeypatch):
    form = ReportForm(HOLDS, tmp_path)
    form._name.value = "<Anna>"
    assert "&amp;lt;Anna&amp;gt;" in form._page.value
    form._save.click()
    (path,) = tmp_path.iterdir()
    assert escape(path.read_text(encoding="utf-8")) in form._page.value
    assert path.name in form._said.value


def test_of_no_holds_there_is_no_report_to_save(tmp_path):
    form = ReportForm(HOLDS[:0], tmp_path)
    assert "there is no hold of this exercise" in form._page.value
    assert form._save.disabled


def test_a_report_that_cannot_be_saved_is_said_and_the_form_goes_on(tmp_path):
    form = ReportForm(HOLDS, tmp_path / "no such folder")
    form._save.click()
    assert "the report could not be made" in form._said.value
    assert not form._save.disabled


@pytest.mark.parametrize("widget", [ImportForm, HoldEditor, ReportForm])
def test_a_saved_notebook_keeps_no_hold_in_the_text_of_a_form(widget, log):
    log.add(HOLDS)
    assert repr(widget(log)) == f"<{widget.__name__}: run this cell to use it>"
