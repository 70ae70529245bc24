"""XML -> a table of text, a row for each record: an element that comes several times."""

import re
from collections import Counter
from xml.etree import ElementTree

from hiplog.reading.tables.json_records import MOST_LEVELS, TOO_DEEP, table_of
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_XML = re.compile(r"\ufeff?\s*<(?!!doctype html|html\b)[?!\w]", re.I)
_LOOKED_AT = 1000  # letters that tell whether a text is XML


def xml_table(text: str, encoding: str) -> Table | None:
    """Return the records of an XML text as a table; None where it is no XML.

    Raises
    ------
    LogError
        Where it is damaged, has no records, or declares entities (a few of them may stand for gigabytes).
    """
    if not _XML.match(text[:_LOOKED_AT]):
        return None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise LogError("it is XML that declares its own entities, expected a list of records")
    try:
        root = ElementTree.fromstring(re.sub(r"^\ufeff?\s*<\?xml.*?\?>", "", text, flags=re.S))
    except ElementTree.ParseError as error:
        raise LogError(f"it is XML that is damaged, in line {error.position[0]}") from None
    several = {child.tag for parent in root.iter() for child, n in _counted(parent) if n > 1}
    return table_of(_value(root, several, 0), encoding, "records of XML")


def _counted(parent: ElementTree.Element) -> list[tuple[ElementTree.Element, int]]:
    tags = Counter(child.tag for child in parent)
    return [(child, tags[child.tag]) for child in parent]


def _value(element: ElementTree.Element, several: set[str], level: int) -> object:
    """Return what an element says, as JSON would: its attributes and its children, or its text."""
    if level > MOST_LEVELS:
        raise LogError(TOO_DEEP)
    said: dict[str, object] = dict(element.attrib)
    for child in element:
        name, value = child.tag.rpartition("}")[2], _value(child, several, level + 1)
        if child.tag in several:
            said.setdefault(name, []).append(value)
        else:
            said[name] = value
    text = (element.text or "").strip()
    return said | ({"text": text} if text else {}) if said else text
