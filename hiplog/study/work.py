"""A task done for each of many people, one after the other or by whatever works on several at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hiplog.study.members import Member, check_once
from hiplog.study.record import Record
from hiplog.study.records import records_in

# People a task: enough that sending one costs little beside doing it, few enough that all cores end alike.
_FEWEST, _MOST, _TASKS = 8, 32, 100
_AHEAD = 80  # tasks that are asked for before their turn: two each for 40 workers


def done_of_each(
    given: Sequence[Member | Record],
    task: Callable[[Record], Any],
    executor: Executor | None,
    progress: Callable[[int], object] | None,
) -> Iterator[Any]:
    """Yield what a task makes of each person, in their order; refuse a second person of one name."""
    size = min(_MOST, max(_FEWEST, len(given) // _TASKS))
    batches = [given[i : i + size] for i in range(0, len(given), size)]
    work, seen = _Batch(task), dict[str, Member]()
    if executor is None:
        done: Iterable[list[tuple[Member, Any]]] = map(work, batches)
    else:
        done = _in_turn(executor, work, batches)
    for batch, results in zip(batches, done, strict=True):
        if progress is not None:
            progress(len(batch))
        for member, result in results:
            check_once(member, seen)
            yield result


def _in_turn(executor: Executor, work: Callable[[Any], Any], given: Iterable[Any]) -> Iterator[Any]:
    """Yield what is made of each, in their order, with a number of them asked for ahead, and no more.

    An executor remembers what it was asked for until that was taken: under Dask some 0.1 MB a person.
    """
    asked: deque[Future[Any]] = deque()
    try:
        for one in given:
            asked.append(executor.submit(work, one))
            if len(asked) > _AHEAD:
                yield asked.popleft().result()
        while asked:
            yield asked.popleft().result()
    finally:
        for future in asked:
            future.cancel()


@dataclass(frozen=True)
class _Batch:
    """What an executor is handed: a task for several people."""

    task: Callable[[Record], Any]

    def __call__(self, given: Sequence[Member | Record]) -> list[tuple[Member, Any]]:
        return [(record.member, self.task(record)) for record in chain.from_iterable(map(records_in, given))]
