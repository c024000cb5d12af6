"""What kind of structured text a file is, by how it begins: XML, HTML, JSON, or none of them."""

import re
from typing import Literal

from raadhus.parsing.sources._xml import decoded, root_name

Medium = Literal["xml", "html", "json"]

_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|title|meta|div|p|table|h[1-6]|span|ul|ol|br|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\[|\"|\]|\d))")
_MARKUP = re.compile(r"\s*<[?!a-z]", re.IGNORECASE)


def medium_of(head: bytes) -> Medium | None:
    """Return what a file that begins with `head` is written in; None for anything but these three."""
    if head.startswith((b"%PDF", b"PK\x03\x04")):
        return None
    text = decoded(head).lstrip("\ufeff")
    if root_name(text).lower() == "html" or _HTML.match(text):
        return "html"
    if _MARKUP.match(text) and root_name(text):
        return "xml"
    return "json" if _JSON.match(text) else None
