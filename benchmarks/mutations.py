"""Change the package a little, one place at a time, and see whether its tests notice.

    python benchmarks/mutations.py hiplog/charts --sample 60 --tests tests/test_charts.py

Each change is made in a copy of the tree, where the given tests then run until the first that fails. What no test
notices is printed: either a test is missing, or the change makes no difference; which, is for a reader to say.

A script of our own, because mutmut and cosmic-ray both change every place there is: hours on the machine at hand.
A seeded sample of a room answers the same question, and this is the whole of it.
"""

import argparse
import ast
import copy
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("hiplog", "tests", "data", "notebooks", "pyproject.toml", "README.md")
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
LIMIT_S = 300


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


def mutants_of(path: Path) -> Iterator[tuple[Path, int, str, str]]:
    """Yield a file's changes: the file, the line, what it says, and the whole changed source."""
    n = sum(1 for _ in places_of(ast.parse(path.read_text("utf-8"))))
    for i in range(n):
        tree = ast.parse(path.read_text("utf-8"))
        place, form = list(places_of(tree))[i]
        said = f"{ast.unparse(place)}  ->  {ast.unparse(form)}"
        changed = Changed(place, copy.deepcopy(form)).visit(tree)
        yield path, place.lineno, said, ast.unparse(ast.fix_missing_locations(changed))


def is_noticed(folder: Path, path: Path, source: str, tests: list[str]) -> bool:
    """Return whether the tests fail on the changed source, in a copy of the tree."""
    place = folder / path.relative_to(ROOT)
    before = place.read_text("utf-8")
    place.write_text(source, "utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    try:
        ran = subprocess.run(command, cwd=folder, capture_output=True, timeout=LIMIT_S)
        return ran.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        place.write_text(before, "utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("rooms", nargs="+", type=Path, help="modules, or folders of them")
    arguments.add_argument("--tests", nargs="+", required=True, help="what pytest is given")
    arguments.add_argument("--sample", type=int, default=60, help="how many of the changes are made")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    files = [file for room in given.rooms for file in (sorted(room.rglob("*.py")) if room.is_dir() else [room])]
    mutants = [mutant for file in files for mutant in mutants_of(file.resolve())]
    chosen = random.Random(given.seed).sample(mutants, min(given.sample, len(mutants)))
    survived = 0
    with tempfile.TemporaryDirectory() as name:
        for part in COPIED:
            copy_of = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy_of(ROOT / part, Path(name) / part)
        for path, line, said, source in chosen:
            if not is_noticed(Path(name), path, source, given.tests):
                survived += 1
                print(f"{path.relative_to(ROOT)}:{line}: {said}", flush=True)
    print(f"{survived} of {len(chosen)} changes were not noticed, of {len(mutants)} that there are")


if __name__ == "__main__":
    main()
