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
    assert log.undo() == "Took back an import: 1 hold out of the log again, 1 hold without what it had given them."
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


def test_a_correction_in_the_middle_of_a_session_is_taken_back_in_its_turn(log):
    log.add(timed("a", pain_before=1))
    log.change("a", side="right")
    log.add(pd.concat([timed("a", pain_after=3), timed("b")]))
    log.undo()
    assert log.holds()[["hold_id", "side", "pain_after"]].astype(object).fillna("").to_numpy().tolist() == [
        ["a", "right", ""]
    ]
    assert [log.undo()[:22], log.undo()[:21]] == ["Took back a correction", "Took back the session"]


def test_a_hold_removed_in_the_middle_of_a_session_comes_back_in_its_turn(log):
    log.add(timed("a"))
    log.remove("a")
    log.add(timed("b"))
    assert [(log.undo()[:14], ids(log)) for _ in range(3)] == [
        ("Took back the ", ""),
        ("Took back a re", "a"),
        ("Took back the ", ""),
    ]


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


def test_what_was_taken_back_can_be_added_again(log):
    log.add(timed("a"))
    log.undo()
    assert [log.add(timed("a")), ids(log), log.undo()[:21], ids(log)] == [1, "a", "Took back the session", ""]


NAMES = st.sampled_from("abcd")
CHANGES = st.one_of(
    st.tuples(st.just("add"), st.lists(NAMES, min_size=1), st.sampled_from([None, 1.0, 2.0])),
    st.tuples(st.just("time"), NAMES, st.sampled_from("st"), st.sampled_from([None, 1.0, 2.0])),
    st.tuples(st.just("change"), NAMES, st.sampled_from([None, 30.0, 40.0])),
    st.tuples(st.just("remove"), st.lists(NAMES)),
)


def make(log, change):
    kind, what, *more = change
    if kind == "add":
        log.add(pd.concat([hold(name, pain_after=more[0]) for name in what]))
    elif kind == "time":
        log.add(timed(what, more[0], pain_after=more[1]))
    elif kind == "remove":
        log.remove(what)
    elif what in ids(log):
        log.change(what, pain_before=more[0] and more[0] / 10)


@settings(max_examples=25, deadline=None)
@given(changes=st.lists(CHANGES.filter(lambda change: change[0] != "time"), max_size=8))
def test_every_undo_goes_exactly_one_state_back(tmp_path_factory, changes):
    log = Log(tmp_path_factory.mktemp("log") / "log.sqlite")
    states = [log.holds()]
    for change in changes:
        make(log, change)
        if not log.holds().equals(states[-1]):
            states.append(log.holds())
    for state in states[-2::-1]:
        log.undo()
        assert_frame_equal(log.holds(), state)
    assert log.undo() == NOTHING


@settings(max_examples=25, deadline=None)
@given(changes=st.lists(CHANGES, max_size=10))
def test_undo_always_comes_to_an_end_with_an_empty_log(tmp_path_factory, changes):
    log = Log(tmp_path_factory.mktemp("log") / "log.sqlite")
    for change in changes:
        make(log, change)
    undone = [log.undo() for _ in range(len(changes) + 1)]
    assert undone[-1] == NOTHING
    assert len(log.holds()) == 0
