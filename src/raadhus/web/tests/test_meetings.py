from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from raadhus.meetings.models import Meeting
from raadhus.web.tests.town import SECRET, Town, _item

Shown = Callable[[str], str]


def test_carla_reads_when_and_where_the_council_met(town: Town, shown: Shown) -> None:
    page = shown(reverse("meeting", args=[town.held.pk]))

    assert "<h1>Byrådet onsdag den 27. august 2025 kl. 16.00</h1>" in page
    assert "Byrådssalen" in page


def test_a_closed_item_keeps_its_number_and_loses_its_title(town: Town, shown: Shown) -> None:
    page = shown(reverse("meeting", args=[town.held.pk]))

    assert page.count("Lukket punkt") == 1
    assert '<span class="sr-only">Punkt </span>3</span>' in page
    assert reverse("item", args=[town.closed.pk]) not in page


def test_anna_reads_the_title_of_a_closed_item_and_sees_that_it_is_closed(town: Town, anna: Client) -> None:
    page = anna.get(reverse("item", args=[town.closed.pk])).content.decode()

    assert f"Køb af {SECRET}" in page
    assert "Lukket punkt" in page


def test_a_dropped_item_stands_apart_from_the_agenda(town: Town, shown: Shown) -> None:
    page = shown(reverse("meeting", args=[town.held.pk]))

    assert page.index("Udgået af dagsordenen") < page.index("Cykelparkering")
    assert page.index("Sikre skoleveje") < page.index("Udgået af dagsordenen")


def test_the_paper_that_counts_is_said_to(town: Town, shown: Shown) -> None:
    page = shown(reverse("meeting", args=[town.held.pk]))

    assert "Gældende" in page
    assert reverse("document-page", args=[town.version.pk, 1]) in page


def test_who_was_there_and_who_was_not(town: Town, shown: Shown) -> None:
    page = shown(reverse("meeting", args=[town.held.pk]))

    assert page.index("Til stede") < page.index("Anna Birk") < page.index("Afbud") < page.index("Bo Lund")


def test_a_referral_never_looks_like_an_adoption(town: Town, shown: Shown) -> None:
    page = shown(reverse("item", args=[town.pool.pk]))

    assert "rh-outcome--referred" in page
    assert "Sendt videre" in page
    assert "Det er ikke en vedtagelse." in page
    assert "Vedtaget" not in page
    assert "rh-outcome--adopted" not in page


def test_recommendation_and_decision_stand_under_their_own_names(town: Town, shown: Shown) -> None:
    page = shown(reverse("item", args=[town.pool.pk]))

    assert page.index(">Beslutning<") < page.index("Byrådet sender sagen") < page.index(">Indstilling<")


def test_a_decision_leads_to_the_very_words(town: Town, shown: Shown) -> None:
    address = reverse("document-page", args=[town.version.pk, 1]) + "?stykke=22-62"
    assert f'href="{address}#citat">Kilde: side 1<' in shown(reverse("item", args=[town.pool.pk]))

    assert '<mark id="citat">Byrådet sender sagen til Teknisk Udvalg.</mark>' in shown(address)


def test_an_item_shows_its_text_and_its_open_annexes(town: Town, shown: Shown) -> None:
    page = shown(reverse("item", args=[town.pool.pk]))

    assert "Notat om placering" in page
    assert "Teksten til punktet" in page


def test_meetings_are_found_by_body_and_year(town: Town, shown: Shown) -> None:
    assert reverse("meeting", args=[town.held.pk]) in shown(f"/moeder?organ={town.council.pk}&aar=2025")
    assert reverse("meeting", args=[town.held.pk]) not in shown("/moeder?aar=2019")


def test_long_lists_come_a_page_at_a_time(town: Town, shown: Shown) -> None:
    for day in range(1, 29):
        Meeting.objects.create(
            body=town.body, organization=town.council, date=date(2024, 2, day), kind="agenda",
            published_at=town.held.published_at,
        )  # fmt: skip

    assert 'aria-label="Side 2"' in shown("/moeder")
    assert "1. februar 2024" in shown("/moeder?side=2")


@pytest.mark.parametrize(
    "address", ["/moeder?organ=x&aar=-1&side=x", "/moeder?aar=99999999999999999", "/soeg?side=0"]
)
def test_an_odd_address_does_no_harm(town: Town, shown: Shown, address: str) -> None:
    shown(address)


@pytest.mark.parametrize("extra", [0, 30])
def test_a_long_agenda_takes_no_more_queries(
    town: Town, carla: Client, django_assert_max_num_queries: Callable[..., object], extra: int
) -> None:
    for number in range(extra):
        _item(town.held, str(10 + number), "Punkt", case=town.case)

    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        carla.get(reverse("meeting", args=[town.held.pk]))
    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        carla.get(reverse("item", args=[town.pool.pk]))
