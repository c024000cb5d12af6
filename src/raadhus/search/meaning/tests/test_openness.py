"""With meaning on, the visible set is still exactly the right one, and what is closed leaves no trace."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from raadhus.documents.models import Passage, Vector
from raadhus.meetings.choices import Visibility
from raadhus.openness import Reader
from raadhus.search import catch_up, meaning, search
from raadhus.search.meaning.tests.standin import Model, model_running
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytest_plugins = ("raadhus.search.meaning.tests.fixtures",)
pytestmark = pytest.mark.django_db

Ready = Callable[[], None]
OTHERS = tuple(f"Punkt om emne{n} og sted{n}." for n in range(40))

OPEN = {"Pedalkøretøj åbent."}
CLOSED = {"Pedalkøretøj lukket.", "Lukket pedalkøretøj."}
ON_A_CLOSED_ITEM = {"Pedalkøretøj behandlet."}
DRAFT = {"Pedalkøretøj i kladde."}
LATER = {"Pedalkøretøj i morgen."}
OWN = OPEN | CLOSED | ON_A_CLOSED_ITEM | DRAFT | LATER


def a_town() -> None:
    """Open, closed and unpublished passages of the council's, all of them about what "tohjulet" means."""
    council = house.organization()
    public = house.version(council)
    house.passages(public, *OPEN, *OTHERS)
    house.passages(public, *CLOSED, closed=True)
    house.place(house.item(public, "Salg", closed=True), *house.passages(public, *ON_A_CLOSED_ITEM))
    draft = house.version(council, draft=True)
    house.passages(draft, *DRAFT)
    later = house.version(council, published=timezone.now() + timedelta(days=1))
    house.passages(later, *LATER)
    house.tell(public, draft, later)


def seen_by(reader: Reader, **how: Any) -> set[str]:
    return {hit.text for hit in search("tohjulet", reader=reader, limit=100, **how).hits}


def test_each_sees_what_the_rule_of_openness_says(model: Model, ready: Ready) -> None:
    a_town()
    ready()
    other = bo(house.organization("Fugleudvalget"))
    assert seen_by(CARLA) == seen_by(Reader("jens")) == seen_by(other) == OPEN
    assert seen_by(bo(house.organization())) == seen_by(DRIFT) == OWN


def test_what_is_closed_takes_no_place_and_shows_in_no_number(model: Model, ready: Ready) -> None:
    a_town()
    crowd = house.version(house.organization())
    house.passages(crowd, *["Tohjulet pedalkøretøj cykel."] * 300, closed=True)  # all of them nearer
    house.tell(crowd)
    ready()
    for reader in (CARLA, bo(house.organization("Fugleudvalget"))):
        results = search("tohjulet", reader=reader, facets=True, grouped=True)
        assert (results.total, results.groups, len(results.hits)) == (1, 1, 1)
        assert {v.count for facet in results.facets for v in facet.values} == {1}


def test_a_result_is_the_same_with_and_without_what_is_closed(model: Model, ready: Ready) -> None:
    a_town()
    ready()
    before = search("tohjulet sted7", reader=CARLA, limit=100)
    Passage.objects.filter(closed=True).delete()
    ready()
    after = search("tohjulet sted7", reader=CARLA, limit=100)
    assert [(h.text, h.score) for h in before.hits] == [(h.text, h.score) for h in after.hits]
    assert before.total == after.total


def test_what_is_closed_after_it_was_embedded_is_gone_at_once(model: Model, ready: Ready) -> None:
    version = house.version(house.organization())
    item = house.item(version, "Cykler")
    house.place(item, *house.passages(version, *OPEN))
    house.passages(version, *OTHERS)
    house.tell(version)
    ready()
    assert seen_by(CARLA) == OPEN
    item.visibility = Visibility.CLOSED
    item.save()
    assert seen_by(CARLA) == set()  # the rows say so, though nobody has told the journal
    house.tell(version, verb="item.closed")
    assert search("tohjulet", reader=CARLA).total == 0
    ready()
    assert search("tohjulet", reader=CARLA).total == 0
    assert seen_by(bo(house.organization())) == OPEN


def test_a_closed_title_is_no_part_of_what_an_open_passage_means(model: Model, ready: Ready) -> None:
    version = house.version(house.organization())
    house.item(version, "Salg af skjult pedalkøretøj", closed=True)
    title = ("Pakke", "Punkt 3: Salg af skjult pedalkøretøj")
    house.place(house.item(version, "Badning"), *house.passages(version, "Vandet er koldt.", heading=title))
    house.passages(version, *OTHERS)
    house.tell(version)
    ready()
    assert not any("skjult" in text for text in model.seen)
    assert seen_by(CARLA) == set()


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the stand-in count as another machine."""
    from raadhus.languagemodel import VectorSource

    monkeypatch.setattr(VectorSource, "is_here", property(lambda _: False))


def test_only_what_everyone_may_read_goes_to_another_machine(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch)
    a_town()
    ready()
    sent = {text for text in model.seen if "Pedalkøretøj" in text}
    assert sent == OPEN
    assert seen_by(bo(house.organization())) == OPEN


def test_closed_passages_go_there_when_the_municipality_says_so(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    elsewhere(monkeypatch)
    a_town()
    ready()
    open_ones = Vector.objects.count()
    settings.RAADHUS_EMBEDDING_CLOSED = True
    ready()
    assert set(model.seen) >= OWN
    assert len(model.seen) == len(set(model.seen))
    assert Vector.objects.count() > open_ones
    settings.RAADHUS_EMBEDDING_CLOSED = False
    ready()
    assert Vector.objects.count() == open_ones


def test_what_is_published_tomorrow_is_sent_tomorrow(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch)
    a_town()
    ready()
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=2))
    ready()
    assert [text for text in model.seen if text in LATER] == list(LATER)


NOW = timezone.now()


def test_what_is_to_stay_here_passes_no_proxy(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_running() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        a_town()
        ready()
        assert proxy.seen == []
    assert set(model.seen) >= CLOSED


def test_nothing_is_sent_on_to_another_address(model: Model, ready: Ready) -> None:
    with model_running() as other:
        model.mode, model.other = "elsewhere", other.address
        a_town()
        catch_up()
        assert "307" in meaning.embed(by_hand=True).failed
        assert other.seen == []


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:80/v1", True),
        ("/srv/model", True),
        ("https://model.example/v1", False),
        ("http://10.0.0.7/v1", False),
        ("http://localhost.example/v1", False),
        ("http://127.0.0.1.example/v1", False),
    ],
)
def test_only_this_machine_is_this_machine(address: str, here: bool) -> None:
    from raadhus.languagemodel import VectorSource

    assert VectorSource(address, "m").is_here is here
