"""The one exception raised on purpose, and warnings that point at the line of who called."""

import inspect
import warnings

_LINE = 200  # letters of a value that a sentence shows


class LogError(ValueError):
    """Something given to hiplog cannot be used; says where, what was there, and what was expected.

    Attributes
    ----------
    columns : dict of str
        Where a file's columns were not understood: their headers, and what each was taken for. What is wrong there
        can be told to `hiplog.read_log` by its own `columns`.
    cells : dict of list of str
        Up to three of the texts that stand in each of those columns, where they were found.

    Examples
    --------
    >>> try:
    ...     hiplog.balance(hiplog.example(), days=0)
    ... except hiplog.LogError as error:
    ...     print(error)
    balance: days is 0, expected a whole number from 1 to 36500
    """

    def __init__(
        self,
        message: str,
        *,
        columns: dict[str, str] | None = None,
        cells: dict[str, list[str]] | None = None,
    ) -> None:
        super().__init__(message)
        self.columns = columns or {}
        self.cells = cells or {}


def shown(value: object) -> str:
    """Return what was given, as a sentence shows it: as it is written where that is a line, else its kind.

    Where something lies in memory says nothing to a reader.
    """
    if isinstance(value, type):
        return f"the class {value.__name__}"
    written = repr(value)
    is_line = "\n" not in written and " at 0x" not in written and len(written) <= _LINE
    return written if is_line else f"a {type(value).__name__}"


def warn(said: str) -> None:
    """Warn of what is not refused and may not be meant, with the line outside of hiplog that led to it."""
    frame, level = inspect.currentframe(), 0
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "hiplog":
        frame, level = frame.f_back, level + 1
    warnings.warn(said, stacklevel=level + 1)
