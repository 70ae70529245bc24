"""What was wrong with rows -> a frame of them, which can be mended and read again."""

from collections import Counter

import pandas as pd

from hiplog.reading.holds.extract import Extract
from hiplog.reading.shapes.outline import Outline
from hiplog.reading.tables.rejected import FOUND_WRONG, no_rejected
from hiplog.reading.tables.table import Table


def rejected_of(extracts: list[Extract], outline: Outline, table: Table) -> pd.DataFrame:
    """Return a row for each with something wrong in it: what, what was expected, and the whole row.

    Of sheets that were read as one log, a last column says which.
    """
    frames = [_rejected_in(extract, outline) for extract in extracts if extract.faults]
    if not frames:
        return no_rejected(distinct(extracts[0].block.names))
    rejected = pd.concat(frames, ignore_index=True).sort_values("row", kind="stable", ignore_index=True)
    places = rejected["row"]
    rejected["row"] = [*map(table.row_of, places)]
    if table.places:
        rejected["sheet"] = [*map(table.sheet_of, places)]
    return rejected.fillna("")


def _rejected_in(extract: Extract, outline: Outline) -> pd.DataFrame:
    block, lines = extract.block, []
    names = distinct(block.names)
    faulty, spelled = sorted(extract.faults), {i: texts for i, texts in extract.spelled.items() if texts}
    for k, row in zip(faulty, block.rows(faulty), strict=True):
        at, faults = int(block.at[k]), extract.faults[k]
        whole = outline.too_long.get(at, row)
        wrong = dict(reversed(faults))
        alone = {i: texts[row[i]] for i, texts in spelled.items() if row[i] in texts} | extract.plain.get(k, {})
        cells = [*row]
        for i in alone.keys() - wrong.keys():
            cells[i] = alone[i]
        places = sorted(wrong)
        text = ", ".join(whole) if at in outline.too_long else " | ".join([row[i] for i in places])
        column = " | ".join([names[i] for i in places])
        lines.append([at, column, text, "; ".join([wrong[i] for i in places]), *cells])
    return pd.DataFrame(lines, columns=[*FOUND_WRONG, *names])


def distinct(names: list[str]) -> list[str]:
    """Return names of columns, each once; none that `rejected` has itself."""
    taken, numbers, result = set(FOUND_WRONG), Counter(), []
    for name in names:
        new = name
        while new in taken:
            numbers[name] = max(numbers[name], 1) + 1
            new = f"{name} {numbers[name]}".strip()
        taken.add(new)
        result.append(new)
    return result
