"""What one file says of one person."""

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from hiplog.log import Log
from hiplog.schema import Diary


class Part(NamedTuple):
    """What one file says of one person.

    Attributes
    ----------
    file : Path
    person : str
        "" is whoever the file is of.
    holds : DataFrame
    diary : Diary
    log : Log or None
        The file, where it is a log of ours.
    """

    file: Path
    person: str
    holds: pd.DataFrame
    diary: Diary
    log: Log | None = None
