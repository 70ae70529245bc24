"""What is changed about people before their records are kept elsewhere: their names, their dates, their notes."""

import hashlib
import hmac
import re
import secrets
from pathlib import Path

import pandas as pd

from hiplog.files import written_whole
from hiplog.schema import LogError

_DIGITS = 64
_A_KEY = re.compile(rb"[0-9a-f]{%d}" % _DIGITS)
_WEEKS = 52  # that dates are shifted by at most


class Disguise:
    """What is changed about people before their records are kept elsewhere.

    Parameters
    ----------
    key : bytes or None
        For keyed hashes (HMAC-SHA256, RFC 2104) in place of names; None leaves names as they are.
    shift_dates : bool
        Whether all dates of a person are moved back by the same number of whole weeks, 1 to 52, which the key
        decides, so that weekdays and spans stay as they are.
    notes : bool
        Whether notes and words of marks are kept.
    """

    def __init__(self, key: bytes | None = None, *, shift_dates: bool = False, notes: bool = False) -> None:
        if shift_dates and key is None:
            raise LogError("shift_dates: there is no key, expected one: pseudonyms=FILE")
        self.key, self.shift_dates, self.notes = key, shift_dates, notes

    def name(self, person: str) -> str:
        """Return what stands for a person."""
        return person if self.key is None else self.hashed("person", person)[:16]

    def days(self, person: str) -> pd.Timedelta:
        """Return by how much the dates of a person are moved."""
        weeks = int(self.hashed("weeks", person), 16) % _WEEKS + 1 if self.shift_dates else 0
        return pd.Timedelta(days=-7 * weeks)

    def hashed(self, of: str, person: str) -> str:
        """Return a keyed hash of something of a person, as hexadecimal digits."""
        if self.key is None:
            raise LogError("there is no key, expected one: pseudonyms=FILE")
        return hmac.new(self.key, f"{of}:{person}".encode(), hashlib.sha256).hexdigest()

    def mark(self) -> str:
        """Return what tells this disguise from another, and says nothing of the key."""
        key = "" if self.key is None else hmac.new(self.key, b"mark", hashlib.sha256).hexdigest()
        return f"{key}:{self.shift_dates}:{self.notes}"


def key_in(path: Path) -> bytes:
    """Return the key in a file, or a new one where there is none, which `keep_key` keeps there.

    Whoever has it can tell the people of a dataset; without it nobody can. It is to be kept elsewhere.
    """
    key = path.read_bytes().strip() if path.exists() else secrets.token_hex(_DIGITS // 2).encode()
    if not _A_KEY.fullmatch(key):
        raise LogError(
            f"{path}: it is no key that hiplog made, expected {_DIGITS} hexadecimal digits, or no file yet"
        )
    return key


def keep_key(key: bytes, path: Path) -> bool:
    """Keep a key in a file, for its owner alone, unless it is there; return whether this made it.

    It is made once nothing is to be refused any more.
    """
    if path.exists():
        return False
    with written_whole(path, lambda _: False, "key") as part:
        part.write_bytes(key + b"\n")
    return True
