"""Annexes of every kind, damaged: bytes lost, doubled or changed, in the file or in a part of it."""

import io
import zipfile
from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st

ODF = (
    '<o:document-content xmlns:o="urn:o" xmlns:text="urn:t" xmlns:table="urn:b"><o:body><o:text>'
    '<text:h text:outline-level="2">'
    "Titel</text:h><text:p>Et<text:s/>ord</text:p><text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>År</text:p></table:table-cell></table:table-row></table:table>"
    "</o:text></o:body></o:document-content>"
)


def _docx() -> bytes:
    import docx

    document, data = docx.Document(), io.BytesIO()
    document.add_heading("Havnen", 1)
    document.add_paragraph("Et notat om havnen.", style="List Bullet")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "År"
    document.save(data)
    return data.getvalue()


def _xlsx() -> bytes:
    from openpyxl import Workbook

    workbook, data = Workbook(), io.BytesIO()
    workbook.worksheets[0].append(["Post", 1250.5, None, True])
    workbook.save(data)
    return data.getvalue()


def _pptx() -> bytes:
    from pptx import Presentation

    deck, data = Presentation(), io.BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.placeholders[1].text = "Om havnen"
    deck.save(data)
    return data.getvalue()


def _odf() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODF)
    return data.getvalue()


MAIL = b"""From: a@b.dk
To: c@d.dk
Subject: =?utf-8?b?TcO4ZGU=?=
Date: Mon, 05 May 2031 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Hej Bo, vi ses p=C3=A5 tirsdag.
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename="kort.pdf"
Content-Transfer-Encoding: base64

eA==
--x--
"""


KINDS: dict[str, Callable[[], bytes]] = {
    "docx": cache(_docx),
    "xlsx": cache(_xlsx),
    "pptx": cache(_pptx),
    "odt": cache(_odf),
    "eml": lambda: MAIL,
    "rtf": lambda: (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Byr\'e5det\par\u230?{\*\x y}\page Slut.}"
    ),
    "csv": lambda: 'Post;Beløb\nBro;"1\n000"\n'.encode(),
    "html": lambda: b"<html><body><h1>Havnen</h1><table><tr><td>1<td>2</table></body></html>",
    "zip": lambda: _packed({"a.txt": b"Et notat.", "b/c.csv": b"a;b"}),
}


def _packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@st.composite
def damaged(draw: st.DrawFn, kind: str) -> tuple[str, bytes]:
    """A file's name and bytes. Half of the ZIPs are damaged in one of their parts, so that they open."""
    data = KINDS[kind]()
    if data.startswith(b"PK") and draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = draw(st.sampled_from(sorted(parts)))
        if draw(st.integers(0, 9)) == 0:
            del parts[name]
        else:
            parts[name] = _spoiled(draw, parts[name])
        data = _packed(parts)
    else:
        data = _spoiled(draw, data)
    return f"bilag.{kind}", data


def _spoiled(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        gone = draw(st.sampled_from([0, 1, 1, 4, 60, 2000]))
        put = draw(
            st.one_of(
                st.binary(max_size=8),
                st.just(data[at : at + 40]),
                st.sampled_from([b"<", b">", b'"', b"&#0;", b"9" * 30]),
            )
        )
        data = data[:at] + put + data[at + gone :]
    return data
