"""What the words of a line say: holds with their sides, scores of pain, and the rest, which is a note.

Precision comes first: a number is a hold only beside a side, or where a heading tells the side; words that nobody
knows before it make it one that is refused, not one that is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from hiplog.reading.columns.headers import kinds_of, without_exercise
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.journals.comments import INSTEAD, SIDE_AND_TIME, asks_back
from hiplog.reading.journals.doubts import exercise_asked
from hiplog.reading.journals.held import is_duration, names_exercise, take_hold
from hiplog.reading.journals.numerals import says_side_in_words, spelled_numbers
from hiplog.reading.journals.said import Said
from hiplog.reading.journals.scores import (
    behind_the_word,
    is_read,
    pain_at,
    scores_of,
    tells_sides,
    words_of_score,
)
from hiplog.reading.journals.sentences import is_another_time, words_for_yesterday
from hiplog.reading.journals.tokens import as_written, clauses_of, has_unit, is_hold, is_side
from hiplog.reading.languages.words import bare, fold, has_digit, one_of, words
from hiplog.reading.notes.pain_notes import says_no_pain
from hiplog.reading.values.exercises import names_another

_MOST_LETTERS = 2000  # of a line that is looked into
_OF_NO_DAY = frozenset(("target", "of others", "other moment"))  # what is planned, or was another time
_ENDS = re.compile(r"(?<!\d)[.;!?](?:\s|$)|[,)](?:\s|$)")  # of what is said in front
_THAN_YESTERDAY = re.compile(rf"(?i)\b{one_of(words('yesterday'))}\s*\(([^()]+)")
_UNITS_IN_WORDS = frozenset(word for word in words("second", "minute") if len(word) > len("min"))


def read_line(text: str, *, sided: bool) -> list[Said]:
    """Return what a line says, a part for each group of holds with a pain of its own; one, mostly.

    Where `sided`, a heading above tells the side, so that a duration alone is a hold. A line of thousands of
    letters is a note as a whole; where it may say a hold, one that its column refuses. Numbers in words are digits
    only where all of the line is read with them: notes, and what is refused, stay.
    """
    spelled = spelled_numbers(text)
    parts = _read(spelled, sided=sided) if spelled != text else []
    return parts if parts and all(_is_kept(part, text) for part in parts) else _read(text, sided=sided)


def _is_kept(part: Said, text: str) -> bool:
    """Return whether the holds of a part are read, and its notes are words of a text."""
    return all(map(is_duration, part.holds)) and all(bare(note) in bare(text) for note in part.notes)


def _read(text: str, *, sided: bool) -> list[Said]:
    """Return what a line says whose numbers are digits."""
    if len(text) > _MOST_LETTERS:
        return [Said(holds=[text])] if is_hold(text.split()) else [Said(notes=[text])]
    if of_no_day := _is_of_no_day(text):  # what else it may tell is asked about
        is_remark = of_no_day != {"week"} and not re.search(r"(?<!\d)[.;]\s", text)
        return [Said(notes=[text])] if is_remark else [Said(holds=[text])]
    match = INSTEAD.search(text)
    is_of_day = words("half of a day").isdisjoint(bare(text).split())  # else of a time of its own
    if match and is_of_day and is_hold(text[: match.start()].split()):
        parts = _read(text[: match.start()] + text[match.end() :], sided=sided)
        parts[-1].instead = match[1]
        return parts
    behind_it = _THAN_YESTERDAY.search(text)
    if behind_it and is_hold(behind_it[1].split()) and is_hold(text[: behind_it.start()].split()):
        return [Said(holds=[text])]  # as `left 47 s, up from yesterday (45 left)`
    parts, pain = [Said()], ""
    doubtful: list[tuple[Said, str]] = []
    other_time, of_no_day = False, False
    for tokens in _with_sides(clauses_of(text)):
        of_no_day = bool(_is_of_no_day(" ".join(tokens))) or (of_no_day and is_side(tokens[0]))
        if of_no_day:  # as both of `left 50 s, right 55 s, best left 95 s, right 99 s`
            parts[-1].notes.append(" ".join(tokens))
            continue
        if parts[-1].yesterday and is_hold(tokens):
            return [Said(holds=[text])]  # of which day, nobody knows
        if parts[-1].holds and _tells_yesterdays_hold(tokens):
            parts[-1].yesterday = " ".join(tokens)
            continue
        other_time = other_time or (is_another_time(tokens) and not parts[0].holds)
        behind = [pain, *tokens]
        if pain and words_of_score(behind) == len(behind) and "" not in (more := scores_of(behind)):
            parts[-1].pains |= more  # "pain 3 before, 2 after"
        elif pain and tells_sides(both := ", ".join((parts[-1].pains.get("", ""), " ".join(tokens)))):
            parts[-1].pains[""] = both  # "pain 3 left, 2 right"
        else:
            pain = _take_clause(parts, doubtful, tokens, text, sided=sided)
    for part, cell in doubtful:
        if any(one.holds for one in parts):
            part.pains.setdefault("", cell)  # the column refuses it
        else:
            part.notes.append(text)
    is_asked = asks(text) or asks_back(text)  # what somebody asks for was not held, nor that of yesterday today
    if (is_asked or other_time) and any(part.holds for part in parts):
        return [Said(holds=[text])]  # refused
    if not is_asked and any(map(_leaves_hold, (note for part in parts for note in part.notes))):
        return [Said(holds=[text])]  # refused: a note would hide a side with its seconds
    for part in parts:
        part.notes = [as_written(note, text) for note in part.notes]
        part.yesterday = as_written(part.yesterday, text)
        part.pains = {phase: as_written(cell, text) for phase, cell in part.pains.items()}
    return _shared(parts)


def _tells_yesterdays_hold(tokens: Sequence[str]) -> bool:
    """Return whether words tell what was held the day before, and no pain or medicine of it."""
    is_of_it = words_for_yesterday(tokens) > 0 and is_hold(tokens)
    return is_of_it and pain_at(tokens)[0] == len(tokens) and "medicine" not in kinds_of(" ".join(tokens))


def _leaves_hold(note: str) -> bool:
    """Return whether words that were not understood tell a side's seconds, in digits or in words, and no plan.

    As `then hip L 59 s`, `a full minute on both sides`, `left in the morning 45 s`, and `same on the right`.
    """
    match = SIDE_AND_TIME.search(fold(note))
    if not _OF_NO_DAY.isdisjoint(kinds_of(without_exercise(fold(note)[: match.start()] if match else note))):
        return False
    is_timed = is_hold(note.split()) and has_unit(note) and "pain" not in kinds_of(note)
    is_known = is_timed and not unknown_words(note, "between")
    if match or is_known or says_side_in_words(note):
        return True
    tokens = {*bare(note).split()}
    is_sided = any(map(is_side, note.split())) or not tokens.isdisjoint(words("both"))
    in_words = not tokens.isdisjoint(_UNITS_IN_WORDS) and not has_digit(note)
    is_same = not tokens.isdisjoint(words("same")) and not unknown_words(note, "same")
    return is_sided and (in_words or is_same)


def _is_of_no_day(text: str) -> frozenset[str]:
    """Return what in front of all sides of a line says that they were held on no day, or on another.

    As in `Goal 1 December: left 60 s, right 60 s`, `best ever left 90 s, right 80 s`, `next week: left 60 s`.
    """
    tokens = text.split()
    first = next((i for i, token in enumerate(tokens) if is_side(token)), 0)
    head = " ".join(tokens[:first])
    if not is_hold(tokens[first:]) or _ENDS.search(head):
        return frozenset()
    of_week = frozenset() if words("week").isdisjoint(bare(head).split()) else {"week"}
    return (kinds_of(without_exercise(fold(head))) & {"target", "of others"}) | of_week


def asks(text: str) -> bool:
    """Return whether words ask somebody to do something, as `please` and `next time`."""
    plain = f" {bare(text)} "
    return any(f" {said} " in plain for said in words("asked"))


def _take_clause(
    parts: list[Said], doubtful: list[tuple[Said, str]], tokens: list[str], line: str, *, sided: bool
) -> str:
    """Add what a clause of a line says to the last part, or to new ones; return its word for pain, if it ends so.

    What is no score of a side, as `the right did not hurt`, returns none: a score behind it is of that side.
    """
    pain = ""
    while tokens:
        at, denied = pain_at(tokens)
        pain = next((t for t in tokens[at:] if "pain" in kinds_of(t)), "pain") if at < len(tokens) else ""
        if denied and not is_hold(tokens[denied:]) and not says_no_pain(_from(" ".join(tokens[at:denied]), line)):
            parts[-1].notes.append(" ".join(tokens))  # as `pain free until 20 s, then 5`
            break
        before = tokens[:at]
        if parts[-1].pains and is_hold(before):
            parts.append(Said())
        # as `shoulder sore`
        elsewhere = pain and not any(map(has_digit, before)) and names_another(" ".join(before))
        is_said = before and not (pain and _says_nothing(before))
        if elsewhere or (is_said and not take_hold(parts[-1], before, sided=sided)):
            parts[-1].notes.append(" ".join(tokens))
            break
        end = _take_pain(parts[-1], doubtful, tokens, at, denied)
        understood, tokens = end > at or not pain, tokens[end:]
        if tokens and not (understood and is_hold(tokens)):
            parts[-1].notes.append(" ".join(tokens))
            break
    return "" if any(map(is_side, tokens)) else pain


def _from(words_said: str, line: str) -> str:
    """Return what a line says from some words on, to the end of their sentence, or to the next hold."""
    said = line[max(0, line.find(words_said)) :] if words_said in line else words_said
    said = re.split(r"[.!?;]\s", said, maxsplit=1)[0]
    match = SIDE_AND_TIME.search(fold(said))
    return fold(said)[: match.start()] if match else said


def _says_nothing(tokens: Sequence[str]) -> bool:
    """Return whether words before a pain say nothing of their own, as in `it hurt 3 of 10`."""
    return not any(is_side(t) or has_digit(t) for t in tokens) and not unknown_words(" ".join(tokens))


def _take_pain(part: Said, doubtful: list[tuple[Said, str]], tokens: list[str], at: int, denied: int) -> int:
    """Add the pain that begins at a word, or note that it is doubtful; return where its words end."""
    end = denied or at + words_of_score(tokens[at:])
    if tells_sides(of_sides := behind_the_word(tokens[at:])):
        part.pains[""] = of_sides
        return len(tokens)
    said = {"": " ".join(tokens[at:denied])} if denied else scores_of(tokens[at:end])
    before = tokens[:at] if _says_nothing(tokens[:at]) else []  # as `before I began the pain was 4`
    if not said and any(map(has_digit, tokens[at:])):
        cell, end = behind_the_word(tokens[at:]), len(tokens)
        said = {"": cell} if is_read(cell) else {}
        doubtful += [] if said else [(part, cell)]
    moments = [*kinds_of(" ".join(before)) & {"before", "after"}]
    part.pains |= {phase or (moments[0] if len(moments) == 1 else ""): cell for phase, cell in said.items()}
    return end


def _shared(parts: list[Said]) -> list[Said]:
    """Return the parts, each with the pain of the only one that has any, and with the exercise that one names."""
    with_pain = [part for part in parts if part.pains]
    exercise = next((part.exercise for part in parts if part.exercise), "")
    if not any(part.holds for part in parts) and exercise_asked(exercise):
        parts[0].notes, exercise = [exercise, *parts[0].notes], ""  # a remark
    for part in parts:
        part.exercise = exercise and (part.exercise or exercise)
        part.pains = part.pains or (with_pain[0].pains if len(with_pain) == 1 else {})
    return parts


def _with_sides(clauses: Sequence[list[str]]) -> Iterator[list[str]]:
    """Give the clauses, a duration with the side that the one before it names alone.

    As in `only left today, 49 s` and `only left today, hip balance 49 s`.
    """
    side = ""
    for tokens in clauses:
        sides = [token for token in tokens if is_side(token)]
        head = " ".join(takewhile(lambda token: not has_digit(token), tokens))
        is_time = len(head.split()) < len(tokens) and (not head or names_exercise(head))
        of_pain = pain_at(tokens)[0] < len(tokens)
        yield [side, *tokens] if side and is_time and not (sides or of_pain) else tokens
        side = sides[0] if len(sides) == 1 and not (of_pain or any(map(has_digit, tokens))) else ""
