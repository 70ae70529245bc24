"""The cells of a table in Markdown: links, numbers struck out and mended, pipes that part no cells."""

import re
from collections.abc import Sequence

_PIPE = "\ue000"  # stands for a pipe within a cell
_WITHIN = re.compile(r"\\\||(?<=\[\[)[^\]|]*\|[^\]]*(?=\]\])")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*/)?([^\]|/]*?)\\?(?:\|[^\]]*)?\]\]")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MENDED = re.compile(r"~~[^~]+~~\s*(?=[~\d*_`])")
_LONGEST = 60  # letters; a longer cell is a note


def is_rule(line: str) -> bool:
    """Return whether a line is that below the header of a table of Markdown or Org."""
    return "--" in line and "|" in line and not line.strip(" :|+-")


def markdown_cells(lines: Sequence[str]) -> list[list[str]]:
    """Return the cells of each line; a date that is a link is its target, a number struck out the next."""
    marked = (_WITHIN.sub(lambda match: match[0].replace("|", _PIPE), line) for line in lines)
    return [[_plain(cell.replace(_PIPE, "|")) for cell in line.split("|")] for line in marked]


def _plain(cell: str) -> str:
    said = cell.strip()
    if len(said) > _LONGEST or said[:1] not in ("[", "~"):
        return cell
    link = _WIKI_LINK.fullmatch(said) or _LINK.fullmatch(said)
    if link:
        return link[1] if link[1][:1].isdigit() else cell
    return _MENDED.sub("", said)
