"""Whatever the text: reading never fails, and every value and passage stands where it is said to stand."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.parsing import Found, ParsedMeeting, ParsedPackage, Unreadable, as_contract, read_package

LINES = """
MBU - Rådmandsmøde (Rådmandsmøde)
26-08-2031 11:00 - 13:15
Rådhuset, lokale 4
Anna Holm (afbud)
Bo Kjær
Pkt. 2: Tid: 10 min. Deltagere: Anna Holm og Bo Kjær
Punkt 1: Godkendelse af referat
Punkt 2: Status på
cykelstier (5 min)
Beslutning for Punkt 1: Godkendelse af referat
Godkendt.
Drøftet
.
Referat
Indhold
Punkt 1: Godkendelse af referat 2
Punkt 2, Bilag 1: Notat om
Punkt 2, Bilag 1: Notat om cykelstier.docx
Overblik: Noter
Det indstilles, at
1) at rådmanden godkender
2) at rådmanden følger op
Mødedato: 3. maj 2031
Mødetid: Kl. 16.00 – 18.00
Dagsorden kort:
1. Velkomst
2. Evt.
Tid: 16.00 – 16.05 (5 min)
REFERAT Sønderby Byråd d. 12-05-2031
Mødedato
Beslutninger
EMN-2031-000123
Sagsforløb
Udvalg: Magistraten
Dato: 05-05-2031
Punktnummer: 4
Bilag
Lukket
Punkt 3: Lukket: Køb af grunden
trafiksik-
kerhed til alle
Sagsbehandler:
""".strip().split("\n")
BREAKS = ["", "", "\f", " Ny side"]
PAPERS = st.lists(
    st.one_of(st.sampled_from([*LINES, *BREAKS]), st.text(max_size=60)), min_size=1, max_size=60
).map("\n".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAPERS)
def test_any_text_is_read_or_refused(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "pakke.txt")
        path.write_text(text, encoding="utf-8", errors="replace")
        try:
            package = read_package(path)
        except Unreadable:
            return
    as_contract(package)
    assert all(stands(package, found) for meeting in package.meetings for found in values(meeting))
    for passage in package.passages:
        assert 0 <= passage.start < passage.end <= len(package.pages[passage.page - 1].text)
        assert passage.end - passage.start <= 1200
        assert passage.meeting is None or passage.meeting < len(package.meetings)


def stands(package: ParsedPackage, found: Found[object]) -> bool:
    """True when the value's spans lie on their pages and its words stand in them."""
    parts = [package.pages[span.page - 1].text[span.start : span.end] for span in found.spans]
    inside = all(
        0 <= span.start <= span.end <= len(package.pages[span.page - 1].text) for span in found.spans
    )
    words = "".join("".join(parts).split())
    return inside and (not isinstance(found.value, str) or all(word in words for word in found.value.split()))


def values(meeting: ParsedMeeting) -> Iterator[Found[object]]:
    """Yield the meeting's values; the body's name is left out where its ending is inflected."""
    yield from (a.name for a in meeting.attendees)
    for item in meeting.items:
        found = (item.title, item.case_number, item.decision, *item.presenters, *item.recommendations)
        yield from (value for value in found if value is not None)
        yield from (annex.title for annex in item.attachments)
