"""A letter as a Word file."""

import io


def as_docx(text: str, *, title: str, confidential: str = "") -> bytes:
    """Return a .docx with one paragraph for each block of `text`; `confidential` stands at the top of every page."""
    from docx import Document as Word  # costly to read, and few letters are written

    word = Word()
    word.core_properties.title = title[:250]
    word.core_properties.author = ""
    if confidential:
        word.sections[0].header.paragraphs[0].add_run(confidential).bold = True
    word.add_heading(title, level=1)
    for block in text.replace("\r\n", "\n").split("\n\n"):
        if block.strip():
            word.add_paragraph(block.strip("\n"))
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()
