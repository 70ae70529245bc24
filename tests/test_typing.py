"""What an editor and a type checker know of the package."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

import hiplog

ROOT = Path(__file__).parents[1]
SCRIPT = """\
import hiplog

log = hiplog.Log("my_log.sqlite")
holds = log.holds()
hiplog.balance(holds, days=14)
hiplog.balance(holds, days="14")
ax = hiplog.plot_progress(holds, exercise="hip_balance", color={"left": "black"})
ax.set_title("mine")
hiplog.plot_progres(holds)
timer = hiplog.HoldTimer(log, target_s=90.0, plan=2)
for exercise in hiplog.exercise.EXERCISES:
    hiplog.summary(holds, exercise=exercise, plan=log.plan(), since="90 days")
hiplog.HoldTimer(log, target=90.0)
hiplog.balance(holds, exercise="hamstring")
hiplog.practice(holds, plan=4)
hiplog.read_log("log.csv", unit="min", exercise="quad_stretch")
hiplog.read_log("log.csv", unit="sec")
hiplog.read_log("log.csv", exercise="quad")
hiplog.compare(holds, by="stretches")
hiplog.compare(holds, by="exercise")
weeks: int = hiplog.schema.REQUIRED.index("side")
"""


def has_types(function):
    given = inspect.signature(function)
    return given.return_annotation is not given.empty and all(
        parameter.annotation is not parameter.empty
        for name, parameter in given.parameters.items()
        if name != "self"
    )


def test_the_wheel_says_that_it_is_typed():
    assert (Path(hiplog.__file__).parent / "py.typed").read_bytes() == b""


def test_a_type_checker_finds_the_mistakes_of_a_script_and_no_other(tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, "--config-file", "", "script.py"]
    checked = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env=os.environ | {"MYPYPATH": str(ROOT)}
    )
    errors = [line.split(": ", 2) for line in checked.stdout.splitlines() if line.startswith("script.py")]
    assert [where for where, kind, _ in errors if kind == "error"] == [
        "script.py:6",
        "script.py:9",
        "script.py:13",
        "script.py:14",
        "script.py:15",
        "script.py:17",
        "script.py:18",
        "script.py:20",
    ]
    said = [what for _, kind, what in errors if kind == "error"]
    assert 'incompatible type "str"; expected "int"' in said[0]
    assert 'has no attribute "plot_progres"' in said[1]
    assert 'Unexpected keyword argument "target" for "HoldTimer"' in said[2]
    assert "expected \"Literal['hip_balance', 'hamstring_stretch', 'quad_stretch'] | None\"" in said[3]
    assert 'incompatible type "Literal[4]"' in said[4]


@pytest.mark.parametrize("name", hiplog.__all__)
def test_every_argument_and_result_that_is_public_has_its_type(name):
    public = getattr(hiplog, name)
    own = vars(public).items() if inspect.isclass(public) else [(name, public)]
    functions = [value for key, value in own if inspect.isfunction(value) and not key.startswith("_")]
    functions += [public.__init__] if inspect.isclass(public) and "__init__" in vars(public) else []
    assert [function.__name__ for function in functions if not has_types(function)] == []


def test_the_types_of_the_public_face_are_right():
    checked = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert checked.stdout.splitlines()[-1].startswith("Success: no issues found")
