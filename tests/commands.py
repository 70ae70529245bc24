"""Commands run in a reader's folder, for the tests of `hiplog`."""

import pandas as pd
import pytest
from click.testing import CliRunner

import hiplog
from hiplog.cli import main

GOOD = "date,left,right,pain,notes\n2026-03-04,41,1:35,2,stiff\n2026-03-05,45,110,1,\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Be in a reader's folder with an empty log."""
    (tmp_path / "data").mkdir()
    hiplog.Log(tmp_path / "data/my_log.sqlite").begin()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, answer=None):
    return CliRunner().invoke(main, [*map(str, arguments)], input=answer)


def holds(folder) -> pd.DataFrame:
    return hiplog.Log(folder / "data/my_log.sqlite").holds()


def add_two(folder) -> None:
    two = pd.DataFrame({"started_at": ["2026-03-04T07:10", "2026-03-04T07:13"], "side": ["right", "left"]})
    hiplog.Log(folder / "data/my_log.sqlite").add(two.assign(hold_s=[60.0, 50.0], source="old.csv"))
