"""Whose the holds are, where a column of the file says so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
import pandas as pd

from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.holds.days import as_days
from hiplog.reading.holds.extract import Extract
from hiplog.reading.holds.merged import asked_of_named, asked_of_told
from hiplog.reading.holds.whose import Question, Texts, ask
from hiplog.reading.holds.within import several_in_one
from hiplog.reading.languages.words import bare, words
from hiplog.reading.tables.column import Column
from hiplog.schema import Diary, LogError
from hiplog.schema.people import one_name

_NO_PEOPLE = "its texts are no people, by how they lie in time"
_NOBODY = re.compile(r"[\W_]*|nan|NaN|null|NULL|(?i:#?n/a|n\.a\.?|na|<na>|none)")  # Nan and Null are names
_A_WORD = re.compile(r"[^\W\d_]{2}")
_INITIALS, _NOBODY_OR_INITIALS = re.compile(r"[A-Z]{2,3}"), "NA"
_MAY_BE = ("", "note", "person")  # what a column was taken for that may say whose the holds are


def named(text: str) -> str:
    """Return the name in a cell of a column of persons, as `one_name` has it; "" where it is none, as `-`."""
    name = one_name(text)
    return "" if _NOBODY.fullmatch(name) else name


def _named_among_initials(text: str) -> str:
    name = one_name(text)
    return name if name == _NOBODY_OR_INITIALS else named(text)


def settle_people(extracts: list[Extract], titles: Sequence[Sequence[str]]) -> list[Question]:
    """Take a column for persons no more whose texts lie in time as no people's; return what is to be asked.

    What a header or the caller says of a column stays as it is. Where one surely tells people, it is asked whether
    another parts what is of one of them. The titles are, of each extract, what stands above its rows and may be a
    name; nothing where there are no such.
    """
    if extracts[0].options.person is not None:
        return []
    rows = [extract.holds["row"] for extract in extracts]
    held = {
        name: np.concatenate([extract.holds[name] for extract in extracts])
        for name in ("started_at", "side", "exercise", "hold_s")
    }
    held["timed"] = np.concatenate([extract.timed[of] for extract, of in zip(extracts, rows, strict=True)])
    if any(map(_is_told, extracts)):
        return _asked_within(held, extracts, rows)
    asked = []
    for column in chain(_columns(extracts, rows), _titled(titles, rows)):
        tells, question = ask(held, column)
        if column.is_taken and tells:
            return _asked_within(held, extracts, rows)
        if column.is_taken:
            _take_for_nothing(extracts, column.header)
        asked += [question] if question else []
    return asked or [*_asked_of_merged(held, extracts, rows)]


def _asked_of_merged(
    held: dict[str, np.ndarray], extracts: list[Extract], rows: list[np.ndarray]
) -> Iterator[Question]:
    """Give what is to be asked of columns of names, or without a header, with blanks below each."""
    for name in dict.fromkeys(chain.from_iterable(extract.block.names for extract in extracts)):
        if not name or Texts(name, np.array([]), []).are_headed_names:
            names = [_names_below(extract, name) for extract in extracts]
            if merged := asked_of_named(held, name, names, rows):
                yield merged


def _names_below(extract: Extract, header: str) -> np.ndarray:
    """Return the names in a column that may say whose each row is; blank where there is no such."""
    for i, name in enumerate(extract.block.names):
        if name == header and extract.block.meanings[i].kind in _MAY_BE and not _is_settled(extract, name):
            return extract.read(i, named)
    return np.full(extract.n, "", dtype=object)


def _asked_within(held: dict[str, np.ndarray], extracts: list[Extract], rows: list[np.ndarray]) -> list[Question]:
    """Return what is to be asked where a column tells people: whose its blanks are, or if another tells more."""
    names = [people_of(extract, np.arange(extract.n)) for extract in extracts]
    header = next(extract.block.names[i] for extract in extracts for i in extract.block.where("person"))
    if merged := asked_of_told(header, names, rows):
        return [merged]
    whose = np.concatenate([of[some] for of, some in zip(names, rows, strict=True)])
    others = (column for column in _columns(extracts, rows) if not column.is_taken)
    return several_in_one(held, whose, others)


def _titled(titles: Sequence[Sequence[str]], rows: list[np.ndarray]) -> Iterator[Texts]:
    """Give the titles above the holds as a column, if there are several."""
    if not any(titles):
        return
    above = np.concatenate([np.array(of, dtype=object)[some] for of, some in zip(titles, rows, strict=True) if of])
    if len(above) == sum(map(len, rows)):
        codes, texts = pd.factorize(above)
        if len(texts) > 1:
            yield Texts("", codes, [*texts])


def _is_told(extract: Extract) -> bool:
    """Return whether a header or the caller says which column tells people."""
    return any(
        meaning(extract.block.names[i]).kind == "person" or _is_settled(extract, extract.block.names[i])
        for i in extract.block.where("person")
    )


def _is_settled(extract: Extract, name: str) -> bool:
    return name in (extract.options.columns or {}) or bare(name) == "nothing"


def _columns(extracts: list[Extract], rows: list[np.ndarray]) -> Iterator[Texts]:
    """Give the columns that may say whose each hold is, that which was taken for it first."""
    places = {}
    for extract in extracts:
        for i, name in enumerate(extract.block.names):
            if extract.block.meanings[i].kind in _MAY_BE and not _is_settled(extract, name):
                places.setdefault(name, {}).setdefault(id(extract), i)
    taken = {extract.block.names[i] for extract in extracts for i in extract.block.where("person")}
    n = sum(map(len, rows))
    for name in sorted(places, key=lambda name: name not in taken):
        whole = Column.stacked(
            extract.block.columns[places[name][id(extract)]].only(of)
            if id(extract) in places[name]
            else Column([""], np.zeros(len(of), dtype="int64"))
            for extract, of in zip(extracts, rows, strict=True)
        )
        plain = Column.of([*map(named, whole.texts)])
        texts = [text for text in plain.texts if text]
        if name in taken or 1 < len(texts) <= n / 2:
            number = {text: at for at, text in enumerate(texts)}
            codes = np.array([number.get(plain.texts[code], -1) for code in plain.codes])[whole.codes]
            yield Texts(name, codes, texts, name in taken)


def _take_for_nothing(extracts: list[Extract], name: str) -> None:
    for extract in extracts:
        block = extract.block
        for i in block.where("person"):
            if block.names[i] == name:
                block.meanings[i], block.why[i] = Meaning(), _NO_PEOPLE


def people_of(extract: Extract, rows: np.ndarray) -> np.ndarray:
    """Return whose each of these rows is, by all columns that tell it; blank where nobody is named."""
    block, names = extract.block, list[tuple[str, np.ndarray]]()
    for i in block.where("person"):
        others = {*map(one_name, block.columns[i].texts)} - {_NOBODY_OR_INITIALS}
        read = _named_among_initials if any(map(_INITIALS.fullmatch, others)) else named
        names.append((block.names[i], extract.read(i, read)[rows]))
    return _joined(names, len(rows))


def people_of_cells(cells: pd.DataFrame) -> np.ndarray:
    """Return whose each of some rows is, by the cells of the columns that tell it."""
    parts = [(str(header), np.array([*map(named, of)], dtype=object)) for header, of in cells.items()]
    return _joined(parts, len(cells))


def _joined(parts: list[tuple[str, np.ndarray]], n: int) -> np.ndarray:
    """Return the names that columns tell together, that of a family last."""
    parts = sorted(parts, key=lambda part: bare(part[0]) in words("family name"))
    if len(parts) == 1:
        return parts[0][1]
    whole = [one_name(" ".join(names)) for names in zip(*(part for _, part in parts), strict=True)]
    return np.array(whole or [""] * n, dtype=object)


def people_in(extracts: Iterable[Extract]) -> list[str]:
    """Return the persons of whom there is a hold, or a word on a day without one."""
    given = [(extract, of["row"]) for extract in extracts for of in (extract.holds, extract.days) if of]
    return sorted({name for extract, rows in given for name in people_of(extract, rows)} - {""})


def without_hold(extracts: Sequence[Extract]) -> dict[str, int]:
    """Return who is named in rows alone that are left out, and in how many."""
    if extracts[0].options.person is not None:
        return {}
    named = Counter(
        chain.from_iterable(people_of(each, np.array([*each.skipped], dtype=int)) for each in extracts)
    )
    return {name: named[name] for name in sorted({*named} - {"", *people_in(extracts)})}


def unnamed_in(extracts: list[Extract]) -> dict[str, str]:
    """Say how many rows name nobody and are taken for the one person's whom all others name, if there are such."""
    people, n = people_in(extracts), 0
    for extract in extracts:
        rows = [of["row"] for of in (extract.holds, extract.days) if of]
        n += int((people_of(extract, np.unique(np.concatenate(rows))) == "").sum()) if rows else 0
    if len(people) != 1 or not n:
        return {}
    return {"unnamed": f"rows that name nobody and are taken for {people[0]}'s, whom all others name: {n}"}


def with_person(rows: pd.DataFrame, extracts: list[Extract]) -> pd.DataFrame:
    """Return the holds that the extracts gave with a column `person`, where they are of more than one."""
    if not len(rows) or len(people_in(extracts)) < 2:
        return rows
    whose = [people_of(extract, extract.holds["row"]) for extract in extracts]
    return rows.assign(person=np.concatenate(whose))


def diaries_of(extracts: list[Extract], source: str) -> dict[str, Diary]:
    """Return what is said of days without a hold, by whose it is: by "" where no column tells persons.

    Where one person is named, days that name nobody are theirs too.
    """
    parts: dict[str, list[pd.DataFrame]] = {}
    people = people_in(extracts)
    for days, extract in ((pd.DataFrame(extract.days), extract) for extract in extracts if extract.days):
        for person, part in days.groupby(people_of(extract, extract.days["row"])):
            parts.setdefault(str(person) if len(people) > 1 else "".join(people), []).append(part)
    return {person: Diary(days=as_days(pd.concat(part), source)) for person, part in parts.items()}


def check_person(extracts: list[Extract]) -> None:
    """Refuse a person of whom there is nothing in the file."""
    person = extracts[0].options.person
    if person is None:
        return
    if not any(extract.block.where("person") for extract in extracts):
        raise LogError(f"person is {person!r}, but no column tells whose the holds are")
    there = sorted({name for extract in extracts for name in people_of(extract, np.arange(extract.n))} - {""})
    if one_name(person) not in there:
        raise LogError(f"person is {person!r}, expected one of {', '.join(there[:20])}")
