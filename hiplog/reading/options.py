"""What the caller of `read_log` settles, and whether it can be meant."""

from dataclasses import dataclass, fields
from zoneinfo import ZoneInfo

from hiplog.reading.columns.meanings import MEANINGS, meaning
from hiplog.reading.values.durations import UNITS
from hiplog.schema import COLUMNS, LogError

_TYPES = {"columns": dict, "day_first": bool, "year": int}  # all others are texts
_EXPECTED = {
    dict: "headers and what they mean, like {'L': 'left'}",
    str: "a text",
    bool: "True or False",
    int: "a year like 2024",
}


@dataclass(frozen=True)
class Options:
    """What the caller of `read_log` settles; None is left to the file."""

    columns: dict[str, str] | None = None
    day_first: bool | None = None
    year: int | None = None
    unit: str | None = None
    exercise_contains: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    person: str | None = None
    timezone: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name, given in self.given().items():
            wanted = _TYPES.get(name, str)
            if not isinstance(given, wanted) or (wanted is int and isinstance(given, bool)):
                raise LogError(f"{name} is {given!r}, expected {_EXPECTED[wanted]}")
        if self.unit not in (None, *UNITS):
            raise LogError(f"unit is {self.unit!r}, expected one of {', '.join(UNITS)}")
        if self.year is not None and not 1900 <= self.year <= 2199:
            raise LogError(f"year is {self.year}, expected one from 1900 to 2199")
        for header, said in (self.columns or {}).items():
            if said not in (*MEANINGS, *COLUMNS) and not (isinstance(said, str) and meaning(said).unit == "100"):
                raise LogError(f"columns says that {header!r} is {said!r}, expected one of {', '.join(MEANINGS)}")
        if self.timezone is not None:
            _check_timezone(self.timezone)

    def given(self) -> dict[str, object]:
        """Return the options that were given."""
        named = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in named.items() if value is not None}


def _check_timezone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # there is none of that name, or it is no name, or a folder of them
        raise LogError(f"timezone is {name!r}, expected one like 'Europe/Berlin'") from None
