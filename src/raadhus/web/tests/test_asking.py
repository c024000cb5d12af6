"""The result page: facets as links, sentences about what could not be read, help with spelling, suggestions."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from raadhus.search.language import read
from raadhus.web.about.syntax import syntax
from raadhus.web.tests.town import SECRET, Town

Shown = Callable[[str], str]


def facet_links(page: str) -> dict[str, str]:
    """The texts of the facets' links, and where they lead."""
    aside = page[page.index('id="indsnaevr"') :]
    found = re.findall(r'<li><a href="([^"]+)" rel="nofollow"><span lang="da">([^<]+)</span>', aside)
    return {text: f"/soeg{unescape(address)}" for address, text in found}


def choices(page: str) -> list[str]:
    return re.findall(r'<ul class="rh-choices".*?</ul>', page, flags=re.DOTALL)


def test_a_facet_is_a_link_that_narrows_and_can_be_taken_away(town: Town, shown: Shown) -> None:
    page = shown("/soeg?q=byrådet&side=1")
    narrowed = shown(facet_links(page)["Vedtaget"])
    assert narrowed.count('class="rh-hit"') == 1
    assert "Vedtaget" in choices(narrowed)[0]
    assert 'name="udfald" value="adopted"' in narrowed
    assert 'href="?q=byr%C3%A5det"' in choices(narrowed)[0]
    assert choices(page) == []


def test_the_filters_of_the_form_can_be_taken_away_too(town: Town, shown: Shown) -> None:
    chosen = choices(shown(f"/soeg?organ={town.council.pk}&fra=2025&til=2026&sag=EMN-2031-002204"))[0]
    for said in ("Byrådet", "fra 1. januar 2025", "til 31. december 2026", "sag EMN-2031-002204"):
        assert said in chosen


def test_the_order_can_be_changed_by_a_link(town: Town, shown: Shown) -> None:
    assert 'href="?q=byr%C3%A5det&amp;sortering=date"' in shown("/soeg?q=byrådet")
    assert 'href="?q=byr%C3%A5det&amp;sortering=relevance"' in shown("/soeg?q=byrådet&sortering=date")


def test_carla_is_told_what_could_not_be_read(town: Town, shown: Shown) -> None:
    page = shown("/soeg?q=svømmehal+farve:blå")
    assert "Der er intet felt, der hedder »farve«" in page
    assert 'class="rh-hit"' in page
    assert "rh-notes" not in shown("/soeg?q=svømmehal")


def test_carla_is_asked_whether_she_meant_another_word(town: Town, shown: Shown) -> None:
    page = shown("/soeg?q=svømehal&fra=2025")
    assert "Mente du" in page
    assert 'href="?q=sv%C3%B8mmehal&amp;fra=2025"' in page
    assert "Mente du" not in shown("/soeg?q=svømmehal")


def test_suggestions_are_answers_to_what_is_typed_now(town: Town, carla: Client) -> None:
    answer = carla.get("/soeg/forslag?q=svømme")
    assert json.loads(answer.content)["suggestions"] == [
        {"kind": "Sag", "text": "Ny svømmehal", "more": town.case.number, "url": f"/sag/{town.case.number}"}
    ]
    assert "no-store" in answer["Cache-Control"]
    assert json.loads(carla.get("/soeg/forslag").content) == {"suggestions": []}


@pytest.mark.parametrize("typed", [SECRET[:9], SECRET.lower(), "Køb af", "EMN-2025-009", "Kladde om"])
def test_nothing_closed_is_suggested_to_strangers(
    town: Town, carla: Client, mette: Client, anna: Client, typed: str
) -> None:
    for client in (carla, mette):
        assert SECRET.lower() not in client.get("/soeg/forslag", {"q": typed}).content.decode().lower()
        assert "009999" not in client.get("/soeg/forslag", {"q": typed}).content.decode()
    assert "009999" in anna.get("/soeg/forslag", {"q": "Køb af"}).content.decode()


@pytest.mark.parametrize("client_name", ["carla", "mette"])
def test_facets_and_spelling_tell_strangers_nothing(
    town: Town, client_name: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(client_name)
    for address in ("/soeg?q=byrådet", "/soeg?fra=2000", "/soeg?q=køb"):
        page = client.get(address).content.decode()
        assert SECRET not in page
        assert town.closed_case.number not in page
    assert "Mente du" not in client.get("/soeg", {"q": SECRET.lower()[:-1]}).content.decode()
    for chosen in (f"sagsnr={town.closed_case.number}", f"person=Direktør for {SECRET}"):
        assert 'class="rh-hit"' not in client.get(f"/soeg?{chosen}").content.decode()


def test_anna_finds_and_narrows_by_what_is_hers(town: Town, anna: Client) -> None:
    assert town.closed_case.number in anna.get("/soeg?q=byrådet OR købes").content.decode()
    assert 'class="rh-hit"' in anna.get(f"/soeg?sagsnr={town.closed_case.number}").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "aar=abcd",
        "aar=20255",
        "type=" + "x" * 30,
        "udfald=%00",
        "person=%F0%9F%92%A9",
        "q=((((%22-",
        "afdeling='",
    ],
)
def test_a_strange_address_is_no_error(town: Town, carla: Client, query: str) -> None:
    assert carla.get(f"/soeg?{query}").status_code == 200


@pytest.mark.django_db
def test_what_the_help_page_lists_can_be_read() -> None:
    for written, meaning in syntax():
        if not written.startswith(("organ:", "cykelsti skole", '"')):
            request = read(written)
            assert request.conditions, written
            assert request.notes == (), written
        assert meaning.endswith(".")


def test_help_lists_the_language(town: Town, shown: Shown) -> None:
    page = shown("/hjaelp")
    assert 'id="udtryk"' in page
    assert "skole NEAR/5 lukning" in page
