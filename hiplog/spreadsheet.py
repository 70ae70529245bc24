"""Texts that leave for a spreadsheet: none of them is run as a formula there, and each comes back as it was."""

import os
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pandas as pd
from pandas.api.types import is_numeric_dtype

# What begins a formula, also in full width, after blanks, and after a tab or an end of line.
_BEGINS = re.compile(r"'*[\s\0\u200b\ufeff]*[=+\-@\uff0b\uff0d\uff1d\uff20]|'*[\t\r\n]")
_NUMBER = re.compile(r"[+-]*[\d.,: ]*")  # a number, a lone dash: nothing in it can be run


def harmless(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would run it, or where it looks like such."""
    return f"'{text}" if _BEGINS.match(text) and not _NUMBER.fullmatch(text) else text


def as_written(text: str) -> str:
    """Return a text as it was before `harmless`."""
    return text[1:] if text[:1] == "'" and _BEGINS.match(text, 1) else text


def harmless_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose texts, and the names of whose columns, are harmless."""
    made = frame.copy()
    for at, dtype in enumerate(frame.dtypes):
        if not is_numeric_dtype(dtype):  # some pandas make floats of whole numbers that pass through a function
            cells = frame.iloc[:, at]
            made.isetitem(at, cells.map(lambda cell: harmless(cell) if isinstance(cell, str) else cell))
    return made.rename(columns=harmless)


def save_rejected(rejected: pd.DataFrame, folder: Path, name: str, in_words: Callable[[str], str]) -> Path:
    """Save refused rows beside others, for their owner alone, and return where; nothing is written over.

    Where a file of that name is there, it may be half mended: the next gets a number. The same rows again are not
    saved twice.

    Parameters
    ----------
    rejected : DataFrame
        `Reading.rejected`.
    folder : Path
        Which is there.
    name : str
        The name of the file that they come from.
    in_words : callable
        Gives what was expected of a row in the words of where it is mended: of a form, or of a terminal.

    Raises
    ------
    OSError
        Where nothing can be written there.
    """
    told = rejected.assign(expected=rejected["expected"].map(in_words))
    content = harmless_frame(told).to_csv(index=False).encode()
    for number in count(1):
        path = folder / f"{Path(name).stem}_rejected{'' if number == 1 else f'_{number}'}.csv"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == content:
                return path
            continue
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        return path
