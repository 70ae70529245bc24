"""Days as numbers, and frames with fixed columns."""

import numpy as np
import pandas as pd


def day_number(day: pd.Series | pd.DatetimeIndex) -> np.ndarray:
    """Return days since 1970 as whole numbers."""
    return day.to_numpy().astype("datetime64[D]").astype("int64")


def table(columns: dict[str, str], parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the parts under each other with these columns and dtypes, which no rows have too."""
    whole = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(columns))
    return whole[list(columns)].astype(columns)
