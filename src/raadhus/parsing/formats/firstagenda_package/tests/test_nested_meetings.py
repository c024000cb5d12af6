"""Meetings in annexes: an earlier meeting's minutes and a committee's agenda are told from the package's own."""

from pathlib import Path

from raadhus.parsing import ParsedMeeting
from raadhus.parsing.tests.paper import own, read_text, value

PACKAGE = """
MSO - Rådmandsmøde (Rådmandsmøde)

26-08-2031 11.00-13.15

Rådhuset

Anna Holm
Bo Kjær (afbud)
\fPunkt 1: Godkendelse af referat
\fMSO - Rådmandsmøde (Rådmandsmøde)

19-08-2031 12:00 - 13:15

Grønvej 2, lokale 1128

Deltagere:

Anna Holm
Bo Kjær

Pkt. 4: Tid: 30 min. Deltagere: Jens Vang

Punkt 1, Bilag 1: Referat 19.
august
\fReferat

Punkt 1: Dagsorden

Godkendt.

Punkt 2: Plejehjem i Nordby

Taget til efterretning.

Punkt 3: Evt.

Intet at bemærke

Punkt 1, Bilag 1: Referat 19.
august 2031.pdf
\fPunkt 2: Sager på vej
\fPunkt 3: Udvalgsmøde den 3. september
\fEmne:
Sundheds- og Omsorgsudvalgsmøde

Mødedato: 3. september 2031
Mødetid: Kl. 16.00 – 18.00
Mødested: Lokale 200

Dagsorden kort:

1. Godkendelse af dagsorden
2. Besøg på plejehjem
3. Evt.

1. Godkendelse af dagsorden
Baggrund/formål: Godkendelse.
Tid: 16.00 – 16.05 (5 min)

2. Besøg på plejehjem
Baggrund/formål: Besøg.
Tid: 16.05 – 17.00 (55 min.)

Punkt 3, Bilag 1: Dagsorden til
møde.docx
\fPunkt 4: Evt.
\fReferat

Punkt 1: Godkendelse af referat

Godkendt

Punkt 2: Sager på vej

Drøftet.

Punkt 3: Udvalgsmøde den 3. september

Indstillingen kunne ikke tiltrædes.

Punkt 4: Evt.

Intet.
"""


def nested(folder: Path) -> list[ParsedMeeting]:
    return [meeting for meeting in read_text(folder, PACKAGE).meetings if meeting.role == "nested"]


def test_the_trailing_minutes_decide_the_package_s_own_items(tmp_path: Path) -> None:
    meeting = own(read_text(tmp_path, PACKAGE))
    assert meeting.kind == "minutes"
    assert [i.outcome for i in meeting.items] == ["adopted", "discussed", "rejected", "none"]


def test_the_last_meeting_s_minutes_are_a_meeting_of_their_own(tmp_path: Path) -> None:
    minutes = nested(tmp_path)[0]
    assert minutes.kind == "minutes"
    assert f"{value(minutes.start):%Y-%m-%d %H:%M}" == "2031-08-19 12:00"
    assert [(i.number, i.outcome) for i in minutes.items] == [
        ("1", "adopted"),
        ("2", "noted"),
        ("3", "none"),
        ("4", None),
    ]
    assert minutes.items[3].visibility == "closed"


def test_a_committee_s_agenda_gives_its_items_their_minutes(tmp_path: Path) -> None:
    agenda = nested(tmp_path)[1]
    assert agenda.kind == "agenda"
    assert value(agenda.organization) == "Sundheds- og Omsorgsudvalget"
    assert f"{value(agenda.end):%H:%M}" == "18:00"
    assert [value(i.duration_minutes) for i in agenda.items] == [5, 55, None]


def test_minutes_that_stand_first_without_a_label_are_an_earlier_meeting_s(tmp_path: Path) -> None:
    package = read_text(
        tmp_path,
        "Referat\n\nPunkt 1: Dagsorden\n\nGodkendt.\n\nPunkt 2: Bordrunde\n\nUdgik.\n\fPunkt 2: Fritidspas\n\n.\n"
        "\fReferat\n\nPunkt 1: Dagsorden\n\nDrøftet.\n\nPunkt 2: Fritidspas\n\nUdsat.\n",
    )
    assert [i.outcome for i in own(package).items] == ["discussed", "postponed"]
    assert [i.outcome for i in package.meetings[1].items] == ["adopted", "withdrawn"]


def test_a_report_s_own_contents_and_notes_open_no_meeting(tmp_path: Path) -> None:
    package = read_text(
        tmp_path,
        "Punkt 1: Regnskab\n\fIndhold\n\n1. Resultat 2\n2. Noter 3\n\nPunkt 1, Bilag 1: Regnskab.pdf\n"
        "\fNoter\n\n1. Anvendt praksis\n\nReferat\n\nTekst om et referat.\n\nPunkt 1, Bilag 1: Regnskab.pdf\n"
        "\fPunkt 2: Evt.\n",
    )
    assert [len(meeting.items) for meeting in package.meetings] == [2]
    assert not any(passage.closed for passage in package.passages)
