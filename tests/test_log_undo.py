import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from hiplog import Log

NOTHING = "There is nothing to take back."


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite")


def hold(name, session="s", **values):
    plain = {
        "hold_id": name,
        "session_id": session,
        "started_at": "2026-03-04T07:10",
        "side": "left",
        "hold_s": 45.0,
    }
    return pd.DataFrame([plain | values])


def timed(name, session="s", **values):
    return hold(name, session, source="timer", **values)


def ids(log):
    return "".join(sorted(log.holds()["hold_id"]))


def test_an_empty_log_has_nothing_to_take_back(log):
    assert log.undo() == NOTHING


def test_an_import_is_taken_back_as_one(log):
    log.add(hold("a"))
    log.add(pd.concat([hold("b", source="old.csv"), hold("c", source="old.csv")]))
    assert log.undo() == "Took back an import from old.csv: 2 holds out of the log again."
    assert ids(log) == "a"


def test_what_an_import_gave_to_holds_already_there_is_taken_back(log):
    log.add(pd.concat([hold("a", note="stiff"), hold("b")]))
    before = log.holds()
    log.add(pd.concat([hold("a", note="other", pain_after=3), hold("c")]))
    assert log.undo() == "Took back an import: 1 hold out of the log again, 1 hold without what that had added."
    assert_frame_equal(log.holds(), before)


def test_a_removal_is_taken_back_in_the_old_order(log):
    log.add(pd.concat([hold("a"), hold("b", note="mine"), hold("c")]))
    before = log.holds()
    log.remove(["a", "b"])
    assert log.undo() == "Took back a removal: 2 holds back in the log."
    assert_frame_equal(log.holds(), before)


def test_a_correction_is_taken_back(log):
    log.add(hold("a", note="mine"))
    before = log.holds()
    log.change("a", hold_s=4.5, note=None, pain_after=3)
    said = log.undo()
    assert said == (
        "Took back a correction: the left hold of 4 Mar 2026, 07:10 has hold_s 45.0, pain_after missing, "
        "note 'mine' again."
    )
    assert_frame_equal(log.holds(), before)


def test_all_that_the_timer_added_of_one_session_is_taken_back_as_one(log):
    log.add(timed("a"))
    log.add(timed("b", side="right"))
    log.add(pd.concat([timed("a", pain_after=3), timed("b", pain_after=4)]))
    assert log.undo() == "Took back the session of 4 Mar 2026, 07:10: 2 holds out of the log again."
    assert [ids(log), log.undo()] == ["", NOTHING]


def test_sessions_are_taken_back_one_by_one(log):
    for name, session in [("a", "one"), ("b", "one"), ("c", "two"), ("d", "two")]:
        log.add(timed(name, session))
    assert [(log.undo()[:9], ids(log)) for _ in range(2)] == [("Took back", "ab"), ("Took back", "")]


def test_two_sessions_timed_at_the_same_time_are_taken_back_one_by_one(log):
    for name, session in [("a", "one"), ("b", "two"), ("c", "one"), ("d", "two")]:
        log.add(timed(name, session))
    assert [(log.undo()[:9], ids(log)) for _ in range(2)] == [("Took back", "ac"), ("Took back", "")]


def test_an_import_in_the_middle_of_a_session_does_not_split_it(log):
    log.add(timed("a"))
    log.add(hold("x", "old"))
    log.add(timed("b"))
    assert [(log.undo()[:20], ids(log)) for _ in range(2)] == [
        ("Took back the sessio", "x"),
        ("Took back an import:", ""),
    ]


def test_a_correction_in_the_middle_of_a_session_goes_with_it(log):
    log.add(timed("a", pain_before=1))
    log.change("a", side="right")
    log.add(pd.concat([timed("a", pain_after=3), timed("b")]))
    assert log.undo() == "Took back the session of 4 Mar 2026, 07:10: 2 holds out of the log again."
    assert [ids(log), log.undo()] == ["", NOTHING]


def test_what_a_session_gave_to_another_hold_bit_by_bit_is_taken_back_as_one(log):
    log.add(hold("x"))
    before = log.holds()
    log.add(timed("x", pain_after=3))
    log.add(timed("x", note="easier"))
    assert log.undo() == "Took back the session of 4 Mar 2026, 07:10: 1 hold without what that had added."
    assert_frame_equal(log.holds(), before)


def test_a_session_whose_hold_was_put_into_another_is_still_taken_back(log):
    log.add(timed("a"))
    log.change("a", session_id="other")
    log.add(timed("a", pain_after=3))
    assert log.undo() == "Took back the session of 4 Mar 2026, 07:10: 1 hold out of the log again."
    assert log.undo() == NOTHING


def test_a_correction_at_the_end_of_a_session_is_taken_back_first(log):
    log.add(timed("a"))
    log.change("a", side="right")
    assert [(log.undo()[:21], ids(log)) for _ in range(2)] == [
        ("Took back a correctio", "a"),
        ("Took back the session", ""),
    ]


def test_a_hold_removed_in_the_middle_of_a_session_goes_with_it(log):
    log.add(pd.concat([hold("x"), hold("y")]))
    log.add(timed("a"))
    log.remove(["a", "x"])
    log.add(timed("b"))
    assert [(log.undo()[:14], ids(log)) for _ in range(3)] == [
        ("Took back the ", "y"),
        ("Took back a re", "xy"),
        ("Took back an i", ""),
    ]


def test_what_a_session_gave_to_another_hold_stays_where_that_was_corrected_since(log):
    log.add(hold("x"))
    log.add(timed("x", pain_after=3))
    log.change("x", side="right")
    log.add(timed("b"))
    log.undo()
    assert log.holds()[["hold_id", "side", "pain_after"]].to_numpy().tolist() == [["x", "right", 3]]
    assert [log.undo()[:22], log.undo()[:19], ids(log)] == ["Took back a correction", "Took back an import", ""]


def test_holds_that_a_person_typed_are_no_timed_session(log):
    log.add(hold("a"))
    log.add(hold("b"))
    assert [log.undo(), ids(log)] == ["Took back an import: 1 hold out of the log again.", "a"]


def test_undo_goes_on_after_closing_and_opening(log, tmp_path):
    log.add(hold("a"))
    log.add(hold("b"))
    log.remove("a")
    assert [(Log(tmp_path / "log.sqlite").undo(), ids(log))[1] for _ in range(4)] == ["ab", "a", "", ""]


def test_what_changes_nothing_is_no_step(log):
    log.add(hold("a", pain_after=3))
    log.add(hold("a", pain_after=9))
    log.change("a", hold_s=45.0)
    log.remove("unknown")
    assert [log.undo(), log.undo()] == ["Took back an import: 1 hold out of the log again.", NOTHING]


def test_what_was_taken_back_leaves_no_trace(log):
    log.add(pd.concat([hold("a"), hold("b")]))
    log.change("a", hold_s=30.0)
    log.undo()
    log.remove("b")
    assert log.undo() == "Took back a removal: 1 hold back in the log."


def test_what_was_taken_back_can_be_added_again(log):
    log.add(timed("a"))
    log.undo()
    assert [log.add(timed("a")), ids(log), log.undo()[:21], ids(log)] == [1, "a", "Took back the session", ""]


IMPORTED, TIMED = st.sampled_from("abc"), st.sampled_from("tuv")
PAIN = st.sampled_from([None, 1.0, 2.0])
CALLS = st.one_of(
    st.tuples(st.just("add"), st.lists(IMPORTED, min_size=1), PAIN),
    st.tuples(st.just("time"), TIMED, PAIN),
    st.tuples(st.just("change"), IMPORTED | TIMED, PAIN),
    st.tuples(st.just("remove"), st.lists(IMPORTED | TIMED)),
)
SESSION_OF = {"t": "one", "u": "one", "v": "two"}


def make(log, call):
    """Make a call and return whether it changed anything."""
    before = log.holds()
    kind, what, *pain = call
    if kind == "add":
        log.add(pd.concat([hold(name, pain_after=pain[0]) for name in what]))
    elif kind == "time":
        log.add(timed(what, SESSION_OF[what], pain_after=pain[0]))
    elif kind == "remove":
        log.remove(what)
    elif what in ids(log):
        log.change(what, pain_before=pain[0])
    return not log.holds().equals(before)


def without_last(calls):
    """Return the calls without the last change: without the last call, or all that timed its session."""
    kind, what, *_ = calls[-1]
    if kind != "time":
        return calls[:-1]
    return [call for call in calls if call[0] != "time" or SESSION_OF[call[1]] != SESSION_OF[what]]


@settings(max_examples=10, deadline=None)
@given(calls=st.lists(CALLS, max_size=6))
def test_undo_leaves_the_log_as_if_the_last_change_had_never_been(tmp_path_factory, calls):
    folder = tmp_path_factory.mktemp("log")
    log = Log(folder / "log.sqlite")
    calls = [call for call in calls if make(log, call)]
    while calls:
        log.undo()
        other = Log(folder / f"{len(calls)}.sqlite")
        calls = [call for call in without_last(calls) if make(other, call)]
        assert_frame_equal(log.holds(), other.holds())
    assert log.undo() == NOTHING
