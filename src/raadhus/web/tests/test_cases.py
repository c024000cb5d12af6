"""A case's page: its timeline with reasons, what may be the same, and who may say so."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from raadhus.core.journal import record
from raadhus.core.times import COPENHAGEN
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.organisation.models import Organization
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.linking import catch_up
from raadhus.timeline.models import Link
from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import SECRET, Town, _item, _meeting

Shown = Callable[[str], str]


def linked(meeting: Meeting, title: str, number: str = "1", **fields: object) -> AgendaItem:
    item = _item(meeting, number, title, **fields)
    record("meeting.updated", meeting, actor="anna")
    catch_up()
    return item


def later(organization: Organization, day: int) -> Meeting:
    return _meeting(organization, datetime(2025, 9, day, 16, tzinfo=COPENHAGEN), kind="minutes")


@pytest.fixture
def taken(town: Town) -> AgendaItem:
    """The committee takes up what the council sent it, without the case number."""
    record("meeting.updated", town.held, actor="anna")
    return linked(later(town.committee, 10), "Ny svømmehal på havnen")


@pytest.fixture
def perhaps(town: Town) -> AgendaItem:
    """A committee's item of nearly the same name, under another case number."""
    culture = Organization.objects.create(body=town.body, name="Kulturudvalget", classification="committee")
    pool = AgendaItem.objects.get(pk=town.pool.pk)
    pool.title = "Ny svømmehal på havnen"
    pool.save()
    record("meeting.updated", town.held, actor="anna")
    other = type(town.case).objects.create(body=town.body, number="EMN-2025-004444")
    return linked(later(culture, 12), "Ny svømmehal på havnen", case=other)


def address(town: Town) -> str:
    return reverse("case", args=[town.case.number])


def test_a_case_tells_its_treatments_from_the_oldest(town: Town, shown: Shown) -> None:
    page = shown(address(town)).partition("Behandling for behandling")[2]

    assert page.index("19. august 2025") < page.index("Magistraten anbefaler") < page.index("27. august 2025")
    assert "Fortalt af et senere papir" in page
    assert '<h1 lang="da">Ny svømmehal</h1>' in shown(address(town))


@pytest.mark.parametrize("written", ["12/27845", "sag 12/27845", "Sagsnr.: 12/27845", "12-27845"])
def test_a_case_is_found_however_its_number_is_written(town: Town, shown: Shown, written: str) -> None:
    town.case.number = "12/27845"
    town.case.save()

    assert "Sag 12/27845" in shown(f"/sag/{written}")


def test_what_was_decided_and_where_it_went_stand_by_each_treatment(
    town: Town, taken: AgendaItem, shown: Shown
) -> None:
    town.pool.title = taken.title
    town.pool.save()
    record("meeting.updated", town.held, actor="anna")
    catch_up()
    page = shown(address(town))

    assert '<a href="#trin-3">Sendt videre til Teknisk Udvalg</a>' in page
    assert "sendte sagen til Teknisk Udvalg 10. september 2025, hvor overskriften er den samme." in page
    assert "er sagen ikke afgjort endnu" in page
    assert "Det er ikke beslutningen." in page
    assert page.count("rh-route__stop") >= 3


def test_each_reason_leads_to_the_page_that_says_so(town: Town, taken: AgendaItem, shown: Shown) -> None:
    page = shown(address(town))

    assert "Punktet har sagsnummeret EMN-2031-002204." in page
    assert reverse("document-page", args=[town.version.pk, 1]) + "?stykke=0-21#citat" in page


def test_an_item_leads_to_the_life_of_its_case(town: Town, shown: Shown) -> None:
    page = shown(reverse("item", args=[town.pool.pk]))

    assert "Sagens forløb" in page
    assert f'href="{address(town)}"' in page


def test_an_item_without_a_number_has_a_life_too(town: Town, shown: Shown) -> None:
    Attachment.objects.filter(item=town.pool, closed=False).update(case_number=town.case.number)
    item = linked(later(town.committee, 10), "Havnens fremtid")
    Attachment.objects.create(
        item=item, number=1, title="Notat", version=town.version, case_number="emn 2031 2204"
    )
    record("meeting.updated", item.meeting, actor="anna")
    catch_up()
    page = shown(reverse("item-life", args=[item.pk]))

    assert "Sag EMN-2031-002204" in page
    assert "Bilag 1 til punktet har sagsnummeret emn 2031 2204." in page
    assert reverse("item-life", args=[item.pk]) in shown(reverse("item", args=[item.pk]))


def test_suggestions_stand_apart_and_carla_has_no_say(town: Town, perhaps: AgendaItem, shown: Shown) -> None:
    page = shown(address(town))

    assert page.index("Måske samme sag") < page.index("EMN-2025-004444")
    assert "Ikke samme sag" not in page


def test_anna_says_what_is_the_same_and_takes_it_back(town: Town, perhaps: AgendaItem, anna: Client) -> None:
    link = Link.objects.get(kind=LinkKind.TITLE)
    page = anna.get(address(town)).content.decode()
    assert reverse("reject-link", args=[link.pk]) in page

    answer = anna.post(reverse("reject-link", args=[link.pk]), {"tilbage": address(town)}, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(address(town), 302)]
    assert "Måske samme sag" not in page
    assert "Sagt at være en anden sag" in page

    anna.post(reverse("reopen-link", args=[link.pk]))
    assert "Måske samme sag" in anna.get(address(town)).content.decode()

    anna.post(reverse("confirm-link", args=[link.pk]))
    page = anna.get(address(town)).content.decode()
    assert "Bekræftet af et menneske." in page
    assert Reading(page).problems() == []


def test_carla_and_mette_may_not_say(town: Town, perhaps: AgendaItem, carla: Client, mette: Client) -> None:
    link = Link.objects.get(kind=LinkKind.TITLE)
    verdicts = [reverse(name, args=[link.pk]) for name in ("reject-link", "confirm-link", "reopen-link")]

    assert [client.post(to).status_code for client in (carla, mette) for to in verdicts] == [403] * 6
    assert [carla.get(to).status_code for to in verdicts] == [405] * 3
    link.refresh_from_db()
    assert link.status == LinkStatus.FOUND


def test_a_verdict_needs_the_pages_own_form(town: Town, perhaps: AgendaItem) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.anna)

    assert (
        client.post(reverse("reject-link", args=[Link.objects.get(kind=LinkKind.TITLE).pk])).status_code
        == 403
    )


def test_a_verdict_does_not_send_anyone_elsewhere(town: Town, perhaps: AgendaItem, anna: Client) -> None:
    link = Link.objects.get(kind=LinkKind.TITLE)
    answer = anna.post(reverse("reject-link", args=[link.pk]), {"tilbage": "https://eksempel.dk/"})

    assert answer["Location"] == reverse("item-life", args=[link.item_id])


@pytest.mark.parametrize("who", ["carla", "mette"])
def test_a_closed_item_of_an_open_case_is_not_even_counted(
    town: Town, who: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    before = client.get(address(town)).content.decode()
    linked(town.held, f"Salg af {SECRET}", "9", case=town.case, visibility="closed")
    closed = Link.objects.get(item__number="9")
    after = client.get(address(town)).content.decode()

    for page in (before, after):
        assert SECRET not in page
        assert page.count('id="trin-') == 2
    assert client.post(reverse("reject-link", args=[closed.pk])).status_code == 404
    assert client.get(reverse("item-life", args=[closed.item_id])).status_code == 404
    assert client.get(reverse("case", args=[town.closed_case.number])).status_code == 404


def test_anna_sees_the_closed_item_in_its_place(town: Town, anna: Client) -> None:
    linked(town.held, f"Salg af {SECRET}", "9", case=town.case, visibility="closed")

    assert f"Salg af {SECRET}" in anna.get(address(town)).content.decode()


@pytest.mark.parametrize("extra", [0, 20])
def test_a_long_life_takes_no_more_queries(
    town: Town, carla: Client, django_assert_max_num_queries: Callable[..., object], extra: int
) -> None:
    for number in range(extra):
        _item(town.held, str(10 + number), "Ny svømmehal", case=town.case)
    record("meeting.updated", town.held, actor="anna")
    catch_up()

    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        carla.get(address(town))
