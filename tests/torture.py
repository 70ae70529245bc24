"""Kill, damage, fill up and crowd a log, and a plain CSV file that a script appends to; print what came of it.

    python tests/torture.py --kills 1000 --damaged 1000 --full 60 --processes 10 --seconds 60
    python tests/torture.py killed --kills 100 --seed 2     # one of the attacks alone

The CSV file is opened, appended to and closed for each hold, as a script would. "Acknowledged" is what the program
under attack had said to be done before it died. POSIX only; that one system call after the other fails needs Linux
and strace. The figures in docs/log.md are of one run.
"""

import argparse
import csv
import itertools
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pandas as pd

from hiplog import Log, LogError, read_log
from hiplog.log.copies.check import check

NOTES = b"date,side,seconds\n2020-01-01 07:10,left,41\n2020-01-01 07:13,right,43\n"


class Program:
    """A program of its own that works on a file, and says what is done, a line for each thing."""

    def __init__(self, work: Callable[..., Iterator[str]], *arguments: object) -> None:
        out, into = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            os.close(out)
            self._run(work, arguments, into)
        os.close(into)
        self._out = os.fdopen(out)

    def _run(self, work: Callable[..., Iterator[str]], arguments: tuple, into: int) -> None:
        try:
            for said in work(*arguments):
                os.writev(into, [f"{said}\n".encode()])  # not `write`, which may be made to fail
        except Exception as error:
            os.writev(into, [f"error {type(error).__name__} {error}\n".encode()])
        finally:
            os._exit(0)

    def killed(self, after_s: float | None) -> list[str]:
        """Return what it said in whole lines until it was killed, so long after the first, or until it ended."""
        first = self._out.readline()
        if after_s is not None:
            time.sleep(after_s)
            os.kill(self.pid, signal.SIGKILL)
        lines = [line.rstrip("\n") for line in (first, *self._out) if line.endswith("\n")]
        os.waitpid(self.pid, 0)
        self._out.close()
        return lines


def a_hold(year: int, i: int) -> dict:
    """Return the i-th hold of a program."""
    began = pd.Timestamp(f"{year}-01-01") + pd.Timedelta(minutes=2 * i)
    return {"hold_id": f"{year}-{i}", "session_id": "s", "started_at": began, "side": "left", "hold_s": 40 + i % 8}


def a_day(year: int, i: int) -> dict:
    """Return what is said of the i-th day of a program."""
    return {"day_id": f"day {year}-{i}", "day": pd.Timestamp(f"{year}-01-01") + pd.Timedelta(days=i), "pain": 7}


def digest(rows: dict[str, str | None]) -> str:
    """Return a number for what rows there are, and their notes, plans and words."""
    return f"{crc32(repr(sorted((name, note or '') for name, note in rows.items())).encode()):08x}"


def digest_of(log: Log) -> str:
    """Return the digest of all that is in a log."""
    holds, diary = log.holds(), log.diary()
    found = dict(zip(holds["hold_id"], holds["note"].fillna(""), strict=True))
    found |= dict(zip(diary.days["day_id"], diary.days["note"].fillna(""), strict=True))
    found |= {f"plan {day:%Y-%m-%d}": str(plan) for _, day, plan in diary.plans.itertuples(index=False)}
    return digest(found | {f"mark {day:%Y-%m-%d}": words for _, day, words in diary.marks.itertuples(index=False)})


def limited(limit: int) -> None:
    """Let no file of this program grow beyond so many bytes; 0 is no limit."""
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def use_log(path: Path, year: int, limit: int = 0, rounds: int | None = None) -> Iterator[str]:
    """Do to a log all that can be done; say before each call what it will leave, and after it that it did."""
    log = Log(path)
    copy, export = path.with_name(f"{path.name}.copy"), path.with_name(f"{path.name}.csv")
    imported = dict.fromkeys(read_log(NOTES, name="notes.csv").holds["hold_id"])
    rows: dict[str, str | None] = {}
    limited(limit)
    for i in range(rounds) if rounds else itertools.count():
        one, two = f"{year}-{2 * i}", f"{year}-{2 * i + 1}"
        both, a_bad_day = pd.DataFrame([a_hold(year, 2 * i), a_hold(year, 2 * i + 1)]), a_day(year, i)
        day = f"{a_bad_day['day']:%Y-%m-%d}"
        added = rows | {one: None, two: None}
        corrected = added | {one: "corrected"}
        with_day = corrected | {a_bad_day["day_id"]: None}
        removed = {name: note for name, note in with_day.items() if name != two}
        calls = [
            ("add", added, lambda both=both: log.add(both)),
            ("change", corrected, lambda one=one: log.change(one, note="corrected")),
            ("add_days", with_day, lambda a_bad_day=a_bad_day: log.add_days(pd.DataFrame([a_bad_day]))),
            ("remove", removed, lambda two=two: log.remove(two)),
            ("undo", with_day, log.undo),
            ("redo", removed, log.redo),
        ]
        if i % 4 == 0:
            backed_up = removed
            with_import = removed | imported
            planned = with_import | {f"plan {day}": "3"}
            marked = planned | {f"mark {day}": "three times a day"}
            calls += [("backup", backed_up, lambda: log.backup(copy))]
            calls += [("export", backed_up, lambda: log.export_csv(export))]
            calls += [
                ("import", with_import, lambda: log.add(read_log(NOTES, name="notes.csv").holds, by="import")),
                ("set_plan", planned, lambda day=day: log.set_plan(3, since=day)),
                ("mark", marked, lambda day=day: log.mark(day, "three times a day")),
                ("restore", backed_up, lambda: log.restore(copy)),
                ("undo", marked, log.undo),
            ]
            removed = marked
            imported = {}
        for what, left, call in calls:
            yield f"doing {what} {digest(left)}"
            try:
                call()
                yield f"did {what} {digest(left)}"
            except LogError as error:
                yield f"refused {what} {str(error)[-60:]!a}"
                return
        rows = removed


def add_to_log(path: Path, year: int) -> Iterator[str]:
    """Add one hold after the other to a log."""
    log = Log(path)
    for i in itertools.count():
        log.add(pd.DataFrame([a_hold(year, i)]))
        yield f"add {year}-{i}"


def add_to_csv(path: Path, year: int, limit: int = 0) -> Iterator[str]:
    """Add one hold after the other to a plain file."""
    limited(limit)
    for i in itertools.count():
        with path.open("a", newline="") as file:
            csv.writer(file).writerow(a_hold(year, i).values())
        yield f"add {year}-{i}"


def renew_log(path: Path, year: int) -> Iterator[str]:
    """Write to a log of version 1 or 2, which renews it, again and again."""
    made_by = [
        (Path(__file__).parent / "logs_made" / f"version_{n}.sql").read_text(encoding="utf-8") for n in (1, 2)
    ]
    for i, made in enumerate(itertools.cycle(made_by)):
        one = path.with_name(f"{path.stem}-{i}.sqlite")
        with closing(sqlite3.connect(one)) as db:
            db.executescript(made)
        log = Log(one)
        yield f"doing {one.name}"
        log.add(pd.DataFrame([a_hold(year, i)]))
        yield f"did {one.name}"


def in_csv(path: Path) -> tuple[set[str], bool]:
    """Return the holds of the plain file as a script would read them, and whether all rows can be."""
    if not path.exists():
        return set(), True
    rows = list(csv.reader(path.read_text(encoding="utf-8", errors="replace").replace("\0", "").splitlines()))
    return {row[0] for row in rows if row}, all(len(row) == 5 for row in rows)


def judged(path: Path, lines: list[str]) -> Counter:
    """Return what is to be said of a log after what a program said of it."""
    did = [line.split() for line in lines if line.startswith("did")]
    doing = [line.split() for line in lines if line.startswith("doing")]
    may_be = {words[-1][2] for words in (did, doing) if words} | ({digest({})} if not did else set())
    errors = sum(line.startswith("error") for line in lines)
    count = Counter(
        acknowledged=len(did), refused=sum(line.startswith("refused") for line in lines), errors=errors
    )
    if not path.exists():
        count.update(lost=bool(did))
        return count
    log = Log(path).begin()  # of an empty file, where a crash cut off the making
    count.update(lost=digest_of(log) not in may_be, damaged=not log.check().ok)
    works = log.add(pd.DataFrame([a_hold(1999, 1)])) == 1 and log.undo().startswith("Took back")
    left = [part for part in path.parent.rglob(".hiplog-*") if part.is_file()]
    count.update(refused_afterwards=not works, left_over=len(left))
    return count


def kill_log(n: int, folder: Path, rng: random.Random) -> Counter:
    """Kill a program n times while it does all that can be done to a log."""
    count: Counter = Counter(kills=n)
    for i in range(n):
        path = folder / str(i) / "log.sqlite"
        path.parent.mkdir()
        lines = Program(use_log, path, 2000).killed(rng.random() * 0.9)
        if lines and lines[-1].startswith("doing"):
            count[f"during_{lines[-1].split()[1]}"] += 1
        count.update(judged(path, lines))
        shutil.rmtree(path.parent)
    return count


def kill_renewal(n: int, folder: Path, rng: random.Random) -> Counter:
    """Kill a program n times while it renews logs of versions 1 and 2."""
    count: Counter = Counter(kills=n)
    for i in range(n):
        path = folder / f"renewed-{i}" / "log.sqlite"
        path.parent.mkdir()
        lines = Program(renew_log, path, 2000).killed(rng.random())
        for line in lines:
            what, name = line.split()[:2]
            n_holds = len(Log(path.parent / name))
            count[{"did": "acknowledged", "doing": "begun"}[what]] += 1
            count["lost"] += n_holds not in ((5,) if f"did {name}" in lines else (4, 5))
        shutil.rmtree(path.parent)
    return count


def judged_csv(path: Path, lines: list[str]) -> Counter:
    """Return what is to be said of a plain file after what a program said of it."""
    found, whole = in_csv(path)
    added = {line.split()[1] for line in lines if line.startswith("add")}
    errors = sum(line.startswith("error") for line in lines)
    return Counter(acknowledged=len(added), errors=errors, lost=len(added - found), damaged=not whole)


def kill_csv(n: int, folder: Path, rng: random.Random) -> Counter:
    """Kill a program n times while it appends to a plain file."""
    count: Counter = Counter(kills=n)
    for i in range(n):
        path = folder / f"killed-{i}.csv"
        count.update(judged_csv(path, Program(add_to_csv, path, 2000).killed(rng.random() * 0.3)))
    return count


def damage(n: int, folder: Path, rng: random.Random) -> tuple[Counter, Counter]:
    """Change or cut off bytes of n copies of a log with 300 holds and 30 days, and of a CSV file of the holds."""
    log = Log(folder / "whole.sqlite", backups=False)
    began = pd.date_range("2025-01-01T07:10", periods=300, freq="12h")
    seconds = [40 + i / 8 for i in range(300)]
    log.add(
        pd.DataFrame({"started_at": began, "side": ["left", "right"] * 150, "hold_s": seconds, "note": "stiff"})
    )
    log.add_days(pd.DataFrame([a_day(2025, i) for i in range(1, 90, 3)]))
    log.set_plan(3, since="2025-02-01")
    log.mark("2025-02-01", "three times a day")
    log.change(log.holds()["hold_id"][7], hold_s=33.0)
    log.remove(log.holds()["hold_id"][8])
    plain = folder / "whole.csv"
    log.holds().to_csv(plain, index=False)
    written, read = all_of(log), pd.read_csv(plain)
    of_log, of_csv, hurt = Counter(copies=n), Counter(copies=n), folder / "hurt"
    for _ in range(n):
        hurt.mkdir()
        for path, source in ((hurt / "a.sqlite", log.path), (hurt / "a.csv", plain)):
            path.write_bytes(changed(source.read_bytes(), rng))
        of_log[_read(lambda: all_of(Log(hurt / "a.sqlite", backups=False)) == written)] += 1
        of_log["check_failed"] += _read(lambda: check(hurt / "a.sqlite")).startswith("traceback")
        of_csv[_read(lambda: pd.read_csv(hurt / "a.csv").equals(read))] += 1
        shutil.rmtree(hurt)
    return of_log, of_csv


def all_of(log: Log) -> list[str]:
    """Return what is in a log, to the last digit."""
    diary = log.diary()
    return [frame.to_csv() for frame in (log.holds(), diary.days, diary.plans, diary.marks)]


def changed(raw: bytes, rng: random.Random) -> bytes:
    """Return bytes of which one to twenty are others, and of some the end is gone."""
    now = bytearray(raw)
    for _ in range(rng.choice([1, 2, 5, 20])):
        now[rng.randrange(len(now))] = rng.randrange(256)
    return bytes(now[: rng.randrange(len(now))] if rng.random() < 0.15 else now)


def _read(reads: Callable[[], object]) -> str:
    try:
        return "unharmed" if reads() else "silently_different"
    except LogError:
        return "refused_in_a_sentence"
    except Exception as error:
        return f"traceback_{type(error).__name__}"


def fill(n: int, folder: Path) -> tuple[Counter, Counter]:
    """Let no file grow beyond ever more bytes: a disk that is full, also in the middle of a write."""
    of_log, of_csv = Counter(runs=n), Counter(runs=n)
    for i in range(n):
        path = folder / f"full-{i}" / "log.sqlite"
        path.parent.mkdir()
        Log(path).begin()
        of_log.update(judged(path, Program(use_log, path, 2000, path.stat().st_size // 2 + 700 * i).killed(None)))
        plain = path.with_name("plain.csv")
        of_csv.update(judged_csv(plain, Program(add_to_csv, plain, 2000, 700 * (i + 1)).killed(None)))
        shutil.rmtree(path.parent)
    return of_log, of_csv


def fail_each_call(folder: Path) -> Counter:
    """Let each system call of a session that writes fail once, as on a full disk."""
    count: Counter = Counter()
    for call in ("pwrite64", "write", "fdatasync", "fsync", "rename", "unlink"):
        for n in itertools.count(1):
            path = folder / f"{call}-{n}" / "log.sqlite"
            path.parent.mkdir()
            Log(path).begin()
            lines, failed = traced(call, n, path)
            if not failed:
                break
            count.update(judged(path, lines), **{f"failed_{call}": 1})
            shutil.rmtree(path.parent)
    return count


def traced(call: str, n: int, path: Path) -> tuple[list[str], bool]:
    """Return what a program said whose n-th call failed, and whether it had so many."""
    said, go = path.with_name("strace.txt"), path.with_name("go")
    program = Program(use_log_once, path, go)
    inject = f"inject={call}:error=ENOSPC:when={n}"
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", inject, "-o", said, "-p", str(program.pid)]
    )
    while not said.exists() or "TracerPid:\t0" in Path(f"/proc/{program.pid}/status").read_text():
        time.sleep(0.01)
    go.touch()
    lines = program.killed(None)
    tracer.wait()
    failed = "(INJECTED)" in said.read_text()
    said.unlink()
    go.unlink()
    return lines, failed


def use_log_once(path: Path, go: Path) -> Iterator[str]:
    """Do to a log, once, all that can be done to it, when there is the file `go`."""
    while not go.exists():
        time.sleep(0.01)
    yield from use_log(path, 2000, rounds=1)


def crowd(n: int, seconds: float, folder: Path, work: Callable[..., Iterator[str]]) -> Counter:
    """Let n programs write to one file at the same time."""
    path = folder / f"crowd.{work.__name__}"
    programs = [Program(work, path, 2000 + i) for i in range(n)]
    lines = [line for i, one in enumerate(programs) for line in one.killed(0.0 if i else seconds)]
    found, whole = (
        in_csv(path)[0:2] if work is add_to_csv else (set(Log(path).holds()["hold_id"]), Log(path).check().ok)
    )
    said = {line.split()[1] for line in lines if line.startswith("add")}
    errors = sum(line.startswith("error") for line in lines)
    return Counter(programs=n, acknowledged=len(said), errors=errors, lost=len(said - found), damaged=not whole)


def attacks(told: argparse.Namespace, folder: Path) -> dict[str, Callable[[], Iterable[Counter]]]:
    """Return what can be done, by its name: it returns what came of the log, and of the plain file."""
    rng, renewed = random.Random(told.seed), told.kills // 10
    kills = told.kills - renewed
    return {
        "damaged": lambda: damage(told.damaged, folder, rng),
        "full": lambda: fill(told.full, folder),
        "failing": lambda: [fail_each_call(folder)],
        "renewed": lambda: [kill_renewal(renewed, folder, rng)],
        "crowd": lambda: [crowd(told.processes, told.seconds, folder, work) for work in (add_to_log, add_to_csv)],
        "killed": lambda: [kill_log(kills, folder, rng), kill_csv(kills, folder, rng)],
    }


def main() -> None:
    """Do it all, or what is named, and print a line for each attack."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    numbers = {"kills": 1000, "damaged": 1000, "full": 60, "processes": 10, "seconds": 60, "seed": 1}
    for name, default in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("only", nargs="*", help="damaged, full, failing, renewed, crowd, killed; all unless given")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        can = attacks(told, Path(name))
        if unknown := set(told.only) - set(can):
            parser.error(f"there is no {', '.join(unknown)}, expected {', '.join(can)}")
        for what in told.only or can:
            say(what, *can[what]())


def say(what: str, *counts: Counter) -> None:
    """Print what came of an attack, for the log and for the plain file."""
    for who, count in zip(("log", "csv"), counts, strict=False):
        print(f"{what}, {who}: {', '.join(f'{key} {n:,}' for key, n in count.items())}", flush=True)


if __name__ == "__main__":
    main()
