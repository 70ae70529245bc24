"""What a column may mean, in the words in which it is said and chosen."""

from dataclasses import dataclass
from typing import Literal, get_args

SIDES = ("left", "right")
TURNED, MAY_BE_TURNED = "10-0", "?"  # the scale of a pain on which 10 is none, surely or perhaps
Unit = Literal["s", "min", "m:ss", "h", "ms", "days"]  # of a plain number of a hold
UNITS: tuple[Unit, ...] = get_args(Unit)
MEANINGS = (  # what a person may choose for a column; each is also a header that is understood
    "date", "time", "side", "hold", "left", "right", "left/right", "right/left", "pain", "pain before",
    "pain after", "pain before/after", "pain left", "pain right", "pain 0-100", "pain 10-0", "note", "exercise",
    "session", "target", "person", "nothing",
)  # fmt: skip


@dataclass(frozen=True)
class Meaning:
    """What a column says."""

    # date, time, begin, end, side, mark, hold, pain, note, exercise, session, value, set, target, ended, offset,
    # id, part of another column; "" is nothing to us
    kind: str = ""
    side: str = ""  # left, right, both, left/right, right/left, or none
    phase: str = ""  # before or after, of a pain, or both in their order in a cell; so of a hold and its target
    # s, min, h, ms, days, m:ss, h:mm or hms, of a hold; of a pain, the end of its scale where that is not 10, 10-0
    # where 10 is no pain, ? where it may be
    unit: str = ""
    implied: bool = (
        False  # the header names no kind; a side alone is a hold, unless a heading above says otherwise
    )

    def __str__(self) -> str:
        if not self.kind:
            return "nothing"  # whatever else a header says
        if self.kind == "hold":
            return self.side or self.kind
        scale = {"100": "0-100", TURNED: TURNED}.get(self.unit, "") if self.kind == "pain" else ""
        return " ".join(part for part in (self.kind, self.phase, self.side, scale) if part)


OWN = {  # hiplog's own columns
    "hold_id": Meaning("id"),
    "session_id": Meaning("session"),
    "started_at": Meaning("date"),
    "utc_offset_min": Meaning("offset"),
    "exercise": Meaning("exercise"),
    "side": Meaning("side"),
    "hold_s": Meaning("hold", unit="s"),
    "target_s": Meaning("target", unit="s"),
    "claimed_s": Meaning("claimed", unit="s"),
    "ended": Meaning("ended"),
    "pain_before": Meaning("pain", phase="before"),
    "pain_after": Meaning("pain", phase="after"),
    "note": Meaning("note"),
    "source": Meaning(),
    "nothing": Meaning(),
}
