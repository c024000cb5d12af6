"""Word files that are the same every time: fixed properties, fixed times in the zip."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from raadhus.demo._people import MUNICIPALITY
from raadhus.demo.layouts._blocks import Block

LONG_AGO = (1980, 1, 1, 0, 0, 0)


def blank(title: str, made: datetime) -> Document:
    """A new document in the municipality's letter type."""
    document: Document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = "Calibri"
    style.font.size = Pt(11)
    properties = document.core_properties
    properties.title = title
    properties.author = MUNICIPALITY
    properties.last_modified_by = MUNICIPALITY
    properties.created = made
    properties.modified = made
    properties.revision = 1
    properties.language = "da-DK"
    return document


def write_blocks(document: Document, blocks: Iterable[Block]) -> None:
    """Write the parts of a paper one after the other."""
    for block in blocks:
        match block.kind:
            case "title":
                bold(document, block.text, size=16)
            case "heading":
                bold(document, block.text, size=12)
            case "bold":
                bold(document, block.text)
            case "bullet":
                document.add_paragraph(block.text, style="List Bullet")
            case "table":
                table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
                for row in block.rows:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
            case "break":
                page_break(document)
            case "gap":
                document.add_paragraph()
            case "text" | "small" | "number":
                document.add_paragraph(block.text)


def bold(document: Document, text: str, *, size: float = 11) -> None:
    run = document.add_paragraph().add_run(text)
    run.bold = True
    run.font.size = Pt(size)


def page_break(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def save(document: Document, path: Path) -> None:
    """Write the document with the zip's own times fixed, so that equal content gives equal bytes."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            target.writestr(zipfile.ZipInfo(name, LONG_AGO), source.read(name), zipfile.ZIP_DEFLATED)
