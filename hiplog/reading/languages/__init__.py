"""The words of each language, as data: a language is one file of this folder, and a name below.

Words stand as `words.fold` leaves them: lower case, no accents. A comma parts one word or phrase from the next.
A word of five letters or more is also found at either end of a longer one (`trainingsdatum`, `schmerzskala`).
"""

from importlib import import_module

_NAMES = (  # where a note is in several, it is taken for one in the first of them
    "English", "German", "French", "Spanish", "Dutch", "Italian", "Portuguese", "Swedish", "Danish and Norwegian",
    "Polish", "Turkish", "Russian", "Chinese", "Japanese",
)  # fmt: skip


def file_of(language: str) -> str:
    """Return what the file of a language is called: by the first word of its name."""
    return language.split()[0].lower()


LANGUAGES: dict[str, dict[str, str]] = {
    name: import_module(f"{__name__}.{file_of(name)}").WORDS for name in _NAMES
}
