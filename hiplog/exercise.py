"""The exercises as data: what to do, for which side, how long, how often, and when to stop.

Steps are templates: `{side}` is the side of the hold, `{other}` the other one. `Exercise.steps_for` fills them
in. Everything that shows or says an exercise (the timer, the charts, the reports) takes its words and numbers
from here.
"""

from dataclasses import dataclass
from typing import Literal, get_args

ExerciseName = Literal["hip_balance", "hamstring_stretch", "quad_stretch"]
Plan = Literal[1, 2, 3]  # sessions a day
SIDES = ("left", "right")
RECORD_NOT_ADVICE = "This is a record, not medical advice."


@dataclass(frozen=True)
class Exercise:
    """One exercise, and what a timer needs to know of it.

    Attributes
    ----------
    name : str
        As it stands in the column `exercise`.
    title : str
        As a person reads it.
    side_means : str
        What makes a hold a left or a right one.
    right_means : str
        The same in few words, of the right.
    steps, cues : tuple of str
        Steps get into the position; cues are said now and then while holding.
    target_s, prepare_s, switch_s : float
        Seconds: the most one means to hold, to get ready, and to change sides.
    """

    name: ExerciseName
    title: str
    side_means: str
    right_means: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    target_s: float = 120.0
    prepare_s: float = 20.0
    switch_s: float = 10.0

    def steps_for(self, side: str) -> tuple[str, ...]:
        """Return the steps in words for one side, `left` or `right`."""
        other = SIDES[1 - SIDES.index(side)]
        return tuple(step.format(side=side, other=other) for step in self.steps)


FIRST_SIDE = "right"
PLAN = 1  # sessions a day
MOST_PLAN = max(get_args(Plan))
HELPS_WITH = "It is meant to help with sciatica, SI pain, ITB tightness and low back pain."
HOW_OFTEN = "Once a day on each side; with chronic pain, up to 3 times a day."
DISCOMFORT = "With some discomfort, try to breathe through it."
REASONS_IN_WORDS = {  # why there is no session on a day, by the names in the log
    "pain": "It is too sore",
    "rest": "A day of rest",
    "ill": "I am ill",
    "away": "I am away",
    "told_to_pause": "I was told to pause",
}
WHEN_TO_STOP = "If it is extremely painful, stop."

_BREATHE = "Breathe deeply."
_REST = "Rest your head and all you do not need."

EXERCISES: dict[ExerciseName, Exercise] = {
    exercise.name: exercise
    for exercise in (
        Exercise(
            name="hip_balance",
            title="Hip balancing",
            side_means="the side of the crossed ankle: right ankle on left knee is a right hold",
            right_means="right ankle on left knee",
            steps=(
                "Lie on your back and let your head rest.",
                "Bring your {side} ankle to your {other} knee.",
                "Lift your {other} foot until the shin is level with the floor, "
                "{other} hip and knee as near to 45 degrees as you can.",
                "Using your hips, not your hands, press the {side} knee towards your toes "
                "and the {other} knee towards your head.",
                "Aim for a good balance, not for force.",
            ),
            cues=(
                _BREATHE,
                DISCOMFORT,  # early enough for a hold that is let go in its middle
                _REST,
                "Both sides should feel still.",
            ),
        ),
        Exercise(
            name="hamstring_stretch",
            title="Hamstring stretch",
            side_means="the leg that is stretched",
            right_means="the right leg is stretched",
            steps=(
                "Lie on your back and let your head rest.",
                "Raise your {side} leg, the knee as straight as is comfortable.",
                "Hold it with your hands if that causes no pain, otherwise with a coat belt or a long sock.",
                "Let the {side} leg relax; it does not work itself.",
            ),
            cues=(_BREATHE, _REST),
        ),
        Exercise(
            name="quad_stretch",
            title="Quad stretch",
            side_means="the leg that is stretched",
            right_means="the right leg is stretched",
            steps=(
                "Lie on your {other} side and let your head rest.",
                "Bend your {side} knee and bring the heel towards your seat.",
                "Hold the foot with your hand if that causes no pain, otherwise with a coat belt or a long sock.",
                "Let the {side} leg relax; it does not work itself.",
            ),
            cues=(_BREATHE, _REST),
        ),
    )
}
STRETCHES: tuple[ExerciseName, ...] = ("hamstring_stretch", "quad_stretch")  # one step further, after the holds
