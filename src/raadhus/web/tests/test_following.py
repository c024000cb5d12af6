"""Following on the pages: from a search to a subscription, and out again with one click."""

from collections.abc import Callable
from datetime import datetime
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse

from raadhus.core.journal import record
from raadhus.following.choices import Frequency
from raadhus.following.matching import match
from raadhus.following.models import Subscription
from raadhus.meetings.models import Meeting
from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import SECRET, Town

Shown = Callable[[str], str]
ATOM = "{http://www.w3.org/2005/Atom}"


def followed_by(client: Client, address: str, often: str = "daily") -> Subscription:
    client.post(address, {"frequency": often})
    return Subscription.objects.latest("pk")


def tell_again(town: Town) -> None:
    """As if the papers had come just now."""
    record("version.stored", town.version, actor="test", versions=[town.version.pk, town.open_version.pk])
    match()


def entries(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)
    return ["".join(entry.itertext()) for entry in root.iter(f"{ATOM}entry")]


def test_the_result_page_leads_to_following(town: Town, shown: Shown) -> None:
    page = unescape(shown("/soeg?q=svømmehal&fra=2025"))
    assert 'href="/foelg?q=sv%C3%B8mmehal&fra=2025-01-01"' in page
    assert 'href="/soeg/feed?q=sv%C3%B8mmehal&fra=2025-01-01"' in page


def test_the_case_page_leads_to_following_the_case(town: Town, shown: Shown) -> None:
    assert f"/foelg?som=case&sag={town.case.number}" in unescape(shown(f"/sag/{town.case.number}"))


def test_anna_follows_a_search_and_finds_it_among_her_own(town: Town, anna: Client) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal", "weekly")
    assert (made.user, made.frequency) == (town.anna, Frequency.WEEKLY)
    assert "»svømmehal«" in anna.get("/mine/abonnementer").content.decode()


def test_anna_sees_what_came_with_its_sentence(town: Town, anna: Client) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    tell_again(town)
    page = anna.get(made.get_absolute_url()).content.decode()
    assert "Den nye svømmehal koster 84 mio. kr." in page
    assert Reading(page).problems() == []


def test_anna_follows_a_case(town: Town, anna: Client) -> None:
    made = followed_by(anna, f"/foelg?som=case&sag={town.case.number}")
    tell_again(town)
    assert made.kind == "case"
    assert made.matches.count() == 1


def test_carla_is_shown_the_feed_and_the_way_in(town: Town, carla: Client, shown: Shown) -> None:
    page = unescape(shown("/foelg?q=svømmehal"))
    assert "/soeg/feed?q=sv%C3%B8mmehal" in page
    assert "/log-ind?next=/foelg" in page
    carla.post("/foelg?q=svømmehal", {"frequency": "daily"})
    assert not Subscription.objects.exists()
    assert carla.get("/mine/abonnementer").status_code == 302


@pytest.mark.parametrize(
    ("doing", "paused", "frequency"),
    [("pause", True, "daily"), ("genoptag", False, "daily"), ("gem", False, "at_once")],
)
def test_anna_changes_her_mind(town: Town, anna: Client, doing: str, paused: bool, frequency: str) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    anna.post(made.get_absolute_url(), {"handling": doing, "frequency": "at_once"})
    made.refresh_from_db()
    assert (made.paused, made.frequency) == (paused, frequency)


def test_anna_deletes_a_subscription(town: Town, anna: Client) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    anna.post(made.get_absolute_url(), {"handling": "slet"})
    assert not Subscription.objects.exists()


def test_nobody_reaches_the_subscriptions_of_another(town: Town, anna: Client, mette: Client) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    assert mette.get(made.get_absolute_url()).status_code == 404
    assert mette.post(made.get_absolute_url(), {"handling": "slet"}).status_code == 404
    assert "svømmehal" not in mette.get("/mine/abonnementer").content.decode()


def test_one_click_stops_it_and_a_look_does_not(town: Town, anna: Client) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    address = reverse("unsubscribe", args=[made.token])
    stranger = Client(enforce_csrf_checks=True)  # a mail program that presses the button for its user
    assert "Stop beskederne" in stranger.get(address).content.decode()
    assert not Subscription.objects.filter(paused=True).exists()
    for _ in range(2):
        answer = stranger.post(address, {"List-Unsubscribe": "One-Click"})
        assert "Du får ikke flere beskeder" in answer.content.decode()
    assert Subscription.objects.get().paused
    assert stranger.post(reverse("unsubscribe", args=["gættet"])).status_code == 404


def test_every_page_of_following_is_well_made(town: Town, anna: Client, shown: Shown) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    pages = [shown(a) for a in ("/foelg", "/foelg?q=bro", reverse("unsubscribe", args=[made.token]))]
    addresses = ("/foelg?q=bro", "/mine/abonnementer", made.get_absolute_url())
    pages += [anna.get(address).content.decode() for address in addresses]
    assert [Reading(page).problems() for page in pages] == [[]] * 6


PUBLIC = [
    "/feed/moeder",
    "/feed/beslutninger",
    "/organ/{pk}/feed",
    f"/soeg/feed?q={SECRET}",
    "/soeg/feed?organ={pk}",
]


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("who", ["carla", "anna"])
def test_public_feeds_hold_what_is_public_whoever_asks(
    town: Town, who: str, address: str, request: pytest.FixtureRequest
) -> None:
    found = entries(request.getfixturevalue(who), address.format(pk=town.council.pk))
    assert not any(SECRET in entry for entry in found)
    assert bool(found) == (SECRET not in address)


def test_the_bodys_feed_has_its_meetings_and_decisions(town: Town, carla: Client) -> None:
    told = "\n".join(entries(carla, f"/organ/{town.council.pk}/feed"))
    assert "Referat: Byrådet, 27. august 2025" in told
    assert "Sendt videre: Ny svømmehal" in told
    assert "Vedtaget: Sikre skoleveje" in told


def test_an_empty_search_has_an_empty_feed(town: Town, carla: Client) -> None:
    assert entries(carla, "/soeg/feed") == []


def test_the_feed_of_a_subscription_keeps_closed_words_to_the_page(town: Town, anna: Client) -> None:
    made = followed_by(anna, f"/foelg?q={SECRET}", "feed")
    tell_again(town)
    assert SECRET in anna.get(made.get_absolute_url()).content.decode().split("<h2")[1]
    answer = Client().get(reverse("subscription-feed", args=[made.token]))
    told = ET.fromstring(answer.content)
    (entry,) = told.iter(f"{ATOM}entry")
    assert SECRET not in "".join(entry.itertext())
    assert "Log ind" in "".join(entry.itertext())
    assert answer["Cache-Control"] == "private, no-store"


def test_the_feed_of_who_has_left_is_gone(town: Town, anna: Client) -> None:
    made = followed_by(anna, "/foelg?q=svømmehal")
    type(town.anna).objects.update(is_active=False)
    assert Client().get(reverse("subscription-feed", args=[made.token])).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/feed/moeder", "/feed/beslutninger", "/organ/{pk}/feed", "/soeg/feed?q=sv%C3%B8mmehal&organ={pk}"],
)
def test_feeds_are_as_rfc_4287_wants_them(town: Town, carla: Client, address: str) -> None:
    Meeting.objects.update(location="Salen <1. sal> & foyeren")
    address = address.format(pk=town.council.pk)
    answer = carla.get(address)
    feed = ET.fromstring(answer.content)

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Sønderbæk Kommune"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver{address}"
    told = feed.findall(f"{ATOM}entry")
    assert told
    for one in [feed, *told]:
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated", "")).tzinfo is not None
    names = [one.findtext(f"{ATOM}id", "") for one in told]
    assert len(set(names)) == len(names)
    assert all(name.startswith("tag:127.0.0.1,2026:/") for name in names)
    assert not [text for one in told if "<" in (text := one.findtext(f"{ATOM}summary", ""))]


def test_a_reader_of_feeds_finds_them_from_the_page(town: Town, shown: Shown) -> None:
    link = 'rel="alternate" type="application/atom+xml"'
    assert shown("/").count(link) == 2
    assert f'href="/organ/{town.council.pk}/feed">' in shown(f"/organ/{town.council.pk}")
    assert 'title="Denne søgning" href="/soeg/feed?q=sv%C3%B8mmehal">' in shown("/soeg?q=svømmehal")
    assert shown("/soeg").count(link) == 2
