import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import hiplog

PACKAGE = Path(hiplog.__file__).parent

# A room is a module or folder of the package. Arrows go down only; "reading.read_pain_notes" is that and no other.
MAY_IMPORT = {
    "exercise": set(),
    "counts": set(),
    "dates": set(),
    "errors": set(),
    "interchange": {"errors"},
    "files": {"errors"},
    "ids": set(),
    "normal": set(),
    "heaps": {"normal"},
    "printable": set(),
    "schema": {"errors", "exercise", "ids", "interchange"},
    "arguments": {"dates", "errors", "exercise", "interchange", "schema"},
    "spreadsheet": set(),
    "stand_in": set(),
    "reading": {"errors", "schema", "exercise", "heaps", "spreadsheet", "printable"},
    "log": {"schema", "errors", "files", "arguments", "dates", "interchange", "spreadsheet", "printable"},
    "timer": {"interchange", "schema", "exercise", "arguments", "measures", "stand_in"},
    "measures": {"schema", "dates", "errors", "exercise", "arguments", "heaps", "interchange", "normal"},
    "places": {"arguments", "interchange", "measures", "reading.read_pain_notes"},
    "verdicts": {"counts", "dates", "measures", "exercise"},
    "charts": {
        "counts",
        "files",
        "verdicts",
        "measures",
        "exercise",
        "places",
        "arguments",
        "dates",
        "interchange",
        "schema",
    },
    "sentences": {
        "counts",
        "verdicts",
        "measures",
        "exercise",
        "places",
        "arguments",
        "dates",
        "interchange",
        "schema",
    },
    "report": {
        "counts",
        "",  # the version
        "charts",
        "measures",
        "sentences",
        "verdicts",
        "places",
        "exercise",
        "arguments",
        "dates",
        "interchange",
        "schema",
        "files",
    },
    "study": {
        "",  # every measure, by its name
        "arguments",
        "charts",
        "counts",
        "dates",
        "exercise",
        "files",
        "interchange",
        "log",
        "measures",
        "normal",
        "reading",
        "report",
        "schema",
        "spreadsheet",
    },
    "lab": set(),
    "jupyter": set(),  # settings that Voila reads
    "examples": {"arguments", "counts", "interchange", "lab", "reading", "schema"},
    "controls": {
        "counts",
        "spreadsheet",
        "stand_in",
        "charts",
        "report",
        "reading",
        "schema",
        "exercise",
        "arguments",
        "dates",
        "interchange",
    },
    "reminders": {"exercise"},
    "cli": {
        "counts",
        "",
        "arguments",
        "charts",
        "dates",
        "files",
        "interchange",
        "lab",
        "log",
        "printable",
        "reading",
        "schema",
        "exercise",
        "reminders",
        "spreadsheet",
    },  # "" is hiplog itself, with every public name
    "__main__": {"cli"},
    "__init__": set(),
}

# The same within a room that has sub-rooms, one way: in reading from bytes to holds, a sub-room a stage; in
# measures from arrays and holds to numbers.
WITHIN = {
    "reading": {
        "languages": set(),
        "values": {"languages", "tables"},
        "tables": {"languages"},
        "apps": {"languages"},
        "columns": {"languages", "values", "tables"},
        "options": {"columns"},
        "shapes": {"languages", "values", "tables", "apps", "columns", "options"},
        "holds": {"languages", "values", "tables", "apps", "columns", "options", "shapes"},
        "journals": {"languages", "values", "tables", "columns", "shapes", "notes"},
        "notes": {"languages"},
        "own_export": {"tables"},
        "duplicates": set(),
        "reading": {"tables"},
        "saved_anew": {"tables", "values"},
        "clean": {"columns", "holds", "own_export", "reading", "tables"},
        "kinds_of_files": {"tables", "options", "shapes", "journals", "own_export"},
        "reader": {"values", "tables", "columns", "options", "shapes", "journals", "holds"}
        | {"reading", "kinds_of_files", "clean", "saved_anew"},
        "__init__": {
            "clean",
            "columns",
            "values",
            "notes",
            "options",
            "duplicates",
            "reading",
            "reader",
            "tables",
        },
    },
    "measures": {
        "frames": set(),
        "fits": set(),
        "diary": set(),
        "holds": {"frames", "fits"},
        "sessions": {"frames", "holds"},
        "practice": {"frames", "holds", "diary"},
        "progress": {"frames", "holds", "fits"},
        "typical": {"frames", "holds", "fits"},
        "levels": {"holds", "fits"},
        "first_weeks": {"holds", "fits", "levels"},
        "pauses": {"holds", "fits", "levels"},
        "trend": {"frames", "holds", "fits", "pauses"},
        "sides": {"frames", "holds", "fits"},
        "probability": {"frames", "holds", "fits"},
        "pain": {"frames", "holds", "fits", "diary"},
        "comparison": {"frames", "holds", "fits", "diary", "pain", "practice", "sides"},
        "__init__": set(),
    },
    "verdicts": {
        "holds": set(),
        "certainty": set(),
        "capped": set(),
        "typical": {"holds"},
        "sides": {"holds", "certainty"},
        "trend": {"certainty", "typical"},
        "pain": set(),
        "practice": set(),
        "span": set(),
        "comparison": {"certainty", "pain", "typical"},
        "__init__": set(),
    },
    "charts": {
        "parts": set(),
        "now": {"parts"},
        "calendar": {"parts"},
        "pictures": {"parts"},
        "progress_key": {"parts", "now"},
        "progress": {"parts", "now", "progress_key"},
        "balance": {"parts"},
        "probability": {"parts"},
        "practice": {"parts", "calendar"},
        "medians": set(),
        "pain_key": {"parts"},
        "pain": {"parts", "medians", "pain_key"},
        "compared": set(),
        "compare_axis": {"parts"},
        "compare": {"parts", "balance", "compared", "compare_axis"},
        "page": {"parts"},
        "overview": {"parts", "page", "progress", "balance", "probability", "practice", "pain"},
        "__init__": {"progress", "balance", "probability", "practice", "pain", "compare", "overview", "pictures"},
    },
    "log": {
        "format": set(),
        "changes": {"format"},
        "file": {"format", "changes"},
        "copies": {"format", "file"},
        "opened": {"format", "changes", "file", "copies"},
        "calls": {"format", "changes", "file", "copies", "opened"},
        "log": {"changes", "file", "copies", "opened", "calls"},
        "__init__": {"log"},
    },
}


class WithoutTypes(ast.NodeTransformer):
    """Leaves out what only a type checker reads."""

    def visit_If(self, node):
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else node


def imported(source: str, module: str) -> set[str]:
    """Return what the source of `module`, like "reading.cells", imports of the package, like {"schema"}."""
    found = set()
    for node in ast.walk(WithoutTypes().visit(ast.parse(source))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = ["hiplog", *module.split(".")][: -node.level] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
    ours = {name.removeprefix("hiplog").removeprefix(".") for name in found if name.split(".")[0] == "hiplog"}
    return {hiplog._HOME_OF.get(name, name) for name in ours}


def strays(source: str, module: str) -> set[str]:
    """Return what the source imports of other rooms without an arrow to them."""
    room = module.split(".")[0]
    allowed = MAY_IMPORT[room] | {room}
    return {
        name
        for name in imported(source, module)
        if not any(name == to or name.startswith(f"{to}.") for to in allowed)
    }


MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in sorted(PACKAGE.rglob("*.py"))
}


def test_every_room_has_its_arrows():
    assert {module.split(".")[0] for module in MODULES} == set(MAY_IMPORT)


def test_arrows_go_down_only():
    rooms = {room: {to.split(".")[0] for to in arrows} for room, arrows in MAY_IMPORT.items()}
    assert list(TopologicalSorter(rooms).static_order())


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_along_the_arrows(module):
    assert strays(MODULES[module].read_text(encoding="utf-8"), module) == set()


PARTED = [module for module in MODULES if module.split(".")[0] in WITHIN]


@cache
def needed_within(module: str) -> set[str]:
    """Return what a module imports of its own room, without the room's name."""
    room = module.split(".")[0]
    names = imported(MODULES[module].read_text(encoding="utf-8"), module)
    return {name.removeprefix(f"{room}.") for name in names if name.startswith(f"{room}.")}


@pytest.mark.parametrize("module", PARTED)
def test_a_module_of_a_sub_room_imports_only_along_the_arrows_within(module):
    room, sub_room = module.split(".")[:2]
    assert {name.split(".")[0] for name in needed_within(module)} <= WITHIN[room][sub_room] | {sub_room}


@pytest.mark.parametrize("room", WITHIN)
def test_within_a_room_arrows_go_one_way_and_no_two_modules_need_each_other(room):
    assert list(TopologicalSorter(WITHIN[room]).static_order())
    inner = {module: module.removeprefix(f"{room}.") for module in PARTED if module.startswith(f"{room}.")}
    needs = {
        module: {
            other
            for other, name in inner.items()
            for needed in needed_within(module)
            if other != module and (needed == name or needed.startswith(f"{name}."))
        }
        for module in inner
    }
    assert list(TopologicalSorter(needs).static_order())


@pytest.mark.parametrize(
    "source",
    [
        "from hiplog.reading import read_log",
        "from hiplog import read_log",
        "from hiplog import reading",
        "import hiplog.reading.values as c",
        "import hiplog",
        "from ..reading import values",
        "from .. import reading",
        "def f():\n    from hiplog.reading.values import read_hold",
    ],
)
def test_an_import_against_the_arrows_is_seen(source):
    assert len(strays(source, "log.file")) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from hiplog.schema import conform",
        "from hiplog import LogError",
        "from . import undo",
        "import numpy.random",
    ],
)
def test_an_import_along_the_arrows_is_free(source):
    assert strays(source, "log.file") == set()


def test_only_the_module_at_the_end_of_an_arrow_is_free():
    assert strays("from hiplog.reading import read_pain_notes", "places") == set()
    assert strays("from hiplog.reading.values.pain import read_pain", "places") == {
        "reading.values.pain.read_pain"
    }


def test_importing_hiplog_alone_loads_nothing_heavy():
    heavy = "{'pandas', 'numpy', 'matplotlib', 'anywidget', 'ipywidgets', 'scipy', 'click'}"
    code = (
        f"import sys, hiplog; print({heavy} & set(sys.modules), len([m for m in sys.modules if 'hiplog.' in m]))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["set()", "0"]


def test_a_type_checker_reads_the_names_that_are_loaded_when_used():
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [
        node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    read = {line.names[0].asname: f"{line.module}.{line.names[0].name}" for line in block.body}
    assert read == {name: f"hiplog.{home}.{name}" for name, home in hiplog._HOME_OF.items()} | {
        name: f"hiplog.{name}" for name in hiplog._DATA
    }


def test_a_room_that_docstrings_name_is_there_at_once():
    code = f"""
import sys, matplotlib.pyplot, pandas, ipywidgets, anywidget, hiplog
known = set(sys.modules)
for room in {hiplog._ROOMS}:
    print(getattr(hiplog, room).__name__)
    for name in set(sys.modules) - known:
        if name.startswith("hiplog."):
            vars(hiplog).pop(name.removeprefix("hiplog."), None)
            del sys.modules[name]
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == [f"hiplog.{name}" for name in hiplog._ROOMS]


def test_completion_offers_the_public_names_and_the_data_and_nothing_else():
    shown = [name for name in dir(hiplog) if not name.startswith("_")]
    assert shown == sorted([*hiplog.__all__, "exercise", "schema"])


def test_each_room_has_the_names_that_it_says_it_has():
    for module in ("", *(f".{name}" for name, path in MODULES.items() if "__all__" in path.read_text("utf-8"))):
        room = import_module(f"hiplog{module.removesuffix('__init__').rstrip('.')}")
        assert [name for name in room.__all__ if not hasattr(room, name)] == []


@pytest.mark.parametrize("name", hiplog._HOME_OF)
def test_every_public_name_can_be_loaded(name):
    assert callable(getattr(hiplog, name))
    assert name in dir(hiplog)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("read_logs", "; there is read_log"),
        ("pain_place", "; there is pain_places"),
        ("_repr_html_", ""),
        ("zzz", ""),
    ],
)
def test_a_name_that_is_not_public_is_no_attribute_and_those_like_it_are_named(name, said):
    with pytest.raises(AttributeError, match=rf"^module 'hiplog' has no attribute '{name}'{said}$"):
        getattr(hiplog, name)


def test_no_public_function_has_the_name_of_a_module():
    """Importing the module would put it in the function's place."""
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert modules.isdisjoint(hiplog.__all__)
