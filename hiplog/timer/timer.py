"""The Python side of the timer: what it is set to, what it shows of the log, and the keeping of finished holds."""

import re
from numbers import Real
from pathlib import Path
from typing import ClassVar, Protocol

import anywidget
import pandas as pd
import traitlets

from hiplog.exercise import EXERCISES, FIRST_SIDE, MOST_PLAN, PLAN, RECORD_NOT_ADVICE, SIDES, WHEN_TO_STOP
from hiplog.schema import MOST_HOLD_S, LogError

_HERE = Path(__file__).parent
_MODULES = ("machine.js", "words.js", "keep.js", "view.js", "timer.js")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.js";\n', re.MULTILINE)
_RECENT = pd.Timedelta(days=2)  # enough for the page to say what was done today, wherever it is


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
    def change(self, hold_id: str, **values: object) -> None: ...  # noqa: D102
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
    target_s : float, optional
        The most seconds one means to hold.
    prepare_s, switch_s : float, optional
        Seconds to get ready, and to change sides.
    first_side : str, optional
        `left` or `right`.
    plan : int, optional
        Sessions meant per day, 1 to 3.

    Raises
    ------
    LogError
        Where an argument cannot be used, or the log cannot be read.
    """

    _esm = joined()
    _css = (_HERE / "timer.css").read_text("utf-8")
    _open: ClassVar[dict[str, "HoldTimer"]] = {}  # by the log's id

    log_id = traitlets.Unicode().tag(sync=True)
    exercise = traitlets.Unicode().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    first_side = traitlets.Unicode().tag(sync=True)
    target_s = traitlets.Float().tag(sync=True)
    prepare_s = traitlets.Float().tag(sync=True)
    switch_s = traitlets.Float().tag(sync=True)
    plan = traitlets.Int().tag(sync=True)
    steps = traitlets.Dict(help="side -> how to get into the position").tag(sync=True)
    past = traitlets.Dict(help="side -> last_s, best_s; None where there was no hold").tag(sync=True)
    recent = traitlets.List(help="the last days' holds: session_id, started_at, side, ended").tag(sync=True)
    when_to_stop = traitlets.Unicode(WHEN_TO_STOP).tag(sync=True)
    record_not_advice = traitlets.Unicode(RECORD_NOT_ADVICE).tag(sync=True)

    def __init__(
        self,
        log: KeepsHolds,
        *,
        exercise: str | None = None,
        target_s: float | None = None,
        prepare_s: float | None = None,
        switch_s: float | None = None,
        first_side: str | None = None,
        plan: int | None = None,
    ) -> None:
        chosen = EXERCISES[_one_of("exercise", exercise, EXERCISES, "hip_balance")]
        self._log = log
        settings = {
            "exercise": chosen.name,
            "title": chosen.title,
            "first_side": _one_of("first_side", first_side, SIDES, FIRST_SIDE),
            "target_s": _number("target_s", target_s, chosen.target_s, least=1, most=MOST_HOLD_S),
            "prepare_s": _number("prepare_s", prepare_s, chosen.prepare_s, most=MOST_HOLD_S),
            "switch_s": _number("switch_s", switch_s, chosen.switch_s, most=MOST_HOLD_S),
            "plan": _one_of("plan", plan, range(1, MOST_PLAN + 1), PLAN),
            "steps": {side: list(chosen.steps_for(side)) for side in SIDES},
        }
        shown = _shown(log.holds(), chosen.name)
        if log.id in self._open:
            self._open.pop(log.id).close()
        super().__init__(log_id=log.id, **settings, **shown)
        self._open[log.id] = self
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        return f"<HoldTimer {self.title}, up to {self.target_s:g} s a side: run this cell to use it>"

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
        for name, value in _shown(holds, self.exercise).items():
            setattr(self, name, value)


def _shown(holds: pd.DataFrame, exercise: str) -> dict[str, object]:
    """Return what the page shows of the log: each side's last and best seconds, and the holds of the last days."""
    holds = holds[holds["exercise"].eq(exercise)]
    recent = holds[holds["started_at"] > pd.Timestamp.now() - _RECENT]
    columns = recent[["session_id", "side", "ended"]].astype(object).where(lambda frame: frame.notna(), None)
    columns["started_at"] = recent["started_at"].dt.strftime("%Y-%m-%dT%H:%M:%S")
    past = {side: _past(holds[holds["side"].eq(side)]) for side in SIDES}
    return {"past": past, "recent": columns.to_dict("records")}


def _past(holds: pd.DataFrame) -> dict[str, float | None]:
    """Return the longest hold of the last session, and of all: `last_s` and `best_s`."""
    if holds.empty:
        return {"last_s": None, "best_s": None}
    last = holds[holds["session_id"].eq(holds["session_id"].iloc[-1])]
    return {"last_s": float(last["hold_s"].max()), "best_s": float(holds["hold_s"].max())}


def _one_of(name: str, value: object, choices: object, default: object) -> object:
    if value is None:
        return default
    if value not in choices:
        raise LogError(f"HoldTimer: {name} is {value!r}, expected one of {', '.join(map(str, choices))}")
    return value


def _number(name: str, value: object, default: float, *, least: float = 0, most: float) -> float:
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, Real) or not least <= value <= most:
        raise LogError(f"HoldTimer: {name} is {value!r}, expected seconds from {least} to {most:.0f}")
    return float(value)


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, LogError) else f"{type(error).__name__}: {error}"
