"""What stands above a table and names what is in it: the exercise, the side, or that it is none of ours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hiplog.reading.columns.cells import MOST_SCORE, seconds_in
from hiplog.reading.columns.headers import kinds_of, meaning
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, has_digit, one_of, words
from hiplog.reading.values.exercises import exercise_of, exercise_of_titles, names_another, without_another
from hiplog.reading.values.sides import side_of
from hiplog.reading.values.units import counts_repetitions, is_no_time

_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d) ?年 ?(1[0-2]|[1-9]) ?月")
_MOST_ROWS = 10  # above a header, in which a title may stand
_LONGEST = 100  # letters
_FEW_WORDS = 4  # of a title that names another exercise
_BEFORE_A_DATE = 2  # words
_OF_ELSE = words("other moment", "another time")
_WHEN = words("week", "month") | {"next"}
_NO_PLAN = words("value", "held", "and") | {"met"}
_OF_LOGS = re.compile(rf"\b{one_of(words('log'))}\d*\b")


@dataclass(frozen=True)
class Subject:
    """What the titles of a table name."""

    exercise: str = ""  # ours, or nothing where they name none
    side: str = ""  # of the holds, or nothing where they name none
    another: str = ""  # the title that names another exercise, or what is no hold
    sure: bool = False  # one such title says nothing else, or is a short name of another exercise
    of_pain: bool = False  # one of them tells of pain
    planned: str = ""  # the title that says that what is below it was planned, beside another of what was done


def titles_above(rows: Sequence[Sequence[str]], first: int) -> list[str]:
    """Return the texts that stand alone in one of the rows above a header, the nearest last."""
    above = rows[max(0, first - _MOST_ROWS) : max(0, first)]
    inked = [[cell.strip() for cell in row if cell.strip()] for row in above]
    return [cells[0] for cells in inked if len(cells) == 1 and len(cells[0]) <= _LONGEST]


def subject_of(titles: Sequence[str], file_name: str = "") -> Subject:
    """Return what titles, and the name of the file, name; of several the nearest counts, which is the last."""
    titles = [stem := Path(file_name).stem.replace("_", " "), *titles]
    exercise = exercise_of_titles(titles)
    last = max((i for i, title in enumerate(titles) if exercise_of(title, None)), default=-1)
    names = {title for i, title in enumerate(titles) if names_another(title) and _is_name(title, is_of_file=not i)}
    others = [title for title in titles[last + 1 :] if title in names]
    if others:
        exercise = ""
    elif not exercise:
        others = [title for title in titles if names_another(title) or (title != stem and _names_no_hold(title))]
    sides = [side for title in titles if (side := side_of(title)) in SIDES and is_plain(title)]
    return Subject(
        exercise,
        sides[-1] if sides else "",
        others[-1] if others else "",
        sure=any(is_plain(title) or title in names for title in others),
        of_pain=any("pain" in kinds_of(title) for title in titles),
    )


def month_of(titles: Sequence[str]) -> tuple[str, str]:
    """Return the month and the year that the nearest title names, as in `Month: March 2024`; else nothing.

    A year alone counts in the title of a log, as in `Hip balance log 2024 (pain 0-10)`, but not in `2025/26`; and
    none that is of another moment, as in `Born March 1961`.
    """
    of_now = (title for title in reversed(titles) if not tells_another_moment(title))
    for title in (re.sub(r"\([^()]*\)", " ", title) for title in of_now):
        if match := _YEAR_AND_MONTH.search(title):
            return next(name for name, number in MONTHS.items() if number == int(match[2])), match[1]
        tokens = bare(title).split()
        months, years = [t for t in tokens if t in MONTHS], [t for t in tokens if _YEAR.fullmatch(t)]
        if len(months) > 1 and years:  # `des` is December too
            months = [t for t, following in pairwise(tokens) if t in MONTHS and following == years[0]]
        if len(months) == len(years) == 1:
            return months[0], years[0]
        if [t for t in tokens if has_digit(t)] == years and len(years) == 1 and is_plain(title):
            return "", years[0]
    return "", ""


def tells_another_moment(title: str) -> bool:
    """Return whether the month or the date in a title is of a birth, an operation, an appointment, a goal."""
    tokens = [token for token in bare(title).split() if token not in WEEKDAYS]
    at = next((i for i, token in enumerate(tokens) if token in MONTHS or token.isdecimal()), len(tokens))
    near = 1 if at < len(tokens) and tokens[at] in MONTHS else _BEFORE_A_DATE
    is_of_no_day = not kinds_of(" ".join(tokens[:at])).isdisjoint(("target", "of others"))  # a goal, an average
    return is_of_no_day or not _OF_ELSE.isdisjoint(tokens[max(0, at - near) : at])


def heads_a_part(text: str) -> bool:
    """Return whether a text that stands alone among rows names what the rows below it are of, and nothing else."""
    is_counted = re.match(r"\d{3}", text) or not words("no").isdisjoint(bare(text).split())
    is_felt = names_another(text) and "pain" in kinds_of(text)
    if (
        len(text) > _LONGEST
        or is_felt
        or is_counted
        or not is_plain(text)
        or any(s > MOST_SCORE for s in seconds_in(text))
    ):
        return False  # `left 40 s` is a hold; `8000 steps`, `no squats today`, `calf sore` are remarks
    subject = subject_of([text])
    return bool(subject.exercise or subject.side or subject.another)


def says_planned(text: str) -> bool:
    """Return whether a title says that what is below it was planned, and no more; `Goal: 60 s` is a remark.

    It may go on with when, as `Plan for next week`; a goal that was met, or `Plan and diary`, is no plan.
    """
    rest = " ".join(word for word in bare(text).split() if word not in _WHEN)
    is_other = has_digit(text) or "&" in text or not _NO_PLAN.isdisjoint(bare(text).split())
    return not is_other and _says_no_more(rest, words("target"))


def says_done(text: str) -> bool:
    """Return whether a title says that what is below it was done, and nothing else."""
    return not has_digit(text) and _says_no_more(text, words("value", "held"))


def _says_no_more(text: str, said: frozenset[str]) -> bool:
    tokens = bare(_OF_LOGS.sub(" ", bare(text))).split()
    return not said.isdisjoint(tokens) and not unknown_words(" ".join(word for word in tokens if word not in said))


def are_parts_of_one(names: Sequence[str]) -> bool:
    """Return whether the names of sheets differ in nothing that could be a person: months, numbers, exercises."""
    shared = set.intersection(*({*bare(name).split()} for name in names))
    return all(is_plain(" ".join(word for word in bare(name).split() if word not in shared)) for name in names)


def another_exercise(sheet: str, rows: Sequence[Sequence[str]]) -> str:
    """Return the name of a sheet, or the title in it, that names a movement which is none of ours; or nothing."""
    return next((title for title in [sheet, *titles_above(rows, _MOST_ROWS)] if names_another(title)), "")


def _is_name(title: str, *, is_of_file: bool) -> bool:
    """Return whether a title is no more than a name; that of a file, if no word in it is unknown."""
    return is_plain(title) or (len(title.split()) <= _FEW_WORDS and not is_of_file)


def _names_no_hold(title: str) -> bool:
    return (
        counts_repetitions(title)
        or is_no_time(title)
        or (meaning(title).kind == "pain" and len(title.split()) < 4)
    )


def unknown_names(titles: Sequence[str]) -> list[str]:
    """Return those names, of a file, a sheet or a table, that may be of any exercise: a word is unknown.

    That of a person, as `Anna` or `anna_2026`, is of none.
    """
    return list(dict.fromkeys(title for title in titles if title and not is_plain(_without_given_name(title))))


def _without_given_name(title: str) -> str:
    first, _, rest = bare(title).partition(" ")
    return rest if first in words("given names") else title


def is_plain(title: str) -> bool:
    """Return whether a title has no words but such as name an exercise, a side, a log or a part of one."""
    rest = _OF_LOGS.sub(" ", without_another(title.replace("_", " ")))
    return not unknown_words(rest, "hamstring", "quad", "pain")
