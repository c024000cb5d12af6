"""Walk through every page that links lead to, as different people."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import SECRET, Town

STARTS = [
    "/",
    "/soeg?q=skoleveje",
    "/soeg?q=svømmehal&sortering=date",
    "/spoerg?q=Hvad+skete+der+med+svømmehallen%3F",
    "/spoerg?q=hvem+stemte+imod%3F&efter=Hvad+blev+besluttet+om+svømmehallen%3F",
]


def walk(client: Client, *starts: str) -> Iterator[tuple[str, str]]:
    """Every page within reach, each once: its address and its HTML."""
    waiting, seen = list(starts), set(starts)
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        if not answer["Content-Type"].startswith("text/html"):
            read_out(answer)
            continue
        page = answer.content.decode()
        yield address, page
        links = {urldefrag(urljoin(address, link)).url for link in Reading(page).links}
        new = {link for link in links if link.startswith("/") and not link.startswith("/static/")} - seen
        waiting += new
        seen |= new


def status(client: Client, address: str) -> int:
    answer = client.get(address)
    read_out(answer)
    return answer.status_code


def read_out(answer: Any) -> None:
    """Read a file to its end, which closes it; closing it ourselves would close the database too."""
    if answer.streaming:
        list(answer.streaming_content)


def hidden_addresses(town: Town) -> list[str]:
    """Where closed things would be, if one knew or guessed the address."""
    return [
        reverse("item", args=[town.closed.pk]),
        reverse("meeting", args=[town.draft.pk]),
        reverse("item", args=[town.draft.items.get().pk]),
        reverse("case", args=[town.closed_case.number]),
        reverse("page-image", args=[town.version.pk, 2]),
        reverse("page-image", args=[town.version.pk, 2]) + "?lille",
        reverse("original", args=[town.version.pk]),
    ]


def pages_to_guess(town: Town) -> list[str]:
    """Addresses that no link leads to, but that anyone can write."""
    page = reverse("document-page", args=[town.version.pk, 2])
    return [
        f"{page}?passage={town.closed_passage.pk}",
        f"{page}?stykke=25-40",
        f"/soeg?q={SECRET}",
        f"/soeg?sag={town.closed_case.number}",
        f"/soeg?organ={town.council.pk}&sortering=date",
        f"/spoerg?q=Hvad+koster+{SECRET}%3F",
        f"/spoerg/forespoergsel?q=Hvad+koster+{SECRET}%3F&til=udvalg",
    ]


def leaks(page: str, address: str = "") -> list[str]:
    """Where the secret stands on a page; that the page repeats what was searched for or asked is no leak."""
    page = unquote(page)  # what a link to a mail says counts too
    for said in parse_qs(urlsplit(address).query).get("q", []):
        page = page.replace(escape(said), "").replace(said, "")
    asked = (
        rf'value="[^"]*{SECRET}[^"]*"|»[^«]*{SECRET}[^«]*«|<title>[^<]*{SECRET}[^<]*<'
        rf'|(?:[?&]q=|%3Fq%3D)[^"]*{SECRET}[^"]*"'
    )
    rest = re.sub(asked, "", page, flags=re.IGNORECASE)
    return re.findall(f".{{0,80}}{SECRET}.{{0,40}}", rest, flags=re.IGNORECASE)


@pytest.mark.parametrize("who", ["carla", "mette"])
def test_nothing_closed_leaks_to_those_who_have_no_right_to_it(
    town: Town, who: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    pages = dict(walk(client, *STARTS, *pages_to_guess(town)))

    assert {at: leaks(page, at) for at, page in pages.items() if leaks(page, at)} == {}
    assert len(pages) > 20


@pytest.mark.parametrize("who", ["carla", "mette"])
def test_what_is_closed_is_not_found_rather_than_forbidden(
    town: Town, who: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)

    assert [status(client, address) for address in hidden_addresses(town)] == [404] * 7


def test_anna_reaches_all_of_it(town: Town, anna: Client) -> None:
    assert [status(anna, address) for address in hidden_addresses(town)] == [200] * 7
    assert SECRET in anna.get(reverse("meeting", args=[town.held.pk])).content.decode()


@pytest.mark.parametrize("who", ["carla", "anna"])
def test_every_page_is_well_made(town: Town, who: str, request: pytest.FixtureRequest) -> None:
    client = request.getfixturevalue(who)
    pages = {address: Reading(page) for address, page in walk(client, *STARTS, "/soeg?fra=i+går")}

    assert {address: reading.problems() for address, reading in pages.items() if reading.problems()} == {}
    assert {reading.language for reading in pages.values()} == {"da"}


def test_a_page_that_is_not_there_looks_like_the_others(carla: Client, town: Town) -> None:
    answer = carla.get("/findes-ikke")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()
    assert Reading(answer.content.decode()).problems() == []


def test_those_who_only_read_get_no_cookie(carla: Client, town: Town) -> None:
    for _address, _page in walk(carla, "/"):
        pass
    assert set(carla.cookies) <= {"csrftoken"}  # the sign-in form's
    assert not Client().get("/").cookies


def test_an_error_has_a_page_that_needs_nothing_of_the_house() -> None:
    page = render_to_string("500.html")  # no request, no database
    assert "Noget gik galt" in page
    assert Reading(page).headings == [1]
