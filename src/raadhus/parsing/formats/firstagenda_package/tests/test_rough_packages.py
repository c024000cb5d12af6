"""Packages as they come: pages lost, labels elsewhere, headings that are no items, hours for minutes."""

from pathlib import Path

from raadhus.parsing.tests.paper import item, own, read_text, value

FRONT = """
MTM - Rådmandsmøde (Rådmandsmøde)

04-11-2031 09:00 - 10:30

Mødelokale 3.12

Anna Holm (deltager online)
Bo Kjær (ferie)
Deltager ikke: Mette Lund

Pkt. 2: Tid: 1 time. Deltagere: kontorchef Jens Vang
Pkt. 3: 15 min. Deltagere: Rie Skov
\f"""


def test_slots_come_in_hours_and_without_the_word(tmp_path: Path) -> None:
    package = read_text(tmp_path, FRONT + "Punkt 1: Referat\n\nPunkt 4: Evt.\n")
    assert value(item(package, "2").duration_minutes) == 60
    assert [p.value for p in item(package, "2").presenters] == ["Jens Vang"]
    assert value(item(package, "3").duration_minutes) == 15
    assert item(package, "3").visibility == "closed"


def test_notes_after_a_name(tmp_path: Path) -> None:
    package = read_text(tmp_path, FRONT + "Punkt 1: Referat\n")
    assert [(a.name.value, a.status) for a in own(package).attendees] == [
        ("Anna Holm", "present"),
        ("Bo Kjær", "excused"),
        ("Mette Lund", "excused"),
    ]


def test_a_reports_numbered_questions_are_no_meeting(tmp_path: Path) -> None:
    package = read_text(
        tmp_path,
        FRONT + "Punkt 1: Referat\n\nPunkt 2: Kystplan\n"
        "\fNotat\n\nPunkt 1: Hvordan sikres adgangen til stranden\n\nDer er tre veje.\n\n"
        "Punkt 2: Hvordan prioriteres midlerne\n\nDer er behov for et valg.\n\nPunkt 2, Bilag 1: Notat.pdf\n"
        "\fPunkt 3: Evt.\n",
    )
    assert [meeting.role for meeting in package.meetings] == ["package"]
    assert value(item(package, "2").title) == "Kystplan"


def test_torn_minutes_have_no_heading_of_their_own(tmp_path: Path) -> None:
    package = read_text(
        tmp_path,
        """
        og der blev spurgt til økonomien.

        Punkt 4: Frivillighed (15 min)

        Taget til efterretning.

        Punkt 5: Bordrunde (5 min)

        Udgik.
        \fPunkt 3: Sundhedsplan (15 min)

        .
        \fDer er behov for en plan.

        Punkt 3, Bilag 1: Plan.pdf
        \fPunkt 4: Bordrunde (5 min)

        .
        """.replace("        ", ""),
    )
    nested = next(meeting for meeting in package.meetings if meeting.role == "nested")
    assert nested.kind == "minutes"
    assert [(i.number, value(i.decision)) for i in nested.items] == [
        ("4", "Taget til efterretning."),
        ("5", "Udgik."),
    ]


def test_labels_may_stand_atop_their_pages(tmp_path: Path) -> None:
    package = read_text(
        tmp_path,
        FRONT + "Punkt 1, Bilag 1: Referat.pdf\n\nMTM - Rådmandsmøde (Rådmandsmøde)\n\n"
        "28-10-2031 09:00 - 10:30\n\nMødelokale 3.12\n"
        "\fPunkt 1, Bilag 1: Referat.pdf\n\nReferat\n\nPunkt 1: Dagsorden\n\nGodkendt.\n"
        "\fPunkt 2: Kystplan\n",
    )
    starts = [f"{meeting.start.value:%d-%m}" for meeting in package.meetings if meeting.start]
    assert starts == ["04-11", "28-10"]


def test_a_dash_after_the_number(tmp_path: Path) -> None:
    package = read_text(
        tmp_path, FRONT + "Punkt 1 - Referat\n\nPunkt 3 - 5 i planen udgår.\n\nPunkt 2 – Kystplan (1 time)\n"
    )
    assert value(item(package, "2").title) == "Kystplan"
    assert value(item(package, "2").duration_minutes) == 60


def test_a_letterhead_may_part_an_agendas_head(tmp_path: Path) -> None:
    letterhead = "SUNDHED OG HAVN\nFagligt Sekretariat\nKajgade 1\n\nSag: EMN-2031-000012\n\n" + "\n".join(
        f"Kontor {n}" for n in range(12)
    )
    package = read_text(
        tmp_path,
        "Punkt 5: Orientering om udvalgsmødet (5 min)\n\n.\n"
        f"\fHavneudvalgsmøde\n\n{letterhead}\n\nMødedato: 5. november 2031\n{letterhead}\n\n"
        "Mødetid: Kl. 16.30 – 18.00\n\nDagsorden kort:\n\n1. Godkendelse af dagsorden\n2. Evt.\n\n"
        "Punkt 5, Bilag 1: Dagsorden.docx\n"
        "\fPunkt 6: Bordrunde (5 min)\n\n.\n",
    )
    nested = next(meeting for meeting in package.meetings if meeting.role == "nested")
    assert value(nested.organization) == "Havneudvalget"
    assert [i.number for i in nested.items] == ["1", "2"]
