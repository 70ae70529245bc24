"""One id is one hold; a correction carries what follows from it; a hold is in the session it was done in."""

import pandas as pd
import pytest

from hiplog import Log, LogError, read_log


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


def hold(name="a", **values):
    plain = {
        "hold_id": name,
        "session_id": "s",
        "started_at": "2026-03-04T07:10",
        "side": "left",
        "hold_s": 80.0,
        "target_s": 120.0,
        "ended": "let_go",
    }
    return pd.DataFrame([plain | values])


def bare(at, side="right", seconds=45.0):
    return pd.DataFrame([{"started_at": at, "side": side, "hold_s": seconds}])


def only(log):
    (found,) = log.holds().to_dict("records")
    return found


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"exercise": "quad_stretch"}, "exercise is hip_balance and quad_stretch"),
        ({"side": "right"}, "side is left and right"),
        ({"started_at": "2026-03-05T07:10"}, "started_at is 2026-03-04 07:10:00 and 2026-03-05 07:10:00"),
        ({"hold_s": 81.0}, r"hold_s is 80.0 and 81.0"),
    ],
)
def test_one_id_for_two_holds_of_a_frame_is_refused_with_both_rows(log, values, said):
    with pytest.raises(LogError, match=rf"^holds, rows 1 and 3: both have hold_id a, but {said}, expected one id"):
        log.add(pd.concat([hold("z"), hold("a"), hold("y"), hold("a", **values)]))
    assert len(log) == 0


@pytest.mark.parametrize("values", [{"hold_s": 90.0}, {"side": "right"}, {"started_at": "2026-03-05T07:10"}])
def test_another_hold_under_an_id_of_the_log_is_counted_and_not_mixed_with_it(log, values):
    log.add(hold())
    before = only(log)
    added = log.add(pd.concat([hold(**values, note="of another hold", pain_after=9), hold("b")]))
    assert (added.new, added.known, added.filled, added.different) == (1, 0, 0, 1)
    assert repr(added).startswith("1 new, 1 not added: the log has another hold of that id (")
    assert repr(added).endswith(" here, and left, 4 Mar 2026, 07:10, 80 s in the log)")
    assert log.holds().iloc[0].dropna().to_dict() == {k: v for k, v in before.items() if not pd.isna(v)}


def test_holds_that_the_log_has_otherwise_are_named_three_of_them_with_both(log):
    names = ["a", "b", "c", "d", "e"]
    log.add(pd.concat([hold(name) for name in names]))
    others = [hold("a", hold_s=90.5), hold("b", side="right"), hold("c", exercise="quad_stretch")]
    added = log.add(pd.concat(others + [hold(name, hold_s=1.0) for name in "de"]))
    assert added.which_differ == (
        "left, 4 Mar 2026, 07:10, 90.5 s here, and left, 4 Mar 2026, 07:10, 80 s in the log; "
        "right, 4 Mar 2026, 07:10, 80 s here, and left, 4 Mar 2026, 07:10, 80 s in the log; "
        "left, 4 Mar 2026, 07:10, 80 s, quad_stretch here, and "
        "left, 4 Mar 2026, 07:10, 80 s, hip_balance in the log; "
        "and 2 more"
    )
    assert (added.different, len(added.differences)) == (5, 5)


def test_adding_says_what_was_there_and_what_was_filled_in(log):
    log.add(pd.concat([hold("a"), hold("b")]))
    added = log.add(pd.concat([hold("a", note="easier"), hold("b"), hold("c")]))
    assert (added, added.known, added.filled, added.different) == (1, 2, 1, 0)
    assert [repr(added), f"{added} of 3", f"{added:,}"] == [
        "1 new, 2 already there, 1 of them filled in",
        "1 of 3",
        "1",
    ]


@pytest.mark.parametrize("came", [{"note": "worse"}, {"pain_after": 9}, {"note": "stiff", "pain_before": 1}])
def test_another_pain_or_note_of_a_known_hold_is_counted_and_the_log_keeps_its_own(log, came):
    log.add(hold(note="stiff", pain_after=3, pain_before=2))
    added = log.add(hold(**came))
    assert (added.known, added.conflicting, only(log)["note"], only(log)["pain_after"]) == (1, 1, "stiff", 3)
    assert repr(added) == "0 new, 1 already there, 1 with another pain or note, of which the log keeps its own"


def test_what_was_corrected_here_does_not_conflict_with_the_file_it_came_from(log):
    log.add(hold(note="stiff", pain_after=3))
    log.change("a", pain_after=9, note="sore")
    assert log.add(hold(note="stiff", pain_after=3)).conflicting == 0
    assert log.add(hold(note="stiff", pain_after=4)).conflicting == 1


def test_a_hold_that_was_corrected_is_still_known_for_what_it_was(log):
    log.add(hold())
    log.change("a", hold_s=60.0)
    added = log.add(hold(pain_after=3))
    assert (added.new, added.known, added.filled, added.different) == (0, 1, 1, 0)
    assert (only(log)["hold_s"], only(log)["pain_after"]) == (60, 3)


@pytest.mark.parametrize(
    ("was", "values", "ended"),
    [
        ({"hold_s": 120.0, "ended": "target"}, {"hold_s": 80.0}, "let_go"),
        ({"hold_s": 80.0}, {"hold_s": 120.0}, "target"),
        ({"hold_s": 80.0, "ended": "pain"}, {"hold_s": 60.0}, "pain"),
        ({"hold_s": 80.0, "ended": "pain"}, {"hold_s": 130.0}, "target"),
        ({"hold_s": 120.0, "ended": "target"}, {"hold_s": 80.0, "ended": "pain"}, "pain"),
        ({"hold_s": 80.0}, {"target_s": 60.0}, "target"),
        ({"hold_s": 80.0, "ended": "interrupted"}, {"side": "right"}, "interrupted"),
    ],
)
def test_why_it_ended_follows_the_seconds(log, was, values, ended):
    log.add(hold(**was))
    log.change("a", **values)
    assert only(log)["ended"] == ended


def test_a_correction_returns_all_that_it_changed(log):
    log.add(hold(hold_s=120.0, ended="target", claimed_s=100.0))
    assert log.change("a", hold_s=80.0) == {
        "hold_s": (120.0, 80.0),
        "ended": ("target", "let_go"),
        "claimed_s": (100.0, 80.0),
    }
    assert log.change("a", hold_s=80.0) == {}


def test_more_than_the_hold_cannot_be_claimed_of_it(log):
    with pytest.raises(
        LogError, match=r"^holds, row 0: claimed_s is 81 of a hold of 80 s, expected seconds over 0"
    ):
        log.add(hold(claimed_s=81.0))


def test_two_sides_added_one_after_the_other_are_one_session(log):
    log.add(bare("2026-03-04T07:00"))
    log.add(bare("2026-03-04T07:03", "left"))
    assert log.holds()["session_id"].nunique() == 1


def test_over_an_hour_later_is_another_session(log):
    log.add(bare("2026-03-04T07:00"))
    log.add(bare("2026-03-04T08:00:01", "left"))
    log.add(bare("2026-03-04T09:00:01", "left"))
    assert log.holds()["session_id"].factorize()[0].tolist() == [0, 1, 1]


def test_of_two_sessions_the_nearer_is_joined(log):
    log.add(bare("2026-03-04T07:00"))
    log.add(bare("2026-03-04T08:30"))
    log.add(bare("2026-03-04T07:40", "left"))
    assert log.holds()["session_id"].factorize()[0].tolist() == [0, 0, 1]


def test_rows_of_two_files_that_were_done_in_one_go_belong_together(log, tmp_path):
    for side, at in (("right", "07:00"), ("left", "07:03")):
        file = tmp_path / f"{side}.csv"
        file.write_text(f"date,time,side,seconds\n2026-03-04,{at},{side},40\n2026-03-05,{at},{side},41\n")
        log.add(read_log(file).holds)
    assert log.holds()["session_id"].factorize()[0].tolist() == [0, 0, 1, 1]


def test_the_sessions_that_the_timer_names_stay_as_it_names_them(log):
    log.add(bare("2026-03-04T07:00"))
    log.add(hold("t", session_id="named", source="timer"))
    assert log.holds()["session_id"].tolist()[1] == "named"


def test_a_hold_that_is_moved_to_another_day_leaves_its_session(log):
    log.add(pd.concat([hold("a"), hold("b", side="right")]))
    log.change("b", started_at="2026-03-09T07:12")
    sessions = log.holds().set_index("hold_id")["session_id"]
    assert (sessions["a"], sessions["b"] != "s", len(sessions["b"])) == ("s", True, 36)


def test_a_hold_that_is_moved_beside_others_joins_them(log):
    log.add(pd.concat([hold("a"), hold("b", side="right")]))
    log.add(hold("c", session_id="other", started_at="2026-03-09T07:10"))
    log.change("b", started_at="2026-03-09T07:12")
    assert log.holds().set_index("hold_id")["session_id"].to_dict() == {"a": "s", "b": "other", "c": "other"}


def test_a_hold_that_is_moved_a_little_stays_in_its_session(log):
    log.add(pd.concat([hold("a"), hold("b", side="right")]))
    log.change("b", started_at="2026-03-04T07:40")
    assert log.holds()["session_id"].tolist() == ["s", "s"]


def test_a_hold_alone_takes_its_session_along(log):
    log.add(hold("a"))
    log.change("a", started_at="2026-03-09T07:12")
    assert only(log)["session_id"] == "s"


def test_the_session_that_a_correction_names_is_the_one(log):
    log.add(pd.concat([hold("a"), hold("b", side="right")]))
    log.change("b", started_at="2026-03-09T07:12", session_id="s")
    assert log.holds()["session_id"].tolist() == ["s", "s"]


def test_holds_are_removed_by_a_frame_of_them(log):
    log.add(pd.concat([hold("a"), hold("b"), hold("c")]))
    assert log.remove(log.holds().query("hold_id != 'c'")) == 2
    assert only(log)["hold_id"] == "c"
    with pytest.raises(LogError, match="the frame has no column hold_id"):
        log.remove(pd.DataFrame({"a": [1]}))


def test_some_of_the_holds_are_asked_for(log):
    log.add(pd.concat([hold("a"), hold("b", started_at="2026-03-05T23:59"), hold("c", started_at="2026-03-06")]))
    log.add(hold("d", exercise="quad_stretch", started_at="2026-03-05"))
    assert log.holds(since="2026-03-05", until="2026-03-05")["hold_id"].tolist() == ["d", "b"]
    assert log.holds(exercise="hip_balance", since=pd.Timestamp("2026-03-05 12:00"))["hold_id"].tolist() == [
        "b",
        "c",
    ]
    assert len(log) == 4
    assert [one["hold_id"] for one in log] == ["a", "d", "b", "c"]
    assert log


def test_a_log_without_a_file_is_a_log_until_it_is_closed():
    with Log(":memory:") as log:
        log.add(hold("a"))
        log.change("a", hold_s=60.0)
        assert [log.undo()[:22], only(log)["hold_s"], log.check().ok] == ["Took back a correction", 80, True]
        assert [str(log.path), log.begun, log.notices] == [":memory:", True, []]


def test_a_log_without_a_file_can_be_copied_into_one(tmp_path):
    log = Log(":memory:")
    log.add(hold("a"))
    assert len(Log(log.backup(tmp_path / "log.sqlite"))) == 1
    assert Log(":memory:").id != log.id


def test_rows_of_one_second_that_differ_in_a_word_or_a_rating_are_both_kept_and_no_more_when_added_again():
    rows = pd.DataFrame(
        {
            "started_at": ["2026-03-04T07:10:05", "2026-03-04T07:10:05", "2026-03-04T07:13:00"],
            "side": ["left", "left", "right"],
            "hold_s": [60, 60, 70.0],
            "pain_after": [2, 5, None],
            "note": ["first words", "other words", None],
        }
    )
    log = Log(":memory:")
    assert [int(log.add(rows)), int(log.add(rows)), int(log.add(pd.concat([rows, rows.iloc[[0, 2]]])))] == [
        3,
        0,
        0,
    ]
    assert log.holds()["note"].dropna().tolist() == ["first words", "other words"]
