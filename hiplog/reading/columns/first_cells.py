"""What the cells of a column are by themselves, whatever stands above and beside them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from hiplog.reading.columns.cells import MOST_SCORE, is_time, share
from hiplog.reading.columns.headers import is_no_hold
from hiplog.reading.columns.unknown_words import is_another, unknown_words
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, fold, one_of, words
from hiplog.reading.values.dates import looks_like_date, parse
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.exercises import exercise_of, names_another
from hiplog.reading.values.marks import says_whether
from hiplog.reading.values.sides import side_of

_LONGEST_NAME = 100  # of an exercise
_NAME = re.compile(r"[A-Z\u00c0-\u00de\u0400-\u042f][\w.'-]*(?: [\w.'-]+){0,2}")
_FEW_WORDS = 4
_OF_ROWS = words("target", "value", "held")  # what a row is of: planned, or done
_PART_OF_A_DATE = re.compile(rf"\W*(?:\d{{1,2}}\W*$|\d{{1,4}}[-/.]\d|\d{{4,}}$|{one_of({*MONTHS, *WEEKDAYS})}\b)")


@dataclass(frozen=True, eq=False, kw_only=True)
class Cells:
    """The cells of a column, by which it may be told what it is."""

    cells: list[str]  # the first of them
    texts: Callable[[], Sequence[str]] = list  # gives all its different texts
    wanted: str | None = None  # what the name of an exercise must contain, where that is not left to us

    def share(self, test: Callable[[str], object]) -> float:
        """Return which part of its inked cells passes a test; none of no cells."""
        return share(self.inked, test)

    def most(self, test: Callable[[str], object]) -> bool:
        """Return whether most of its inked cells pass a test."""
        return self.share(test) > 0.5

    @cached_property
    def inked(self) -> list[str]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if not is_blank(cell)]

    @cached_property
    def inked_texts(self) -> list[str]:
        """Its different texts, but blank ones."""
        return [text for text in self.texts() if text.strip()]

    @cached_property
    def whole_numbers(self) -> list[int]:
        """The cells, where each of them is a whole number; else nothing."""
        plain = [cell.strip() for cell in self.inked]
        return [*map(int, plain)] if all(re.fullmatch(r"\d{1,9}", cell) for cell in plain) else []

    @cached_property
    def are_dates(self) -> bool:
        """Whether most cells are dates."""
        return self.most(looks_like_date)

    @cached_property
    def are_yearless(self) -> bool:
        """Whether most cells are a day and a month."""
        return self.most(lambda cell: (part := parse(cell)) is not None and part.yearless is not None)

    @cached_property
    def are_no_days(self) -> bool:
        """Whether most cells, as `Day 1`, are neither dates nor a part of them, a day, a month or a year."""
        return self.share(lambda cell: parse(cell) is None and not _PART_OF_A_DATE.match(fold(cell))) > 0.8

    @cached_property
    def are_times(self) -> bool:
        """Whether most cells are times of day by their spelling, as `07:10` and `7:10 pm`, but not `1:35`."""
        return self.most(is_time)

    @cached_property
    def like_holds(self) -> bool:
        """Whether most cells are whole numbers to an hour, and in the middle more than what a score is."""
        numbers = [int(cell) for cell in map(str.strip, self.inked) if re.fullmatch(r"\d{1,4}", cell)]
        return len(numbers) > 0.7 * len(self.inked) and median(numbers) > MOST_SCORE and max(numbers) <= 3600

    @cached_property
    def count_up(self) -> bool:
        """Whether the cells are whole numbers that count up by one, perhaps anew now and then."""
        numbers = self.whole_numbers
        return bool(numbers) and min(numbers) <= 1 and all(b in (1, a, a + 1) for a, b in pairwise(numbers))

    @cached_property
    def is_constant(self) -> bool:
        """Whether three rows or more all say the same."""
        return len(self.inked) > 2 and len({*map(str.strip, self.inked)}) == 1

    @cached_property
    def are_sides(self) -> bool:
        """Whether most cells name a side, but those that say a rest."""
        of_holds = [cell for cell in self.inked if not is_no_hold(cell)]
        return share(of_holds, side_of) > 0.5

    @cached_property
    def are_only_sides(self) -> bool:
        """Whether nearly all cells name a side, and no exercise or person that is none of ours, or are rests."""
        plain = self.share(lambda cell: (side_of(cell) and not unknown_words(cell)) or is_no_hold(cell))
        return self.are_sides and plain > 0.9

    @cached_property
    def are_marks(self) -> bool:
        """Whether its cells say no more than that something was done, or was not: a cross, a tick, yes or no."""
        return bool(self.inked) and all(map(says_whether, self.inked))

    @cached_property
    def named(self) -> float:
        """The share of its different texts that name an exercise of ours."""
        return share(
            self.inked_texts, lambda text: len(text) <= _LONGEST_NAME and exercise_of(text, self.wanted) != ""
        )

    @cached_property
    def named_another(self) -> bool:
        """Whether most of its different texts are no more than names of movements that are none of ours."""
        return share(self.inked_texts, is_another) > 0.5

    @cached_property
    def may_name_others(self) -> bool:
        """Whether its cells are short, none is blank, and a good part mentions movements that are none of ours."""
        mentioned = share(self.inked_texts, lambda text: len(text.split()) <= _FEW_WORDS and names_another(text))
        return len(self.inked) == len(self.cells) and mentioned > 0.25

    @cached_property
    def are_names(self) -> bool:
        """Whether all cells begin with capitals, as `Anna` and `P01`, and name no exercise, side or plan."""
        few = all(_NAME.fullmatch(text.strip()) and not names_another(text) for text in self.different)
        of_rows = any(bare(text) in _OF_ROWS for text in self.different)
        return bool(self.inked) and few and not of_rows and self.named == 0 and not self.are_sides

    @cached_property
    def repeat(self) -> bool:
        """Whether a few texts come again and again: each may fill more than the first rows."""
        return 1 < len(self.different) <= len(self.inked) / 2

    @cached_property
    def different(self) -> set[str]:
        """The different texts, the first rows' among them, in which something stands."""
        return {text for text in (*self.inked, *self.texts()) if not is_blank(text)}
