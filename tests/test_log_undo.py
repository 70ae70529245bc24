import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError

NOTHING = "There is nothing to take back."


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


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


def test_what_a_session_gave_to_another_hold_bit_by_bit_is_taken_back_as_one(log):
    log.add(hold("x"))
    before = log.holds()
    log.add(timed("x", pain_after=3))
    log.add(timed("x", note="easier"))
    assert log.undo() == "Took back the session of 4 Mar 2026, 07:10: 1 hold without what that had added."
    assert_frame_equal(log.holds(), before)


def test_a_correction_at_the_end_of_a_session_is_taken_back_first(log):
    log.add(timed("a"))
    log.change("a", side="right")
    assert [(log.undo()[:21], ids(log)) for _ in range(2)] == [
        ("Took back a correctio", "a"),
        ("Took back the session", ""),
    ]


@pytest.mark.parametrize("by", ["import", "editor", "xyz"])
def test_holds_of_the_timer_that_came_from_elsewhere_are_taken_back_call_by_call(log, by):
    log.add(timed("a"))
    log.add(timed("b"), by=by)
    log.add(timed("b", note="sore"), by=by)
    what = "an import" if by == "import" else "the left hold of 4 Mar 2026, 07:10"
    assert log.next_undo() == f"{what}: 1 hold without what that had added"
    assert [log.undo() and ids(log), log.undo() and ids(log), log.undo() and ids(log)] == ["ab", "a", ""]


def test_a_change_that_only_reads_like_the_one_expected_is_not_taken_back(log):
    log.add(hold("a", source="old.csv"))
    asked = log.next_undo()
    log.add(hold("b", source="old.csv"))
    assert log.next_undo() == asked
    with pytest.raises(LogError, match=r"nothing was done"):
        log.undo(expect=asked)
    assert [log.undo(expect=log.next_undo()) and ids(log), log.undo(expect=str(asked)) and ids(log)] == ["a", ""]


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
    with pytest.raises(LogError, match="there is no hold, day, plan or mark unknown"):
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


def test_what_was_done_in_the_middle_of_a_session_is_a_step_of_its_own(log):
    log.add(timed("a"))
    log.add(hold("x", "old"))
    log.add(timed("b"))
    assert [(log.undo()[:20], ids(log)) for _ in range(3)] == [
        ("Took back the sessio", "ax"),
        ("Took back an import:", "a"),
        ("Took back the sessio", ""),
    ]


def test_what_the_timer_mends_is_part_of_its_session(log):
    log.add(timed("a"))
    log.change("a", by="timer", side="right")
    log.add(timed("b"))
    assert [log.undo(), log.undo()] == [
        "Took back the session of 4 Mar 2026, 07:10: 2 holds out of the log again.",
        NOTHING,
    ]


def test_what_was_taken_back_is_made_again(log):
    log.add(pd.concat([timed("a"), timed("b")]))
    log.change("a", hold_s=80.0)
    log.remove("b")
    after = log.holds()
    assert [log.undo()[:11] for _ in range(4)] == [*["Took back a", "Took back a", "Took back t"], NOTHING[:11]]
    assert [log.redo() for _ in range(4)] == [
        "Made again the session of 4 Mar 2026, 07:10: 2 holds back in the log.",
        "Made again a correction: the left hold of 4 Mar 2026, 07:10 has hold_s 80.0 again.",
        "Made again a removal: 1 hold out of the log again.",
        "There is nothing to make again.",
    ]
    assert_frame_equal(log.holds(), after)


def test_after_a_new_change_what_was_taken_back_is_kept_and_passed_over(log):
    log.add(hold("a"))
    log.undo()
    log.add(hold("b"))
    assert [log.redo(), ids(log)] == ["There is nothing to make again.", "b"]
    assert log.changes()[["what", "holds", "state"]].to_numpy().tolist() == [
        ["added", 1, "done"],
        ["added", 1, "left"],
    ]


def test_what_would_be_taken_back_is_named_beforehand_and_nothing_is_done(log):
    assert [log.next_undo(), log.next_redo()] == ["", ""]
    log.add(hold("a", source="old.csv"))
    assert log.next_undo() == "an import from old.csv: 1 hold out of the log again"
    assert ids(log) == "a"
    log.undo()
    assert log.next_redo() == "an import from old.csv: 1 hold back in the log"


def test_what_was_not_named_is_not_taken_back(log):
    log.add(hold("a", source="old.csv"))
    named = log.next_undo()
    log.add(timed("b", "other"))
    with pytest.raises(LogError, match=r"the next is the session of .*, expected an import from old.csv: 1 hold"):
        log.undo(expect=named)
    assert ids(log) == "ab"


def test_changes_say_when_by_whom_and_whether_they_were_made_here(log, tmp_path):
    other = Log(tmp_path / "log.sqlite")
    other.add(timed("a"))
    log.add(hold("b"), by="editor")
    assert log.changed_here
    log.remove("b")
    changes = log.changes()
    assert changes[["what", "by", "holds", "here"]].to_numpy().tolist() == [
        ["removed", "notebook", 1, True],
        ["added", "editor", 1, True],
        ["added", "timer", 1, False],
    ]
    assert (abs(changes["at"] - pd.Timestamp.now()) < pd.Timedelta("1min")).all()
    other.add(timed("c", "t"))
    assert not log.changed_here


def test_what_was_forgotten_is_in_the_file_no_more(log):
    log.add(hold("a", note="a very private word"))
    log.change("a", note="gone")
    log.add(hold("b", note="another private word"))
    log.remove("b")
    assert b"private word" in log.path.read_bytes()
    assert log.forget() == 2
    assert b"private word" not in log.path.read_bytes()
    assert [ids(log), log.undo(), log.check().ok] == ["a", NOTHING, True]


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
    kind, what, *pain = call
    if kind == "add":
        log.add(pd.concat([hold(name, pain_after=pain[0]) for name in what]))
    elif kind == "time":
        log.add(timed(what, SESSION_OF[what], pain_after=pain[0]))
    elif kind == "remove":
        log.remove(sorted({*what} & {*log.holds()["hold_id"]}))
    elif what in ids(log):
        log.change(what, pain_before=pain[0])


@settings(max_examples=15, deadline=None)
@given(calls=st.lists(CALLS, max_size=6))
def test_undo_goes_back_through_what_the_log_was_and_redo_forward(tmp_path_factory, calls):
    log = Log(tmp_path_factory.mktemp("log") / "log.sqlite").begin()
    was = [log.holds()]
    for call in calls:
        make(log, call)
        if not log.holds().equals(was[-1]):
            was.append(log.holds())
    back = [log.holds()]
    while log.next_undo():
        log.undo()
        back.append(log.holds())
    assert_frame_equal(back[-1], was[0])
    assert all(any(now.equals(then) for then in was) for now in back)
    for then in back[-2::-1]:
        log.redo()
        assert_frame_equal(log.holds(), then)
    assert [log.redo(), log.check().ok] == ["There is nothing to make again.", True]


def taken_out(log, *ids):
    """Return those of these ids that were in the log and are not, with who took them out."""
    versions = log.versions(ids)
    return {each: v[-1]["ended_by"] for each, v in versions.items() if not any(was["alive"] for was in v)}


def test_holds_that_were_in_the_log_are_known_by_who_took_them_out(log):
    log.add(hold("a"))
    log.add(pd.concat([hold("b", "t", side="right"), hold("c", "t", side="right", hold_s=7)]))
    log.remove("b", by="editor")
    assert taken_out(log, *"abcd") == {"b": "editor"}
    log.undo()
    log.undo()
    assert taken_out(log, *"abcd") == {"b": None, "c": None}
    log.redo()
    assert taken_out(log, *"abcd") == {}


def test_a_former_hold_that_was_added_again_and_removed_by_another_is_the_others(log):
    for who in ("editor", "timer"):
        log.add(hold("a"))
        log.change("a", hold_s=50)
        log.remove("a", by=who)
    assert taken_out(log, "a") == {"a": "timer"}


def test_what_a_hold_was_is_known_with_who_made_it_so(log):
    def versions():
        names = ("note", "alive", "made_by", "ended_by")
        return [tuple(each[name] for name in names) for each in log.versions(["a", "x"])["a"]]

    log.add(timed("a", note="sore"))
    log.change("a", by="editor", note=None)
    log.change("a", note="stiff")
    assert versions() == [
        ("sore", 0, "timer", "editor"),
        (None, 0, "editor", "notebook"),
        ("stiff", 1, "notebook", None),
    ]
    log.undo()
    assert versions()[1:] == [(None, 1, "editor", None), ("stiff", 0, None, None)]
    log.forget()
    assert versions() == [(None, 1, "editor", None)]
