"""Damaged and hostile files are refused or read; they take nothing down."""

import io
import resource
import zipfile

import damaged
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hiplog

FEW = settings(max_examples=150, deadline=None, derandomize=True)


@FEW
@given(path=st.sampled_from(damaged.EXAMPLES), changes=damaged.CHANGES)
def test_a_damaged_log_is_read_or_refused_and_no_row_is_lost(path, changes):
    damaged.attack(path, changes)


@FEW
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    damaged.check(data, "log.csv")
    damaged.check(b"date,left,right\n2024-03-04,38,31\n" + data, "log.csv")


def test_a_lost_row_would_be_seen(monkeypatch):
    data = b"date,left,right\n2024-03-04,38,31\n2024-03-05,39,32\n"
    assert damaged.check(data, "log.csv")
    reading = hiplog.read_log(data, name="log.csv")
    reading.how["rows"] = 1
    monkeypatch.setattr(hiplog, "read_log", lambda data, name: reading)
    with pytest.raises(AssertionError):
        damaged.check(data, "log.csv")


def workbook_of_repeats(columns: int, rows: int) -> bytes:
    """Return an OpenDocument sheet of a few hundred bytes that claims this many cells."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    cell = '<table:table-cell office:value-type="float" office:value="38"'
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Log"><table:table-row table:number-rows-repeated="{rows}">'
        f'{cell} table:number-columns-repeated="{columns}"><text:p>38</text:p></table:table-cell>'
        "</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
    return packed.getvalue()


def test_a_workbook_that_claims_the_whole_memory_is_refused_and_takes_none_of_it():
    hostile = workbook_of_repeats(16_384, 1_048_576)
    assert len(hostile) < 2000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(hiplog.LogError, match="reaches as far as column XFD and row 1,048,576"):
        hiplog.read_log(hostile, name="log.ods")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB


def test_a_workbook_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.MOST_SECONDS", 0.001)
    with pytest.raises(hiplog.LogError, match="was not read within"):
        hiplog.read_log(workbook_of_repeats(2, 2), name="log.ods")


def test_a_workbook_whose_process_cannot_be_started_is_refused(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(hiplog.LogError, match="no process could be started"):
        hiplog.read_log(workbook_of_repeats(2, 2), name="log.ods")
