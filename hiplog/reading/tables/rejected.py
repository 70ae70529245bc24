"""What a file of refused rows looks like, and its texts as they were before they were made harmless."""

import csv
import io

import numpy as np
import pandas as pd

from hiplog.spreadsheet import as_written

FOUND_WRONG = ("row", "column", "text", "expected")  # the first columns of `Reading.rejected`
KEPT = "no hold; what it says of its day is kept"  # why such a row is skipped


def as_refused(data: bytes) -> bytes:
    """Return the content of a file of refused rows without the apostrophes that it was written with; else as is.

    A spreadsheet may have saved it with another delimiter; its lines stay as many.
    """
    head = data[:200].removeprefix(b"\xef\xbb\xbf")
    delimiter = head[3:4].decode("latin-1")
    if delimiter not in tuple(",;\t") or not head.startswith(delimiter.join(FOUND_WRONG).encode()):
        return data
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error):
        return data  # read as any other file, and shown as it stands
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([as_written(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def no_rejected(names: list[str]) -> pd.DataFrame:
    """Return the frame of no rejected rows."""
    others = [*FOUND_WRONG[1:], *names]
    frame = pd.DataFrame(np.empty((0, len(others)), dtype=object), columns=others)
    frame.insert(0, "row", pd.Series(dtype="int64"))
    return frame
