"""Ordinary tables and texts, written with their answers by people who had not read the reader: they stay read.

`ordinary/tables.txt` and `texts.txt` hold a case after the other:

    ##### t003 two-columns.csv
    (the file)
    ##### holds
    2025-11-03 | 07:10 | left | 62 | before=3 after=2
    ##### end

A hold is its day, its time where the file tells one, its side, its seconds, and the pain that is told of it,
`pain` where nothing says when. `ASK: why` stands for a file of which one has to ask, `NONE: why` for one
without a hold of ours.
"""

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

import hiplog

FOLDER = Path(__file__).parent / "ordinary"
CASE = re.compile(r"##### (\S+) (.+?)\n(.*?)##### holds\n(.*?)##### end\n", re.DOTALL)
CASES = {
    match[1]: match.groups()[1:]
    for path in sorted(FOLDER.glob("*.txt"))
    for match in CASE.finditer(path.read_bytes().decode())
}


def expected(line):
    """Return day, time, side, seconds and what is told of pain of a line of answers."""
    day, time, side, seconds, *pains = (part.strip() for part in line.split("|"))
    told = dict(one.split("=") for one in " ".join(pains).split())
    return (
        day,
        time and f"{time}:00"[:8],
        side,
        float(seconds),
        {name: float(score) for name, score in told.items()},
    )


def is_as_told(hold, pains):
    """Return whether a hold has the pain that is told, and no other."""
    scores = {"before": hold.pain_before, "after": hold.pain_after}
    known = {name: float(score) for name, score in scores.items() if pd.notna(score)}
    if "pain" not in pains:
        return known == pains
    return pains["pain"] in known.values() or f"{pains['pain']:g}" in str(hold.note)


def test_there_are_as_many_cases_as_were_kept():
    kept = sum(path.read_text("utf-8").count("##### holds\n") for path in FOLDER.glob("*.txt"))
    assert len(CASES) == kept > 200


@pytest.mark.parametrize("case", CASES)
def test_an_ordinary_file_is_read_as_a_person_reads_it(case):
    name, content, answer = CASES[case]
    if answer.startswith(("ASK", "NONE")):
        try:
            holds = hiplog.read_log(content.encode(), name=name).holds
        except hiplog.LogError:
            return
        assert holds.query("exercise == 'hip_balance'").empty
        return
    holds = hiplog.read_log(content.encode(), name=name).holds.query("exercise == 'hip_balance'")
    wanted = [expected(line) for line in answer.splitlines() if line.strip()]
    days, times = holds["started_at"].dt.strftime("%Y-%m-%d"), holds["started_at"].dt.strftime("%H:%M:%S")
    read = [*zip(days, holds["side"], holds["hold_s"].round(2), strict=True)]
    assert Counter(read) == Counter((day, side, round(seconds, 2)) for day, _, side, seconds, _ in wanted)
    for day, time, side, seconds, pains in wanted:
        alike = [
            hold
            for hold, key, at in zip(holds.itertuples(), read, times, strict=True)
            if key == (day, side, round(seconds, 2)) and time in ("", at)
        ]
        assert any(is_as_told(hold, pains) for hold in alike), (day, time, side, seconds, pains)
