"""Change the package a little, one place at a time, and see whether its tests notice.

    python benchmarks/mutations.py sentences             # a room, with the tests that are its own
    python benchmarks/mutations.py charts --sample 100   # more of its changes, chosen by a seed
    python benchmarks/mutations.py charts --minutes 6 --kept FOLDER   # a part; once more goes on with the rest
    python benchmarks/mutations.py named                 # those of named_mutations.csv, each with its test

Each change is made in a copy of the tree, where those of the room's tests run that call what was changed, the
quickest first, until one fails. What no test notices is printed, with its reason where survivors.csv beside it has
one. Without a reason it is a test that is missing, and the exit code is 1; so it is where more than one change in
ten is not noticed.

A script of our own, because mutmut and cosmic-ray start Python anew for each change and run all tests on it, which
is hours on the machine at hand. Here each change is a fork of a process that has the heavy libraries loaded (so it
runs where there are forks: not on Windows), and a seeded sample of a room answers the same question.
"""

import argparse
import ast
import copy
import csv
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
COPIED = ("hiplog", "tests", "data", "notebooks", "docs", "pyproject.toml", "README.md")
HEAVY = ["ipywidgets", "matplotlib.pyplot", "pandas", "scipy.optimize", "scipy.special"]
NAMES = "test_imports.py::test_each_room_has_the_names_that_it_says_it_has"
ROOMS = {  # the modules of each, and its tests
    "sentences": (
        ["hiplog/sentences", "hiplog/verdicts", "hiplog/places.py"],
        ["test_verdicts.py", "test_sentences.py", "test_story.py", "test_tables.py", "test_words.py"],
    ),
    "measures": (
        ["hiplog/measures"],
        sorted(path.name for path in (ROOT / "tests").glob("test_measures*.py") if "benchmark" not in path.name),
    ),
    "forms": (
        ["hiplog/controls"],
        [
            "test_controls.py",
            "test_import_form.py",
            "test_hold_editor.py",
            "test_diary_editors.py",
            "test_forms_shown.py",
            "test_mistakes.py",
            NAMES,
        ],
    ),
    "import": (
        [
            "hiplog/controls/import_form.py",
            "hiplog/controls/import_choices.py",
            "hiplog/controls/reading_shown.py",
        ],
        ["test_import_form.py"],
    ),
    "shown": (["hiplog/timer/shown.py"], ["test_timer_shown.py", "test_timer_days.py", "test_timer.py"]),
    "charts": (
        ["hiplog/charts"],
        [
            *sorted(path.name for path in (ROOT / "tests").glob("test_charts_*.py")),
            *("test_words.py", "test_tables.py", NAMES),
        ],
    ),
}
MOST_SURVIVE = 0.1
FAILED = "failed.txt"  # in the folder of the copy: which test failed
LIMIT_S = 600
COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
COMPARED |= {ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}
RECKONED |= {ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.Mod: ast.Mult}


def changes_of(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the changed forms of one place: a sign, a bound, a number, a truth, a word, a condition."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        yield ast.Compare(node.left, [COMPARED[type(node.ops[0])](), *node.ops[1:]], node.comparators)
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED:
        yield ast.BinOp(node.left, RECKONED[type(node.op)](), node.right)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub | ast.Invert):
        yield node.operand
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, ast.Constant):
        yield from map(ast.Constant, _values(node.value))


def _values(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
    elif isinstance(value, str) and value:
        yield f"{value}x"


def places_of(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Yield each place that can be changed, and its changed form; docstrings, types and imports are none."""
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(node.value)
        for name in ("annotation", "returns"):
            left_out |= set(ast.walk(getattr(node, name))) if getattr(node, name, None) else set()
        if isinstance(node, ast.JoinedStr):  # a part of a text is changed where it stands alone
            left_out |= {part.format_spec for part in node.values if isinstance(part, ast.FormattedValue)}
    for node in ast.walk(tree):
        if node not in left_out:
            yield from ((node, changed) for changed in changes_of(node))


class Changed(ast.NodeTransformer):
    """A tree with one place in another form."""

    def __init__(self, place: ast.AST, form: ast.AST) -> None:
        self.place, self.form = place, form

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the form in the place."""
        return ast.copy_location(self.form, node) if node is self.place else self.generic_visit(node)


class Mutant(NamedTuple):
    """One change: its file and line, what it says, the file's changed source, and the lines it is a part of."""

    file: str
    line: int
    said: str
    source: str
    part: range  # of the function around it, or of the whole file


def mutant(path: Path, nth: int) -> Mutant:
    """Return the nth of a file's changes, as `places_of` yields them."""
    text, file = path.read_text("utf-8"), path.relative_to(ROOT).as_posix()
    tree = ast.parse(text)
    functions = [
        range(min([node.lineno, *(one.lineno for one in node.decorator_list)]), node.end_lineno + 1)
        for node in ast.walk(tree)
        if is_function(node)
    ]
    place, form = list(places_of(tree))[nth]
    part = max((part for part in functions if place.lineno in part), key=len, default=range(sys.maxsize))
    said = f"{ast.unparse(place)}  ->  {ast.unparse(form)}{_where(tree, place)}"
    changed = Changed(place, copy.deepcopy(form)).visit(tree)
    return Mutant(file, place.lineno, said, ast.unparse(ast.fix_missing_locations(changed)), part)


def _where(tree: ast.Module, place: ast.AST) -> str:
    """Return in which line a constant stands, for one alike may be elsewhere too; nothing of what is not one."""
    if not isinstance(place, ast.Constant):
        return ""
    around = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and place in ast.walk(node)]
    return f"  in  {ast.unparse(around[-1]).splitlines()[0]}"


def is_function(node: ast.AST) -> bool:
    """Return whether a node is a function or a method."""
    return isinstance(node, ast.FunctionDef)


class Noting(ast.NodeTransformer):
    """A tree in which each function notes that it was called; tracing all calls takes several times as long."""

    def __init__(self, file: str) -> None:
        self.file = file

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Return the function, with a note behind its docstring."""
        self.generic_visit(node)
        note = f"__import__('hiplog_calls').now.add({(self.file, node.lineno)!r})"
        node.body.insert(ast.get_docstring(node) is not None, ast.parse(note).body[0])
        return node


class Calls:
    """A plugin of pytest that notes which functions of the package each test calls, and how long it takes."""

    def __init__(self) -> None:
        sys.modules["hiplog_calls"] = self._module = ModuleType("hiplog_calls")
        self._module.now = set()
        self.calls: dict[str, list[tuple[str, int]]] = {}
        self.seconds: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        """Note the calls of one test, with its fixtures."""
        self._module.now = set()
        try:
            return (yield)
        finally:
            self.calls[item.nodeid] = sorted(self._module.now)

    def pytest_runtest_logreport(self, report) -> None:
        """Add the seconds of a part of a test."""
        self.seconds[report.nodeid] += report.duration


class Failed:
    """A plugin of pytest that writes down which test failed."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def pytest_runtest_logreport(self, report) -> None:
        """Write down a test that failed."""
        if report.failed:
            self._place.write_text(report.nodeid, "utf-8")


def _run(folder: str, tests: list[str], calls_to: str | None = None) -> None:
    """Run tests until the first that fails, in a process of their own; its exit code says how it went."""
    os.chdir(folder)
    sys.path.insert(0, folder)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    calls = Calls()
    command = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    code = pytest.main(command, plugins=[calls] if calls_to else [Failed(Path(folder) / FAILED)])
    if calls_to and code == 0:
        Path(calls_to).write_text(json.dumps([calls.calls, calls.seconds]), "utf-8")
    sys.exit(code)


def passes(folder: Path, tests: list[str], calls_to: Path | None = None) -> bool:
    """Return whether all tests end well, and in time."""
    given = (str(folder), tests, calls_to and str(calls_to))
    process = multiprocessing.get_context("forkserver").Process(target=_run, args=given)
    process.start()
    process.join(LIMIT_S)
    process.kill()
    return process.exitcode == 0


def calls_of(folder: Path, tests: list[str], notes: Path, until: float) -> dict[str, list[tuple[str, int]]] | None:
    """Return what each test calls, as file and line, the quickest first, or None where there is no more time.

    What each file of tests calls is kept in `notes`; all tests must pass.
    """
    known = json.loads(notes.read_text("utf-8")) if notes.exists() else {}
    for path in (folder / "hiplog").rglob("*.py"):
        noting = Noting(path.relative_to(folder).as_posix()).visit(ast.parse(path.read_text("utf-8")))
        path.write_text(ast.unparse(ast.fix_missing_locations(noting)), "utf-8")
    for test in tests:
        if test not in known and time.monotonic() > until:
            return None
        if test not in known:
            if not passes(folder, [test], folder / "calls.json"):
                sys.exit(f"{test} fails before anything is changed.")
            known[test] = json.loads((folder / "calls.json").read_text("utf-8"))
            notes.write_text(json.dumps(known), "utf-8")
    shutil.copytree(ROOT / "hiplog", folder / "hiplog", dirs_exist_ok=True)
    calls, seconds = ({name: of for part in known.values() for name, of in part[i].items()} for i in (0, 1))
    return {test: calls[test] for test in sorted(calls, key=seconds.get)}


def noticed_by(folder: Path, mutant: Mutant, calls: dict[str, list[tuple[str, int]]], kills: Counter) -> str:
    """Return which test of the changed part fails, "" for none; first go those that failed most others."""
    tests = [
        test
        for test, called in calls.items()
        if any(file == mutant.file and (line in mutant.part) for file, line in called)
        or (mutant.file.endswith("__init__.py") and test.endswith(NAMES))  # has names, and nothing to call
    ]
    tests.sort(key=lambda test: -kills[test])
    (folder / FAILED).write_text("the collection of the tests", "utf-8")
    before = (folder / mutant.file).read_text("utf-8")
    (folder / mutant.file).write_text(mutant.source, "utf-8")
    try:
        is_seen = bool(tests) and not passes(folder, tests)
        return (folder / FAILED).read_text("utf-8") if is_seen else ""
    finally:
        (folder / mutant.file).write_text(before, "utf-8")


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table beside this script."""
    with (ROOT / "benchmarks" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named(folder: Path) -> int:
    """Try the named changes, each with its one test; return how many were not noticed."""
    survived = 0
    for row in table("named_mutations.csv"):
        before = (folder / row["file"]).read_text("utf-8")
        if before.count(row["text"]) != 1 or not passes(folder, [row["test"]]):
            sys.exit(f"{row['what']}: its text is not in {row['file']} once, or its test fails without it")
        (folder / row["file"]).write_text(before.replace(row["text"], row["changed"]), "utf-8")
        is_seen = not passes(folder, [row["test"]])
        (folder / row["file"]).write_text(before, "utf-8")
        survived += not is_seen
        print(f"{row['what']}: {'noticed by' if is_seen else 'NOT NOTICED BY'} {row['test']}", flush=True)
    return survived


def sampled(folder: Path, room: str, size: int, seed: int, kept: Path, until: float) -> int:
    """Try some of a room's changes; return 1 where a reason is missing or too many were not noticed.

    What was tried is kept, and is not tried again; after `until` nothing more is, and 2 is returned.
    """
    modules, tests = ROOMS[room]
    paths = [path for name in modules for path in sorted((ROOT / name).rglob("*.py")) or [ROOT / name]]
    places = [(path, nth) for path in paths for nth, _ in enumerate(places_of(ast.parse(path.read_text("utf-8"))))]
    chosen = [mutant(*place) for place in random.Random(seed).sample(places, min(size, len(places)))]
    calls = calls_of(folder, [f"tests/{test}" for test in tests], kept / f"{room}_calls.json", until)
    notes = kept / f"{room}_{size}_{seed}.json"
    noticed: list[str] = json.loads(notes.read_text("utf-8")) if notes.exists() else []
    for change in chosen[len(noticed) :]:
        if calls is None or time.monotonic() > until:
            print(f"{len(noticed)} of {len(chosen)} changes were tried; the same command goes on")
            return 2
        noticed.append(noticed_by(folder, change, calls, Counter(noticed)))
        notes.write_text(json.dumps(noticed), "utf-8")
    survivors = [change for change, test in zip(chosen, noticed, strict=True) if not test]
    unknown = _told(survivors)
    print(f"{len(survivors)} of {len(chosen)} changes were not noticed, of {len(places)} that there are")
    return int(unknown > 0 or len(survivors) > MOST_SURVIVE * len(chosen))


def _told(survivors: list[Mutant]) -> int:
    """Print each change that was not noticed, with its reason; return how many have none."""
    known = {(row["file"], row["change"]): row["reason"] for row in table("survivors.csv")}
    reasons = [known.get((change.file, change.said)) for change in survivors]
    for change, reason in zip(survivors, reasons, strict=True):
        print(f"{change.file}:{change.line}: {change.said}\n    {reason or 'NO REASON'}")
    return reasons.count(None)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("room", choices=[*ROOMS, "named"])
    arguments.add_argument("--sample", type=int, default=60, help="how many of the changes are made")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--minutes", type=float, default=float("inf"), help="after which it stops")
    arguments.add_argument(
        "--kept", type=Path, help="a folder for what was tried, of the package and tests as they are"
    )
    given = arguments.parse_args()
    until = time.monotonic() + 60 * given.minutes
    multiprocessing.set_forkserver_preload(HEAVY)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for part in COPIED:
            copy_of = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy_of(ROOT / part, folder / part)
        if given.room == "named":
            sys.exit(named(folder))
        kept = given.kept or folder
        kept.mkdir(parents=True, exist_ok=True)
        sys.exit(sampled(folder, given.room, given.sample, given.seed, kept.resolve(), until))


if __name__ == "__main__":
    main()
