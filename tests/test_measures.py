"""What all measures keep to: fixed columns, any log, in any order."""

import numpy as np
import pandas as pd
import pytest
from held import growing, held, swapped

import hiplog
from hiplog.measures.pain.months import pain_months
from hiplog.schema import LogError, conform, empty

COLUMNS = {
    "sessions": "session_id started_at exercise left_s right_s left_ended right_ended n_left n_right pain_before "
    "pain_after notes",
    "progress": "exercise side day median_s low_s high_s above_target n n_censored n_reached",
    "typical_hold": "exercise side day median_s low_s high_s single_low_s single_high_s factor target_s seen_s n "
    "n_censored n_reached verdict",
    "trend": "exercise side day slope_s_per_week low_s_per_week high_s_per_week from_s to_s seen_from_s seen_to_s "
    "slope_lately_s_per_week low_lately_s_per_week high_lately_s_per_week early early_s seen_early_s lately_s "
    "pause_days resumed before_pause_s since_pause_s span_days n n_censored verdict",
    "balance": "exercise day balance_pct low_pct high_pct left_s right_s n_left n_right n_left_censored "
    "n_right_censored n_left_reached n_right_reached first_side n_first n_ordered at_equal_order unseen_pct "
    "bound_pct verdict",
    "hold_probability": "exercise side seconds probability low_probability high_probability",
    "practice": "day done ended_by_pain planned reason share score streak",
    "pain_change": "started_at pain_before pain_after change category",
    "pain_months": "begin end n n_days n_no_session median_pain change change_pct low_pain high_pain verdict",
    "pain_spells": "begin end days peak",
    "pain_days": "day pain highest rated of_two session",
    "pain_next_day": "started_at pain_before pain_after pain_next_day change",
}
ALL = [pain_months if name == "pain_months" else getattr(hiplog, name) for name in COLUMNS]
LOGS = {
    "one hold": held(left=[60]),
    "one side": held(right=[60, 70, 80] * 10),
    "all at the target": held(left=[120] * 30, right=[120] * 30, target_s=120.0),
    "equal seconds": held(left=[60] * 30, right=[60] * 30),
    "slips only": held(left=[0.4] * 12, right=[0.4] * 12),
    "months apart": held(left=[50, 60, 70] * 9, right=[60, 65, 80] * 9, every="97D"),
    "nine a day": held(left=[50, 60, 70] * 9, right=[60, 65, 80] * 9, every="160min", pain_after=5),
    "all interrupted": held(left=[50] * 9, right=[60] * 9, ended="interrupted", target_s=120.0),
    "one target of many": growing(60).assign(target_s=lambda log: log["target_s"].where(log.index == 7)),
    "no noise": held(left=60 + np.arange(40.0), right=60 + 0.5 * np.arange(40)),
}


@pytest.mark.parametrize("measure", ALL, ids=lambda measure: measure.__name__)
def test_no_holds_give_no_rows_with_the_columns_and_dtypes_of_many(measure):
    rows, none = measure(growing(60).assign(pain_before=3.0)), measure(empty())
    assert [*none.columns] == COLUMNS[measure.__name__].split()
    assert none.dtypes.equals(rows.dtypes)
    assert none.empty


@pytest.mark.parametrize("name", LOGS)
@pytest.mark.parametrize("measure", ALL, ids=lambda measure: measure.__name__)
def test_any_log_has_an_answer_with_finite_numbers(measure, name):
    rows = measure(LOGS[name])
    assert rows.dtypes.equals(measure(empty()).dtypes)
    assert not np.isinf(rows.select_dtypes("float").to_numpy(float, na_value=np.nan)).any()


@pytest.mark.parametrize("measure", ALL, ids=lambda measure: measure.__name__)
def test_neither_the_order_of_rows_nor_the_index_matters(measure):
    holds = conform(growing(60).assign(pain_after=4.0, note="sore"))
    mixed = holds.sample(frac=1, random_state=3).set_index(np.zeros(len(holds)))
    pd.testing.assert_frame_equal(measure(holds), measure(mixed), check_exact=True)


@pytest.mark.parametrize("measure", ALL, ids=lambda measure: measure.__name__)
def test_the_given_frame_is_left_as_it_was(measure):
    holds = growing(20)
    before = holds.copy(deep=True)
    measure(holds)
    pd.testing.assert_frame_equal(holds, before)


@pytest.mark.parametrize("measure", ALL[:1] + ALL[2:], ids=lambda measure: measure.__name__)
def test_holds_without_seconds_are_refused(measure):
    with pytest.raises(LogError, match="column hold_s is not there"):
        measure(growing(20).drop(columns="hold_s"))


@pytest.mark.parametrize("name", ["progress", "trend", "balance", "hold_probability", "practice", "pain_change"])
def test_an_exercise_that_is_none_is_refused(name):
    with pytest.raises(LogError, match="exercise is 'plank', expected one of hip_balance, hamstring_stretch"):
        getattr(hiplog, name)(growing(20), exercise="plank")


@pytest.mark.parametrize("name", ["progress", "trend", "balance", "hold_probability"])
def test_exercises_are_told_apart(name):
    measure = getattr(hiplog, name)
    both = pd.concat([growing(40), growing(40, seed=2).assign(exercise="quad_stretch")])
    alone = measure(growing(40, seed=2).assign(exercise="quad_stretch"), exercise=None)
    pd.testing.assert_frame_equal(measure(both, exercise="quad_stretch"), alone)
    of_both = measure(both, exercise=None)
    pd.testing.assert_frame_equal(of_both[of_both["exercise"] == "quad_stretch"].reset_index(drop=True), alone)
    assert set(measure(both)["exercise"]) == {"hip_balance"}


def test_swapping_the_sides_swaps_the_curves_to_the_last_bit():
    holds = growing()
    curves, other = hiplog.progress(holds), hiplog.progress(swapped(holds))
    for side, opposite in (("left", "right"), ("right", "left")):
        mine, theirs = (
            rows[rows["side"] == word].drop(columns="side") for rows, word in ((curves, side), (other, opposite))
        )
        pd.testing.assert_frame_equal(mine.reset_index(drop=True), theirs.reset_index(drop=True), check_exact=True)


@pytest.mark.parametrize("measure", ALL, ids=lambda measure: measure.__name__)
def test_a_hold_that_stands_twice_is_counted_once_and_told(measure):
    holds = conform(growing(60).assign(pain_after=4.0, note="sore"))
    with pytest.warns(UserWarning, match="120 of 240 rows repeat a hold: each hold is counted once"):
        twice = measure(pd.concat([holds, holds]))
    pd.testing.assert_frame_equal(twice, measure(holds), check_exact=True)


def test_of_a_hold_that_stands_twice_what_either_row_knows_counts():
    holds = conform(growing(3).assign(pain_before=[5.0, np.nan] * 3))
    other = holds.assign(pain_before=pd.NA, pain_after=2.0)
    with pytest.warns(UserWarning, match="6 of 12 rows"):
        known = hiplog.sessions(pd.concat([holds, other]))
    assert known["pain_after"].tolist() == [2.0] * len(known)
    assert known["pain_before"].notna().any()


def test_two_holds_under_one_id_are_refused():
    holds = conform(growing(3))
    with pytest.raises(LogError, match=r"^holds, rows 0 and 6: both have hold_id .*, but side is left and right"):
        hiplog.balance(pd.concat([holds, holds[:1].assign(side="right")]))


def test_where_no_hold_is_of_the_exercise_it_is_said_what_there_is():
    log = held(left=[50, 60], exercise="quad_stretch")
    with pytest.warns(UserWarning, match=r"^balance: no hold of hip balancing, but 2 of quad_stretch$"):
        hiplog.balance(log)
    with pytest.warns(
        UserWarning,
        match=r"^balance: no hold of quad stretch from 1 Jan 2027 on, but 2 on other days, the last on",
    ):
        hiplog.balance(log, exercise="quad_stretch", since="2027-01-01")
