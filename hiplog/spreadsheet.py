"""Texts that leave for a spreadsheet: none of them is run as a formula there, and each comes back as it was."""

import re

import pandas as pd

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
    return frame.map(lambda cell: harmless(cell) if isinstance(cell, str) else cell).rename(columns=harmless)
