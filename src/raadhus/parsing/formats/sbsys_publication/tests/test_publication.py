"""SBSYS publications: what Anna sends out from her case system becomes the meeting it was."""

import base64
from datetime import datetime
from pathlib import Path

import pytest

from raadhus.parsing import ParsedPackage, Unreadable, read_package
from raadhus.parsing.formats.sbsys_publication.tests import samples
from raadhus.parsing.tests.paper import as_pdf, item, own


def read(folder: Path, xml: str | bytes, name: str = "udgivelse.xml") -> ParsedPackage:
    path = folder / name
    path.write_bytes(xml if isinstance(xml, bytes) else xml.encode())
    return read_package(path)


def codes(package: ParsedPackage) -> list[str]:
    return [warning.code for warning in package.warnings]


@pytest.fixture
def package(tmp_path: Path) -> ParsedPackage:
    (tmp_path / "Enclosures").mkdir()
    as_pdf(tmp_path / "Enclosures", "Eftersynet er gjort.\fSide to.", "1.pdf")
    return read(tmp_path, samples.usual())


def test_the_meeting_has_its_body_time_and_place(package: ParsedPackage) -> None:
    meeting = own(package)
    assert (package.format, meeting.kind) == ("sbsys-publication-xml", "agenda")
    assert meeting.organization is not None
    assert meeting.organization.value == "Havneudvalget"
    assert meeting.start is not None
    assert meeting.end is not None
    assert (meeting.start.value, meeting.end.value) == (
        datetime(2031, 5, 14, 16, 30),
        datetime(2031, 5, 14, 18),
    )
    assert [(a.name.value, a.status) for a in meeting.attendees] == [
        ("Anna Holm", "present"),
        ("Bo Kjær", "excused"),
    ]


def test_recommendations_are_the_points_of_the_list(package: ParsedPackage) -> None:
    assert [r.value for r in item(package, "2").recommendations] == [
        "broen fornys",
        "der bevilges 2 mio. kr.",
    ]


def test_every_value_stands_where_it_says_it_was_read(package: ParsedPackage) -> None:
    for found in (item(package, "2").title, item(package, "2").case_number, own(package).location):
        assert found is not None
        span = found.spans[0]
        assert package.pages[span.page - 1].text[span.start : span.end] == found.value


def test_tables_are_readable_row_by_row(package: ParsedPackage) -> None:
    assert "År | Kr.\n2032 | 900" in package.pages[item(package, "2").page - 1].text


def test_a_closed_item_has_a_page_to_itself_and_all_of_it_is_closed(package: ParsedPackage) -> None:
    closed = item(package, "3")
    assert closed.visibility == "closed"
    assert {p.closed for p in package.passages if p.page == closed.page} == {True}
    shown = [p for p in package.passages if not p.closed]
    assert not any("Skovbakken" in package.pages[p.page - 1].text[p.start : p.end] for p in shown)
    assert all(p.page != closed.page for p in shown)


def test_enclosures_are_annexes_in_the_systems_order_with_pages_of_their_own(package: ParsedPackage) -> None:
    first, second = item(package, "2").attachments
    assert (first.title.value, first.first_page, first.last_page) == ("Eftersyn af broen", 1, 2)
    assert first.file == package.enclosures[0].name
    assert (second.title.value, second.first_page) == ("Tegning", None)


def test_a_missing_file_is_on_record_and_stops_nothing(package: ParsedPackage) -> None:
    assert codes(package) == ["annex-missing"]
    assert "Enclosures\\2.pdf" in package.warnings[0].message


@pytest.mark.parametrize("how", ["cdata", "escaped", "nested"])
def test_html_is_read_however_it_was_put_into_the_xml(tmp_path: Path, how: str) -> None:
    text = samples.field("Resume", "<p>Første.</p><ul><li>Ét</li><li>To</li></ul>", how=how)
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", fields=[text])])])
    )
    assert "Første.\n\n• Ét\n• To" in package.pages[1].text


@pytest.mark.parametrize("mark", ["False", "", "måske", "0"])
def test_what_is_not_said_to_be_open_is_closed(tmp_path: Path, mark: str) -> None:
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", public=mark)])])
    )
    assert item(package, "1").visibility == "closed"


def test_a_protected_enclosure_under_an_open_item_is_closed_and_named_apart(tmp_path: Path) -> None:
    (tmp_path / "Enclosures").mkdir()
    as_pdf(tmp_path / "Enclosures", "Hemmelig pris: 12 mio.", "9.pdf")
    shut = samples.enclosure(1, "Prisforhandling", "9.pdf", "<IsProtected>True</IsProtected>")
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", enclosures=[shut])])])
    )
    (annex,) = item(package, "1").attachments
    assert annex.closed
    assert package.enclosures[0].closed
    assert all(p.closed for p in package.enclosures[0].package.passages)
    open_text = [package.pages[p.page - 1].text[p.start : p.end] for p in package.passages if not p.closed]
    assert not any("Prisforhandling" in text for text in open_text)


def test_a_decision_makes_it_minutes(tmp_path: Path) -> None:
    decided = samples.field("Udvalgets beslutning", "<p>Godkendt som indstillet.</p>", feedback=True)
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", fields=[decided])])])
    )
    assert own(package).kind == "minutes"
    assert item(package, "1").outcome == "adopted"


def test_room_left_for_a_decision_is_none(tmp_path: Path) -> None:
    fields = [
        samples.field("Beslutning", "<p>Havneudvalget</p>", feedback=True),
        samples.field("Beslutningen træffes af", "<p>Byrådet</p>"),
        samples.field("Byrådets beslutning", "<p>Tomt indhold</p>", feedback=True),
    ]
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", fields=fields)])])
    )
    assert item(package, "1").decision is None
    assert own(package).kind == "agenda"


def test_earlier_treatments_are_the_route(tmp_path: Path) -> None:
    earlier = samples.field("Tidligere behandling", "<p>Teknisk Udvalg den 2. maj 2031, punkt 4</p>")
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", fields=[earlier])])])
    )
    (step,) = item(package, "1").route
    assert step.number is not None
    assert step.date is not None
    assert (step.organization.value, step.date.value.isoformat(), step.number.value) == (
        "Teknisk Udvalg",
        "2031-05-02",
        "4",
    )


def test_a_draft_publication_says_so(tmp_path: Path) -> None:
    package = read(tmp_path, samples.publication([samples.agenda([])], kind="Draft", number="0"))
    assert "draft-publication" in codes(package)


def test_two_agendas_of_one_meeting_are_one_meeting_and_no_number_is_taken_twice(tmp_path: Path) -> None:
    extra = samples.agenda([samples.item("1", "Tillægspunkt"), samples.item("1", "Lukket", public="False")])
    package = read(tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen")]), extra]))
    assert [i.number for i in own(package).items] == ["1", "1-2", "L1"]


def test_two_meetings_in_one_publication_are_two(tmp_path: Path) -> None:
    other = samples.agenda([samples.item("1", "Skoven")], when="15-05-2031 08:00:00")
    package = read(tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen")]), other]))
    assert len(package.meetings) == 2
    assert package.meetings[1].first_page > package.meetings[0].last_page


def test_a_file_inside_the_publication_is_read_from_there(tmp_path: Path) -> None:
    data = base64.b64encode(as_pdf(tmp_path, "Bilag i selve filen.", "x.pdf").read_bytes()).decode()
    inside = samples.enclosure(1, "Notat", "5.pdf").replace("<Data></Data>", f"<Data>{data}</Data>")
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", enclosures=[inside])])])
    )
    assert item(package, "1").attachments[0].last_page == 1
    assert package.enclosures[0].data is not None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "utf-8"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1"])
def test_letters_survive_any_mix_of_encoding_and_declaration(
    tmp_path: Path, encoding: str, declared: str
) -> None:
    xml = samples.usual().replace('encoding="utf-8"', f'encoding="{declared}"')
    assert item(read(tmp_path, xml.encode(encoding)), "2").title.value == "Ny bro over åen"  # type: ignore[union-attr]


def test_characters_that_xml_forbids_do_not_make_the_file_unreadable(tmp_path: Path) -> None:
    xml = samples.usual().replace("Ny bro", "Ny&#xC; bro &nbsp;\x0b")
    assert "bro" in item(read(tmp_path, xml), "2").title.value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1/x">',
    ],
)
def test_entities_are_refused_in_plain_words(tmp_path: Path, entity: str) -> None:
    xml = samples.usual().replace("<Publication>", f"<!DOCTYPE Publication [{entity}]><Publication>", 1)
    with pytest.raises(Unreadable) as refused:
        read(tmp_path, xml)
    assert refused.value.cause == "xml-entities"
    assert "XML-entiteter" in refused.value.reason


def test_a_file_cut_short_is_damaged_and_not_half_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(tmp_path, samples.usual()[:-200])
    assert refused.value.cause == "damaged"


@pytest.mark.parametrize(
    "name",
    ["../hemmelig.pdf", "..\\..\\hemmelig.pdf", "/etc/passwd", "C:\\hemmelig.pdf", "\\\\server\\x.pdf"],
)
def test_a_manifest_cannot_reach_out_of_its_folder(tmp_path: Path, name: str) -> None:
    as_pdf(tmp_path, "Andres hemmelighed.", "hemmelig.pdf")
    folder = tmp_path / "pakke"
    folder.mkdir()
    xml = samples.usual().replace("Enclosures\\1.pdf", name).replace(">1.pdf<", f">{name}<")
    package = read(folder, xml)
    assert package.enclosures == ()
    assert codes(package) == ["annex-missing", "annex-missing"]


def test_scripts_in_a_field_leave_nothing(tmp_path: Path) -> None:
    text = samples.field("Resume", "<p>Havnen.<script>alert(1)</script><img onerror=alert(2) alt='Kort'></p>")
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "Havnen", fields=[text])])])
    )
    assert "alert" not in package.pages[1].text
    assert "Havnen.Kort" in package.pages[1].text


AGENDA = """<?xml version="1.0"?>
<Dagsorden DagsordenID="4" Åben="true" Dagsordentype="Referat">
  <Møde MødeID="9" Udvalg="Skovudvalget" Mødedato="27. august 2031" Mødetid="16:00" Mødested="Sal 2"/>
  <Dagsordenpunkter>
    <Dagsordenpunkt DagsordenpunktID="1" Nummer="1" Åbent="true"><Overskrift>Nye stier</Overskrift>
      <Indhold><Resume>&lt;p&gt;Tre stier.&lt;/p&gt;</Resume>
      <Beslutning>&lt;p&gt;Godkendt.&lt;/p&gt;</Beslutning></Indhold>
      <Bilagsliste><Bilag BilagID="1" Navn="Kort" BilagUrl="kort.pdf" MaaPubliceres="true"/>
      <Bilag BilagID="2" Navn="Ejere" BilagUrl="ejere.pdf" MaaPubliceres="false"/></Bilagsliste></Dagsordenpunkt>
    <Dagsordenpunkt Nummer="2" Åbent="false"><Overskrift>En ejer</Overskrift></Dagsordenpunkt>
  </Dagsordenpunkter>
</Dagsorden>"""


def test_the_older_agenda_with_everything_in_attributes(tmp_path: Path) -> None:
    package = read(tmp_path, AGENDA)
    meeting, first = own(package), item(package, "1")
    assert (package.format, meeting.kind) == ("sbsys-agenda-xml", "minutes")
    assert meeting.start is not None
    assert meeting.start.value == datetime(2031, 8, 27, 16)
    assert first.outcome == "adopted"
    assert [(a.title.value, a.closed) for a in first.attachments] == [("Kort", False), ("Ejere", True)]
    assert item(package, "2").visibility == "closed"


def test_a_title_of_nothing_but_invisible_signs_is_no_title(tmp_path: Path) -> None:
    package = read(
        tmp_path, samples.publication([samples.agenda([samples.item("1", "\u202e\u200b", case="\u200b")])])
    )
    assert (item(package, "1").title, item(package, "1").case_number) == (None, None)


def test_a_meeting_without_items_does_not_begin_on_the_page_of_a_closed_one(tmp_path: Path) -> None:
    shut = samples.agenda([samples.item("1", "Køb", public="False")])
    package = read(tmp_path, samples.publication([shut, samples.agenda([], when="15-05-2031 08:00:00")]))
    assert package.meetings[1].first_page > item(package, "1").page


def test_items_under_an_item_follow_it_and_are_as_closed(tmp_path: Path) -> None:
    inner = f"<Items>{samples.item('1', 'Delpunkt')}{samples.item('2', 'Andet')}</Items>"
    nested = samples.item("4", "Havnen", public="False").replace("<Fields>", f"{inner}<Fields>")
    package = read(tmp_path, samples.publication([samples.agenda([nested, samples.item("5", "Skoven")])]))
    assert [(i.number, i.visibility) for i in own(package).items] == [
        ("4", "closed"),
        ("4.1", "closed"),
        ("4.2", "closed"),
        ("5", "open"),
    ]
