"""Example logs with random damage, and what must hold whatever it is: `python tests/damaged.py 20000`.

A second number is the seed: the same one damages the same files in the same way.

Each file is refused with a `LogError` or read; then no row is lost, and ids are unique.
"""

import re
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import hiplog

EXAMPLES = sorted(
    path for folder in ("good", "bad") for path in (Path(__file__).parent / "logs" / folder).glob("*.*")
)
_BITS = [
    b'"',
    b"'",
    b",",
    b"\n",
    b"\r",
    b"\x00",
    b"\xff",
    b";",
    b"\t",
    b"0",
    b":",
    b"/",
    b"-",
    b"left",
    b"99999999",
]
_DATED = re.compile(rb"20\d\d-[01]\d-[0-3]\d,")
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),  # where
        st.integers(0, 40),  # how many bytes go
        st.sampled_from(_BITS) | st.binary(max_size=8),  # what comes in their place
    ),
    min_size=1,
    max_size=8,
)


def damaged(data: bytes, changes) -> bytes:
    """Return bytes with each change made to them."""
    content = bytearray(data)
    for place, gone, instead in changes:
        at = int(place * len(content))
        content[at : at + gone] = instead
    return bytes(content)


def check(data: bytes, name: str) -> bool:
    """Read bytes, and return whether they were read and not refused; anything else than that is an error."""
    try:
        reading = hiplog.read_log(data, name=name)
    except hiplog.LogError:
        return False
    assert reading.holds["hold_id"].is_unique
    assert reading.holds["side"].isin(["left", "right"]).all()
    rejected, skipped = {*reading.rejected["row"]}, {one["row"] for one in reading.how["skipped"]}
    assert not rejected & skipped
    assert reading.how["rows"] + len(rejected | skipped) >= _rows(data, reading)
    return True


def _rows(data: bytes, reading) -> int:
    """Return how many rows below the header begin with a date, where no quote joins lines."""
    if reading.how["delimiter"] != "," or reading.how["encoding"] != "utf-8" or {*b"\"'\r\x00"} & {*data}:
        return 0
    lines = data.split(b"\n")[reading.how["header_row"] or 0 :]
    return sum(_DATED.match(line) is not None for line in lines)


def attack(path: Path, changes) -> None:
    """Damage an example, and check what becomes of it."""
    check(damaged(path.read_bytes(), changes), path.name)


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    sown = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    tried = seed(sown)(given(path=st.sampled_from(EXAMPLES), changes=CHANGES)(attack))
    settings(max_examples=many, deadline=None, database=None, suppress_health_check=[*HealthCheck])(tried)()
    print(f"{many:,} damaged files, seed {sown}: each was read or refused, no row lost")
