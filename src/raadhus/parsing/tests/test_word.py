"""Word files: lists keep the marks that Word draws itself, tables their rows, headings their level."""

from pathlib import Path

import docx

from raadhus.parsing import read_package


def test_lists_and_tables_become_lines(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Notat om pas", 1)
    document.add_paragraph("Rådmanden godkender planen", style="List Number")
    document.add_paragraph("Rådmanden følger op", style="List Number")
    document.add_paragraph("Anna Holm", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("År", "Pas", "2031", "140"), strict=True
    ):
        cell.text = text
    document.save(str(tmp_path / "notat.docx"))
    package = read_package(tmp_path / "notat.docx")
    assert package.title == "Notat om pas"
    assert package.pages[0].text == (
        "Notat om pas\n1. Rådmanden godkender planen\n2. Rådmanden følger op\n• Anna Holm\n\nÅr | Pas\n2031 | 140"
    )
