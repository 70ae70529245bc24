"""The timer: a widget whose clock is the browser's, and which keeps each hold until the log has it."""

from hiplog.timer.timer import HoldTimer

__all__ = ["HoldTimer"]
