"""Numbers in words, as people dictate them, made digits: a side's time, and a score behind a word for pain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, fold, one_of, split, words

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s'\u2019-]")
_VALUES = (*range(20), *range(20, 101, 10))  # of the numerals of a language, in their order
_TWENTY, _HUNDRED = 20, 100
_MINUTE_S = 60
_MOST_SCORE = 10
_LONGEST_NUMERAL = 4  # letters, of words for `both` that are numbers too, as `deux` and `dos`
_ARTICLE = 2  # letters, as those of `a minute` and `un minuto`
_LEAST_S = 10  # that words beside a side, without a unit, may say among others
_LOOKED_AT = 4  # words behind a time
_MOST_LETTERS = 400  # of a line; a longer one is prose


@dataclass(frozen=True)
class _Numerals:
    """The numbers that a language has words for, and how they stand beside its units of time."""

    language: dict[str, str]

    def of(self, *kinds: str) -> str:
        """Return a pattern of the words of some kinds; of none it matches nothing."""
        said = [word for kind in kinds for word in split(self.language[kind]) if word]
        return one_of(said) if said else "(?!)"

    @cached_property
    def value_of(self) -> dict[str, int]:
        """The value of each form."""
        forms = zip(self.language["numerals"].split(","), _VALUES, strict=True)
        return {form.replace("_", " "): value for said, value in forms for form in said.split()}

    @cached_property
    def form(self) -> re.Pattern:
        """One form."""
        return re.compile(one_of(self.value_of))

    @cached_property
    def patterns(self) -> tuple[re.Pattern, re.Pattern]:
        """Of a span of minutes and seconds, and of a score behind a word for pain, or at a moment in a list."""
        one, also = self.form.pattern, self.of("and")
        number = rf"(?:\d+|{one}(?:(?: ?{also})? ?{one}){{0,3}})"
        ends = rf"(?= (?:{self.of('left', 'right', 'pain')}\b|{also} {self.of('left', 'right')}\b|[^\w\s])|$)"
        behind = rf"(?: (?:{also} )?(?P<behind>{number})(?: {self.of('second')}\b|{ends}))?"
        half = rf"(?P<half> {also} (?:{one} )?{self.of('half')}\b)?"
        minutes = rf"(?P<m>{number}) {self.of('minute')}\b(?:{behind}){half}"
        parts = rf"(?P<half_m>{self.of('half a minute')})\b|(?P<more_m>{self.of('minute and a half')})\b"
        span = rf"\b(?:{parts}|{minutes}|(?P<s>{number}) {self.of('second')}\b)"
        of_ten = rf"(?: {self.of('of ten')} (?P<ten>{number}))?"
        moment = self.of("before", "after", "before alone", "after alone")
        between = rf"(?:(?:{self.of('about', 'scale', 'filler')}|{moment}|[:=]) ){{0,4}}"
        begins = rf"(?:(?P<pain>\b{self.of('pain')}) {between}|(?:[,;/]|\b{also}) (?P<at>{moment} (?:[:=] )?)?)"
        score = rf"{begins}(?P<score>{number}){of_ten}(?P<moment> {moment}\b)?{ends}"
        return re.compile(span), re.compile(score)

    def read(self, text: str) -> int | None:
        """Return the number that words, or digits, say; None where they say none."""
        if text.isdecimal():
            return int(text)
        plain = re.sub(rf"\b{self.of('and')}\b", " ", text)
        values = [self.value_of[form] for form in self.form.findall(plain)]
        hundred = values[:2].index(_HUNDRED) if _HUNDRED in values[:2] else -1
        if hundred > 0 and values[0] != 1:
            return None
        values = values[1:] if hundred < 0 and values[:1] == [1] and 1 < sum(values[1:2]) < _TWENTY else values
        first, second, *more = [*values[hundred + 1 :], 0, 0]
        unit, tens = sorted((first, second))
        fits = not unit or (tens % 10 == 0 and unit < (_TWENTY if first == tens else 10))
        return _HUNDRED * (hundred >= 0) + first + second if fits and values and not any(more) else None

    def numbers_in(self, plain: str) -> Iterator[tuple[int, int, str]]:
        """Give where words that say a span of time or a score of pain stand in a text, and digits for them."""
        span, score = self.patterns
        spans = [*filter(None, map(self._span, span.finditer(plain)))]
        yield from spans
        yield from filter(None, map(self._score, score.finditer(plain)))
        if of_seconds := [end for start, end, _ in spans if re.search(rf"{self.of('second')}$", plain[start:end])]:
            yield from filter(None, map(self._bare, self.without_unit.finditer(plain, min(of_seconds))))

    @cached_property
    def beside(self) -> tuple[re.Pattern, re.Pattern, re.Pattern]:
        """Of what ends before a time of a side, and of what stands around one whose side follows."""
        side, between = self.of("left", "right"), self.of("filler", "between", "narration", "hold", "about")
        both = one_of(said for said in split(self.language["both"]) if len(said) > _LONGEST_NUMERAL)
        return (
            re.compile(rf"\b(?:{side}|{both})(?: [:=])?(?: (?:for|{between}))* $"),
            re.compile(rf"(?:^|[^\w\s] |\b{self.of('and')} )(?:{between} )*$"),
            re.compile(rf" (?:{self.of('filler', 'before a side')} )*(?:{side}|{both})\b"),
        )

    def _is_of_side(self, match: re.Match) -> bool:
        """Return whether a span of time is all of a side's, or of a text: not `left a minute or two`."""
        before, behind = match.string[: match.start()], match.string[match.end() :]
        begins, alone, side_follows = self.beside
        if not (begins.search(before) or (alone.search(before) and side_follows.match(behind))):
            return not before + behind
        first, *_ = [*behind.split(), ""]
        number = match["m"] or match["s"] or match[0]
        is_article = not match["behind"] and not match["half"] and len(number) <= _ARTICLE
        between = self.of("filler", "before a side", "narration", "hold")
        if is_article and first and not re.match(rf"(?: {self.of('and')})?(?: {between})* {self.ends}", behind):
            return False
        for said in behind.split()[:_LOOKED_AT]:
            if re.fullmatch(self.ends, said):
                break
            if said in self.value_of or said in _MORE_OR_LESS:
                return False
        return True

    @cached_property
    def pain(self) -> re.Pattern:
        """A word for pain."""
        return re.compile(rf"\b{self.of('pain')}\b")

    @cached_property
    def ends(self) -> str:
        """What ends a time: another side, a pain, a sign."""
        return rf"(?:{self.of('left', 'right', 'pain')}\b|[^\w\s])"

    @cached_property
    def without_unit(self) -> re.Pattern:
        """Of a number in words beside a side, with no unit."""
        one, also = self.form.pattern, self.of("and")
        side = self.of("left", "right")
        between = rf"(?:for|{self.of('filler', 'before a side', 'between', 'narration', 'about')})"
        number = rf"{one}(?:(?: ?{also})? ?{one}){{0,3}}"
        return re.compile(
            rf"\b{side}(?: {between})*? (?P<behind>{number})\b|\b(?P<before>{number})(?: {between})*? {side}\b"
        )

    def says_side(self, plain: str) -> bool:
        """Return whether words say a number beside a side: of more than nine, or nothing else."""
        for match in self.without_unit.finditer(plain):
            number = self.read(match["behind"] or match["before"])
            following = plain[match.end() :].split()[:1]
            if match["behind"] and not _OF_OTHERS.isdisjoint(following):
                continue
            if number is None or number >= (2 if match[0] == plain else _LEAST_S):
                return True
        return False

    def _bare(self, match: re.Match) -> tuple[int, int, str] | None:
        """Return digits for a number behind seconds that has no unit, as in `left forty seconds, right fifty`."""
        number, at = self.read(match["behind"] or match["before"]), "behind" if match["behind"] else "before"
        ends = re.match(rf"(?: {self.of('and')})?(?: {self.ends}|$)", match.string[match.end() :])
        return (*match.span(at), str(number)) if ends and number is not None and number >= _LEAST_S else None

    def _span(self, match: re.Match) -> tuple[int, int, str] | None:
        if not self._is_of_side(match):
            return None
        if match["half_m"] or match["more_m"]:
            return (*match.span(), f"{_MINUTE_S // 2 if match['half_m'] else _MINUTE_S * 3 // 2} s")
        said = match["s"] or match["m"]
        parts = [self.read(part) for part in (said, match["behind"] or "0")]
        if None in parts or re.fullmatch(r"[\d ]*", said + (match["behind"] or "") + (match["half"] or "")):
            return None
        first, behind = parts
        seconds = first if match["s"] else first * _MINUTE_S + behind + (_MINUTE_S // 2 if match["half"] else 0)
        return None if seconds <= 1 or behind >= _MINUTE_S else (match.start(), match.end(), f"{seconds} s")

    def _score(self, match: re.Match) -> tuple[int, int, str] | None:
        score, most = self.read(match["score"]), self.read(match["ten"] or "10")
        if score is None or score > _MOST_SCORE or most != _MOST_SCORE:
            return None
        goes_on = (match["at"] or match["moment"]) and self.pain.search(match.string, 0, match.start())
        if not (match["pain"] or goes_on):
            return None
        return (
            match.start("score"),
            max(match.end("score"), match.end("ten")),
            f"{score}/10" if match["ten"] else str(score),
        )


_ALL = [_Numerals(language) for language in LANGUAGES.values() if language["numerals"]]
_OF_OTHERS = words("counted", "week", "month", "year")
_MORE_OR_LESS = words("comparing").union(said.split()[0] for said in words("over"))
_PARTS_OF_MINUTES = one_of(words("half a minute", "minute and a half"))
_FORMS = one_of({form for one in _ALL for form in one.value_of if len(form) > _ARTICLE})
_MAY_BE = re.compile(
    rf"{_FORMS}|{_PARTS_OF_MINUTES}"
    rf"|\b\w{{1,{_ARTICLE}}} {one_of(words('minute'))}\b|{one_of(words('pain'))} \w{{1,{_ARTICLE}}}\b"
)


def says_side_in_words(text: str) -> bool:
    """Return whether a number in words, with no unit, stands beside a side, as in `left thirty`."""
    return any(one.says_side(bare(text)) for one in _ALL)


def spelled_numbers(line: str) -> str:
    """Return a line with digits for times of sides and scores of pain in words, of the language that has most."""
    if len(line) > _MOST_LETTERS or not _MAY_BE.search(fold(line)):
        return line
    plain, starts, ends = "", {}, {}
    for token in _TOKEN.finditer(line):
        plain += " " if plain else ""
        starts[len(plain)] = token.start()
        plain += fold(token[0])
        ends[len(plain)] = token.end()
    numbers = [[*one.numbers_in(plain)] for one in _ALL]
    for start, end, text in sorted(
        max(numbers, key=lambda some: sum(end - start for start, end, _ in some)), reverse=True
    ):
        if start in starts and end in ends:
            line = f"{line[: starts[start]]}{text}{line[ends[end] :]}"
    return line
