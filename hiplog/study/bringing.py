"""Many people's logs brought together as one dataset."""

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path
from typing import NamedTuple

import numpy as np

from hiplog.study.dataset import FATES, listed_in_dataset, say_what_it_is, write_person
from hiplog.study.disguise import Disguise
from hiplog.study.members import Member, check_once
from hiplog.study.record import Record
from hiplog.study.records import records_in
from hiplog.study.shared import sample, shared


class BroughtTogether(NamedTuple):
    """What became of everybody when a study was brought together.

    Attributes
    ----------
    n_people : int
    written : tuple of str
        Whose record was made, or made anew.
    unchanged : tuple of str
    kept : tuple of str
        Whose record stays as it was, for more of their files cannot be read than when it was made.
    unread : tuple of str
        Of whom nothing could be read, and no record is there.
    gone : tuple of str
        Whose record is there, by the name that it has there, though the study has them no more.
    n_refused : int
        Rows and files that could not be read.
    n_left_out : int
        Rows that are no holds, as those of another exercise; see `Study.left_out`.
    passed_over : tuple of str
        Files that are nobody's, as `Study.left_out` has them.
    fewer : dict of int
        Whose new record has not all holds of the one that it took the place of, and how many are gone or changed.
    another : tuple of str
        Whose record stays as it was, for of its holds not one is in the files any more: it may be somebody else's.
    to_know : tuple of str
        Of whom there is something to know, which `why` of `Study.people` says: a question, holds that are another
        one's too.
    new_key : path or None
        The file of a key that this run made; None where it was there, or there is none.
    """

    n_people: int
    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    unread: tuple[str, ...]
    gone: tuple[str, ...]
    n_refused: int
    n_left_out: int
    passed_over: tuple[str, ...]
    fewer: dict[str, int]
    another: tuple[str, ...]
    to_know: tuple[str, ...]
    new_key: str | PathLike[str] | None = None


def bring_together(
    given: Sequence[Member | Record],
    folder: Path,
    disguise: Disguise,
    progress: Callable[[int], object] | None,
    passed_over: Sequence[str],
) -> BroughtTogether:
    """Write what is known of everybody into a dataset, whose place was made; see `Study.to_dataset`."""
    say_what_it_is(folder, disguise, finished=False)
    fates, seen, fewer = list[tuple[str, str]](), dict[str, Member](), dict[str, int]()
    n_refused, n_left_out = 0, 0
    samples, asked = list[tuple[np.ndarray, bool]](), set[int]()
    for one in given:
        for record in records_in(one):
            check_once(record.member, seen)
            fate, n_gone = write_person(record, folder, disguise)
            fates.append((record.member.person, fate))
            samples.append(sample(record.holds))
            asked |= {len(fates) - 1} if record.remarks else set()
            fewer |= {record.member.person: n_gone} if n_gone else {}
            n_refused += len(record.refused) + len(record.of_nobody) + len(record.faults)
            n_left_out += int(record.left_out["rows"].sum())
        if progress is not None:
            progress(1)
    say_what_it_is(folder, disguise, finished=True)
    theirs = {disguise.name(person) for person in seen}
    gone = tuple(member.person for member in listed_in_dataset(folder) if member.person not in theirs)
    of = {word: tuple(person for person, what in fates if what == word) for word in FATES}
    counts = {"n_people": len(fates), "n_refused": n_refused, "n_left_out": n_left_out}
    asked |= {at for at, _, _ in shared(samples)}
    to_know = tuple(fates[at][0] for at in sorted(asked))
    rest = {"gone": gone, "passed_over": tuple(passed_over), "fewer": fewer, "to_know": to_know}
    return BroughtTogether(**of, **counts, **rest)
