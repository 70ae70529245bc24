"""A measure for one person of many: the numbers are those that they would see alone."""

import inspect
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiplog import arguments
from hiplog.schema import LogError
from hiplog.study.record import Record

_NULLABLE = {"int64": "Int64", "bool": "boolean"}  # so that a row without numbers makes no others floats


@dataclass(frozen=True)
class Measured:
    """A measure with its options, to be called with one record after the other; an executor can send it."""

    measure: Callable[..., pd.DataFrame]
    options: dict[str, Any]

    def __call__(self, record: Record) -> pd.DataFrame:
        """Return the frame of the measure, with `person` in front and `why` at the end.

        Somebody of whom there are no numbers has one row that says why; what a measure warns of is said there too.
        """
        reasons = record.said
        rows = pd.DataFrame()
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", UserWarning)
            try:
                rows = self.measure(record.holds, **self._given(record))
            except LogError as error:
                reasons.append(str(error))
        for one in warned:
            if one.category is not UserWarning:
                warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
        reasons += dict.fromkeys(str(one.message) for one in warned if one.category is UserWarning)
        if not isinstance(rows, pd.DataFrame):
            name = getattr(self.measure, "__name__", "measure")
            there = f"a {type(rows).__name__}"
            raise LogError(f"Study.each: {name} returns {there}, expected a measure, which returns a DataFrame")
        if rows.empty:
            reasons = reasons or ["nothing in the log to measure"]
            rows = rows.astype({name: _NULLABLE.get(str(of), of) for name, of in rows.dtypes.items()}).reindex([0])
        rows = rows.assign(why=pd.Series("; ".join(reasons) or None, rows.index, dtype="str"))
        rows.insert(0, "person", pd.Series(record.member.person, rows.index, dtype="str"))
        return rows

    def _given(self, record: Record) -> dict[str, Any]:
        """Return the options, with the person's own days, plan and first day where they are not among them."""
        takes = inspect.signature(self.measure).parameters
        theirs = {"diary": record.diary, "plan": record.member.plan, "since": record.member.start}
        return {
            name: value for name, value in theirs.items() if name in takes and value is not None
        } | self.options


def measure_named(measure: str | Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Return a measure of hiplog by its name, or what is one already."""
    if callable(measure):
        return measure
    import hiplog  # every public name

    known = getattr(hiplog, measure, None) if isinstance(measure, str) else None
    if known is None or not callable(known) or measure.startswith("plot_"):
        raise arguments.refused("Study.each", "measure", measure, "a measure of hiplog, like 'balance'")
    return known
