"""What the docstrings say is so: their examples run, and what they name can be reached as they name it."""

import doctest
import importlib
import inspect
import re
from pathlib import Path

import matplotlib
import pytest

matplotlib.use("agg")

from matplotlib import pyplot as plt
from test_imports import MODULES

import hiplog

NAMED = re.compile(r"`(hiplog(?:\.\w+)+|[a-zA-Z]\w*\.\w+(?:\.\w+)*)(?:\(\))?`")
FOREIGN = ("scipy", "pandas", "matplotlib", "numpy")
SAID = {"reading": "Reading", "log": "Log"}  # what a docstring's `reading.holds` is a reading of
NOT_RUN = ("__main__", "jupyter.voila")  # the one runs the command, the other needs Voila
IMPORTED = [
    importlib.import_module(f"hiplog.{module}".removesuffix(".__init__"))
    for module in MODULES
    if module not in NOT_RUN
]
EXAMPLES = [each for module in IMPORTED for each in doctest.DocTestFinder().find(module) if each.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_runs_and_shows_what_it_says(example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # for what an example writes
    example.globs = {"hiplog": hiplog}
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS).run(example)
    plt.close("all")
    assert result.failed == 0


@pytest.mark.parametrize("name", hiplog.__all__)
def test_every_public_name_has_an_example(name):
    assert any(example.name.endswith(f".{name}") for example in EXAMPLES)


PUBLIC = {name: getattr(hiplog, name) for name in hiplog.__all__}
CALLED = PUBLIC | {
    f"{name}.{method}": function
    for name in ("Log", "Study")
    for method, function in vars(PUBLIC[name]).items()
    if inspect.isfunction(function) and not method.startswith("_")
}
PARAMETERS = re.compile(r"^Parameters\n-+\n(.*?)(?:\n\n\w+\n---|\Z)", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", sorted(CALLED.keys() - {"LogError"}))  # which callers of ours do not make
def test_a_docstring_has_the_parameters_of_the_signature_and_no_others(name):
    section = PARAMETERS.search(inspect.getdoc(CALLED[name]))
    told = re.findall(r"^(?! )(\S[^:\n]*?)(?: : .*)?$", section[1], re.MULTILINE) if section else []
    names = [one.strip().lstrip("*") for line in told for one in line.split(",")]
    assert sorted(names) == sorted(inspect.signature(CALLED[name]).parameters.keys() - {"self"})


def names_in(public):
    """Return what a public name's docstrings name with a dot in it, like `hiplog.schema`."""
    own = [public, *vars(public).values()] if inspect.isclass(public) else [public]
    documented = [each for each in own if inspect.isclass(each) or inspect.isfunction(each)]
    return {name for each in documented for name in NAMED.findall(inspect.getdoc(each) or "")}


def reached(name):
    """Return what a name leads to after `import hiplog` alone."""
    first, *rest = name.removeprefix("hiplog.").split(".")
    value = getattr(hiplog, SAID.get(first, first) if not name.startswith("hiplog.") else first)
    for part in rest:
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("public", hiplog.__all__)
def test_what_a_docstring_names_can_be_reached_as_it_names_it(public):
    names = {name for name in names_in(getattr(hiplog, public)) if name.split(".")[0] not in FOREIGN}
    assert {name for name in names if not reaches(name)} == set()


def reaches(name):
    try:
        reached(name)
    except AttributeError:
        return False
    return True


def test_the_examples_of_the_readme_run_as_they_are_pasted(tmp_path, monkeypatch):
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("old_notes.csv").write_text("date,left,right\n2026-03-04,38,31\n")
    plt.close("all")
    for block in blocks:
        exec(block, {})
    assert len(blocks) == 2
    assert len(plt.get_fignums()) == 2  # a figure for each chart
    plt.close("all")
