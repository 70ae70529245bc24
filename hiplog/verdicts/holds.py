"""The holds that words are about: which there are, and whose."""

import pandas as pd

from hiplog.counts import counted
from hiplog.exercise import EXERCISES

EXAMPLE_IN_WORDS = "Example, nobody's data."


def nothing_in_words(held: pd.DataFrame) -> str:
    """Say that no hold was chosen, and what there was to choose from.

    Parameters
    ----------
    held : DataFrame
        What `hiplog.measures.holds.selection.chosen` returned.
    """
    asked, there_is = held.attrs.get("asked"), held.attrs.get("there_is")
    if not there_is:
        return "no holds yet"
    of = f" of {EXERCISES[asked].title.lower()}" if asked else ""
    n = there_is.get(asked, 0) if asked else sum(there_is.values())
    if n:
        return f"no hold{of} in these days, but {n:,} in others"
    return f"no hold{of}, but " + " and ".join(f"{n:,} of {name}" for name, n in there_is.items())


def of_holds(some: int, n: int) -> str:
    """Return some of several holds, like 3 of 28 holds."""
    return f"{some} of {counted(n, 'hold')}"
