"""Samples bent out of shape: elements cut, doubled, emptied, moved; values replaced; bytes lost on the way.

Used by the short test in the suite and by `tools/fuzz.py`, which goes on for as long as it is told to.
"""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from lxml import etree, html

from raadhus.parsing import ParsedPackage, Unreadable, read_package
from raadhus.parsing.formats.acadre_meeting.tests import samples as acadre
from raadhus.parsing.formats.edoc_agenda.tests import samples as edoc_agenda
from raadhus.parsing.formats.edoc_publishing.tests import samples as edoc_publishing
from raadhus.parsing.formats.firstagenda_web.tests import samples as firstagenda
from raadhus.parsing.formats.sbsys_publication.tests import samples as sbsys
from raadhus.parsing.formats.sbsys_publication.tests.test_publication import AGENDA

SAMPLES: dict[str, tuple[str, Callable[[], str]]] = {
    "sbsys": ("m.xml", sbsys.usual),
    "sbsys-agenda": ("m.xml", lambda: AGENDA),
    "acadre": ("m.xml", acadre.usual),
    "acadre-manifest": ("m.xml", lambda: acadre.manifest(acadre.produced(1, 2, "76.xml"))),
    "edoc-publishing": ("m.xml", edoc_publishing.usual),
    "edoc-agenda": ("m.xml", edoc_agenda.usual),
    "firstagenda": ("m.html", firstagenda.usual),
    "firstagenda-list": (
        "m.html",
        lambda: firstagenda.meetings(
            ("08/10-2031", "Byrådet", "Dagsorden", "16.00"), ("1/1-2031", "KU", "Referat", "8.00")
        ),
    ),
    "firstagenda-json": ("m.json", lambda: json.dumps(firstagenda.answer())),
    "firstagenda-bodies": ("m.json", lambda: json.dumps(firstagenda.bodies())),
}

VALUES = st.one_of(
    st.sampled_from(
        [
            "", " ", "0", "-1", "1", "999999999999999999999", "True", "False", "NaN", "²", "½", "🏛️", "Å" * 300, "%s{0}",
            "99-99-9999 99:99", "01-01-0001 00:00", "31-12-9999 23:59:59", "9999-12-31T23:59:59.9999999Z",
            "0001-01-01T00:00:00+14:00", "../../x", "\\", "C:\\", "a" * 5000, "<p>", "<table><tr><td>", "&lt;p&gt;x",
            "<ul><li><ol><li>a", "<!--", "]]>", "Punkt 1", "Lukket", "Beslutning", "Beslutning i  den 31-12-2031",
            "den 1. maj 2031, punkt ", "\u0000", "\ud7ff", "\u202e",
        ]
    ),
    st.text(max_size=60),
)  # fmt: skip


@st.composite
def bent(draw: st.DrawFn, name: str) -> tuple[str, bytes]:
    """A file's name and bytes: the sample of that name, bent a few times, and perhaps damaged after that."""
    file, sample = SAMPLES[name]
    bend = {"m.xml": _xml, "m.html": _html, "m.json": _json}[file]
    data = bend(draw, sample()).encode("utf-8", "surrogatepass")
    for _ in range(draw(st.integers(0, 3))) if draw(st.booleans()) else ():
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        gone = draw(st.sampled_from([0, 1, 1, 7, 400]))
        data = data[:at] + draw(st.binary(max_size=12)) + data[at + gone :]
    return file, data


def _xml(draw: st.DrawFn, text: str) -> str:
    root = etree.fromstring(text.replace("&#xC;", " ").encode(), etree.XMLParser(strip_cdata=False))
    for _ in range(draw(st.integers(1, 8))):
        _bend_element(draw, root)
    return str(etree.tostring(root, encoding="unicode"))


def _html(draw: st.DrawFn, text: str) -> str:
    root = html.document_fromstring(text)
    for _ in range(draw(st.integers(1, 8))):
        _bend_element(draw, root)
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _bend_element(draw: st.DrawFn, root: Any) -> None:
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    node = nodes[draw(st.integers(0, len(nodes) - 1))]
    parent = node.getparent()
    change = draw(st.sampled_from(["cut", "double", "empty", "move", "text", "attribute", "rename", "nest"]))
    if change == "cut" and parent is not None:
        parent.remove(node)
    elif change == "double" and parent is not None:
        for _ in range(draw(st.integers(1, 3))):
            parent.append(copy.deepcopy(node))
    elif change == "empty":
        tail = node.tail
        node.clear()
        node.tail = tail
    elif change == "move" and parent is not None:
        target = nodes[draw(st.integers(0, len(nodes) - 1))]
        if node not in target.iterancestors() and target is not node:
            target.append(node)
    elif change == "text":
        node.text = _fit(draw(VALUES))
    elif change == "attribute" and node.attrib:
        key = draw(st.sampled_from(sorted(map(str, node.attrib))))
        node.attrib[key] = _fit(draw(VALUES))
    elif change == "rename":
        node.tag = nodes[draw(st.integers(0, len(nodes) - 1))].tag
    elif change == "nest" and node is not root and len(nodes) < 2000:
        for _ in range(draw(st.integers(1, 40))):
            node = etree.SubElement(node, node.tag)


def _fit(text: str) -> str:
    """Only what an XML writer accepts; other bytes come in by damage."""
    return "".join(c for c in text if c in "\t\n\r" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd")


def _json(draw: st.DrawFn, text: str) -> str:
    document = json.loads(text)
    for _ in range(draw(st.integers(1, 8))):
        document = _bend_value(draw, document)
    return json.dumps(document)


def _bend_value(draw: st.DrawFn, value: Any) -> Any:
    """Go down to some value and put another in its place."""
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value)))
        if draw(st.integers(0, 7)) == 0:
            return {k: v for k, v in value.items() if k != key}
        return {**value, key: _bend_value(draw, value[key])}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(value) - 1))
        if draw(st.integers(0, 5)) == 0:
            return [*value, copy.deepcopy(value[at])]
        return [*value[:at], _bend_value(draw, value[at]), *value[at + 1 :]]
    return draw(
        st.one_of(
            VALUES,
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.just([]),
            st.just({}),
            st.just([[]]),
        )
    )


def read_and_check(folder: Path, file: str, data: bytes) -> None:
    """Read the file: either it is refused, or what comes out hangs together. Anything else is a mistake."""
    path = folder / file
    path.write_bytes(data)
    try:
        package = read_package(path)
    except Unreadable:
        return
    check(package)


def check(package: ParsedPackage) -> None:
    """Assert that spans and passages lie on their pages, and that closed items share no page with open ones."""
    sizes = {page.number: len(page.text) for page in package.pages}
    for passage in package.passages:
        assert 0 <= passage.start < passage.end <= sizes[passage.page]
    for meeting in package.meetings:
        assert 1 <= meeting.first_page <= meeting.last_page <= len(package.pages)
        numbers = [item.number for item in meeting.items]
        assert len(numbers) == len(set(numbers))
        for item in meeting.items:
            for found in (item.title, item.case_number, item.decision, *item.recommendations):
                for span in found.spans if found is not None else ():
                    assert 0 <= span.start < span.end <= sizes[span.page]
            if item.visibility == "closed":
                assert all(p.closed for p in package.passages if p.page == item.page)
            assert all(
                a.first_page is None or 1 <= a.first_page <= (a.last_page or 0) for a in item.attachments
            )
