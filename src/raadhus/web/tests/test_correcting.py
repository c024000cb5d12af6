"""Anna sees what an import was not sure of beside its page, and puts it right."""

import re
from typing import Any

import pytest
from django.test import Client

from raadhus.core.models import JournalEntry
from raadhus.ingest.models import IngestedFile, IngestRun
from raadhus.meetings.models import AgendaItem, Attachment, Correction
from raadhus.search import catch_up
from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import Town


@pytest.fixture
def warned(town: Town) -> IngestedFile:
    told = [
        {"page": 1, "code": "unsure-title", "message": "Overskriften kan være brudt."},
        {"page": 2, "code": "no-text-on-page", "message": "Side 2 har ingen tekst."},
        {"page": 2, "code": "unsure-title", "message": "Overskriften kan være brudt her også."},
    ]
    return IngestedFile.objects.create(
        run=IngestRun.objects.create(by="anna"), file_name="referat", status="imported",
        version=town.version, warnings=told, left=3,
    )  # fmt: skip


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    page = answer.content.decode()
    assert Reading(page).problems() == []
    return page


def posted(client: Client, item: AgendaItem, **changed: str) -> Any:
    """Send the item's form as a browser does: all that stands there, line ends and hidden fields too."""
    page = client.get(f"/rettelser/punkt/{item.pk}")
    form = page.context["form"]
    sent: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        text = "" if value is None else str(value).replace("\n", "\r\n")
        sent |= {bound.html_name: text, bound.html_initial_name: text}
    return client.post(f"/rettelser/punkt/{item.pk}", sent | changed, follow=True)


def test_anna_sees_each_warning_beside_its_page(warned: IngestedFile, town: Town, anna: Client) -> None:
    listed = shown(anna, "/rettelser")
    assert "3 advarsler tilbage" in listed
    assert f"/rettelser/dokument/{town.version.pk}" in listed
    first = shown(anna, f"/rettelser/dokument/{town.version.pk}")
    assert f"/dokument/{town.version.pk}/side/1.webp" in first
    assert "Overskriften kan være brudt." in first
    assert f"/rettelser/punkt/{town.pool.pk}" in first
    second = shown(anna, f"/rettelser/dokument/{town.version.pk}?side=2")
    assert "Side 2 har ingen tekst." in second
    assert f"/rettelser/punkt/{town.closed.pk}" in second


def test_what_is_left_shrinks_one_by_one_or_all_of_a_kind(
    warned: IngestedFile, town: Town, anna: Client
) -> None:
    address = f"/rettelser/dokument/{town.version.pk}/i-orden"
    anna.post(address, {"advarsel": "1", "side": "2"})
    page = shown(anna, f"/rettelser/dokument/{town.version.pk}?side=2")
    assert "2 advarsler tilbage" in page
    assert "Set af anna" in page
    anna.post(address, {"slags": "unsure-title"})
    assert "Der er ingen advarsler tilbage" in shown(anna, "/rettelser")
    assert JournalEntry.objects.filter(verb="warnings.accepted", actor="anna").count() == 2


def test_anna_puts_right_what_she_sees_and_nothing_else(town: Town, anna: Client, carla: Client) -> None:
    done = posted(
        anna, town.pool, title="Nyt havnebad", case="EMN-2031-000777", outcome="adopted",
        **{f"last-{Attachment.objects.get(item=town.pool, number=1).pk}": "1"},
    )  # fmt: skip
    assert "4 rettelser er gemt." in done.content.decode()
    page = carla.get(f"/punkt/{town.pool.pk}").content.decode()
    assert "Nyt havnebad" in page
    assert "EMN-2031-000777" in page
    assert set(Correction.objects.values_list("what", "value")) == {
        ("title", "Nyt havnebad"), ("case", "EMN-2031-000777"), ("outcome", "adopted"), ("pages", "1-1"),
    }  # fmt: skip
    assert Correction.objects.filter(by="anna").count() == 4
    catch_up()
    found = carla.get("/soeg?q=havnebad").content.decode()
    assert "Nyt havnebad" in re.sub("</?mark>", "", found)
    assert "Der var intet at rette." in posted(anna, town.pool).content.decode()


def test_a_decision_of_several_lines_is_not_changed_by_being_sent(town: Town, anna: Client) -> None:
    town.pool.decision.text = "Byrådet sender sagen\ntil Teknisk Udvalg."
    town.pool.decision.save()
    assert "Der var intet at rette." in posted(anna, town.pool).content.decode()


def test_what_an_import_changed_meanwhile_is_not_put_back(town: Town, anna: Client) -> None:
    page = anna.get(f"/rettelser/punkt/{town.pool.pk}").context["form"]
    sent = {b.html_name: str(b.value() or "") for b in page} | {
        b.html_initial_name: str(b.value() or "") for b in page
    }
    AgendaItem.objects.filter(pk=town.pool.pk).update(title="Ny svømmehal og cafe")
    anna.post(f"/rettelser/punkt/{town.pool.pk}", sent | {"outcome": "adopted"})
    town.pool.refresh_from_db()
    assert town.pool.title == "Ny svømmehal og cafe"
    assert [one.what for one in Correction.objects.all()] == ["outcome"]


def test_one_mistake_and_nothing_is_saved(town: Town, anna: Client) -> None:
    annex = Attachment.objects.get(item=town.pool, number=1)
    done = posted(anna, town.pool, title="Nyt havnebad", **{f"last-{annex.pk}": "7"})
    assert done.status_code == 422
    page = done.content.decode()
    assert "Bilagets sider skal stå i rækkefølge og være fra 1 til 2." in page
    assert Reading(page).problems() == []
    assert "Nyt havnebad" in page
    assert not Correction.objects.exists()


def test_anna_takes_back_or_stands_by_a_correction(town: Town, anna: Client) -> None:
    posted(anna, town.roads, title="Sikre cykelveje")
    one = Correction.objects.get()
    Correction.objects.update(look_again=True)
    assert "Sikre cykelveje" in shown(anna, "/rettelser")
    assert "Et nyere papir siger noget tredje" in shown(anna, f"/rettelser/punkt/{town.roads.pk}")
    anna.post(f"/rettelser/{one.pk}/staar")
    assert "Sikre cykelveje" not in shown(anna, "/rettelser")
    anna.post(f"/rettelser/{one.pk}/tilbage")
    town.roads.refresh_from_db()
    assert town.roads.title == "Sikre skoleveje"


def test_to_others_there_is_nothing(warned: IngestedFile, town: Town, mette: Client, carla: Client) -> None:
    assert "Der er ingen advarsler tilbage" in shown(mette, "/rettelser")
    for address in (f"/rettelser/dokument/{town.version.pk}", f"/rettelser/punkt/{town.pool.pk}"):
        assert mette.get(address).status_code == 404
        assert carla.get(address)["Location"].startswith("/log-ind")
    assert "/rettelser" not in carla.get(f"/punkt/{town.pool.pk}").content.decode()
    assert f"/rettelser/punkt/{town.pool.pk}" not in mette.get(f"/punkt/{town.pool.pk}").content.decode()
