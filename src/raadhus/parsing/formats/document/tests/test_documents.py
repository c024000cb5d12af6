"""Documents without a meeting: no meetings are made up; chapters become the path down to each passage."""

from pathlib import Path

from raadhus.parsing import read_package
from raadhus.parsing.tests.paper import as_pdf, as_word, read_text, text_of

REPORT = """
Materiale om biblioteker

Her står, hvad bibliotekerne i Sønderby har brug for.
\fB1.1 Åbningstider på bibliotekerne

Formål

Dette afsnit viser, hvornår bibliotekerne har åbent, og hvor mange der kommer om aftenen.
\fMere om det samme kapitel, som går videre på næste side.
\fB1.2 Lokaler til læsekredse

Dagsorden og referat nævnes her, og punkt 3 blev drøftet, men det er ikke et møde.
"""


def test_a_report_has_no_meeting(tmp_path: Path) -> None:
    package = read_text(tmp_path, REPORT)
    assert package.meetings == ()
    assert package.format == "document-text"
    assert package.title == "Materiale om biblioteker"


def test_a_chapter_goes_on_until_the_next(tmp_path: Path) -> None:
    package = read_text(tmp_path, REPORT)
    chapters = {p.page: p.heading[1:2] for p in package.passages}
    assert chapters[3] == ("B1.1 Åbningstider på bibliotekerne",)
    assert chapters[4] == ("B1.2 Lokaler til læsekredse",)


def test_an_outline_in_the_file_gives_the_chapters(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "rapport.pdf"
    canvas = Canvas(str(path))
    for number, title in enumerate(("Indledning", "Økonomi")):
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry(title, str(number))
        canvas.drawString(50, 700, f"Tekst om {title.lower()} i Sønderby Kommune.")
        canvas.showPage()
    canvas.save()
    assert [p.heading[-1] for p in read_package(path).passages] == ["Indledning", "Økonomi"]


def test_a_picture_without_text_is_warned_of(tmp_path: Path) -> None:
    package = read_package(as_pdf(tmp_path, "Tekst på første side.\n\f\n\fTekst på tredje."))
    assert [(w.page, w.code) for w in package.warnings] == [(2, "no-text-on-page")]
    assert len(package.pages) == 3


def test_a_word_file_has_a_page_for_each_break(tmp_path: Path) -> None:
    package = read_package(as_word(tmp_path, REPORT))
    assert (package.format, len(package.pages)) == ("document-docx", 4)


def test_page_numbers_and_running_headers_are_no_passages(tmp_path: Path) -> None:
    pages = "\f".join(
        f"Sønderby Kommune\nAfsnit om emne nummer {n} og lidt til.\nSide {n} af 9\n" for n in range(1, 10)
    )
    package = read_text(tmp_path, pages)
    texts = [text_of(package, p) for p in package.passages]
    assert texts == [f"Afsnit om emne nummer {n} og lidt til." for n in range(1, 10)]
