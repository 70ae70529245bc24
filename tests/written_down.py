"""Pages that say what is so, kept beside the tests: what is so now is held against them."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import numpy as np

NUMBER = re.compile(r"-?\d+\.\d+")  # whole numbers are counts, days and words, and are the same or not


def number(x: float, digits: int) -> str:
    """Return a number as a page has it, never as -0."""
    return f"{np.round(float(x), digits) + 0.0:.{digits}f}"


def differing(now: str, kept: str, *, within: float) -> Iterator[tuple[str, str]]:
    """Yield the lines that are not alike, as they are and as they were; machines differ in the last digits."""
    for one, other in zip_longest(now.splitlines(), kept.splitlines(), fillvalue="(no such line)"):
        if one != other and not (
            NUMBER.sub("#", one) == NUMBER.sub("#", other)
            and np.allclose(*(np.array(NUMBER.findall(line), dtype=float) for line in (one, other)), 1e-4, within)
        ):
            yield one, other


def parts(page: Path) -> dict[str, str]:
    """Return the parts of a kept page by their names."""
    sections = re.split(r"(?m)^# ", page.read_text(encoding="utf-8"))[1:]
    named = (section.partition("\n") for section in sections)
    return {name: text.strip("\n") for name, _, text in named}


def write(page: Path, sections: dict[str, str]) -> None:
    """Write a page anew."""
    page.write_text("\n".join(f"# {name}\n{text.rstrip()}\n" for name, text in sections.items()), encoding="utf-8")
