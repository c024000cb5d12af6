"""HTML as text that reads as it was laid out: paragraphs, lists with their marks, tables row by row.

Scripts, styles, comments and what a page hides are left out; links and pictures leave their words only.
"""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

from raadhus.parsing._lines import RawLine

_LEFT_OUT = frozenset(
    "script style noscript template head title object embed iframe svg math canvas audio video select textarea button"
    " input form nav".split()
)
_BLOCKS = frozenset(
    "p div section article header footer main aside blockquote address center figure figcaption fieldset dl dd dt pre"
    " ul ol li table thead tbody tfoot tr caption hr h1 h2 h3 h4 h5 h6 body html".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z!/]|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});")
_ESCAPED = re.compile(r"&lt;/?(?:p|div|span|br|ul|ol|li|table|tr|td|strong|b|em|i|h[1-6])\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_DEEPEST = 100
_BULLETS = {1: "• ", 2: "◦ "}
_LEADING_BULLET = re.compile(r"^[·•\uf0b7\uf0a7▪§o]\s+(?=\S)")


def lines_of(markup: str, *, hidden: bool = False) -> list[RawLine]:
    """Return the lines of a fragment of HTML, or of plain text, as a reader sees them.

    `hidden` keeps what a style hides: a saved page folds its items in.
    """
    if _ESCAPED.search(markup) and not re.search(r"<[a-zA-Z/]", markup):
        markup = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    if not _TAG.search(markup):
        return plain_lines(markup)
    root, whole = _parse(markup)
    if not whole:
        return plain_lines(unescape(_ANY_TAG.sub("\n", markup)))
    return [] if root is None else lines_in(root, hidden=hidden)


def parsed(markup: str) -> etree._Element | None:
    """Return the HTML's root element; None when there is nothing in it."""
    return _parse(markup)[0]


def _parse(markup: str) -> tuple[etree._Element | None, bool]:
    """The root, and whether the parser took all of it: it gives up on elements nested hundreds deep."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    data = markup.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    return root, not any("depth" in error.message for error in parser.error_log)


def plain_lines(text: str) -> list[RawLine]:
    """Return the lines of plain text; an empty line is a gap."""
    found: list[RawLine] = []
    gap = True
    for row in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"):
        if row.strip():
            found.append(RawLine(row, gap))
            gap = False
        else:
            gap = True
    return found


def lines_in(root: etree._Element, *, hidden: bool = False) -> list[RawLine]:
    """Return the lines of an HTML element."""
    writer = _Writer(hidden)
    writer.walk(root, 0)
    writer.end()
    return writer.lines


class _Writer:
    """Gathers words until a block ends."""

    def __init__(self, hidden: bool) -> None:
        self.lines: list[RawLine] = []
        self._hidden = hidden
        self._words: list[str] = []
        self._mark = ""
        self._gap = True
        self._level = 0
        self._bold = False
        self._lists: list[int | None] = []

    def walk(self, node: etree._Element, depth: int) -> None:
        tag = node.tag.lower() if isinstance(node.tag, str) else ""
        if not tag or tag in _LEFT_OUT or self._is_hidden(node):
            return
        if depth > _DEEPEST:
            self._say(" ".join(node.itertext()))
            return
        if tag == "br":
            self.end()
            return
        if tag == "img":
            self._say(node.get("alt") or "")
            return
        if tag == "table" and not _is_layout(node):
            self.end()
            self._gap = True
            self._table(node, depth)
            self._gap = True
            return
        if tag in _BLOCKS:
            self.end()
            self._block(node, tag, depth)
            self.end()
            self._gap = self._gap or tag in ("p", "table") or bool(_heading(tag))
            return
        self._inside(node, depth)

    def _block(self, node: etree._Element, tag: str, depth: int) -> None:
        if tag in ("ul", "ol"):
            self._gap = True
            self._lists.append(_first_number(node) if tag == "ol" else None)
            self._inside(node, depth)
            self.end()
            self._lists.pop()
            self._gap = True
            return
        if tag == "li":
            self._mark = self._list_mark()
        if tag == "p" and not self._mark:
            self._gap = True
        if tag == "pre":
            self._lines_as_they_are(node)
            return
        level = _heading(tag)
        self._level = level or self._level
        self._gap = self._gap or bool(level)
        self._inside(node, depth)
        self.end()
        self._level = 0 if level else self._level

    def _inside(self, node: etree._Element, depth: int) -> None:
        self._say(node.text or "")
        for inner in node:
            self.walk(inner, depth + 1)
            self._say(inner.tail or "")

    def _lines_as_they_are(self, node: etree._Element) -> None:
        for line in plain_lines("".join(node.itertext())):
            self._say(line.text)
            self._gap = line.gap
            self.end()

    def _say(self, text: str) -> None:
        if text:
            self._words.append(text)

    def end(self) -> None:
        text = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words = []
        if not text:
            return
        if self._mark:
            text = _LEADING_BULLET.sub("", text)
        self.lines.append(RawLine(self._mark + text, self._gap, 1.5 if self._level else 1.0, self._level))
        self._mark = ""
        self._gap = False

    def _list_mark(self) -> str:
        if not self._lists:
            return "• "
        number = self._lists[-1]
        if number is None:
            return _BULLETS.get(min(len(self._lists), 2), "• ")
        self._lists[-1] = number + 1
        return f"{number}. "

    def _table(self, table: etree._Element, depth: int) -> None:
        for row in _rows(table):
            cells = [_SPACE.sub(" ", _cell(cell, self._hidden)).strip() for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if any(cells):
                self._say(" | ".join(cells))
                self.end()

    def _is_hidden(self, node: etree._Element) -> bool:
        if self._hidden:
            return False
        return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


def _cell(cell: etree._Element, hidden: bool) -> str:
    writer = _Writer(hidden)
    writer._inside(cell, 0)
    writer.end()
    return " ".join(line.text for line in writer.lines)


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            yield [cell for cell in row if cell.tag in ("td", "th")]


def _is_layout(table: etree._Element) -> bool:
    """A table of one column is a frame around text, not a table."""
    return all(len(row) <= 1 for row in _rows(table))


def _heading(tag: str) -> int:
    return min(int(tag[1]), 3) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def _first_number(node: etree._Element) -> int:
    start = node.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1
