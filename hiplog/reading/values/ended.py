"""One cell that says why a hold ended."""

from hiplog.reading.languages.words import fold

_ENDED = {
    "target": "target, reached, reached target, ziel, ziel erreicht, objectif, objectif atteint, objetivo",
    "let_go": "let go, let_go, released, losgelassen, lache, soltado, tired, stopped",
    "pain": "pain, hurt, it hurt, schmerz, schmerzen, douleur, dolor",
    "interrupted": "interrupted, unterbrochen, interrompu, interrumpido, phone, doorbell",
}
_ENDED_OF = {word.strip(): ended for ended, text in _ENDED.items() for word in text.split(",")}


def read_ended(text: str) -> str:
    """Return why a hold ended, in the log's own word, or nothing where the cell does not say one of them."""
    return _ENDED_OF.get(fold(text).strip(), "")
