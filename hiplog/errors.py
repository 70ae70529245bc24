"""The one exception raised on purpose."""


class LogError(ValueError):
    """Something given to hiplog cannot be used; says where, what was there, and what was expected.

    Attributes
    ----------
    columns : dict of str
        Where a file's columns were not understood: their headers, and what each was taken for. What is wrong there
        can be told to `hiplog.read_log` by its own `columns`.
    cells : dict of list of str
        Up to three of the texts that stand in each of those columns, where they were found.
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
