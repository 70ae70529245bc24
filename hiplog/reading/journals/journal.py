"""The lines of a journal, an outline or messages -> a table, with a row for each line that says something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.questions import scores_asked_of_cells
from hiplog.reading.columns.side_letters import spelled_in_lines
from hiplog.reading.journals.clauses import read_line
from hiplog.reading.journals.corrections import mended, told_again
from hiplog.reading.journals.dated import with_dates
from hiplog.reading.journals.days_of_months import with_days_of_months, with_whole_weekdays
from hiplog.reading.journals.doubts import asked_of, exercise_asked
from hiplog.reading.journals.lines import Line, line_of, split_time
from hiplog.reading.journals.said import Above, Row, Said
from hiplog.reading.journals.times import time_within
from hiplog.reading.languages.words import bare, words
from hiplog.reading.shapes.legend import scale_in, spelled_lines
from hiplog.reading.shapes.titles import Subject, heads_a_part, is_plain, says_done, says_planned, subject_of
from hiplog.reading.tables.table import Table
from hiplog.reading.values.exercises import names_another
from hiplog.schema import LogError

_COLUMNS = ("date", "time", "person", "exercise", "side", "hold", "pain before", "pain", "note")
_ALWAYS = ("date", "side", "hold")
_MOST_FIELDS = 100  # before a text


def journal_of(lines: Sequence[str], *, unit_told: bool) -> Table | None:
    """Return dated text as a table under headers of ours; None where no line says a hold.

    Raises `LogError` where all its numbers may be scores of pain as well as seconds, and no unit was told.
    """
    lines = with_whole_weekdays(spelled_in_lines(spelled_lines(lines)))
    return _table(lines, unit_told) or _table(lines, unit_told, without_years=True)


def _table(lines: Sequence[str], unit_told: bool, *, without_years: bool = False) -> Table | None:
    """Return the table of dated text; where no date has its year, the column of dates says what is lacking."""
    lines_of_words = (line_of(i, text, without_years=without_years) for i, text in enumerate(lines, 1))
    read, told = with_dates(with_days_of_months([line for line in lines_of_words if line], lines), lines)
    front = _ends_front_matter(lines)
    for line in (line for line in read if line.date and line.number <= front):
        line.level = 0
    legends = [line for line in read if not line.date and scale_in([line.text]) and not _says_hold(line.text)]
    rows = told_again(mended(_with_pain_of_entries([*_rows([line for line in read if line not in legends])])))
    if not any(row.said.holds and row.dated.date for row in rows):
        return None
    if not unit_told and (question := scores_asked_of_cells([cell for row in rows for cell in row.said.holds])):
        raise LogError(question)
    _ask_of_plans([row for row in rows if row.said.holds and row.dated.date])
    first = min(row.dated.entry for row in rows)
    titles = [line for line in read if line.number < first or line in legends]
    unnamed = "hip balance" if any(row.exercise for row in rows) else ""  # else the file's name may tell
    cells = [_cells(row, unnamed, in_chat=any(one.dated.person for one in rows)) for row in rows]
    used = [i for i, name in enumerate(_COLUMNS) if name in _ALWAYS or any(row[i] for row in cells)]
    table = [[row[i] for i in used] for row in (_COLUMNS, *cells)]
    numbers = [*(line.number for line in titles), 0, *(row.number for row in rows)]
    rows_of_table = [*([line.text] for line in titles), *table]
    asked_of_cells = asked_of([row.said for row in rows], unit_told=unit_told)
    asked = enumerate(
        (row.asked or question for row, question in zip(rows, asked_of_cells, strict=True)), len(titles) + 1
    )
    return Table(
        rows_of_table,
        "",
        numbers=numbers,
        one_header=True,
        asked={place: question for place, question in asked if question},
        said="lines of text below dates" + (f" of the year that {told!r} tells" if told else ""),
    )


def _ask_of_plans(rows: Sequence[Row]) -> None:
    """Ask about holds below a heading of plans; not where all are below `Hip balance plan`, as in a diary."""
    if not all(row.planned and subject_of([row.planned]).exercise for row in rows):
        for row in (row for row in rows if row.planned):
            row.asked = f"what was held: it stands below {row.planned!r}, which may be a plan"


def _ends_front_matter(lines: Sequence[str]) -> int:
    """Return the number of the line that ends the fields before a text; a date among them is of all of it."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((i for i, text in enumerate(lines[1:_MOST_FIELDS], 2) if text.strip() == "---"), 0)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Give what the lines below the first date say, and holds above it; a line that only heads gives nothing."""
    above: list[Above] = []
    for line, following in pairwise([*lines, None]):
        date = line.date
        of_dated = _subject_of_dated(line) if date else Subject()
        below_plan = any(one.planned for one in above)
        if date and (line.text or below_plan or all(one.date != date for one in above)):
            said = {"exercise": of_dated.exercise or of_dated.another, "side": of_dated.side}
            _push(above, Above(line.level, date=date, person=line.person, entry=line.number, **said))
        dated = next((one for one in reversed(above) if one.date), None)
        if line.text and (heading := _heading(line, following, is_first=line is lines[0], below_plan=below_plan)):
            _push(above, heading)
            if dated and line.is_heading and _heads_nothing(line, following):
                yield Row(line.number, Said(), Above(line.level), "", line.text, "")
        elif dated and (line.text or line.is_open):
            heads = [one for one in reversed(above) if one is dated or not one.date]
            dated = replace(dated, person=line.person) if line.person and not date else dated
            naming = next((one for one in heads if one.exercise), None)
            side = next((one.side for one in heads if one.side), "")
            time, text = _timed(line)
            only_heads = of_dated != Subject() and is_plain(line.text)
            for said in [Said()] if only_heads else _parts(line, text, sided=bool(side)):
                exercise = said.exercise or (naming.exercise if naming else "")
                is_sure = not said.exercise and naming is not None and naming.is_marked
                asked = "" if is_sure or not said.holds else exercise_asked(exercise)
                planned = next((one.planned for one in heads if one.planned), "")
                yield Row(line.number, said, dated, time, "" if asked else exercise, side, asked, planned)
        elif date and (following is None or following.date):  # of a day of which nothing is said
            yield Row(line.number, Said(), above[-1], "", "", "")
        elif line.text and not dated:
            undated = (said for said in _parts(line, line.text, sided=False) if said.holds)
            yield from (
                Row(line.number, said, Above(line.level, entry=line.number), "", "", "") for said in undated
            )


def _subject_of_dated(line: Line) -> Subject:
    """Return what the words behind a date name, where they say no hold themselves: `2026-03-04 Plank`."""
    if line.person or "pain" in kinds_of(line.text) or _tells(line.text):
        return Subject()
    return subject_of([line.text])


def _says_hold(text: str) -> bool:
    return any(said.holds for said in read_line(text, sided=False))


def _tells(text: str) -> bool:
    """Return whether a text says a hold or a pain."""
    return any(said.holds or said.pains for said in read_line(text, sided=False))


def _heads_nothing(line: Line, following: Line | None) -> bool:
    return following is None or (following.is_heading and following.level <= line.level)


def _parts(line: Line, text: str, *, sided: bool) -> list[Said]:
    if line.held:
        return [Said(holds=[line.held])]
    if line.is_open:
        return [Said(notes=[f"not done: {text}".rstrip(": ")])]
    return read_line(text, sided=sided)


def _timed(line: Line) -> tuple[str, str]:
    """Return a time of day in front of holds, or in their sentence, and the holds; in `1:35 left` it is none."""
    if line.time:
        return line.time, line.text
    time, rest = split_time(line.text)
    time, rest = (time, rest) if time else time_within(line.text)
    return (time, rest) if time and _says_hold(rest) else ("", line.text)


def _push(above: list[Above], new: Above) -> None:
    """Put a heading below those that it stands in; the others end with it."""
    ends = (
        i
        for i, old in enumerate(above)
        if old.level > new.level
        or (old.level == new.level and (old.planned != "" or bool(old.date) == bool(new.date)))
    )
    del above[next(ends, len(above)) :]
    above.append(new)


def _heading(line: Line, following: Line | None, *, is_first: bool, below_plan: bool) -> Above | None:
    """Return what a line says of those below it, where it is a heading, or names an exercise or a side alone.

    An exercise is also what nobody knows, as `Meditation`, but not the title that a text begins with.
    """
    heads = line.is_heading or (following is not None and following.level > line.level)
    planned = line.text if not is_first and _heads_plans(line) else ""
    ends_plan = below_plan and (says_done(line.text) or line.text.endswith(":"))
    is_head = heads or planned or ends_plan or heads_a_part(line.text)
    if line.date or line.is_open or not is_head or _tells(line.text):
        return None
    subject = subject_of([line.text])
    strange = not is_plain(line.text) and "note" not in kinds_of(line.text) and not (is_first or ends_plan)
    named = line.text if subject.exercise or strange or names_another(line.text) else ""
    marked = {"is_marked": line.is_heading, "entry": line.number}
    return Above(
        line.level,
        exercise=named if subject.exercise or not planned else "",
        side=subject.side,
        planned=planned,
        **marked,
    )


def _heads_plans(line: Line) -> bool:
    """Return whether a line says that what is below it was planned: `Goal`, but no `Mal`, `Goal!`, `Plan B`."""
    tokens = bare(line.text).split()
    is_other = line.text.endswith("!") or any(len(word) == 1 for word in tokens)
    is_other = is_other or (words("target") - words("ordinary")).isdisjoint(tokens)
    return says_planned(f"# {line.text}" if line.is_heading else line.text) and not is_other


def _with_pain_of_entries(rows: list[Row]) -> list[Row]:
    """Return the rows with the pain that other lines below their date tell; those lines are no rows then."""
    kept = []
    for _, entry in groupby(rows, key=lambda row: id(row.dated)):
        of_entry = [*entry]
        pain_rows = [row for row in of_entry if row.said.pains and not row.said.holds]
        if not any(row.said.holds for row in of_entry):
            pain_rows = []
        _share_pains(of_entry, pain_rows)
        kept += [row for row in of_entry if row not in pain_rows or row.said.notes]
    return kept


def _share_pains(entry: list[Row], pain_rows: list[Row]) -> None:
    """Give holds the pain of lines of their own: that of the only one to all, of several to those above each."""
    phases = [phase for row in pain_rows for phase in row.said.pains]
    several = len({*phases}) < len(phases)
    for row in pain_rows:
        pains, row.said.pains = row.said.pains, {}
        at = entry.index(row)
        above = [one for one in entry[:at] if one.said.holds and not one.said.pains.keys() & pains.keys()]
        for one in (above or entry[at:]) if several else entry:
            one.said.pains = pains | one.said.pains if one.said.holds else one.said.pains


def _cells(row: Row, unnamed: str, *, in_chat: bool) -> list[str]:
    """Return a row's cells; words of a message that says no hold are another matter."""
    said, pains = row.said, row.said.pains
    note = "" if in_chat and not said.holds and not pains else "; ".join(said.notes)
    pain = pains.get("") or pains.get("after", "")
    held = [row.exercise or unnamed, row.side, said.cell]
    date = row.dated.day if row.time else row.dated.date  # when it was written
    return [date, row.time, row.dated.person, *held, pains.get("before", ""), pain, note]
