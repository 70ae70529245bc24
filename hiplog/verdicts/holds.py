"""The holds that words are about: how many, and whose."""

from hiplog.counts import counted

EXAMPLE_IN_WORDS = "Example, nobody's data."


def of_holds(some: int, n: int) -> str:
    """Return some of several holds, like 3 of 28 holds."""
    return f"{some} of {counted(n, 'hold')}"
