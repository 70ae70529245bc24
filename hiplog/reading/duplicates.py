"""Holds of a file that a log seems to have already, from another file or another app."""

import numpy as np
import pandas as pd

_SAME = ["exercise", "side", "seconds"]
_A_SECOND = 10  # tenths of it
_PART_OF_AN_HOUR = pd.Timedelta(minutes=15)  # all offsets are whole numbers of it
_FARTHEST = pd.Timedelta(hours=14)  # from UTC, anywhere
_HEAP = 0.2  # of all holds, that are of the same seconds
_FEWEST = 3  # holds that a clock may be said to be ahead of UTC for
_MOST = 0.5  # of the holds from the first to the last of these, on days that both have


def look_alike(holds: pd.DataFrame, known: pd.DataFrame, *, rounded: bool = True, sure: bool = True) -> pd.Series:
    """Return which holds look like ones that are known under another id.

    Alike are two holds of one exercise and side, of the same seconds (to a tenth, or to less than a second of
    whole ones where no other is within one), that began in the same minute; or in the same minute of UTC, where
    both tell their offset; or, to a tenth, on the same day, where one of them has no time.
    Where those of one frame are in UTC and those of the other tell no offset, they are alike by any offset by
    which most of some weeks are. Each known hold is like one of `holds` at most, and one whose id is in both
    frames is like no other.

    Parameters
    ----------
    holds, known : DataFrame
        With the columns of `hiplog.schema.COLUMNS`.
    rounded : bool
        Whether seconds that differ by less than one are alike.
    sure : bool
        Whether an offset counts only that hardly two sessions have by chance; if not, so does one by which all
        match on the days that both have, though seconds come again in them.

    Returns
    -------
    Series of bool
        On the index of `holds`.
    """
    new = _keys(holds[~holds["hold_id"].isin(known["hold_id"])])
    old = _keys(known[~known["hold_id"].isin(holds["hold_id"])])
    for moment, new_timed, old_timed in (
        ("minute", True, True),
        ("utc", True, True),
        ("day", False, None),
        ("day", None, False),
    ):
        ours, theirs = _with(new, moment, new_timed), _with(old, moment, old_timed)
        key = [*_SAME, moment, "number"]
        pairs = ours[[*key, "place"]].merge(theirs[[*key, "place"]], on=key, suffixes=("_new", "_old"))
        new.loc[new["place"].isin(pairs["place_new"]), "matched"] = True
        old.loc[old["place"].isin(pairs["place_old"]), "matched"] = True
    if rounded:
        _match_rounded(new, old)
    for ours, theirs in ((new, old), (old, new)):
        _match_utc(ours, theirs, sure)
    return pd.Series(holds["hold_id"].isin(new.loc[new["matched"], "hold_id"]), index=holds.index, name="alike")


def _keys(holds: pd.DataFrame) -> pd.DataFrame:
    """Return what tells whether two holds are alike; `utc` is missing where no offset is known."""
    started, offset = holds["started_at"], holds["utc_offset_min"].astype("float64")
    minute = started.dt.floor("min")
    return pd.DataFrame({
        "hold_id": holds["hold_id"].astype(object),
        "exercise": holds["exercise"].astype(object),
        "side": holds["side"].astype(object),
        "seconds": (holds["hold_s"] * 10).round(),
        "started_at": started,
        "has_seconds": started != minute,
        "second": started.dt.second,
        "minute": minute,
        "utc": (minute - pd.to_timedelta(offset.fillna(0), unit="min")).where(offset.notna()).astype(minute.dtype),
        "day": started.dt.floor("D"),
        "timed": started != started.dt.floor("D"),
        "place": np.arange(len(holds)),
        "matched": False,
    }).reset_index(drop=True)  # fmt: skip


def _with(keys: pd.DataFrame, moment: str, timed: bool | None) -> pd.DataFrame:
    """Return those that are not matched yet and have a moment, each numbered among its equals."""
    kept = ~keys["matched"] & keys[moment].notna()
    kept &= True if timed is None else keys["timed"] == timed
    some = keys[kept].copy()
    some["number"] = some.groupby([*_SAME, moment]).cumcount()
    return some


def _match_rounded(new: pd.DataFrame, old: pd.DataFrame) -> None:
    """Match holds of one minute whose seconds differ by less than one, as where those of a copy were rounded."""
    for moment in ("minute", "utc"):
        pairs = _with(new, moment, timed=True).merge(
            _with(old, moment, timed=True), on=["exercise", "side", moment], suffixes=("", "_old")
        )
        pairs = pairs[(pairs["seconds"] - pairs["seconds_old"]).abs() < _A_SECOND]
        are_whole = (pairs["seconds"] % _A_SECOND == 0) | (pairs["seconds_old"] % _A_SECOND == 0)
        begin_apart = pairs["has_seconds"] & pairs["has_seconds_old"] & (pairs["second"] != pairs["second_old"])
        pairs = pairs[are_whole & ~begin_apart]
        pairs = pairs[~(pairs["place"].duplicated(keep=False) | pairs["place_old"].duplicated(keep=False))]
        new.loc[pairs["place"], "matched"] = True
        old.loc[pairs["place_old"], "matched"] = True


def _match_utc(in_utc: pd.DataFrame, local: pd.DataFrame, sure: bool) -> None:
    """Match what is in UTC with what tells no offset, by each offset by which most holds of some weeks match.

    Seconds that come again and again, such as those of a target, tell no session from another, and nor does a time
    of day that is the same each day. That all match, on days that both have, does where it need not be sure.
    """
    ours = _with(in_utc[in_utc["utc"] == in_utc["minute"]], "utc", timed=True)
    theirs = _with(local[local["utc"].isna()], "minute", timed=True)
    moment = "started_at" if ours["has_seconds"].any() and theirs["has_seconds"].any() else "minute"
    for frame in (ours, theirs):
        frame["part"] = frame[moment] - frame["minute"].dt.floor(_PART_OF_AN_HOUR)
    counts = ours["seconds"].value_counts()
    heaped = counts.index[(counts > 1) & (counts > _HEAP * len(ours))]  # of four different ones each is a fourth
    days = pd.concat([theirs.assign(day=theirs["day"] + pd.Timedelta(days=day)) for day in (-1, 0, 1)])
    pairs = ours.merge(days, on=[*_SAME, "part", "day"], suffixes=("", "_local"))
    pairs["offset"] = pairs["minute_local"] - pairs["minute"]
    pairs = pairs[pairs["offset"].abs() <= _FARTHEST]
    n_shared = min(one["day"].isin(other["day"]).sum() for one, other in ((ours, theirs), (theirs, ours)))
    for _, of in sorted(pairs.groupby("offset"), key=lambda group: -len(group[1])):
        free = of[~(in_utc["matched"][of["place"]].to_numpy() | local["matched"][of["place_local"]].to_numpy())]
        once = free[~(free["place"].duplicated() | free["place_local"].duplicated())]
        between = ours["day"].between(once["day"].min(), once["day"].max()) & ours["day"].isin(theirs["day"])
        telling, of_all = (of[~of["seconds"].isin(heaped)] for of in (once, ours[between]))
        are_most = telling["part"].nunique() >= _FEWEST and len(telling) > _MOST * len(of_all)
        if are_most or (not sure and len(once) == n_shared and _are_several(once)):
            in_utc.loc[once["place"], "matched"] = True
            local.loc[once["place_local"], "matched"] = True


def _are_several(holds: pd.DataFrame) -> bool:
    """Return whether holds are of days that do not begin alike, of some moments and several seconds of a side."""
    begun = holds.sort_values("started_at").drop_duplicates("day")["part"].nunique()
    seconds = holds.groupby("side")["seconds"].nunique().max()
    return bool(holds["part"].nunique() >= _FEWEST and begun > 1 and seconds > 1)
