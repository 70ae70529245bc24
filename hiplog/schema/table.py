"""What is true of every table of a log: columns with their dtypes, rules for their values, an id for each row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from hiplog.errors import LogError
from hiplog.interchange import as_frame
from hiplog.schema.people import check_person

_RECORDS = {"hold", "day", "plan", "mark"}  # what a row of an export may be


@dataclass(frozen=True, eq=False)
class Table:
    """The columns of one table of a log, and the rules that its rows keep.

    Attributes
    ----------
    name, one : str
        What its rows are called, and one of them: "holds", "hold".
    columns : dict of str
        The dtype of each column; the first is the id, `hold_id`. A column `day` has dates without a time.
    required : tuple of str
        The columns that must be given.
    identity : tuple of str
        The columns that make a row what it is: where they differ, two rows are two things.
    expected : dict of str
        What to say that was expected, for each column with a rule.
    choices, limits, patterns : dict
        The rules: the texts that there may be, the least and most of a number or time, a regular expression.
    defaults : dict
        What a missing value becomes.
    made : dict
        How missing ids are made of the rows: column -> function of the typed frame.
    agree : tuple of str
        Further columns that may not contradict each other in two rows of one id, where both are there.
    broken_by : callable, optional
        Given a typed frame, returns which rows break a rule of several columns, and a function of a row of the
        frame that says so.
    """

    name: str
    one: str
    columns: dict[str, str]
    required: tuple[str, ...]
    identity: tuple[str, ...]
    expected: dict[str, str]
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    limits: dict[str, pd.Interval] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, object] = field(default_factory=dict)
    made: dict[str, Callable[[pd.DataFrame], pd.Series]] = field(default_factory=dict)
    agree: tuple[str, ...] = ()
    broken_by: Callable[[pd.DataFrame], tuple[np.ndarray, Callable[[pd.Series], str]]] | None = None

    @property
    def id(self) -> str:
        """The column of the id."""
        return next(iter(self.columns))

    @property
    def always(self) -> tuple[str, ...]:
        """The columns of which no value is missing in what `conform` returns."""
        return (*self.made, *self.defaults, *self.required)

    def empty(self) -> pd.DataFrame:
        """Return a frame of no rows, with every column."""
        return self._empty.copy()

    @cached_property
    def _empty(self) -> pd.DataFrame:
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in self.columns.items()})

    def conform(self, given: object, *, where: str | None = None) -> pd.DataFrame:
        """Return rows with every column of the table, each with its dtype, all rules kept.

        Columns that are no part of the table are left out; a missing id is made of what the row is, any other
        missing column is missing values.

        Parameters
        ----------
        given : DataFrame or Arrow table
            With the required columns at least; of pandas with columns of any type, or of whatever else has
            `__arrow_c_stream__`.
        where : str, optional
            How an error begins to say which row it is about, with `{row}` for its number.

        Raises
        ------
        LogError
            Where a column or a value breaks a rule; it names the first such row. Where a column `person`, or one
            that is headed like it, which is no part of the table, has more than one (`hiplog.schema.people`).
        """
        where = where or f"{self.name}, row {{row}}"
        frame = as_frame(given, where=where)
        self._check_columns(frame)
        check_person(frame, self.name)
        self._check_records(frame)
        typed = pd.DataFrame({name: self._typed(frame, name) for name in self.columns}, copy=False)
        for name, value in self.defaults.items():
            typed[name] = typed[name].fillna(value)
        self._check(frame, typed, where)
        for name, make in self.made.items():
            if typed[name].isna().any():
                typed[name] = typed[name].fillna(make(typed))
        return typed

    def keeps_rule(self, values: pd.Series, name: str) -> np.ndarray:
        """Return which values, with the dtype of the column, are there and within the rule of it.

        Parameters
        ----------
        values : Series
        name : str
            The column.

        Returns
        -------
        array of bool
        """
        if name in self.choices:
            return values.isin(self.choices[name]).to_numpy()
        if name in self.patterns:
            return values.str.fullmatch(self.patterns[name]).eq(True).to_numpy()
        if name not in self.limits:
            return values.notna().to_numpy()
        limits = self.limits[name]
        is_time = self.columns[name].startswith("datetime")
        known = values.to_numpy() if is_time else values.to_numpy("float64", na_value=np.nan)
        over = known >= limits.left if limits.closed_left else known > limits.left
        kept = over & (known <= limits.right)
        return kept & values.dt.normalize().eq(values).to_numpy() if name == "day" else kept

    def check_ids(self, rows: pd.DataFrame) -> None:
        """Raise a LogError that names both rows, where one id stands for two different things."""
        again = rows[self.id].duplicated(keep=False).to_numpy()
        if not again.any():
            return
        some = rows.reset_index(drop=True)[again]
        for name in (*self.identity, *self.agree):
            first = some.groupby(self.id)[name].transform("first")
            differs = (some[name].ne(first) & some[name].notna()).to_numpy(dtype=bool)
            if differs.any():
                row = some.index[differs.argmax()]
                same = some[self.id].eq(some[self.id][row])
                other = some.index[(same & some[name].notna()).to_numpy().argmax()]
                raise LogError(
                    f"{self.name}, rows {other} and {row}: both have {self.id} {some[self.id][row]}, but {name} "
                    f"is {some[name][other]} and {some[name][row]}, expected one id for one {self.one}: give one "
                    "of them another, or none"
                )

    def _check_columns(self, rows: pd.DataFrame) -> None:
        lacking = [name for name in self.required if name not in rows]
        if lacking:
            needed = ", ".join(self.required)
            raise LogError(f"{self.name}: column {lacking[0]} is not there, expected {needed} at least")
        twice = [name for name in rows.columns[rows.columns.duplicated()] if name in self.columns]
        if twice:
            raise LogError(f"{self.name}: column {twice[0]} is there more than once, expected one of each")

    def _check_records(self, rows: pd.DataFrame) -> None:
        """Refuse an export of a log that was read as one table: days, plans and marks are rows of it too."""
        there = set(rows["record"].dropna().astype("str")) if "record" in rows else set()
        if there - {self.one} and there <= _RECORDS:
            raise LogError(
                f"{self.name}: column record has {', '.join(sorted(there))}: this is an export of a log, expected "
                f"hiplog.read_log(path), which reads each as what it is"
            )

    def _typed(self, given: pd.DataFrame, name: str) -> pd.Series:
        """Return one column with its dtype; what cannot be converted becomes missing, for `_check` to find."""
        dtype = self.columns[name]
        if name not in given:
            return pd.Series(None, given.index, dtype=dtype)
        values = given[name]
        if dtype == "str":
            try:
                return _texts(_without_points(values) if name == "note" else values)
            except UnicodeEncodeError as error:  # of pyarrow, which keeps texts where it is installed
                raise LogError(
                    f"{self.name}: {name} is {error.object!a}, which holds half a character, expected text"
                ) from error
        if values.dtype == dtype:
            return values
        if dtype.startswith("datetime"):
            return _local_times(values).astype(dtype)
        if name.endswith("_s") and pd.api.types.infer_dtype(values) in ("timedelta", "timedelta64"):
            return pd.to_timedelta(values).dt.total_seconds().astype(dtype)
        numbers = pd.to_numeric(values, errors="coerce")
        if dtype == "Int16":
            numbers = numbers.where((numbers % 1 == 0) & self.keeps_rule(numbers, name))
        return numbers.astype(dtype)

    def _check(self, given: pd.DataFrame, typed: pd.DataFrame, where: str) -> None:
        for name in [name for name in self.expected if name in given]:
            kept = self.keeps_rule(typed[name], name)
            if kept.all():
                continue
            wrong = ~kept if name in self.required else ~kept & _had_ink(given[name], typed[name])
            if wrong.any():
                row = int(wrong.argmax())
                there = given[name].tolist()[row]
                there = repr(there) if _had_ink(given[name], typed[name])[row] else "missing"
                raise LogError(
                    f"{where.replace('{row}', str(row))}: {name} is {there}, expected {self.expected[name]}"
                )
        if self.broken_by is not None:
            broken, said = self.broken_by(typed)
            if broken.any():
                row = int(broken.argmax())
                raise LogError(f"{where.replace('{row}', str(row))}: {said(typed.iloc[row])}")


def _texts(values: pd.Series) -> pd.Series:
    """Return texts, blank ones as missing; of a categorical each different text is looked at but once."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        different = _texts(values.cat.categories.to_series())
        return pd.Series(different.array.take(values.cat.codes.to_numpy(), allow_fill=True), index=values.index)
    empty = (texts := values.astype("str")).eq("")
    return texts.mask(empty) if empty.any() else texts


def _without_points(values: pd.Series) -> pd.Series:
    """Return notes that are whole numbers as they were written, which a missing one among them made floats."""
    if pd.api.types.is_float_dtype(values) and not (values.dropna() % 1).any():
        return values.astype("Int64")
    return values


def _local_times(values: pd.Series) -> pd.Series:
    """Return `values` as times; a number becomes missing."""
    if pd.api.types.is_numeric_dtype(values):
        return pd.Series(pd.NaT, values.index)
    texts = values.astype("str") if values.dtype == object else values
    return pd.to_datetime(texts, errors="coerce", format="ISO8601")


def _had_ink(given: pd.Series, typed: pd.Series) -> np.ndarray:
    """Return where something stood, whatever it became."""
    if typed.dtype == "str" or pd.api.types.is_numeric_dtype(given):
        return (typed if typed.dtype == "str" else given).notna().to_numpy()
    return given.notna().to_numpy() & given.astype("str").ne("").to_numpy()
