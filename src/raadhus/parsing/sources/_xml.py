"""XML from a stranger: decoded by what its bytes are, and parsed without entities, network or giant trees."""

import re
from html.entities import html5
from pathlib import Path

from lxml import etree

from raadhus.parsing._errors import Unreadable

MEDIA_TYPE = "application/xml"
_MOST_BYTES = 64 * 1024 * 1024
_DECLARATION = re.compile(r"\s*<\?xml\b([^>]*)\?>")
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x(?P<hex>[0-9a-f]+)|(?P<dec>\d+));", re.IGNORECASE)
_NAMED = re.compile(r"&(?P<name>[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BREAKS = frozenset({0x0B, 0x0C})
_ROOT = re.compile(
    r"\s*(?:<\?xml\b[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>|<\?[^>]*\?>|\s)*<(?P<name>[\w.:-]+)",
    re.S,
)


def decoded(data: bytes) -> str:
    """Return the text of XML or HTML bytes. What they are goes before what they say they are: systems that
    write one encoding and declare another are common."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[:4].count(b"\x00") >= 2:
        return data.decode("utf-16-be" if data[:1] == b"\x00" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_single_byte(data), "replace")


def _single_byte(data: bytes) -> str:
    """The declared encoding where it is another family's; else Western European, which Danish systems mean."""
    declared = re.search(rb"(?:encoding|charset)\s*=\s*[\"']?([\w.:-]+)", data[:1024], re.IGNORECASE)
    name = declared[1].decode("ascii").lower() if declared else ""
    # Latin-1 is read as Windows-1252, as browsers do: its dashes and quotes stand where Latin-1 has controls.
    return name if name in ("iso-8859-15", "cp850", "ibm850", "macintosh") else "cp1252"


def root_name(text: str) -> str:
    """Return the name of the root element, without its prefix; "" for what does not begin as XML does."""
    match = _ROOT.match(text.lstrip("\ufeff"))
    return match["name"].rpartition(":")[2] if match else ""


def load(path: Path) -> etree._Element:
    """Return the root of the XML file. Raises `Unreadable` for one that is broken, giant or uses entities."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, "too-large")
    return parsed(decoded(path.read_bytes()), path.name)


def parsed(text: str, name: str) -> etree._Element:
    """Return the root of XML text; `name` is the file's, for the sentence when it cannot be read.

    Characters that XML forbids, and HTML's own entities, do not make a supplier's file unreadable.
    """
    text = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    if _ENTITY.search(text[: _prolog(text)]):
        raise Unreadable(name, "xml-entities")
    try:
        return _strictly(text, name)
    except etree.XMLSyntaxError:
        try:
            return _strictly(_mended(text), name)
        except etree.XMLSyntaxError as error:
            huge = "huge" in str(error).lower() or "depth" in str(error).lower()
            raise Unreadable(name, "too-large" if huge else "damaged") from error


def _prolog(text: str) -> int:
    """Where the document's own elements begin: entities can be declared only before."""
    at = text.find("<!DOCTYPE")
    if at < 0:
        return 0
    inside = text.find("[", at)
    end = text.find("]", inside) if inside >= 0 else text.find(">", at)
    return end + 1 if end >= 0 else len(text)


def _strictly(text: str, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    document = root.getroottree().docinfo.internalDTD
    if document is not None and any(True for _ in document.iterentities()):
        raise Unreadable(name, "xml-entities")
    if any(True for _ in root.iter(etree.Entity)):
        raise Unreadable(name, "xml-entities")
    return root


def _mended(text: str) -> str:
    return _CONTROL.sub("\n", _NAMED.sub(_character, _REFERENCE.sub(_allowed, text)))


def _allowed(match: re.Match[str]) -> str:
    digits = match["hex"] or match["dec"]
    code = int(digits[:9], 16 if match["hex"] else 10)
    if code in _BREAKS:
        return "\n"
    fine = (
        code in (9, 10, 13)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
    return match.group() if fine else ""


def _character(match: re.Match[str]) -> str:
    return (
        match.group() if match["name"].lower() in _XML_OWN else html5.get(match["name"] + ";", match.group())
    )


def local(node: etree._Element) -> str:
    """Return the element's name without its namespace."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(node: etree._Element | None, *names: str) -> list[etree._Element]:
    """Return the child elements of those names (of any name when none is given), whatever their namespace."""
    if node is None:
        return []
    return [child for child in node if (found := local(child)) and (not names or found in names)]


def child(node: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element down the path of names, or None."""
    for name in path:
        node = next(iter(children(node, name)), None)
    return node


def value(node: etree._Element | None, *path: str) -> str:
    """Return the words of the element down the path, on one line; "" when there is none."""
    found = child(node, *path)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def content(node: etree._Element | None, *path: str) -> str:
    """Return what stands in the element as HTML, whether written as CDATA, escaped or as elements of its own."""
    found = child(node, *path)
    if found is None:
        return ""
    if not any(True for _ in children(found)):
        return found.text or ""
    parts = [found.text or ""]
    parts += [etree.tostring(inner, encoding="unicode", with_tail=True) for inner in found]
    return "".join(parts)


def says_yes(text: str) -> bool | None:
    """Return what a field such as True, false, 1 or Nej says; None for an empty or unknown one."""
    word = text.strip().casefold()
    if word in ("true", "1", "ja", "yes", "-1", "sand"):
        return True
    return False if word in ("false", "0", "nej", "no", "falsk") else None


__all__ = [
    "MEDIA_TYPE",
    "child",
    "children",
    "content",
    "decoded",
    "load",
    "local",
    "parsed",
    "root_name",
    "says_yes",
    "value",
]
