"""One cell that says whether something was done, by a cross, a tick, yes or no; or why a hold ended."""

from hiplog.reading.languages.words import fold, words

_DONE = words("yes") | {"x", "✓", "✔", "☑", "✅", "√", "●", "○", "[x]"}
_NOT_DONE = words("no") | {"", "-", "✗", "✘", "☐", "❌", "[ ]", "[]"}
_ENDED = {
    "target": "target, reached, reached target, ziel, ziel erreicht, objectif, objectif atteint, objetivo",
    "let_go": "let go, let_go, released, losgelassen, lache, soltado, tired, stopped",
    "pain": "pain, hurt, it hurt, schmerz, schmerzen, douleur, dolor",
    "interrupted": "interrupted, unterbrochen, interrompu, interrumpido, phone, doorbell",
}
_ENDED_OF = {word.strip(): ended for ended, text in _ENDED.items() for word in text.split(",")}


def says_done(text: str) -> bool:
    """Return whether a cell is a mark that something was done."""
    return fold(text) in _DONE


def says_no(text: str) -> bool:
    """Return whether a cell says in words that something is not so; a blank one says nothing."""
    return fold(text) in words("no")


def says_whether(text: str) -> bool:
    """Return whether a cell says that something was done, or that it was not."""
    return fold(text) in _DONE | _NOT_DONE


def read_ended(text: str) -> str:
    """Return why a hold ended, in the log's own word, or nothing where the cell does not say one of them."""
    return _ENDED_OF.get(fold(text).strip(), "")
