"""Numbers of things are said as people say them: 1 hold, 2 holds."""

import re

import pandas as pd
import pytest
from diaries import holds
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.pictures import in_words
from hiplog.counts import counted

ONE_OF_MANY = re.compile(r"\b(?<![\d:.,-])1 (?:new )?(?:holds|sessions|days|weeks|rows|notes|times|months)\b")
ONE = holds(("2026-03-04T07:00", "left", 65.0, "let_go"), ("2026-03-04T07:05", "right", 70.0, "let_go")).assign(
    pain_before=4.0, pain_after=3.0, note="low back sore", session_id="one"
)


@pytest.mark.parametrize(("n", "said"), [(0, "0 holds"), (1, "1 hold"), (2, "2 holds"), (12345, "12,345 holds")])
def test_things_are_counted_as_people_do(n, said):
    assert counted(n, "hold") == said


@pytest.mark.parametrize(("frame", "said"), [(ONE, "2 holds"), (ONE[:1], "1 hold")])
def test_a_notebook_says_how_many_holds_your_log_has(frame, said, capsys):
    with hiplog.Log(":memory:") as log:
        log.add(frame)
        assert hiplog.log_or_example(log) is log
        assert repr(log.check()) == f"The log is whole: {said}."
    assert capsys.readouterr().out == f"{said} from your log.\n"


@pytest.mark.parametrize("frame", [ONE, ONE[:1]], ids=["a session", "a hold"])
@pytest.mark.parametrize("today", ["2026-03-04", "2026-03-05", "2026-05-04"])
def test_nothing_that_is_told_of_one_session_has_its_one_thing_as_many(frame, today, tmp_path):
    days = pd.DataFrame({"day": ["2026-03-03"], "pain": [5], "reason": ["pain"]})
    diary = hiplog.schema.Diary(days=days)
    report = hiplog.write_report(frame, tmp_path / "report.html", diary=diary, today=today, sessions=True)
    told = [str(hiplog.summary(frame, today=today, diary=diary)), report.read_text(encoding="utf-8")]
    for name in ("progress", "balance", "pain", "practice", "hold_probability"):
        ax = Figure().subplots()
        told.append(in_words(getattr(hiplog, f"plot_{name}")(frame, ax=ax)))
    assert [ONE_OF_MANY.search(text)[0] for text in told if ONE_OF_MANY.search(text)] == []
