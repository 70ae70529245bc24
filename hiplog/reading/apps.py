"""The exports of known apps, as data: an app is one entry below, and nothing else need be touched.

An app is known by its header: all of `headers` must be there. `columns` says what its columns mean, in the words
of `columns.meaning.MEANINGS`; a column that is not named there is left alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hiplog.reading.languages.words import bare


@dataclass(frozen=True)
class App:
    """How one app writes its export."""

    name: str  # as a person knows it
    headers: tuple[str, ...]  # that are all there in this app's files, and together in no other's
    columns: Mapping[str, str]  # by their headers what they mean; see `columns.meaning.MEANINGS`
    # A row is read where this column has one of the words; else it is skipped for that reason.
    only: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    # A row where this column has one of the words is skipped for that reason.
    never: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    side_in: tuple[str, ...] = ()  # headers where the side may stand, besides the exercise's name
    glued_label: bool = False  # in old files the label is glued to the value: `0:01:35:left`
    unit_s: float = 1.0  # seconds in the unit of a plain number
    no_hold: tuple[str, ...] = ()  # what stands in the place of a hold where there was none, besides 0
    file_name: str = ""  # the file is called so; its folder's name is then the exercise
    habits: bool = False  # every other column is an exercise, named by its header
    # People name the other columns, or say in any of them what they did: those are told as in any other file.
    by_hand: bool = False
    refused: str = ""  # why there can be no hold in the app's files, where that is so


def _nothing(*headers: str) -> dict[str, str]:
    """Return headers that say nothing to us, of what an app or a survey counts for itself."""
    return dict.fromkeys(headers, "nothing")


APPS = (
    App(
        "CalisthenicsMemory",
        ("exerciseName", "exerciseType", "setNumber", "valueRight", "valueLeft"),
        {"exerciseName": "exercise", "date": "date", "time": "time", "valueRight": "right", "valueLeft": "left",
         "comment": "note"},
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
        never={"Set Order": (("rest timer", "note"), "a rest timer or a note")},
        side_in=("Notes",),
    ),
    App(
        "Strong",
        ("Nom de l'entraînement", "Nom de l'exercice", "Ordre de la série", "Secondes"),
        {"Date": "date", "Nom de l'exercice": "exercise", "Secondes": "hold", "Notes": "note"},
        never={"Ordre de la série": (("rest timer", "note", "minuteur de repos", "repos", "remarque"),
                                     "a rest or a note")},
        side_in=("Notes",),
    ),
    App(
        "Hevy",
        ("title", "start_time", "exercise_title", "set_index", "duration_seconds"),
        {"start_time": "date", "exercise_title": "exercise", "duration_seconds": "hold", "exercise_notes": "note"},
        side_in=("exercise_notes",),
    ),
    App(
        "Clockify",
        ("Description", "Start Date", "Start Time", "Duration (h)", "Duration (decimal)"),
        {"Start Date": "date", "Start Time": "time", "Duration (h)": "hold", **_nothing("End Date", "End Time",
         "Duration (decimal)", "Email", "Client", "Group", "Billable", "Date of creation")},
        by_hand=True,
    ),
    App(
        "Toggl",
        ("Description", "Billable", "Start date", "Start time", "Duration"),
        {"Start date": "date", "Start time": "time", "Duration": "hold",
         **_nothing("End date", "End time", "Stop date", "Stop time", "Email", "Client", "Billable")},
        by_hand=True,
    ),
    App(
        "Simple Time Tracker",
        ("activity name", "time started", "time ended", "duration minutes"),
        {"activity name": "exercise", "time started": "date", "duration": "hold", "comment": "note",
         **_nothing("time ended", "duration minutes")},
        by_hand=True,
    ),
    *(
        App(
            "Strava",
            (number, begun, name, elapsed),
            {begun: "date", name: "exercise", elapsed: "hold", described: "note"},
            side_in=(described,),
        )
        for number, begun, name, described, elapsed in (
            ("Activity ID", "Activity Date", "Activity Name", "Activity Description", "Elapsed Time"),
            ("Aktivitäts-ID", "Aktivitätsdatum", "Name der Aktivität", "Aktivitätsbeschreibung",
             "Verstrichene Zeit"),
            ("ID de l'activité", "Date de l'activité", "Nom de l'activité", "Description de l'activité",
             "Temps écoulé"),
            ("ID de actividad", "Fecha de la actividad", "Nombre de la actividad", "Descripción de la actividad",
             "Tiempo transcurrido"),
            ("ID attività", "Data dell'attività", "Nome dell'attività", "Descrizione dell'attività",
             "Tempo trascorso"),
            ("ID da atividade", "Data da atividade", "Nome da atividade", "Descrição da atividade",
             "Tempo decorrido"),
            ("Activiteits-ID", "Datum van activiteit", "Naam activiteit", "Beschrijving activiteit",
             "Verstreken tijd"),
        )
    ),
    *(
        App("Garmin Connect", (kind, favourite, title, time), {date: "date", title: "exercise", time: "hold"})
        for kind, date, favourite, title, time in (
            ("Activity Type", "Date", "Favorite", "Title", "Time"),
            ("Aktivitätstyp", "Datum", "Favorit", "Titel", "Zeit"),
            ("Type d'activité", "Date", "Favori", "Titre", "Heure"),
            ("Tipo de actividad", "Fecha", "Favorito", "Título", "Tiempo"),
            ("Tipo di attività", "Data", "Preferito", "Titolo", "Tempo"),
            ("Tipo de atividade", "Data", "Favorito", "Título", "Tempo"),
            ("Activiteittype", "Datum", "Favoriet", "Titel", "Tijd"),
            ("Aktivitetstyp", "Datum", "Favorit", "Titel", "Tid"),
            ("Aktivitetstype", "Dato", "Favorit", "Titel", "Tid"),
            ("Typ aktywności", "Data", "Ulubione", "Tytuł", "Czas"),
        )
    ),
    App(
        "Bodyweight Fitness",
        ("Routine", "Exercise", "Set Order", "Weight Units", "Reps", "Minutes", "Seconds"),
        {"Exercise": "exercise", **_nothing("Workout Length", "End Time", "Set Order", "Weight", "Reps")},
        by_hand=True,
    ),
    App(
        "FastNFitness",
        ("TABLE", "DATE", "TIME", "EXERCISE", "EXERCISE_TYPE", "SECONDS"),
        {"DATE": "date", "TIME": "time", "EXERCISE": "exercise", "SECONDS": "hold", "NOTES": "note"},
        only={"TABLE": (("record",), "no record of an exercise")},
        side_in=("NOTES",),
    ),
    App(
        "HabitBull",
        ("HabitName", "HabitCategory", "CalendarDate", "Value"),
        {"HabitName": "exercise", "CalendarDate": "date", "Value": "hold", "CommentText": "note"},
        side_in=("CommentText",),
    ),
    App("Qualtrics", ("RecordedDate", "ResponseId", "Progress", "Finished"), _nothing(
        "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate",
        "ResponseId", "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage",
    ), by_hand=True),
    App("LimeSurvey", ("submitdate. Date submitted", "lastpage. Last page"), _nothing(
        "id. Response ID", "lastpage. Last page", "startlanguage. Start language", "seed. Seed",
        "interviewtime. Total time", "datestamp. Date last action", "ipaddr. IP address",
    ), by_hand=True),
    App("LimeSurvey", ("submitdate", "lastpage", "startlanguage"), _nothing(
        "lastpage", "startlanguage", "seed", "interviewtime", "datestamp", "ipaddr", "refurl",
    ), by_hand=True),
    App("KoboToolbox", ("_id", "_uuid", "_submission_time", "_index"), _nothing(
        "end", "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by",
        "__version__", "_tags", "_index",
    ), by_hand=True),
    *(
        App("REDCap", headers, _nothing(
            "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "redcap_survey_identifier",
            "redcap_data_access_group", "Event Name", "Repeat Instrument", "Repeat Instance", "Survey Identifier",
            "Data Access Group", "Complete?",
        ), by_hand=True)
        for headers in (("redcap_event_name",), ("redcap_repeat_instance",), ("redcap_survey_identifier",),
                        ("Record ID", "Event Name"), ("Record ID", "Repeat Instance"))
    ),
    App("Daylio", ("full_date", "weekday", "mood", "activities"),
        _nothing("weekday", "mood", "activities", "scales"), by_hand=True,
        refused="moods and activities, and no seconds"),
    App("Tindeq", ("date", "tag", "time", "weight"), {}, refused="traces of a force, and no hold"),
    App("Streaks", ("task_id", "title", "entry_type", "entry_date", "quantity"),
        {"title": "exercise", "entry_date": "date", "quantity": "hold", "notes": "note"}),
    App("Streaks", ("task_id", "title", "entry_type", "entry_date"), {}, refused="what was done, and no seconds"),
    App("Apple Health", ("type", "sourceName", "startDate", "endDate", "value"), {},
        refused="measures of the body, and no side"),
)  # fmt: skip


def app_of(headers: Sequence[str], file_name: str) -> App | None:
    """Return the app whose header this is, or None."""
    here = {bare(header) for header in headers if len(header) <= 100}
    for app in APPS:
        if app.file_name and app.file_name != file_name.lower():
            continue
        if all(bare(header) in here for header in app.headers):
            return app
    return None
