"""An agenda re-issued, or replaced by its minutes, is a new version of the same meeting."""

from datetime import datetime

import pytest

from raadhus.core.times import COPENHAGEN
from raadhus.documents.models import Document, Page, Version
from raadhus.ingest.actions import store_package
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import Reader
from raadhus.organisation.models import Body
from raadhus.parsing import ParsedMeeting

pytestmark = pytest.mark.django_db

ANNA = Reader.operator()


@pytest.fixture
def body() -> Body:
    return Body.objects.create(name="Sønderbæk Kommune")


def take_in(body: Body, *meetings: ParsedMeeting, name: str) -> tuple[Version, bool]:
    return store_package(package(*meetings, name=name), by=ANNA, body=body, publish=True)


def test_minutes_take_the_agendas_place_in_the_same_meeting(body: Body) -> None:
    take_in(body, meeting(item("1", "Ny svømmehal", case="EMN-2026-000001")), name="dagsorden")
    version, replaces = take_in(
        body,
        meeting(
            item("1", "Ny svømmehal", case="EMN-2026-000001", decision="Godkendt.", outcome="adopted"),
            kind="minutes",
        ),
        name="referat",
    )
    held = Meeting.objects.get()
    assert replaces
    assert (version.number, held.kind) == (2, "minutes")
    assert held.items.get().decision.outcome == "adopted"
    assert [s.is_current for s in held.sources.order_by("pk")] == [False, True]
    assert Document.objects.count() == 1


def test_an_agenda_that_comes_after_the_minutes_changes_nothing_shown(body: Body) -> None:
    take_in(body, meeting(item("1", "Ny svømmehal", decision="Godkendt."), kind="minutes"), name="referat")
    take_in(body, meeting(item("1", "Svømmehal"), item("2", "Gammelt punkt")), name="dagsorden")
    held = Meeting.objects.get()
    assert held.kind == "minutes"
    assert list(held.items.filter(dropped=False).values_list("title", flat=True)) == ["Ny svømmehal"]


def test_an_item_keeps_its_identity_when_it_is_renumbered(body: Body) -> None:
    take_in(body, meeting(item("1", "Havneplads"), item("2", "Ny svømmehal")), name="første")
    swimming = AgendaItem.objects.get(title="Ny svømmehal")
    take_in(
        body,
        meeting(item("1", "Cykelstier"), item("2", "Havneplads"), item("3", "Ny svømmehal")),
        name="anden",
    )
    swimming.refresh_from_db()
    assert (swimming.number, swimming.dropped) == ("3", False)
    assert AgendaItem.objects.count() == 3


def test_an_item_that_fell_off_is_kept_but_marked(body: Body) -> None:
    take_in(body, meeting(item("1", "Havneplads"), item("2", "Ny svømmehal")), name="første")
    take_in(body, meeting(item("1", "Havneplads")), name="anden")
    assert AgendaItem.objects.get(title="Ny svømmehal").dropped


def test_minutes_reprinted_in_the_next_package_bring_the_decisions(body: Body) -> None:
    take_in(body, meeting(item("1", "Ny svømmehal", annexes=("Notat",))), name="dagsorden")
    take_in(
        body,
        meeting(item("1", "Referat"), start=datetime(2026, 3, 18, 16)),
        meeting(
            item("1", "Ny svømmehal", decision="Godkendt.", outcome="adopted"), kind="minutes", role="nested"
        ),
        name="næste",
    )
    first = Meeting.objects.get(date="2026-03-04")
    assert first.items.get().decision.text == "Godkendt."
    assert first.items.get().attachments.get().title == "Notat"
    assert Document.objects.count() == 2


def test_two_meetings_on_one_day_stay_two(body: Body) -> None:
    take_in(body, meeting(item("1", "Budget"), start=datetime(2026, 3, 4, 9)), name="morgen")
    take_in(body, meeting(item("1", "Havneplads"), start=datetime(2026, 3, 4, 16)), name="aften")
    assert Meeting.objects.count() == 2


def test_a_meeting_moved_to_another_hour_is_still_the_same(body: Body) -> None:
    take_in(body, meeting(item("1", "Havneplads"), start=datetime(2026, 3, 4, 16)), name="første")
    take_in(body, meeting(item("1", "Havneplads"), start=datetime(2026, 3, 4, 17)), name="flyttet")
    assert Meeting.objects.get().start == datetime(2026, 3, 4, 17, tzinfo=COPENHAGEN)


def test_undated_papers_meet_in_an_agenda_that_only_one_meeting_has(body: Body) -> None:
    weekly = (item("1", "Dagsorden"), item("2", "Bordrunde"))
    take_in(body, meeting(*weekly, item("3", "Ny svømmehal"), start=None), name="pakke")
    take_in(
        body,
        meeting(
            *weekly,
            item("3", "Ny svømmehal", decision="Godkendt."),
            start=None,
            kind="minutes",
            role="nested",
        ),
        name="næste",
    )
    take_in(body, meeting(*weekly, start=None), name="en anden uge")
    take_in(body, meeting(*weekly, start=None), name="en tredje uge")
    assert Meeting.objects.count() == 3


def test_what_was_once_closed_stays_closed_until_a_paper_says_open(body: Body) -> None:
    take_in(body, meeting(item("7", "Lukket: Køb af grund", visibility="closed")), name="dagsorden")
    version, _ = take_in(body, meeting(item("7", "Køb af grund"), kind="minutes"), name="referat")
    assert AgendaItem.objects.get().closed
    assert Page.objects.get(version=version).closed
    take_in(body, meeting(item("7", "Køb af grund", visibility="open"), kind="minutes"), name="åbnet")
    assert not AgendaItem.objects.get().closed


def test_closing_an_item_closes_what_earlier_papers_said_of_it(body: Body) -> None:
    first, _ = take_in(body, meeting(item("7", "Køb af grund")), name="dagsorden")
    take_in(body, meeting(item("7", "Køb af grund", visibility="closed")), name="rettet")
    assert not Page.objects.visible_to(Reader.anonymous()).filter(version=first).exists()
