"""What a timer can be set to: the value unless chosen, what the page offers, and what an argument may be."""

from numbers import Real
from typing import NamedTuple

from hiplog import arguments
from hiplog.exercise import MOST_PLAN, PLAN, SIDES, Exercise
from hiplog.schema import MOST_HOLD_S, SESSION_GAP

LIMITS = {
    "too_short_s": 3.0,  # a hold let go sooner was probably a slip: the person is asked whether it counts
    "session_gap_s": SESSION_GAP.total_seconds(),  # a pause so long ends a session
    "most_hold_s": MOST_HOLD_S,
}


class Setting(NamedTuple):
    """One setting: `limits` are the least and most an argument may be, where that is more than the choices."""

    default: object
    choices: tuple
    limits: tuple[float, float] | None = None


def settings_of(exercise: Exercise) -> dict[str, Setting]:
    """Return the settings of a timer for an exercise, by the names they have as arguments."""
    seconds = (0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0)
    switch = (True, False)
    targets = (15.0, 30.0, 45.0, 60.0, 75.0, 90.0, 105.0, 120.0)
    return {
        "first_side": Setting("alternating", ("alternating", *reversed(SIDES), "weaker")),
        "target_s": Setting(exercise.target_s, targets, (1, MOST_HOLD_S)),
        "prepare_s": Setting(exercise.prepare_s, seconds, (0, MOST_HOLD_S)),
        "switch_s": Setting(exercise.switch_s, seconds, (0, MOST_HOLD_S)),
        "plan": Setting(PLAN, tuple(range(1, MOST_PLAN + 1))),
        "breath_s": Setting(10.0, (0.0, 6.0, 8.0, 10.0, 12.0, 15.0), (0, 60)),
        "volume": Setting(0.75, (0.25, 0.5, 0.75, 1.0), (0, 1)),
        "time_every_s": Setting(30.0, (0.0, 15.0, 30.0), (0, MOST_HOLD_S)),
        "stretches": Setting(False, switch),
        "sounds": Setting(True, switch),
        "voice": Setting(True, switch),
        "flashes": Setting(True, switch),
        "vibration": Setting(True, switch),
        "headset": Setting(False, switch),  # what else plays may stop for it
        "knocks": Setting(False, switch),  # it opens the microphone
        "longest": Setting(False, switch),  # the exercise is for balance, not for records
        "reminders": Setting(True, switch),
    }


def checked(name: str, value: object, setting: Setting) -> object:
    """Return an argument as the page takes it.

    Raises
    ------
    LogError
        Where it is none that the setting can have.
    """
    if setting.limits is None:
        if not any(type(value) is type(choice) and value == choice for choice in setting.choices):
            raise arguments.refused("HoldTimer", name, value, f"one of {', '.join(map(str, setting.choices))}")
        return value
    least, most = setting.limits
    if isinstance(value, bool) or not isinstance(value, Real) or not least <= value <= most:
        unit = "a number" if most == 1 else "seconds"
        raise arguments.refused("HoldTimer", name, value, f"{unit} from {least} to {most:.0f}")
    return float(value)
