import json
import re
from pathlib import Path
from typing import get_args

import pytest

from hiplog.exercise import (
    DISCOMFORT,
    EXERCISES,
    FIRST_SIDE,
    HELPS_WITH,
    HOW_OFTEN,
    MOST_PLAN,
    PLAN,
    SIDES,
    STRETCHES,
    WHEN_TO_STOP,
    ExerciseName,
    Plan,
)

ROOT = Path(__file__).parents[1]

EACH = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)


def test_the_exercises_are_known_by_their_names():
    assert {name: exercise.name for name, exercise in EXERCISES.items()} == {
        "hip_balance": "hip_balance",
        "hamstring_stretch": "hamstring_stretch",
        "quad_stretch": "quad_stretch",
    }


@EACH
def test_a_side_is_held_for_two_minutes_and_changed_in_ten_seconds(exercise):
    assert (exercise.target_s, exercise.switch_s) == (120, 10)


def test_there_is_time_to_lie_down_and_to_find_the_belt():
    assert [EXERCISES[name].prepare_s for name in ("hip_balance", *STRETCHES)] == [20, 20, 20]


def test_one_begins_on_the_right_once_a_day_and_at_most_three_times():
    assert (FIRST_SIDE, PLAN, MOST_PLAN) == ("right", 1, 3)


def test_the_side_of_a_hip_balance_hold_is_the_side_of_the_crossed_ankle():
    steps = EXERCISES["hip_balance"].steps_for("right")
    assert steps[1:3] == (
        "Bring your right ankle to your left knee.",
        "Lift your left foot until the shin is level with the floor, "
        "left hip and knee as near to 45 degrees as you can.",
    )


def test_the_knee_of_the_crossed_leg_is_pressed_towards_the_toes():
    (press,) = [step for step in EXERCISES["hip_balance"].steps_for("left") if "press" in step]
    assert press == (
        "Using your hips, not your hands, press the left knee towards your toes "
        "and the right knee towards your head."
    )


@EACH
def test_the_steps_of_one_side_are_those_of_the_other_with_the_sides_changed(exercise):
    swapped = {"left": "right", "right": "left"}
    mirrored = [re.sub("left|right", lambda word: swapped[word[0]], step) for step in exercise.steps_for("left")]
    assert mirrored == list(exercise.steps_for("right"))
    assert mirrored != list(exercise.steps_for("left"))


@EACH
@pytest.mark.parametrize("side", SIDES)
def test_every_step_and_cue_is_a_whole_sentence(exercise, side):
    for sentence in (*exercise.steps_for(side), *exercise.cues):
        assert re.fullmatch(r"[A-Z][^{}]+\.", sentence)


@EACH
def test_every_exercise_says_to_breathe_and_to_let_the_head_rest(exercise):
    said = " ".join(exercise.cues).lower()
    assert "breathe" in said
    assert "rest your head" in said


def test_there_are_only_two_sides():
    with pytest.raises(ValueError, match="not in tuple"):
        EXERCISES["hip_balance"].steps_for("both")


def test_a_type_checker_knows_the_exercises_and_the_plans_there_are():
    assert get_args(ExerciseName) == tuple(EXERCISES)
    assert get_args(Plan) == (PLAN, 2, MOST_PLAN)


def words_of(path: Path) -> str:
    """Return the text of a page or notebook, blanks and line ends alike."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = " ".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return " ".join(text.split())


@pytest.mark.parametrize("page", ["docs/exercise.md", "notebooks/01_time_a_session.ipynb"])
def test_what_it_helps_with_how_often_and_when_to_stop_is_said_in_the_docs_and_the_notebook(page):
    said = words_of(ROOT / page)
    assert [each for each in (HELPS_WITH, HOW_OFTEN, DISCOMFORT, WHEN_TO_STOP) if each not in said] == []


def test_the_docs_have_every_step_and_cue_of_every_exercise():
    said = words_of(ROOT / "docs/exercise.md")
    every = [text for one in EXERCISES.values() for text in (*one.steps_for("right"), *one.cues)]
    assert [text for text in every if text not in said] == []
