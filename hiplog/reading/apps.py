"""The exports of known apps, as data: an app is one entry below, and nothing else need be touched.

An app is known by its header: all of `headers` must be there. `columns` says what its columns mean, in the words
of `columns.meaning.MEANINGS`; a column that is not named there is left alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hiplog.reading.languages.words import bare


@dataclass(frozen=True)
class App:
    """How one app writes its export.

    Attributes
    ----------
    name : str
        As a person knows it.
    headers : tuple of str
        Headers that are all there in this app's files, and together in no other's.
    columns : mapping of header to meaning
        See `columns.meaning.MEANINGS`.
    only : mapping of header to (words, reason)
        A row is read where this column has one of the words; else it is skipped for that reason.
    never : mapping of header to (words, reason)
        A row where this column has one of the words is skipped for that reason.
    side_in : tuple of headers
        Where the side may stand, besides the exercise's name.
    glued_label : bool
        In old files the label is glued to the value: `0:01:35:left`.
    unit_s : float
        Seconds in the unit of a plain number.
    no_hold : tuple of str
        What stands in the place of a hold where there was none, besides 0.
    file_name : str
        The file is called so; its folder's name is then the exercise.
    habits : bool
        Every other column is an exercise, named by its header.
    """

    name: str
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    only: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    never: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    side_in: tuple[str, ...] = ()
    glued_label: bool = False
    unit_s: float = 1.0
    no_hold: tuple[str, ...] = ()
    file_name: str = ""
    habits: bool = False


_STRONG_SKIPS = (("rest timer", "note"), "a rest timer or a note")

APPS = (
    App(
        "CalisthenicsMemory",
        ("exerciseName", "exerciseType", "setNumber", "valueRight", "valueLeft"),
        {
            "exerciseName": "exercise",
            "date": "date",
            "time": "time",
            "valueRight": "right",
            "valueLeft": "left",
            "comment": "note",
        },
        only={"exerciseType": (("isometric",), "repetitions, not a hold")},
    ),
    App(
        "Track & Graph",
        ("FeatureName", "Timestamp", "Value"),
        {"FeatureName": "exercise", "Timestamp": "date", "Value": "hold", "Note": "note"},
        side_in=("Label", "Note"),
        glued_label=True,
    ),
    App(
        "Loop Habit Tracker",
        ("Date", "Value"),
        {"Date": "date", "Value": "hold", "Notes": "note"},
        unit_s=0.001,
        no_hold=("no", "skip", "unknown"),
        file_name="checkmarks.csv",
    ),
    App(
        "Loop Habit Tracker, all habits",
        ("Date",),
        {"Date": "date"},
        unit_s=0.001,
        no_hold=("no", "skip", "unknown", "yes manual", "yes auto"),
        file_name="checkmarks.csv",
        habits=True,
    ),
    App(
        "FitNotes",
        ("Date", "Exercise", "Category", "Reps", "Distance", "Distance Unit", "Time"),
        {"Date": "date", "Exercise": "exercise", "Time": "hold", "Comment": "note", "Notes": "note"},
        side_in=("Comment", "Notes"),
    ),
    App(
        "Strong",
        ("Workout Name", "Exercise Name", "Set Order", "Seconds"),
        {"Date": "date", "Exercise Name": "exercise", "Seconds": "hold", "Notes": "note"},
        never={"Set Order": _STRONG_SKIPS},
        side_in=("Notes",),
    ),
    App(
        "Strong",
        ("Nom de l'entraînement", "Nom de l'exercice", "Ordre de la série", "Secondes"),
        {"Date": "date", "Nom de l'exercice": "exercise", "Secondes": "hold", "Notes": "note"},
        never={
            "Ordre de la série": (
                ("rest timer", "note", "minuteur de repos", "repos", "remarque"),
                "a rest or a note",
            )
        },
        side_in=("Notes",),
    ),
    App(
        "Hevy",
        ("title", "start_time", "exercise_title", "set_index", "duration_seconds"),
        {"start_time": "date", "exercise_title": "exercise", "duration_seconds": "hold", "exercise_notes": "note"},
        side_in=("exercise_notes",),
    ),
)


def app_of(headers: Sequence[str], file_name: str) -> App | None:
    """Return the app whose header this is, or None."""
    here = {bare(header) for header in headers if len(header) <= 100}
    for app in APPS:
        if app.file_name and app.file_name != file_name.lower():
            continue
        if all(bare(header) in here for header in app.headers):
            return app
    return None
