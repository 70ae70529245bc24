"""XML -> a table of text, a row for each record: an element that comes several times."""

import re
from collections import Counter
from xml.etree import ElementTree

from hiplog.reading.tables.json_records import MOST_LEVELS, TOO_DEEP, table_of
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_XML = re.compile(r"\ufeff?\s*<(?!!doctype html|html\b)[?!\w]", re.I)
_LOOKED_AT = 1000  # letters that tell whether a text is XML


def xml_table(text: str) -> Table | None:
    """Return the records of an XML text as a table; None where it is no XML.

    Raises `LogError` where it is damaged, has no records, or declares entities (a few of them may stand for
    gigabytes).
    """
    if not _XML.match(text[:_LOOKED_AT]):
        return None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise LogError("it is XML that declares its own entities, expected a list of records")
    try:
        root = ElementTree.fromstring(re.sub(r"^\ufeff?\s*<\?xml.*?\?>", "", text, flags=re.S))
    except ElementTree.ParseError as error:
        raise LogError(f"it is XML that is damaged, in line {error.position[0]}") from None
    _name_by_id(root)
    several = {child.tag for parent in root.iter() for child, n in _counted(parent) if n > 1}
    return table_of(_value(root, several, 0), "records of XML")


def _name_by_id(root: ElementTree.Element) -> None:
    """Put names for ids: `exercise="e1"` is what `<exercise id="e1" name="Plank"/>` says, which is no record."""
    named = {
        (e.tag, e.get("id")): e.get("name", "") for e in root.iter() if e.keys() == ["id", "name"] and not len(e)
    }
    used = {pair for element in root.iter() for pair in element.items()} & named.keys()
    for element in root.iter():
        element[:] = [child for child in element if (child.tag, child.get("id")) not in used]
        element.attrib |= {name: named[name, said] for name, said in element.items() if (name, said) in used}


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
