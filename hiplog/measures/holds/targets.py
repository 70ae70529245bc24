"""Where a log names no target, that at which its holds stop."""

import numpy as np
import pandas as pd

from hiplog.heaps import heaps


def with_heaps(held: pd.DataFrame) -> pd.DataFrame:
    """Return the holds with `at_heap` and `least_s`.

    Holds that are `at_heap` had no target and have now that at which they stop, as `target_s`. `least_s` is the
    seconds that a hold lasted at least: `hold_s`, but where seconds were rounded coarsely and stop at a target,
    what was rounded up to it.
    """
    unnamed = held["target_s"].isna() & held["ended"].isna()
    target_s, least_s = pd.Series(np.nan, held.index), held["hold_s"].copy()
    for _, part, heap in heaps(held[unnamed]):
        target_s[part.index] = heap.target_s
        least_s[part.index] = part["hold_s"].mask(heap.has(part["hold_s"]), heap.from_s)
    return held.assign(target_s=held["target_s"].fillna(target_s), at_heap=target_s.notna(), least_s=least_s)
