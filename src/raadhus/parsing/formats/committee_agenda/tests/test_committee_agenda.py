from datetime import datetime
from pathlib import Path

import pytest

from raadhus.parsing import ParsedMeeting, ParsedPackage, read_package

PAPER = """Emne: Kulturudvalgsmøde
Mødedato: 1. oktober 2031
Mødetid: Kl. 17.00 - 18.30
Mødested: Bibliotekets mødesal

Dagsorden kort:
1. Godkendelse af dagsorden
2. Ny scene på havnen

1. Godkendelse af dagsorden
Baggrund/formål: Dagsordenen godkendes.
Ansvarlig: Anna Holm
Tid: 17.00 - 17.05 (5 min.)

2. Ny scene på havnen
Baggrund/formål: Scenen får plads til 400 gæster.
Ansvarlig: Bo Kjær/Mette Lund
Tid: 17.05 - 17.30 (25 min.)
Bilag:
- Indstilling
- Bilag 1: Skitser
"""


@pytest.fixture
def package(tmp_path: Path) -> ParsedPackage:
    file = tmp_path / "dagsorden.txt"
    file.write_text(PAPER, encoding="utf-8")
    return read_package(file)


@pytest.fixture
def meeting(package: ParsedPackage) -> ParsedMeeting:
    (only,) = package.meetings
    return only


def test_the_agenda_is_the_papers_own_meeting(package: ParsedPackage, meeting: ParsedMeeting) -> None:
    assert package.format == "committee-agenda-text"
    assert (meeting.role, meeting.kind) == ("package", "agenda")
    assert meeting.organization is not None
    assert meeting.organization.value == "Kulturudvalget"
    assert meeting.start is not None
    assert meeting.start.value == datetime(2031, 10, 1, 17, 0)


def test_each_item_has_its_minutes_its_people_and_its_annexes(meeting: ParsedMeeting) -> None:
    scene = meeting.items[1]
    assert scene.duration_minutes is not None
    assert scene.duration_minutes.value == 25
    assert [p.value for p in scene.presenters] == ["Bo Kjær", "Mette Lund"]
    assert [a.title.value for a in scene.attachments] == ["Indstilling", "Bilag 1: Skitser"]


def test_what_is_said_of_an_item_is_found_under_it(package: ParsedPackage) -> None:
    text = package.pages[0].text
    items = {p.item for p in package.passages if "400 gæster" in text[p.start : p.end]}
    assert items == {"2"}
