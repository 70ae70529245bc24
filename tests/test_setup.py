"""What the files around the package promise: the set-up, the pins, and what git may not see."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import chromium
import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
NEEDED_BY_APP = [Requirement(line) for line in PROJECT["optional-dependencies"]["app"]]
NEEDED_FOR_DOCS = [Requirement(line) for line in PROJECT["optional-dependencies"]["docs"]]
NEEDED_FOR_TESTS = [Requirement(line) for line in PROJECT["optional-dependencies"]["test"]]
PINS = (ROOT / "pins.txt").read_text()
NAMED_CHANGES = list(csv.DictReader((ROOT / "benchmarks" / "named_mutations.csv").read_text("utf-8").splitlines()))
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
    "\n"
)


def test_conda_installs_what_pip_installs():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    from_conda = [line for line in listed if isinstance(line, str) and line != "pip"]
    assert from_conda == [f"python{PROJECT['requires-python']}", *map(str, NEEDED + NEEDED_BY_APP)]
    assert listed[-1] == {"pip": ["-e ."]}


def test_pins_name_no_address():
    assert re.findall(r"://|@|--(?:\w|-)*(?:url|links|host)", PINS) == []


def test_pins_say_how_they_are_renewed():
    assert "#    make pins\n" in PINS
    assert re.search(r"^pins:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("need", NEEDED + NEEDED_BY_APP + NEEDED_FOR_DOCS + NEEDED_FOR_TESTS, ids=str)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_dependency_is_pinned_once_within_its_bounds(need, python, system):
    here = default_environment() | {"sys_platform": system, "os_name": "nt" if system == "win32" else "posix"}
    here |= {"python_version": python, "python_full_version": f"{python}.9"}
    pins = [Requirement(line) for line in PINS.splitlines() if not line.startswith("#")]
    pinned = [pin for pin in pins if pin.name == need.name and (not pin.marker or pin.marker.evaluate(here))]
    assert len(pinned) == 1
    assert need.specifier.contains(str(pinned[0].specifier).removeprefix("=="))


def test_no_notebook_has_outputs():
    cells = [cell for path in ROOT.glob("notebooks/*.ipynb") for cell in json.loads(path.read_text())["cells"]]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) >= 4
    assert [cell["source"] for cell in code if cell["outputs"] or cell["execution_count"]] == []


@pytest.mark.parametrize("name", ["my_log.sqlite", "data/my_log.sqlite", "a/b/data/my_log.sqlite-journal"])
def test_git_ignores_a_log_wherever_it_lies(name):
    assert subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT).returncode == 0


def test_git_ignores_the_readers_folder():
    assert subprocess.run(["git", "check-ignore", "-q", "my_hiplog/data/x.csv"], cwd=ROOT).returncode == 0


def test_git_keeps_nobodys_log():
    assert [name for name in TRACKED if name.endswith((".sqlite", ".db"))] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "Makefile", ".ci/run", "data/README.md"])
def test_a_page_names_only_files_that_exist(name):
    text = (ROOT / name).read_text()
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    paths = re.findall(r"\b(?:hiplog|tests|notebooks|data|docs|benchmarks)/[\w./-]*\w", text)
    made = ("data/my_log.sqlite", "data/practice_log.sqlite", "docs/_build")
    named = {link: ROOT / Path(name).parent / link for link in links} | {path: ROOT / path for path in paths}
    assert [path for path, file in named.items() if not file.exists() and not path.startswith(made)] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_a_page_names_only_make_targets_that_exist(name):
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"(?:^ *|`)make ([a-z]+)\b", (ROOT / name).read_text(), re.MULTILINE)) <= set(targets)


@pytest.fixture
def checkout(tmp_path):
    """Return a git repository with our hooks."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for name in (".pre-commit-config.yaml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def _run_hooks(checkout: Path) -> subprocess.CompletedProcess:
    subprocess.run(["git", "add", "-A"], cwd=checkout, check=True)
    env = os.environ | {"PRE_COMMIT_HOME": str(checkout / ".git/hooks-home"), "PRE_COMMIT_COLOR": "never"}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]])  # the environment is active
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    return subprocess.run(command, cwd=checkout, env=env, capture_output=True, text=True)


def test_the_hooks_strip_outputs_and_mind_the_end_of_files(checkout):
    output = {"output_type": "stream", "name": "stdout", "text": "42 s"}
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 1, "outputs": [output]}
    book = {"cells": [cell | {"source": ["1 + 1"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (checkout / "a.ipynb").write_text(json.dumps(book))
    (checkout / "a.md").write_text("no end")
    done = _run_hooks(checkout)
    assert "42 s" not in (checkout / "a.ipynb").read_text()
    assert re.findall(r"^(.*?)\.+Failed$", done.stdout, re.MULTILINE)[-2:] == [
        "no output in notebooks",
        "files end with one line break",
    ]


def test_the_hooks_pass_on_a_tidy_file(checkout):
    (checkout / "a.py").write_text('"""A module."""\n\nA = 1\n')
    assert _run_hooks(checkout).returncode == 0


def test_a_browser_that_one_names_is_taken(monkeypatch):
    monkeypatch.setenv("HIPLOG_BROWSER", "/mine")
    chromium.find.cache_clear()
    assert chromium.find() == "/mine"
    chromium.find.cache_clear()


def test_continuous_integration_fails_without_a_browser(monkeypatch):
    monkeypatch.setattr(chromium, "get", lambda: None)
    monkeypatch.setenv("CI", "true")
    assert chromium.main() == 1


def test_at_home_the_tests_go_on_without_a_browser_and_say_so(monkeypatch, capsys):
    monkeypatch.setattr(chromium, "get", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    assert chromium.main() == 0
    assert "browser tests are left out" in capsys.readouterr().out


def test_the_tests_get_what_the_app_needs():
    assert {str(need) for need in NEEDED_BY_APP} < {str(need) for need in NEEDED_FOR_TESTS}


@pytest.mark.parametrize("change", NAMED_CHANGES, ids=lambda change: change["what"])
def test_a_named_change_names_a_text_and_a_test_that_are_there(change):
    file, name = change["test"].split("::")
    assert (ROOT / change["file"]).read_text("utf-8").count(change["text"]) == 1
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)


def test_a_test_that_hangs_ends_the_run_and_shows_where(tmp_path):
    (tmp_path / "test_hangs.py").write_text("import time\n\ndef test_hangs():\n    time.sleep(60)\n")
    limit = ["-c", ROOT / "pyproject.toml", "--rootdir", tmp_path, "-o", "faulthandler_timeout=0.5"]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *limit, tmp_path / "test_hangs.py"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=50)
    assert ran.returncode != 0
    assert "line 4 in test_hangs" in ran.stderr
