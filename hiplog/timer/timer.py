"""The Python side of the timer: what it is set to, what it shows of the log, and the keeping of finished holds."""

from __future__ import annotations

from typing import Any, ClassVar

import anywidget
import pandas as pd
import traitlets

from hiplog import arguments
from hiplog.exercise import (
    DISCOMFORT,
    EXERCISES,
    HELPS_WITH,
    HOW_OFTEN,
    REASONS_IN_WORDS,
    RECORD_NOT_ADVICE,
    STRETCHES,
    WHEN_TO_STOP,
)
from hiplog.interchange import KeepsHolds, begin
from hiplog.schema import LogError
from hiplog.stand_in import Bundle, with_picture
from hiplog.timer.joining import PAGE, joined
from hiplog.timer.keeping import differing, keep, keep_plan, sentence
from hiplog.timer.settings import LIMITS, checked, settings_of
from hiplog.timer.shown import exercise_shown, latest, log_shown


class HoldTimer(anywidget.AnyWidget):
    """A timer for both sides of an exercise; show it as the value of a cell.

    Each hold goes into the log when it ends, and again with its rating; until the log has it, the browser keeps
    it. One timer at a time: making one closes the one before it of the same log.

    Parameters
    ----------
    log : Log
        Where the holds go.
    exercise : str, optional
        A name in `hiplog.exercise.EXERCISES`; hip balancing if not given.
    stretches : bool, optional
        Whether the two stretches follow the holds, as further parts of the session.
    first_side : str, optional
        `left`, `right`, `alternating` (the other one than last time), or `weaker` (the side with the shorter
        typical hold in the last sessions).
    target_s : float, optional
        The most seconds one means to hold; the stretches have their own.
    prepare_s, switch_s : float, optional
        Seconds to get ready, and to change sides.
    plan : int, optional
        Sessions meant per day, 1 to 3; the log's plan if not given.
    sounds, voice, flashes, vibration : bool, optional
        Whether steps are sounded, spoken, flashed, and felt, on a device that can.
    volume : float, optional
        Of sounds and voice, 0 to 1.
    time_every_s : float, optional
        The time left is spoken each so many seconds; 0 for never.
    breath_s : float, optional
        Seconds of one breath of the breathing guide; 0 for no guide.
    reminders : bool, optional
        Whether the exercise's cues are shown and spoken now and then.
    headset : bool, optional
        Whether the play and pause button of a headset stops a hold; not unless chosen, as what else plays may stop
        for it while a session is under way.
    knocks : bool, optional
        Whether two knocks or claps, heard by the microphone, stop a hold; not unless chosen. The microphone is
        open in holds and a second after; what it hears is looked at in the page, and neither kept nor sent.
    longest : bool, optional
        Whether a hold that was the longest yet is told, after it; not unless chosen.

        What is given here cannot be changed in the timer. What is not is as chosen in the timer, where the browser
        remembers it for this log, and otherwise as `hiplog.timer.settings` has it.

    Raises
    ------
    LogError
        Where an argument cannot be used, or the log cannot be read.

    Examples
    --------
    >>> timer = hiplog.HoldTimer(hiplog.Log(":memory:"), target_s=90, voice=False)  # shown as the cell's value
    >>> timer.close()
    """

    _esm = joined()
    _css = (PAGE / "view" / "timer.css").read_text("utf-8")
    _open: ClassVar[dict[str, HoldTimer]] = {}  # by the log's id

    log_id = traitlets.Unicode().tag(sync=True)
    log_place = traitlets.Unicode(help="where the log is: what waits in a browser waits for that").tag(sync=True)
    begun = traitlets.Unicode(help="that the log is new, where this timer made it").tag(sync=True)
    exercises = traitlets.List(help="the exercise and then its stretches").tag(sync=True)
    given = traitlets.Dict(help="the settings that were given as arguments").tag(sync=True)
    defaults = traitlets.Dict(help="every setting unless chosen").tag(sync=True)
    choices = traitlets.Dict(help="what the page offers for each setting").tag(sync=True)
    limits = traitlets.Dict(LIMITS, help="in seconds, as the log and the measures have them").tag(sync=True)
    past = traitlets.Dict(help="exercise -> side -> last_s, best_s; None where there was no hold").tag(sync=True)
    first_sides = traitlets.Dict(help="what each choice of the first side means today").tag(sync=True)
    recent = traitlets.List(help="the last days' sessions: session_id, day, counts, held").tag(sync=True)
    streak = traitlets.Dict(help="days in a row with a session, and the last of them").tag(sync=True)
    history = traitlets.List(help="the longest holds of each of 28 days: day, left_s, right_s").tag(sync=True)
    last_session = traitlets.List(help="the holds of the last session that was timed").tag(sync=True)
    plan = traitlets.Dict(help="sessions meant today, and whether the log was ever told").tag(sync=True)
    days = traitlets.List(help="said of the last days without a session: day, pain, reason").tag(sync=True)
    reasons = traitlets.Dict(REASONS_IN_WORDS, help="why there is no session, in words").tag(sync=True)
    helps_with = traitlets.Unicode(HELPS_WITH).tag(sync=True)
    how_often = traitlets.Unicode(HOW_OFTEN).tag(sync=True)
    discomfort = traitlets.Unicode(DISCOMFORT).tag(sync=True)
    when_to_stop = traitlets.Unicode(WHEN_TO_STOP).tag(sync=True)
    record_not_advice = traitlets.Unicode(RECORD_NOT_ADVICE).tag(sync=True)

    def __init__(
        self,
        log: KeepsHolds,
        *,
        exercise: arguments.ExerciseName = "hip_balance",
        stretches: bool | None = None,
        first_side: str | None = None,
        target_s: float | None = None,
        prepare_s: float | None = None,
        switch_s: float | None = None,
        plan: arguments.Plan | None = None,
        sounds: bool | None = None,
        voice: bool | None = None,
        flashes: bool | None = None,
        volume: float | None = None,
        time_every_s: float | None = None,
        breath_s: float | None = None,
        reminders: bool | None = None,
        vibration: bool | None = None,
        longest: bool | None = None,
        headset: bool | None = None,
        knocks: bool | None = None,
    ) -> None:
        settings = locals()  # by the names that `settings_of` has, too
        arguments.log("HoldTimer", log)
        chosen = EXERCISES[arguments.exercise("HoldTimer", exercise)]
        known = settings_of(chosen)
        given = {name: settings[name] for name in known if settings[name] is not None}
        given = {name: checked(name, value, known[name]) for name, value in given.items()}
        after = [EXERCISES[name] for name in STRETCHES if name != exercise]
        self._log = log
        self._exercise = exercise
        begun = begin(log)  # a timer is there to keep holds
        shown = log_shown(log.holds(), log.diary(), exercise)
        if log.id in self._open:
            earlier = self._open.pop(log.id)
            earlier.send({"type": "replaced"})  # another tab may show it still, and would be left empty
            earlier.close()
        super().__init__(
            log_id=log.id,
            log_place=str(log.path),
            begun=begun and f"{begun}.",
            exercises=[exercise_shown(each) for each in (chosen, *after)],
            given=given,
            defaults={name: setting.default for name, setting in known.items()},
            choices={name: list(setting.choices) for name, setting in known.items()},
            **shown,
        )
        self._open[log.id] = self
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        target_s = self.given.get("target_s", self.defaults["target_s"])
        return f"<HoldTimer {self.exercises[0]['title']}, up to {target_s:g} s a side: run this cell to use it>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Bundle:
        return with_picture(super()._repr_mimebundle_(**kwargs), repr(self))

    @property
    def model_id(self) -> str:
        """The id by which a box or a page shows the timer.

        Raises
        ------
        LogError
            Where the timer is closed.
        """
        if self.comm is None:
            raise LogError(
                "this timer is closed, or a later one of its log was made: one log has one timer at a time"
            )
        return super().model_id

    def close(self) -> None:
        """Close the timer, and its layout too, which would stay open for as long as the kernel lives."""
        super().close()
        self.layout.close()

    def _answer(self, _widget: object, message: object, _buffers: object) -> None:
        """Keep a message's records and answer it, in whichever thread it came; the page must hear of any error."""
        if not isinstance(message, dict) or message.get("type") not in ("hello", "hold-finished", "plan-set"):
            return
        answer = {"type": "answered", "page": message.get("page"), "request": message.get("request")}
        answer |= {"kept": [], "gone": [], "refused": {}, "differs": {}}
        answer |= {"error": None, "last_change": None, "lacks": False}
        try:
            if message["type"] == "plan-set":
                answer["plan"] = keep_plan(self._log, message)
            else:
                keep(self._log, message["records"], answer)
            holds = self._log.holds()
            self._show(holds)
            answer["differs"] = differing(self._log, {each: message["records"][each] for each in answer["kept"]})
            answer |= self._last_change(holds, message.get("saw"))
        except Exception as error:
            answer["error"] = sentence(error)
        self.send(answer)

    def _last_change(self, holds: pd.DataFrame, saw: object) -> dict[str, object]:
        """Return what the page is to remember of the log, and whether the log lacks the change that it saw.

        That is the last change, and when the latest holds began, with their sides.
        """
        last = self._log.last_change()
        return {
            "last_change": last and {"token": last[0], "at": last[1], "holds": latest(holds)},
            "lacks": isinstance(saw, str) and not self._log.has_change(saw),
        }

    def _show(self, holds: pd.DataFrame) -> None:
        for name, value in log_shown(holds, self._log.diary(), self._exercise).items():
            setattr(self, name, value)
