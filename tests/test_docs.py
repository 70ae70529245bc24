"""What the pages of the site say is so; `make docs` builds them, and `make look` opens them in a browser."""

import ast
import csv
import doctest
import itertools
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_type_hints

import click
import matplotlib
import pandas as pd
import pytest
import yaml
from click.testing import CliRunner

matplotlib.use("agg")

from diaries import diary
from matplotlib import pyplot as plt

import hiplog
from hiplog.cli import main
from hiplog.log.format.tables import APPLICATION, VERSION

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
sys.path += [str(DOCS), str(DOCS / "field")]
import address  # noqa: E402
import house  # noqa: E402
import reference_tables  # noqa: E402

PAGES = {path.relative_to(DOCS).as_posix(): path for path in sorted(DOCS.rglob("*.md"))}
BY_HAND = ("start", "how_to", "file_format.md", "how_reading_works.md")
WRITTEN = [name for name in PAGES if name.split("/")[0] in BY_HAND]
HAND_KEPT = "date,left,right\n2026-03-04,38,31\n2026-03-05,1:3x,31\n"


def blocks(name: str, language: str = "python") -> list[str]:
    """Return the blocks of code of a page."""
    return re.findall(rf"```{language}\n(.*?)```", PAGES[name].read_text("utf-8"), re.DOTALL)


def commands(name: str) -> list[list[str]]:
    """Return the commands of hiplog that stand in a page, by their words, without what is for Jupyter."""
    lines = re.findall(
        r"^(?: {4}|.*`)(?:.venv.Scripts.)?hiplog ([a-z][^`\n]+)", PAGES[name].read_text("utf-8"), re.M
    )
    return [line.partition("#")[0].partition(" -- ")[0].split() for line in lines]


def typed(name: str) -> list[str]:
    """Return the lines of a page that are typed into a terminal, in their order."""
    text = PAGES[name].read_text("utf-8")
    return re.findall(r"^ {4}((?:hiplog|jupyter|make|pip|python|git|conda|\.venv/bin/\w+) .*)$", text, re.M)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Go to a folder with a person's files in it, beside that of a log, as notebooks lie."""
    for name in ("notebooks", "data"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    Path("old_notes.csv").write_text(HAND_KEPT)
    with hiplog.Log("my_log.sqlite") as log:
        log.add(diary(40))
        log.add_days(pd.DataFrame({"day": ["2026-03-20"], "pain": [8], "reason": ["pain"]}))
        log.remove(log.holds().head(3))
        log.export_csv("my_holds.csv")
        log.backup("../data/my_log.sqlite")
    return tmp_path


@pytest.mark.parametrize("name", [name for name in WRITTEN if blocks(name)])
def test_the_code_of_a_page_runs_as_it_is_pasted(name, folder):
    known = {}
    for block in blocks(name):
        exec(block, known)
    plt.close("all")


@pytest.mark.parametrize("name", [name for name in PAGES if blocks(name, "pycon")])
def test_what_a_page_shows_of_a_prompt_is_what_comes(name, folder):
    parsed = doctest.DocTestParser().get_doctest("\n".join(blocks(name, "pycon")), {}, name, name, 0)
    assert doctest.DocTestRunner().run(parsed).failed == 0


@pytest.mark.parametrize("name", [name for name in PAGES if commands(name)])
def test_a_command_of_a_page_is_one_with_those_options(name):
    for words in commands(name):
        command = main.get_command(click.Context(main), words[0])
        assert command is not None, words
        known = {option for part in command.params for option in (*part.opts, *part.secondary_opts)}
        assert {word for word in words if word.startswith("--")} <= known, words


NOT_TYPED = {
    "python -m venv .venv && .venv/bin/pip install -c pins.txt .": "tests/test_setup.py does",
    "python benchmarks/measures.py": "simulates for an hour",
    "hiplog study people --scheduler tcp://10.0.0.5:8786": "tests/test_study_cluster.py has a cluster",
}


@pytest.fixture
def home(folder):
    """Add to the folder what the pages say is there: a log of one's own, its copies, and people."""
    Path("data/backups").mkdir(parents=True)
    Path("my_log.sqlite").rename("data/my_log.sqlite")
    days = diary(3)
    lately = days.assign(
        started_at=days["started_at"] + (pd.Timestamp.now() - days["started_at"].max()).floor("D")
    )
    with hiplog.Log("data/my_log.sqlite") as log:
        log.add(lately.drop(columns=["hold_id", "session_id"]))
        log.backup("data/backups/my_log_2026-03-04.sqlite")
        log.backup("my_log (conflicted copy).sqlite")
    Path("people").mkdir()
    for name in ("anna", "ben"):
        hiplog.Log(f"people/{name}.sqlite").add(diary(5))
    return folder


@pytest.mark.parametrize("name", [name for name in PAGES if typed(name)])
def test_the_commands_of_a_page_run_in_order_as_they_stand_there(name, home):
    lines = [line.partition(" # ")[0].strip() for line in typed(name)]
    if any("Dauer=hold" in line for line in lines):
        Path("old_notes.csv").write_text(
            HAND_KEPT.replace("date,left,right", "Datum,Dauer,Seite")
            .replace("38,31", "38,links")
            .replace("1:3x,31", "1:3x,links")
        )
    for line in lines:
        if line in NOT_TYPED:
            continue
        words = shlex.split(line)
        assert words[0] == "hiplog", line
        if words[1] in ("lab", "app"):  # JupyterLab says its version and is done
            jupyter = ["--version"] if "--" in words else ["--", "--version"]
            subprocess.run([sys.executable, "-m", *words, *jupyter], check=True, stdin=subprocess.DEVNULL)
            continue
        done = CliRunner().invoke(main, words[1:], input="y\n")
        refused = 3 if words[1] == "import" and "1:3x" in Path("old_notes.csv").read_text() else 0
        assert done.exit_code in (0, refused), f"{line}: {done.output}"


def test_every_test_that_a_page_names_is_there():
    named = set(re.findall(r"`(test_\w+(?:\.py)?)`", PAGES["where_it_runs.md"].read_text("utf-8")))
    files = [*(ROOT / "tests").rglob("test_*.py")]
    there = {path.name for path in files} | set(
        re.findall(r"def (test_\w+)", "".join(path.read_text("utf-8") for path in files))
    )
    assert len(named) > 8
    assert named <= there


def test_every_public_name_has_its_place_in_the_reference():
    text = "".join(PAGES[name].read_text("utf-8") for name in PAGES if name.startswith("reference/"))
    named = re.findall(r"^\.\. auto(?:function|class|exception):: (?:hiplog\.)?(\w+)$", text, re.M)
    assert sorted(named) == sorted(hiplog.__all__)


def test_every_table_that_a_function_returns_has_its_dtypes_in_the_reference():
    text = "".join(PAGES[name].read_text("utf-8") for name in PAGES if name.startswith("reference/"))
    named = re.findall(r"^\.\. dtypes:: (\w+)$", text, re.M)
    functions = {name: get_type_hints(getattr(hiplog, name)) for name in hiplog.__all__}
    tables = [name for name, types in functions.items() if types.get("return") is pd.DataFrame]
    assert sorted([*named, "example"]) == sorted(tables)  # an example is holds, whose columns have their page
    for name in named:
        assert {"object", "category"}.isdisjoint(reference_tables.dtypes_of(name))
    rated = reference_tables.dtypes_of("sessions")["Float64"]
    assert rated == ["pain_before", "pain_after"]


def test_the_page_on_a_file_that_is_not_read_names_all_that_a_column_may_mean():
    (told,) = re.findall(
        r"^A column may mean .*?\n\n", PAGES["how_to/a_file_that_is_not_read.md"].read_text("utf-8"), re.M | re.S
    )
    assert tuple(re.findall(r"`(.+?)`", told)) == hiplog.reading.MEANINGS


def test_the_reference_names_every_column_of_a_study_once():
    rows = re.findall(r"^\| (`.*`) \|", PAGES["reference/study.md"].read_text("utf-8"), re.M)
    assert sorted(re.findall(r"`(\w+)`", "".join(rows))) == sorted(hiplog.study.people.COLUMNS)


def test_every_chart_is_in_the_gallery():
    text = PAGES["gallery/charts.md"].read_text("utf-8")
    drawn = re.findall(r"hiplog\.(plot_\w+)\(", text)
    assert re.findall(r":filename-prefix: (\w+)", text) == drawn  # or each would be the picture of the last
    assert set(drawn) == {name for name in hiplog.__all__ if name.startswith("plot_")}


def test_the_house_shows_every_room_and_each_arrow_that_it_leaves_out_leads_to_the_ground():
    arrows = house.needs()
    assert len([room for box in house.BOXES for room in box]) + len(house.GROUND) == len(house.ROOMS)
    assert {other for room in house.GROUND for other in arrows[room]} <= house.GROUND
    for box in house.BOXES:  # rooms that share a box need the same
        assert len({frozenset(house.direct(room, arrows)) for room in box}) == 1


def _crosses(one, other):
    """Return whether two lines cross, each given by its ends."""
    (a, b), (c, d) = one, other

    def turns(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    return turns(a, b, c) * turns(a, b, d) < 0 and turns(c, d, a) * turns(c, d, b) < 0


def test_no_arrow_of_the_house_crosses_another_and_all_go_down():
    lines = [(house.BOXES[box][:2], house.BOXES[other][:2]) for box, other in house.arrows_of_boxes()]
    assert len(lines) > 12
    assert all(above[1] > below[1] for above, below in lines)
    assert [pair for pair in itertools.combinations(lines, 2) if _crosses(*pair)] == []


def test_a_log_is_read_without_hiplog_by_what_its_page_says(folder):
    page, (from_log, from_export) = PAGES["file_format.md"].read_text("utf-8"), blocks("file_format.md")
    lines = ast.walk(ast.parse(from_log + from_export))
    imported = {alias.name for line in lines if isinstance(line, ast.Import) for alias in line.names}
    assert imported == {"sqlite3", "csv"}
    known = {}
    exec(from_log + from_export, known)
    holds = hiplog.Log("my_log.sqlite").holds()
    assert [tuple(row[:3]) for row in known["holds"]] == [
        (str(row.started_at.isoformat()), row.side, row.hold_s) for row in holds.itertuples()
    ]
    assert known["days"] == [("2026-03-20", 8.0, "pain")]
    assert known["seconds"] == holds["hold_s"].tolist()
    assert f"`PRAGMA application_id` is {APPLICATION}" in page
    assert f"`PRAGMA user_version` is the version of the format: {VERSION}." in page


def test_the_page_on_the_format_names_every_table_of_a_log(folder):
    with sqlite3.connect("my_log.sqlite") as log:
        tables = {name for (name,) in log.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        columns = {row[1] for row in log.execute("PRAGMA table_info(holds)")}
    log.close()
    page = PAGES["file_format.md"].read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == tables
    assert columns - set(hiplog.schema.COLUMNS) <= set(re.findall(r"`(\w+)`", page)) | {"alive"}


def test_an_export_is_plain_csv_with_the_columns_of_the_page(folder):
    with open("my_holds.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["record"] for row in rows} == {"hold", "day"}
    assert set(hiplog.schema.COLUMNS) <= set(rows[0])


def test_the_version_is_one_in_the_package_the_changelog_and_the_citation():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert citation["version"] == newest[1] == hiplog.__version__


def _on_an_index(root):
    """Return the README as a package index shows it."""
    told = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["metadata"]["hooks"]
    text = (root / "README.md").read_text("utf-8")
    for one in told["fancy-pypi-readme"]["substitutions"]:
        text = re.sub(one["pattern"], one["replacement"], text)
    return text


def test_without_a_public_address_an_index_shows_no_picture_and_no_link_that_leads_nowhere():
    text = _on_an_index(ROOT)
    assert re.findall(r"<img|!\[|\]\((?!https:)|as in all pictures here", text) == []
    assert "This is a record, not medical advice." in text
    assert "(the exercise in its own words)" in text


def test_the_public_address_is_given_in_one_place_and_stands_wherever_it_belongs(tmp_path):
    for name in ("README.md", "pyproject.toml", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path)
    here = "https://example.org/somebody/hiplog"
    address.give(tmp_path, here)
    assert f"git clone {here} hiplog" in (tmp_path / "README.md").read_text("utf-8")
    shown = _on_an_index(tmp_path)
    assert {f"{here}/raw/HEAD/docs/pictures/{name}.png" for name in ("timer", "progress", "report")} == set(
        re.findall(r"[(\"](\S+\.png)", shown)
    )
    assert all(link.startswith(("https:", "#")) for link in re.findall(r"\]\(([^)]+)", shown))
    assert f"]({here}/blob/HEAD/docs/exercise.md)" in shown
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(project["urls"].values()) == {here, f"{here}/issues", f"{here}/blob/HEAD/CHANGELOG.md"}
    assert project["scripts"] == {"hiplog": "hiplog.cli:main"}
    assert yaml.safe_load((tmp_path / "CITATION.cff").read_text("utf-8"))["repository-code"] == here
    with pytest.raises(SystemExit, match="has its address already"):
        address.give(tmp_path, here)
