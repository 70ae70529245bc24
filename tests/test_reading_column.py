"""A column whose different texts are kept once is the column of its cells."""

import numpy as np

from hiplog.reading.tables.column import Column

CELLS = ["45", "", "38", "45", "", "31"]


def test_a_column_gives_its_cells_back_in_their_order():
    assert list(Column.of(CELLS)) == CELLS


def test_each_different_text_is_kept_once():
    assert Column.of(CELLS).texts == ["45", "", "38", "31"]


def test_a_column_of_no_rows_is_a_column():
    column = Column.of([])
    assert list(column.only(np.zeros(0, dtype=bool))) == []
    assert len(column.read(str.strip)) == 0


def test_a_text_that_is_in_none_of_the_rows_left_is_gone():
    column = Column.of(CELLS).only(np.array([False, True, False, True, False, True]))
    assert column.texts == ["45", "", "31"]
    assert list(column) == ["", "45", "31"]


def test_columns_stacked_are_one_below_the_other():
    column = Column.stacked([Column.of(["a", "b"]), Column.of(["b", "c", "b"])])
    assert list(column) == ["a", "b", "b", "c", "b"]
    assert column.texts == ["a", "b", "c"]


def test_each_different_text_is_read_once():
    asked = []
    values = Column.of(CELLS).read(lambda text: asked.append(text) or len(text))
    assert values.tolist() == [2, 0, 2, 2, 0, 2]
    assert asked == ["45", "", "38", "31"]


def test_rows_are_found_by_what_stands_in_them():
    assert Column.of(CELLS).where(str.isdigit).tolist() == [True, False, True, True, False, True]
