"""Whose holds are another one's too, of people of whom not all holds are kept at once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

SAMPLE = "sample"  # of a person's row: some of their holds, as numbers
_MOST = 256  # holds of one person; of more, those whose numbers are least, which are the same ones in every file
_FEWEST = 10  # holds that two people share, below which it may be chance
_SHARE = {True: 0.3, False: 0.5}  # of them, where times are exact; else two people's holds are soon alike
_MOST_OF_ONE = 20  # people who have one hold: of more, a class that began at one time


def sample(held: pd.DataFrame) -> tuple[np.ndarray, bool]:
    """Return up to so many of a person's holds as numbers, equal for equal holds; and whether times are exact.

    Where these are of minutes or days, holds that reached their target are none of them: everybody has such.
    """
    is_exact = bool((held["started_at"].dt.second != 0).mean() > 0.5)
    telling = held if is_exact else held[~(held["hold_s"] >= held["target_s"])]
    numbers = pd.util.hash_pandas_object(telling[["started_at", "side", "hold_s"]], index=False).to_numpy()
    return np.unique(numbers)[:_MOST], is_exact


def shared(samples: Sequence[tuple[np.ndarray, bool] | None]) -> Iterator[tuple[int, int, float]]:
    """Yield who shares holds with whom, by their places, and which share of those of theirs that tell.

    Parameters
    ----------
    samples : sequence
        What `sample` returned for each; None of who has no holds.
    """
    kept = [of[0] if of else np.empty(0, dtype="uint64") for of in samples]
    sizes = [len(of) for of in kept]
    if not sum(sizes):
        return
    numbers, whose = np.concatenate(kept), np.repeat(np.arange(len(kept)), sizes)
    order = np.argsort(numbers, kind="stable")
    numbers, whose = numbers[order], whose[order]
    starts = np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))
    ends = np.append(starts[1:], len(numbers))
    pairs: Counter[tuple[int, int]] = Counter()
    several = (ends - starts > 1) & (ends - starts <= _MOST_OF_ONE)
    for start, end in zip(starts[several], ends[several], strict=True):
        pairs.update(combinations(whose[start:end].tolist(), 2))
    for (one, other), n in pairs.most_common():
        for at, beside in ((one, other), (other, one)):
            share = n / _comparable(kept[at], kept[beside])
            are_exact = all(of is not None and of[1] for of in (samples[at], samples[beside]))
            if n >= _FEWEST and share >= _SHARE[are_exact]:
                yield at, beside, share


def _comparable(one: np.ndarray, other: np.ndarray) -> int:
    """Return how many of one's numbers the other's sample would have, were they there too."""
    reach = other[-1] if len(other) == _MOST else np.iinfo("uint64").max
    return int((one <= reach).sum())
