"""Anna corrects what was read wrongly; it stands through every import until she takes it back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from raadhus.cases.models import Step
from raadhus.core.models import JournalEntry
from raadhus.documents.models import Page, Passage, Version
from raadhus.ingest.actions import ingest, store_package
from raadhus.ingest.expected import corrected_packages, read_again
from raadhus.ingest.models import IngestedFile, IngestRun
from raadhus.ingest.warnings import accept_warnings, left_to_look_at, warnings_of
from raadhus.meetings.actions import NotPossible, adopt_minutes
from raadhus.meetings.checking import faults
from raadhus.meetings.choices import Corrected
from raadhus.meetings.corrections import correct, let_stand, take_back
from raadhus.meetings.models import AgendaItem, Attachment, Correction, Meeting, Placement
from raadhus.meetings.tests.papers import item, meeting, package, step
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import Body
from raadhus.parsing import (
    ParsedAttachment,
    ParsedItem,
    ParsedMeeting,
    ParsedPackage,
    ParsedPage,
    ParsedPassage,
)

pytestmark = pytest.mark.django_db

PAPER = Path(__file__).parents[4] / "tests" / "byraadets-referat.txt"


@pytest.fixture
def body() -> Body:
    return Body.objects.create(name="Hjelmsund Kommune")


def take_in(body: Body, *meetings: ParsedMeeting, name: str) -> Version:
    return store_package(package(*meetings, name=name), by=Reader.operator(), body=body, publish=True)[0]


def minutes(title: str = "Ny svømme hal", case: str = "EMN-2031-000123", decision: str = "God kendt.",
            number: str = "1") -> ParsedMeeting:  # fmt: skip
    return meeting(item(number, title, case=case, decision=decision, outcome="other"), kind="minutes")


def seat() -> Reader:
    organization = Meeting.objects.get().organization_id
    assert organization is not None
    return Reader("anna", organizations=frozenset({organization}))


def everything_corrected() -> AgendaItem:
    row, anna = AgendaItem.objects.get(), seat()
    correct(row, Corrected.TITLE, "Ny svømmehal", by=anna)
    correct(row, Corrected.CASE, "EMN-2031-000124", by=anna)
    correct(row, Corrected.DECISION, "Godkendt.", by=anna)
    correct(row, Corrected.OUTCOME, "adopted", by=anna)
    return row


def shown() -> tuple[str, str, str, str]:
    row = AgendaItem.objects.get(dropped=False)
    assert row.case is not None
    return row.title, row.case.number, row.decision.text, row.decision.outcome


RIGHT = ("Ny svømmehal", "EMN-2031-000124", "Godkendt.", "adopted")
READ = ("Ny svømme hal", "EMN-2031-000123", "God kendt.", "other")


def test_what_anna_corrects_is_shown_and_told_with_before_and_after(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    row = everything_corrected()
    assert shown() == RIGHT
    told = JournalEntry.objects.filter(verb="item.corrected", subject_id=row.pk).order_by("pk").first()
    assert told is not None
    assert (told.actor, told.data["before"], told.data["after"]) == ("anna", "Ny svømme hal", "Ny svømmehal")


def test_verify_holds_what_was_read_against_the_page_not_what_was_corrected(body: Body) -> None:
    paper = package(meeting(item("1", "Ny svmmehal")), name="dagsorden", text="Ny svmmehal, siger papiret")
    store_package(paper, by=Reader.operator(), body=body, publish=True)
    correct(AgendaItem.objects.get(), Corrected.TITLE, "Havnebadet udvides", by=seat())
    assert [f for f in faults(lambda _number: None) if "agendaitem" in f.place] == []


def test_the_same_words_in_a_newer_package_change_nothing_corrected(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    row = everything_corrected()
    take_in(body, minutes(), name="referat igen")
    assert shown() == RIGHT
    assert AgendaItem.objects.get() == row
    assert not Correction.objects.filter(look_again=True).exists()


def test_a_third_thing_in_a_newer_package_is_to_be_looked_at_again(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    row = everything_corrected()
    take_in(body, minutes(decision="Godkendt med ændringer."), name="rettet referat")
    assert shown() == RIGHT
    again = Correction.objects.get(look_again=True)
    assert (again.what, again.told, again.value) == ("decision", "Godkendt med ændringer.", "Godkendt.")
    let_stand(again, by=seat())
    take_in(body, minutes(decision="Godkendt med ændringer."), name="rettet referat igen")
    assert not Correction.objects.filter(look_again=True).exists()
    assert AgendaItem.objects.get() == row


def test_a_newer_package_that_has_become_right_asks_nothing(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    everything_corrected()
    take_in(body, minutes(title="Ny svømmehal", decision="Godkendt."), name="rettet referat")
    assert shown() == RIGHT
    assert not Correction.objects.filter(look_again=True).exists()


def test_anna_takes_all_of_it_back(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    everything_corrected()
    for one in Correction.objects.all():
        take_back(one, by=seat())
    assert shown() == READ
    assert JournalEntry.objects.filter(verb="correction.taken_back").count() == 4


def test_correcting_back_to_what_was_read_is_taking_back(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    row = everything_corrected()
    correct(row, Corrected.TITLE, "Ny svømmehal på havnen", by=seat())
    correct(row, Corrected.TITLE, "Ny svømme hal", by=seat())
    assert not Correction.objects.filter(what="title").exists()


def test_a_decision_that_was_not_seen_is_written_in_and_taken_out_again(body: Body) -> None:
    agenda = meeting(item("1", "Ny svømmehal"))
    take_in(body, agenda, name="dagsorden")
    row = AgendaItem.objects.get()
    with pytest.raises(NotPossible):
        correct(row, Corrected.OUTCOME, "adopted", by=seat())
    correct(row, Corrected.DECISION, "Godkendt.", by=seat())
    correct(row, Corrected.OUTCOME, "adopted", by=seat())
    take_in(body, agenda, name="dagsorden igen")
    held = Meeting.objects.get()
    assert (held.kind, held.items.get().decision.outcome) == ("minutes", "adopted")
    take_back(Correction.objects.get(what="decision"), by=seat())
    held.refresh_from_db()
    assert (held.kind, hasattr(held.items.get(), "decision")) == ("agenda", False)
    assert not Correction.objects.exists()


def test_who_has_no_seat_corrects_nothing(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    row = everything_corrected()
    for who in (Reader.anonymous(), Reader("mette", organizations=frozenset({-1}))):
        one = Correction.objects.get(what="title")
        with pytest.raises(NotAllowed):
            correct(row, Corrected.TITLE, "Noget andet", by=who)
        with pytest.raises(NotAllowed):
            take_back(one, by=who)
        with pytest.raises(NotAllowed):
            let_stand(one, by=who)
    assert shown() == RIGHT


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("title", " "),
        ("title", "x" * 501),
        ("decision", ""),
        ("outcome", "måske"),
        ("case", "!"),
        ("pages", "3-2"),
    ],
)
def test_what_cannot_be_is_refused_and_loses_nothing(body: Body, what: str, value: str) -> None:
    take_in(body, minutes(), name="referat")
    with pytest.raises(NotPossible):
        correct(AgendaItem.objects.get(), Corrected(what), value, by=seat())
    assert shown() == READ


def test_adopted_minutes_decide_for_themselves(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    adopt_minutes(Meeting.objects.get(), by=seat())
    with pytest.raises(NotPossible):
        correct(AgendaItem.objects.get(), Corrected.DECISION, "Forkastet.", by=seat())
    assert correct(AgendaItem.objects.get(), Corrected.TITLE, "Ny svømmehal", by=seat())


def test_the_route_goes_to_the_right_case_with_the_item(body: Body) -> None:
    told = step("Magistraten", date(2026, 2, 1), "Anbefales.")
    paper = meeting(item("1", "Ny svømmehal", case="EMN-2031-000123", route=(told,)))
    take_in(body, paper, name="dagsorden")
    correct(AgendaItem.objects.get(), Corrected.CASE, "EMN-2031-000124", by=seat())
    take_in(body, paper, name="dagsorden igen")
    assert set(Step.objects.values_list("case__number", flat=True)) == {"EMN-2031-000124"}


# Annexes: four pages, of which the paper's reading gives the annex the second only.


def with_annex(first: int, last: int, *, title: str = "Notat", visibility: str = "open") -> ParsedItem:
    one = item("1", "Havnebadet", visibility="closed" if visibility == "closed" else "open")
    notes = ParsedAttachment(1, item("1", title).title, first_page=first, last_page=last)  # type: ignore[arg-type]
    return ParsedItem(number="1", page=1, title=one.title, visibility=one.visibility, attachments=(notes,))


def four_pages(one: ParsedItem, name: str) -> ParsedPackage:
    plain = package(meeting(one), name=name)
    first, last = one.attachments[0].first_page or 0, one.attachments[0].last_page or 0
    texts = ["Punkt 1 Havnebadet", "Notatet begynder", "Notatet slutter", "Noget andet"]
    return ParsedPackage(
        file_name=plain.file_name, sha256=plain.sha256, size=plain.size, format=plain.format,
        media_type=plain.media_type, title=plain.title, meetings=plain.meetings,
        pages=tuple(ParsedPage(n, text) for n, text in enumerate(texts, 1)),
        passages=tuple(
            ParsedPassage(
                n, 0, len(text), meeting=0, item="1" if n <= last else None,
                attachment=1 if first <= n <= last else None,
                closed=one.visibility == "closed" and n <= last,
            )
            for n, text in enumerate(texts, 1)
        ),
    )  # fmt: skip


def pages_of_annex(version: Version) -> list[int]:
    placed = Placement.objects.filter(attachment__isnull=False, passage__page__version=version)
    return sorted(placed.values_list("passage__page__number", flat=True))


def take_in_annex(body: Body, one: ParsedItem, name: str) -> Version:
    return store_package(four_pages(one, name), by=Reader.operator(), body=body, publish=True)[0]


def test_anna_moves_where_an_annex_ends(body: Body) -> None:
    version = take_in_annex(body, with_annex(2, 2), "dagsorden")
    correct(AgendaItem.objects.get(), Corrected.PAGES, "2-3", annex=Attachment.objects.get(), by=seat())
    assert pages_of_annex(version) == [2, 3]
    newer = take_in_annex(body, with_annex(2, 2), "dagsorden igen")
    assert pages_of_annex(newer) == [2, 3]
    assert (Attachment.objects.get().first_page, Attachment.objects.get().last_page) == (2, 3)
    take_back(Correction.objects.get(), by=seat())
    assert pages_of_annex(newer) == [2]


def test_pages_move_along_with_the_annex_in_a_newer_file(body: Body) -> None:
    take_in_annex(body, with_annex(2, 2), "dagsorden")
    correct(AgendaItem.objects.get(), Corrected.PAGES, "2-3", annex=Attachment.objects.get(), by=seat())
    newer = take_in_annex(body, with_annex(3, 3), "dagsorden igen")
    assert pages_of_annex(newer) == [3, 4]
    assert Correction.objects.get().look_again


def test_an_annex_that_is_gone_is_to_be_looked_at_again(body: Body) -> None:
    take_in_annex(body, with_annex(2, 2), "dagsorden")
    correct(AgendaItem.objects.get(), Corrected.PAGES, "2-3", annex=Attachment.objects.get(), by=seat())
    take_in_annex(body, with_annex(2, 2, title="Et helt andet bilag"), "dagsorden igen")
    one = Correction.objects.get()
    assert one.look_again
    take_back(one, by=seat())
    assert not Correction.objects.exists()


def test_pages_that_come_to_a_closed_item_are_closed_and_stay_so(body: Body) -> None:
    version = take_in_annex(body, with_annex(2, 2, visibility="closed"), "dagsorden")
    third = Page.objects.get(version=version, number=3)
    assert not third.closed
    correct(AgendaItem.objects.get(), Corrected.PAGES, "2-3", annex=Attachment.objects.get(), by=seat())
    newer = take_in_annex(body, with_annex(2, 2, visibility="closed"), "dagsorden igen")
    for each in (version, newer):
        assert Page.objects.get(version=each, number=3).closed
        assert Passage.objects.get(page__version=each, page__number=3).closed
    take_back(Correction.objects.get(), by=seat())
    assert Page.objects.get(version=newer, number=3).closed


def test_the_papers_title_of_a_closed_item_stays_closed_when_it_is_corrected(body: Body) -> None:
    closed = item("1", "Køb af gården Fjordager på nordmarken", visibility="closed")
    take_in(body, meeting(closed, item("2", "Havnebadet", visibility="open")), name="dagsorden")
    row = AgendaItem.objects.get(number="1")
    correct(row, Corrected.TITLE, "Erhvervelse af fast ejendom", by=seat())
    listed = package(
        meeting(closed, item("2", "Havnebadet", visibility="open")),
        name="dagsorden igen",
        text="Oversigt: Køb af gården Fjordager på nordmarken og andet",
    )
    newer = replace(listed, passages=(ParsedPassage(1, 0, len(listed.pages[0].text), meeting=0),))
    version, _ = store_package(newer, by=Reader.operator(), body=body, publish=True)
    assert Page.objects.get(version=version).closed
    assert Passage.objects.get(page__version=version).closed
    assert set(AgendaItem.objects.values_list("number", flat=True)) == {"1", "2"}


# Test cases and warnings.


def test_corrections_become_what_reading_should_have_given(body: Body) -> None:
    take_in(body, minutes(), name="referat")
    row = everything_corrected()
    [expected] = corrected_packages(reader=seat())
    [said] = expected["meetings"][0]["items"]
    assert (said["title"], said["case_number"], said["decision"], said["outcome"]) == RIGHT
    assert expected["source"]["file"] == "referat"
    assert said["number"] == row.number
    assert corrected_packages(reader=Reader.anonymous()) == []


def test_annex_pages_become_what_reading_should_have_given(body: Body) -> None:
    take_in_annex(body, with_annex(2, 2), "dagsorden")
    correct(AgendaItem.objects.get(), Corrected.PAGES, "2-3", annex=Attachment.objects.get(), by=seat())
    [expected] = corrected_packages(reader=seat())
    [annex] = expected["meetings"][0]["items"][0]["attachments"]
    assert (annex["first_page"], annex["last_page"]) == (2, 3)


def test_a_reading_that_has_become_right_is_told_from_one_that_has_not(body: Body) -> None:
    ingest(PAPER, by=Reader.operator(), body=body)
    row = AgendaItem.objects.get(number="3")
    read = row.title
    correct(row, Corrected.TITLE, "Noget helt andet", by=Reader.operator())
    assert [(one.said, one.right) for one in read_again(reader=seat())] == [(read, False)]
    Correction.objects.update(value=read)  # as if reading had been mended since
    assert [one.right for one in read_again(reader=seat())] == [True]
    assert list(read_again(reader=Reader.anonymous())) == []


@pytest.fixture
def warned(body: Body) -> Version:
    version = take_in(body, minutes(), name="referat")
    told = [{"page": n, "code": "unsure", "message": f"Usikker på side {n}"} for n in (2, 1)]
    IngestedFile.objects.create(
        run=IngestRun.objects.create(by="anna"), file_name="referat", status="imported",
        version=version, warnings=told, left=2,
    )  # fmt: skip
    return version


def test_the_list_of_what_is_left_to_look_at_shrinks(warned: Version) -> None:
    anna = seat()
    assert [one.page for one in warnings_of(warned, reader=anna)] == [1, 2]
    assert [IngestedFile.objects.get(version=row).left for row in left_to_look_at(reader=anna)] == [2]
    assert accept_warnings(warned, [0, 0, 7], by=anna) == 1
    assert [IngestedFile.objects.get(version=row).left for row in left_to_look_at(reader=anna)] == [1]
    assert accept_warnings(warned, [0, 1], by=anna) == 1
    assert not left_to_look_at(reader=anna).exists()
    seen = warnings_of(warned, reader=anna)
    assert [one.accepted.by for one in seen if one.accepted] == ["anna", "anna"]


def test_warnings_are_for_those_with_a_seat(warned: Version) -> None:
    for who in (Reader.anonymous(), Reader("mette", organizations=frozenset({-1}))):
        assert not left_to_look_at(reader=who).exists()
        with pytest.raises(NotAllowed):
            warnings_of(warned, reader=who)
        with pytest.raises(NotAllowed):
            accept_warnings(warned, [0], by=who)
