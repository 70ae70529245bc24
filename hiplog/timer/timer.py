"""The Python side of the timer: what it is set to, what it shows of the log, and the keeping of finished holds."""

import re
from pathlib import Path
from typing import Any, ClassVar, Protocol

import anywidget
import pandas as pd
import traitlets

from hiplog import arguments
from hiplog.exercise import EXERCISES, RECORD_NOT_ADVICE, STRETCHES, WHEN_TO_STOP
from hiplog.schema import LogError
from hiplog.timer.settings import checked, settings_of
from hiplog.timer.shown import exercise_shown, log_shown

_HERE = Path(__file__).parent
_MODULES = (
    *("records.js", "machine.js", "words.js", "settings.js", "day.js", "cues.js"),  # pure functions
    *("keep.js", "signals.js", "screen.js"),  # the browser's storage, sound and voice, and screen
    *("nodes.js", "drawings.js", "forms.js", "view.js", "timer.js"),  # the page
)
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.js";\n', re.MULTILINE)


def joined(modules: tuple[str, ...] = _MODULES) -> str:
    """Return the page's modules as one, which is all that anywidget can load.

    Each file is an ES module that a browser or node loads as it is; here their imports of each other are left out,
    so no two of them may use the same name.
    """
    return "\n".join(_IMPORT.sub("", (_HERE / name).read_text("utf-8")) for name in modules)


class KeepsHolds(Protocol):
    """What the timer asks of its log."""

    id: str

    def add(self, holds: pd.DataFrame) -> int: ...  # noqa: D102
    def change(self, hold_id: str, **values: Any) -> object: ...  # noqa: D102
    def remove(self, ids: list[str]) -> int: ...  # noqa: D102
    def holds(self) -> pd.DataFrame: ...  # noqa: D102


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
        Sessions meant per day, 1 to 3.
    sounds, voice, flashes : bool, optional
        Whether steps are sounded, spoken, and flashed.
    volume : float, optional
        Of sounds and voice, 0 to 1.
    time_every_s : float, optional
        The time left is spoken each so many seconds; 0 for never.
    breath_s : float, optional
        Seconds of one breath of the breathing guide; 0 for no guide.
    reminders : bool, optional
        Whether the exercise's cues are shown and spoken now and then.

        What is given here cannot be changed in the timer. What is not is as chosen in the timer, where the browser
        remembers it for this log, and otherwise as `hiplog.timer.settings` has it.

    Raises
    ------
    LogError
        Where an argument cannot be used, or the log cannot be read.
    """

    _esm = joined()
    _css = (_HERE / "timer.css").read_text("utf-8")
    _open: ClassVar[dict[str, "HoldTimer"]] = {}  # by the log's id

    log_id = traitlets.Unicode().tag(sync=True)
    exercises = traitlets.List(help="the exercise and then its stretches").tag(sync=True)
    given = traitlets.Dict(help="the settings that were given as arguments").tag(sync=True)
    defaults = traitlets.Dict(help="every setting unless chosen").tag(sync=True)
    choices = traitlets.Dict(help="what the page offers for each setting").tag(sync=True)
    past = traitlets.Dict(help="exercise -> side -> last_s, best_s; None where there was no hold").tag(sync=True)
    first_sides = traitlets.Dict(help="what each choice of the first side means today").tag(sync=True)
    recent = traitlets.List(help="the last days' holds: session_id, started_at, side, ended").tag(sync=True)
    streak = traitlets.Dict(help="days in a row with a session, and the last of them").tag(sync=True)
    last_session = traitlets.List(help="the holds of the last session that was timed").tag(sync=True)
    when_to_stop = traitlets.Unicode(WHEN_TO_STOP).tag(sync=True)
    record_not_advice = traitlets.Unicode(RECORD_NOT_ADVICE).tag(sync=True)

    def __init__(
        self,
        log: KeepsHolds,
        *,
        exercise: str = "hip_balance",
        stretches: bool | None = None,
        first_side: str | None = None,
        target_s: float | None = None,
        prepare_s: float | None = None,
        switch_s: float | None = None,
        plan: int | None = None,
        sounds: bool | None = None,
        voice: bool | None = None,
        flashes: bool | None = None,
        volume: float | None = None,
        time_every_s: float | None = None,
        breath_s: float | None = None,
        reminders: bool | None = None,
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
        shown = log_shown(log.holds(), exercise)
        if log.id in self._open:
            self._open.pop(log.id).close()
        super().__init__(
            log_id=log.id,
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

    def close(self) -> None:
        """Close the timer, and its layout too, which would stay open for as long as the kernel lives."""
        super().close()
        self.layout.close()

    def _answer(self, _widget: object, message: dict, _buffers: object) -> None:
        """Keep a message's records and answer it, in whichever thread it came; the page must hear of any error."""
        if message.get("type") not in ("hello", "hold-finished"):
            return
        kept, errors = self._keep(message["records"])
        answer = {"type": "answered", "request": message["request"], "kept": kept, "errors": errors, "error": None}
        try:
            self._show(self._log.holds())
        except Exception as error:
            answer["error"] = _sentence(error)
        self.send(answer)

    def _keep(self, records: list[dict]) -> tuple[list[str], dict[str, str]]:
        """Put each record into the log; return the ids that are on disk, and a sentence for each that is not.

        One that the log refuses must not keep another out; only what the person discards goes out in one call, so
        that it is one change to undo.
        """
        errors = {}
        for record in records:
            hold = record["hold"]
            try:
                if not record["removed"]:
                    self._log.add(pd.DataFrame([hold]))
                    if record["changes"]:
                        self._log.change(hold["hold_id"], **record["changes"])
            except Exception as error:
                errors[hold["hold_id"]] = _sentence(error)
        removed = [record["hold"]["hold_id"] for record in records if record["removed"]]
        try:
            if removed:
                self._log.remove(removed)
        except Exception as error:
            errors |= dict.fromkeys(removed, _sentence(error))
        return [r["hold"]["hold_id"] for r in records if r["hold"]["hold_id"] not in errors], errors

    def _show(self, holds: pd.DataFrame) -> None:
        for name, value in log_shown(holds, self._exercise).items():
            setattr(self, name, value)


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, LogError) else f"{type(error).__name__}: {error}"
