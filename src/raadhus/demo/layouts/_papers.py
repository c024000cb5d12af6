"""The papers behind an item of a rådmandsmøde: Beslutningsmemo, Indstilling and Forklæde."""

from collections.abc import Iterator, Sequence

from raadhus.demo._model import DemoItem, DemoMeeting
from raadhus.demo._people import DEPARTMENTS, Department
from raadhus.demo._words import dice
from raadhus.demo.layouts._blocks import Block

DASH = "-"


def _section(item: DemoItem, heading: str) -> tuple[str, ...]:
    return next((s.paragraphs for s in item.sections if s.heading == heading), ())


def _texts(paragraphs: Sequence[str]) -> Iterator[Block]:
    for paragraph in paragraphs or (DASH,):
        yield Block("text", paragraph)


def decision_memo(item: DemoItem) -> Iterator[Block]:
    """The Beslutningsmemo with its five numbered parts."""
    yield Block("title", "Beslutningsmemo")
    yield Block("bold", f"Emne {item.title}")
    yield Block("bold", "Til Rådmandsmøde")
    yield Block("gap")
    yield Block("heading", "1. Hvorfor fremsendes forslaget?")
    yield from _texts(_section(item, "Resume"))
    yield Block("heading", "2. Indstilling – hvad skal der tages stilling til?")
    yield Block("text", "Det indstilles, at rådmanden over for Magistraten og byrådet anbefaler, at:")
    for number, line in enumerate(item.recommendations, start=1):
        yield Block("number", f"{number}. {line[0].upper()}{line[1:]}")
    yield Block("heading", "3. Hvilke ændringer indebærer forslaget?")
    yield from _texts(_section(item, "Sagsfremstilling"))
    yield Block("heading", "4. Økonomiske konsekvenser af forslaget")
    yield from _texts(_section(item, "Økonomi"))
    yield Block("heading", "5. Videre proces og kommunikation")
    yield from _texts(_section(item, "Videre proces"))


def recommendation(item: DemoItem, meeting: DemoMeeting) -> Iterator[Block]:
    """The Indstilling in capitals, with Åben and the expected minutes."""
    day = meeting.start.date()
    yield Block("title", "Indstilling")
    yield Block("small", f"Dato for mødet og forventet tidsforbrug: {day:%d.%m.%Y} – {item.minutes} minutter")
    yield Block("gap")
    yield Block("bold", item.title or "")
    yield Block("text", "Åben")
    yield Block("heading", "INDSTILLING")
    yield Block("text", "Det indstilles,")
    for number, line in enumerate(item.recommendations, start=1):
        yield Block("number", f"{number}) at {line}")
    yield Block("heading", "SAGSFREMSTILLING")
    yield from _texts(_section(item, "Resume"))
    yield Block("heading", "HANDLEMULIGHEDER/LØSNINGER")
    yield from _texts(_section(item, "Sagsfremstilling"))
    yield Block("heading", "ØKONOMI")
    yield from _texts(_section(item, "Økonomi"))
    yield Block("heading", "KOMMUNIKATION")
    yield from _texts(())
    yield Block("heading", "VIDERE PROCES")
    yield from _texts(_section(item, "Videre proces"))
    yield Block("heading", "KOORDINERET MED")
    yield from _texts(())
    yield Block("heading", "BILAG")
    named = [a.title.rsplit(".", 1)[0] for a in item.annexes if a.content not in ("memo", "cover")]
    yield from _texts([f"Bilag {n}: {title}" for n, title in enumerate(named, start=1)])
    yield Block("gap")
    yield Block("small", f"Sagsbehandler: {item.officer}")
    yield Block("small", f"Tlf.: {phone(item.officer)}   E-post: {mail(item.officer)}")


def cover(item: DemoItem, meeting: DemoMeeting, committee: str) -> Iterator[Block]:
    """The Forklæde: what a committee is to know before, at and after its meeting."""
    yield Block("title", "Forklæde")
    yield Block("bold", item.title or "")
    yield Block("text", f"Til: {committee}")
    yield Block("heading", "1. Baggrund")
    yield from _texts(_section(item, "Resume"))
    yield Block("heading", "2. Forberedelse til mødet")
    yield Block("text", "Udvalget bedes læse indstillingen. Der er ingen anden forberedelse.")
    yield Block("heading", "3. På mødet")
    yield Block(
        "text", f"{item.officer} holder et kort oplæg. Derefter er der tid til spørgsmål og drøftelse."
    )
    yield Block("heading", "4. Videre proces")
    yield from _texts(_section(item, "Videre proces"))
    yield Block("heading", "Bilag")
    yield from _texts(())


def letterhead(item: DemoItem, document_number: str) -> tuple[str, ...]:
    """The narrow column beside a paper's first page."""
    department: Department = DEPARTMENTS[item.department]
    return (
        *department.office, "",
        f"Direkte telefon: {phone(item.officer)}", "",
        f"Sag: {item.case_number}",
        "Dokumentnummer:", document_number, "",
        "Sagsbehandler:", item.officer,
    )  # fmt: skip


def phone(name: str) -> str:
    digits = f"{dice('telefon', name) % 10_000:04d}"
    return f"77 00 {digits[:2]} {digits[2:]}"


def mail(name: str) -> str:
    plain = name.lower().split()[0]
    for letter, letters in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        plain = plain.replace(letter, letters)
    return f"{plain}@hjelmsund.example"


def when(meeting: DemoMeeting) -> str:
    return f"{meeting.start:%d-%m-%Y %H:%M} - {meeting.end:%H:%M}"
