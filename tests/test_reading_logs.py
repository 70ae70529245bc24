import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "logs"))
import compare

CASES = compare.cases()


@pytest.mark.parametrize("name", CASES)
def test_each_log_reads_as_a_person_would_read_it(name):
    assert compare.faults(CASES[name]) == []


def test_every_file_has_a_case():
    assert compare.files_without_a_case() == set()


def test_a_wrong_expectation_is_noticed():
    case = CASES["good/bom.csv"]
    wrong = case | {"holds": [["2024-03-04", "left", 39, None, 4, "first day"], *case["holds"][1:]]}
    assert any("missing" in fault for fault in compare.faults(wrong))
