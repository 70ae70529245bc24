"""What a stranger gives by mistake is refused in a sentence that says what to give."""

import re
from pathlib import Path

import pandas as pd
import pytest
from held import held
from matplotlib import pyplot as plt

import hiplog

ROWS = held(left=[50, 60, 70], right=[55, 65, 75])


@pytest.fixture
def log():
    with hiplog.Log(":memory:") as log:
        log.add(ROWS)
        yield log


@pytest.mark.parametrize(
    "given", [lambda f: [f["hold_id"][0]], lambda f: f["hold_id"], lambda f: f, lambda f: None]
)
def test_what_is_no_id_is_not_called_a_damaged_file(log, given):
    with pytest.raises(
        hiplog.LogError, match=r"^change: the id is (a list|a Series|a DataFrame|None), expected a text"
    ):
        log.change(given(log.holds()), hold_s=40)
    for method in (log.remove, log.versions):
        with pytest.raises(hiplog.LogError, match=f"^{method.__name__}: the id is a list, expected a text"):
            method([[1]])
    with pytest.raises(hiplog.LogError, match="hold_id cannot be changed"):
        log.change(log.holds()["hold_id"][0], hold_id="another")
    assert len(log) == 6


def test_nothing_is_removed_where_one_of_the_ids_is_of_nothing(log):
    ids = log.holds()["hold_id"]
    with pytest.raises(hiplog.LogError, match=r"^remove: there is no hold, day, plan or mark x, expected ids"):
        log.remove([ids[0], "x"])
    assert len(log) == 6
    assert log.remove(ids[:2]) == 2
    assert log.remove([]) == 0
    with pytest.raises(hiplog.LogError, match=r"^remove: the id is 0, expected a text such as"):
        log.remove(log.holds().index)
    with pytest.raises(hiplog.LogError, match=r"^remove: the id is nan, expected a text such as"):
        log.remove(pd.DataFrame({"hold_id": [ids[0], None]}))


def test_a_day_to_come_is_refused_and_one_that_was_said_already_is_told(log):
    with pytest.raises(hiplog.LogError, match=r"^days, row 0: day is 1 Jan 9000, which is still to come"):
        log.add_days(pd.DataFrame({"day": ["9000-01-01"], "pain": [3]}))
    assert log.add_days(pd.DataFrame({"day": ["2026-03-01"], "pain": [3]})) == 1
    for days in (1, 2):
        to_come = pd.DataFrame({"day": [pd.Timestamp.now().normalize() + pd.Timedelta(days=days)], "pain": [3]})
        with pytest.raises(hiplog.LogError, match=r"which is still to come, expected one that has been, or today"):
            log.add_days(to_come)
    with pytest.warns(UserWarning, match=r"^add_days: 0 new, 1 not added.*log\.change\(day_id, \.\.\.\) corrects"):
        log.add_days(pd.DataFrame({"day": ["2026-03-01"], "pain": [2]}))
    assert log.days()["pain"].tolist() == [3]


def test_a_log_is_written_as_csv_under_no_other_name(log, tmp_path):
    with pytest.raises(hiplog.LogError, match=r"log\.xlsx: expected a name that ends in \.csv"):
        log.export_csv(tmp_path / "log.xlsx")
    assert not [*tmp_path.iterdir()]
    assert log.export_csv(tmp_path / "holds.2026").name == "holds.2026"  # a dot is no format


@pytest.mark.parametrize(
    ("name", "there_is"), [("to_csv", "export_csv"), ("delete", "remove"), ("exprt_csv", "export_csv")]
)
def test_what_others_call_what_a_log_can_do_leads_to_its_name(log, name, there_is):
    with pytest.raises(AttributeError, match=f"^a Log has no attribute '{name}'; there is {there_is}"):
        getattr(log, name)
    assert not hasattr(log, "_repr_html_")
    with pytest.raises(AttributeError, match=r"^a Log has no attribute 'dict'$"):  # and not __dict__
        log.dict  # noqa: B018


def test_an_export_that_was_read_as_a_table_leads_to_read_log(log, tmp_path):
    log.add_days(pd.DataFrame({"day": ["2026-03-01"], "pain": [3]}))
    rows = pd.read_csv(log.export_csv(tmp_path / "log.csv"))
    with pytest.raises(hiplog.LogError, match=r"^holds: column record has day, hold: .*hiplog\.read_log\(path\)"):
        hiplog.typical_hold(rows)
    assert len(hiplog.sessions(rows[rows["record"] == "hold"]))
    assert len(hiplog.sessions(ROWS.assign(record=range(6))))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: hiplog.Log(5), "Log: path is a int, expected the path of a file"),
        (lambda: hiplog.Study(ROWS), "Study: source is a DataFrame, expected the path of a folder"),
        (
            lambda: hiplog.write_report("r.pdf", ROWS),
            "write_report: path is a DataFrame, expected the holds first",
        ),
        (
            lambda: hiplog.HoldTimer(hiplog.Log),
            "HoldTimer: log is the class Log, expected a log, like hiplog.Log(",
        ),
        (lambda: hiplog.HoldEditor("x"), "HoldEditor: log is 'x', expected a log, like hiplog.Log('x')"),
        (lambda: hiplog.DayEditor(ROWS), "DayEditor: log is a DataFrame, expected a log"),
        (lambda: hiplog.log_or_example("x"), "log_or_example: log is 'x', expected a log, like hiplog.Log('x')"),
        (lambda: hiplog.asymmetry("a", 60), "asymmetry: left or right is no number"),
        (lambda: hiplog.asymmetry([1, 2], [1]), "asymmetry: left has 2 values, right 1, expected as many"),
        (
            lambda: hiplog.asymmetry({"a": 60}, 60),
            "asymmetry: left or right is a dict, expected seconds over 0",
        ),
        (
            lambda: hiplog.asymmetry(*(of["hold_s"] for _, of in ROWS.groupby("side"))),
            "asymmetry: left and right have different indexes, expected the same in both, or arrays",
        ),
        (
            lambda: hiplog.ImportForm("old.csv"),
            "log is 'old.csv', expected a log, like hiplog.Log('holds.",
        ),
        (lambda: hiplog.ImportForm("holds.db"), "log is 'holds.db', expected a log, like hiplog.Log('holds.db')"),
        (lambda: hiplog.ReportForm(ROWS, 3), "ReportForm: folder is a int, expected the path of a folder"),
        (lambda: hiplog.compare(ROWS, spans=3), "compare: spans is 3, expected two, each a first and a last day"),
        (lambda: hiplog.compare(ROWS, by=ROWS), "compare: by is a DataFrame, expected one of "),
        (lambda: hiplog.HoldTimer(hiplog.Log(":memory:"), voice=ROWS), "voice is a DataFrame, expected one of "),
        (lambda: hiplog.read_log("x", year=ROWS), "year is a DataFrame, expected a year like 2024"),
        (
            lambda: hiplog.plot_people(pd.DataFrame()),
            "plot_people: people is a frame without the columns of people",
        ),
        (lambda: hiplog.plot_dropout(ROWS), "plot_dropout: people is a frame without the columns of people"),
        (
            lambda: hiplog.balance(ROWS, exercise="stretches"),
            "expected one of them: hamstring_stretch or quad_stretch",
        ),
        (lambda: hiplog.balance(ROWS, since="3 months"), 'in days or weeks like "90 days" or "12 weeks", or None'),
        (lambda: hiplog.Log(":memory:").begin().restore("nofile"), "nofile is not there, expected a backup"),
        (
            lambda: hiplog.Log(":memory:").begin().restore("."),
            " is no file, expected a backup: log.saved_backups()",
        ),
    ],
)
def test_a_thing_of_another_kind_is_refused_in_a_sentence(call, said):
    with pytest.raises(hiplog.LogError, match=re.escape(said)):
        call()


FIRST = {
    "a word": "x",
    "nothing": "",
    "a number": 3,
    "a truth": True,
    "None": None,
    "a list": [1],
    "a dict": {"a": 1},
    "bytes": b"x",
    "a path": Path("nowhere.csv"),
    "a frame": pd.DataFrame({"a": [1, 2]}),
    "a series": pd.Series([1.0]),
    "a function": print,
    "a class": hiplog.Log,
}
MEANT = {"Log": {"a word", "a path"}, "asymmetry": {"a number", "a truth", "None", "a list", "a series"}}
FURTHER = {"asymmetry": (60,), "save_chart": ("a.svg",), "write_report": ("a.html",), "explore": (ROWS,)}


@pytest.mark.parametrize("name", [name for name in hiplog.__all__ if name not in ("LogError", "example")])
def test_whatever_is_given_first_is_refused_in_one_sentence_and_nothing_is_left(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for what in FIRST.keys() - MEANT.get(name, set()):
        with pytest.raises(hiplog.LogError, match=r"expected|this is a folder") as refused:
            getattr(hiplog, name)(FIRST[what], *FURTHER.get(name, ()))
        assert "\n" not in str(refused.value)
        assert len(str(refused.value).replace(str(tmp_path), "")) < 250
    assert [*tmp_path.iterdir()] == []
    assert plt.get_fignums() == []


def test_a_study_and_a_chart_are_no_people_and_no_measure(tmp_path):
    hiplog.Log(tmp_path / "ann.sqlite").add(ROWS)
    study = hiplog.Study(tmp_path)
    with pytest.raises(hiplog.LogError, match=r"^plot_people: people is a Study, expected study\.people\(\)$"):
        hiplog.plot_people(study)
    with pytest.raises(hiplog.LogError, match=r"^Study\.each: plot_balance returns a Axes, expected a measure"):
        study.each(hiplog.plot_balance)


def test_a_summary_tells_of_a_mistyped_year():
    mistyped = pd.concat([ROWS, ROWS.assign(started_at="2099-01-09T07:10")])
    assert "of 9 Jan 2099 in the end: all that is told of the last days ends there." in str(
        hiplog.summary(mistyped)
    )
    assert "holds of days to come" in str(hiplog.summary(ROWS, today="2020-01-01"))
    assert "ends there" not in str(hiplog.summary(ROWS))


@pytest.mark.parametrize("method", ["backup", "export_csv", "restore", "next_restore"])
@pytest.mark.parametrize("given", [5, None, True, [1], ROWS], ids=lambda given: type(given).__name__)
def test_what_is_no_path_is_refused_by_each_method_of_a_log_that_takes_one(log, method, given):
    with pytest.raises(
        hiplog.LogError, match=f"^{method}: path is a {type(given).__name__}, expected the path of a"
    ):
        getattr(log, method)(given)


def test_what_is_no_diary_is_refused_where_holds_are_added(log):
    with pytest.raises(
        hiplog.LogError, match=r"^add: diary is a DataFrame, expected a Diary, like log\.diary\(\)"
    ):
        log.add(ROWS, diary=ROWS)
    assert len(log) == 6


def test_a_sentence_has_no_place_in_memory_and_no_second_line(log):
    with pytest.raises(hiplog.LogError, match=r"^balance: days is a object, expected a whole number"):
        hiplog.balance(ROWS, days=object())
    with pytest.raises(
        hiplog.LogError, match=r"there is no hold, day, plan or mark a\\nb, expected the id of one"
    ):
        log.change("a\nb", hold_s=40)


@pytest.mark.parametrize("given", [5, ["x"], ROWS], ids=lambda given: type(given).__name__)
def test_what_is_expected_of_a_step_is_what_the_log_said(log, tmp_path, given):
    for of, call in (
        ("undo", lambda: log.undo(expect=given)),
        ("redo", lambda: log.redo(expect=given)),
        ("restore", lambda: log.restore(log.backup(tmp_path / "copy.sqlite"), expect=given)),
    ):
        with pytest.raises(
            hiplog.LogError, match=rf"^{of}: expect is .*, expected what log\.next_{of}\(\w*\) returned"
        ):
            call()
    assert len(log) == 6
