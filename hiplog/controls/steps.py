"""The buttons of an editor that take back the last change of a log, and make it again."""

from collections.abc import Callable

import ipywidgets as widgets

from hiplog.interchange import KeepsHolds


class Steps(widgets.HBox):
    """Undo and Redo, each named by what it would do.

    Parameters
    ----------
    log : Log
    do : callable
        Is given what a button does, a function that returns a sentence, to do it and to show both.
    """

    def __init__(self, log: KeepsHolds, do: Callable[[Callable[[], str]], None]) -> None:
        self._log = log
        self.undo, self.redo = (widgets.Button(layout={"width": "auto"}) for _ in range(2))
        self.undo.on_click(lambda _: do(lambda: self._step("undo")))
        self.redo.on_click(lambda _: do(lambda: self._step("redo")))
        self._asked = ""  # about which change of somebody else's the person was asked
        self._next = {"undo": "", "redo": ""}
        super().__init__([self.undo, self.redo], layout={"flex_flow": "row wrap"})

    def show(self) -> None:
        """Let the buttons say what they would take back and make again."""
        self._next = {"undo": self._log.next_undo(), "redo": self._log.next_redo()}
        for button, way in ((self.undo, "undo"), (self.redo, "redo")):
            what = self._next[way]
            button.description = f"{way.capitalize()}: {what}" if what else way.capitalize()
            button.disabled = not what
        if self._asked != self._next["undo"]:
            self._asked = ""

    def _step(self, way: str) -> str:
        """Undo or redo what the button names; what was not done here only once that was pressed again."""
        what = self._next[way]
        if way == "undo" and not self._log.changed_here and self._asked != what:
            self._asked = what
            return f"This was not done here: {what}. Press Undo again to take it back."
        return self._log.undo(expect=what) if way == "undo" else self._log.redo(expect=what)
