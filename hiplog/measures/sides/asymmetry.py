"""The difference of a left and a right number in percent, and in the other indices in use."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from hiplog.schema import LogError


def asymmetry(left: ArrayLike, right: ArrayLike) -> pd.DataFrame:
    """Express a pair of sides in the asymmetry indices in use.

    With d = log(right / left): balance = sign(d) (1 - exp(-abs(d))) 100; limb symmetry index LSI =
    100 exp(-abs(d)); bilateral asymmetry index BAI-1 = 100 tanh(d/2); symmetry index SI = 200 tanh(d/2); symmetry
    angle = 100 (atan(exp d) - pi/4) / (pi/2). All but the LSI are positive where right is longer.

    Parameters
    ----------
    left, right : float or array or Series
        Seconds, over 0; a missing value gives missing indices. `balance(holds)["left_s"]` and `["right_s"]`
        will do.

    Returns
    -------
    DataFrame
        One row per pair: `balance_pct`, `lsi_pct`, `bai1_pct`, `si_pct`, `symmetry_angle_pct`.

    Notes
    -----
    Bishop et al. (2016), Strength Cond. J. 38(5):27-34; the symmetry angle is that of Zifchock et al. (2008), Gait
    Posture 27:622-627.

    Examples
    --------
    >>> hiplog.asymmetry(left=[40, 60], right=[50, 60]).round(1)
       balance_pct  lsi_pct  bai1_pct  si_pct  symmetry_angle_pct
    0         20.0     80.0      11.1    22.2                 7.0
    1          0.0    100.0       0.0     0.0                 0.0
    """
    pair = _pair(left, right)
    if (pair <= 0).any(axis=None):
        raise LogError(f"asymmetry: a side is {pair.min(axis=None):g} seconds, expected seconds over 0")
    d = np.log(pair["right"] / pair["left"])
    return pd.DataFrame(
        {
            "balance_pct": percent(d),
            "lsi_pct": 100 * np.exp(-d.abs()),
            "bai1_pct": 100 * np.tanh(d / 2),
            "si_pct": 200 * np.tanh(d / 2),
            "symmetry_angle_pct": 100 * (np.arctan(np.exp(d)) - np.pi / 4) / (np.pi / 2),
        }
    )


def _pair(left: ArrayLike, right: ArrayLike) -> pd.DataFrame:
    if np.size(left) != np.size(right) and 0 not in (np.ndim(left), np.ndim(right)):
        raise LogError(
            f"asymmetry: left has {np.size(left)} values, right {np.size(right)}, expected as many, or one number"
        )
    if isinstance(left, pd.Series) and isinstance(right, pd.Series) and not left.index.equals(right.index):
        raise LogError("asymmetry: left and right have different indexes, expected the same in both, or arrays")
    if isinstance(left, dict) or isinstance(right, dict):  # pandas would look its keys up among the rows
        raise LogError("asymmetry: left or right is a dict, expected seconds over 0")
    try:
        return pd.DataFrame({"left": left, "right": right}, index=_index(left, right)).astype("float64")
    except (TypeError, ValueError) as error:
        raise LogError(f"asymmetry: left or right is no number ({error}), expected seconds over 0") from error


def _index(*sides) -> pd.Index | None:
    """Return the index that the pair brings along; plain numbers make one row."""
    for side in sides:
        if isinstance(side, pd.Series):
            return side.index
    return pd.RangeIndex(np.broadcast(*sides).size)


def percent(d):
    """Return the balance in percent, d being log(right / left)."""
    return np.sign(d) * -np.expm1(-np.abs(d)) * 100
