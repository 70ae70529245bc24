"""The wheel, in an empty environment without any tool of ours, from another folder."""

import os
import re
import socket
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from hiplog import lab

pytestmark = pytest.mark.registry
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the wheel, built by way of the source archive as a release is."""
    built = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", built, ROOT], check=True, capture_output=True)
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def run(wheel, tmp_path_factory):
    """Return a function that runs a program of an environment in which nothing but the wheel was installed."""
    empty = tmp_path_factory.mktemp("elsewhere")
    venv.create(empty / "venv", with_pip=True)
    bin = empty / "venv" / ("Scripts" if sys.platform == "win32" else "bin")

    def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        command = [bin / program, *arguments]
        done = subprocess.run(
            command, cwd=empty, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done

    run("python", "-m", "pip", "install", "-q", "--no-compile", "-c", ROOT / "pins.txt", wheel)
    return run


@pytest.fixture(scope="module")
def folder(run, tmp_path_factory):
    """Return a reader's folder that the installed hiplog has made, with an empty log."""
    folder = tmp_path_factory.mktemp("reader") / "mine"
    with socket.create_server(("localhost", 0)) as free:
        port = str(free.getsockname()[1])
    run("hiplog", "lab", folder, "--port", port, "--", "--version")  # JupyterLab says its version and is done
    return folder


def test_the_wheel_carries_what_the_repository_tracks_and_nothing_else(wheel):
    listed = ["git", "ls-files", "hiplog", "notebooks/*.ipynb", "data/*.csv", "data/*.md"]
    tracked = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    inside = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]
    expected = [name if name.startswith("hiplog/") else f"hiplog/starter/{name}" for name in tracked]
    assert sorted(inside) == sorted(expected)


def test_what_an_index_shows_of_the_wheel_has_no_picture_that_is_not_there(wheel):
    (metadata,) = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".dist-info/METADATA")]
    shown = zipfile.ZipFile(wheel).read(metadata).decode().partition("\n\n")[2]
    assert shown.startswith("# hiplog\n")
    assert re.findall(r"<img|!\[|\]\((?!https:)", shown) == []


def test_nothing_of_the_developers_is_installed(run):
    installed = run("python", "-m", "pip", "list", "--format=freeze").stdout
    assert "hiplog==" in installed
    assert not {"pytest", "playwright", "ruff"} & {line.split("==")[0] for line in installed.splitlines()}


def test_the_command_is_there(run):
    assert "[-- JUPYTER ARGUMENTS]" in run("hiplog", "lab", "--help").stdout


def test_a_reader_gets_the_notebooks_the_data_and_an_empty_log(folder):
    laid = [path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()]
    shipped = [path.relative_to(ROOT).as_posix() for glob in lab.LAID for path in ROOT.glob(glob)]
    assert sorted(laid) == sorted([*shipped, lab.LOG, lab.RECORD])


def test_the_timer_finds_its_script_and_its_style(run):
    look = "import hiplog; print(len(str(hiplog.HoldTimer._esm)), len(str(hiplog.HoldTimer._css)))"
    script, style = map(int, run("python", "-c", look).stdout.split())
    assert script > 1000
    assert style > 1000


@pytest.mark.parametrize("name", ["01_time_a_session", "03_see_your_progress"])
def test_a_notebook_runs_from_the_readers_folder(run, folder, name):
    ran = folder.parent / f"{name}.ipynb"
    run(
        "jupyter",
        "nbconvert",
        "--execute",
        "--to",
        "notebook",
        "--output",
        ran,
        folder / f"notebooks/{name}.ipynb",
    )
    assert ran.is_file()
