from collections.abc import Callable

import pytest
from django.test import Client

from raadhus.core.journal import record
from raadhus.documents.models import Page, Passage
from raadhus.meetings.models import Placement
from raadhus.search import catch_up
from raadhus.web.templatetags.marks import window, with_marks
from raadhus.web.tests.town import SECRET, Town

Shown = Callable[[str], str]


def test_the_front_page_has_a_search_box_and_the_meetings(town: Town, shown: Shown) -> None:
    page = shown("/")

    assert 'action="/soeg"' in page
    assert f'href="/moede/{town.held.pk}"' in page
    assert f'href="/moede/{town.coming.pk}"' in page
    assert page.index("Kommende møder") < page.index("Seneste møder")


def test_carla_finds_the_passage_and_is_led_to_its_page(town: Town, shown: Shown) -> None:
    page = shown("/soeg?q=svømmehal")

    assert "<mark>" in page
    assert f"/dokument/{town.version.pk}/side/1" in page
    assert "27. august 2025" in page


def test_one_item_is_one_hit_that_unfolds_and_shows_nothing_closed(
    town: Town, shown: Shown, anna: Client, mette: Client
) -> None:
    texts = [f"Svømmehallen får bane {number}." for number in range(1, 6)]
    closed = f"Svømmehallen og {SECRET}."
    page = Page.objects.create(
        version=town.open_version, number=7, text="\n".join([*texts, closed]), width=595, height=842
    )
    at = 0
    for text in (*texts, closed):
        passage = Passage.objects.create(page=page, start=at, end=at + len(text), closed=text == closed)
        Placement.objects.create(passage=passage, meeting=town.held, item=town.pool)
        at += len(text) + 1
    record("test.stored", town.open_version, actor="test", versions=[town.open_version.pk])
    catch_up()
    found = shown("/soeg?q=svømmehal")

    assert found.count('class="rh-hit"') == 1
    assert "6 steder for »svømmehal«" in found
    assert "samlet i 1 punkt eller dokument" in found
    assert "5 flere steder i samme punkt" in found
    for client in (Client(), mette):
        assert SECRET not in client.get("/soeg?q=svømmehal").content.decode()
    assert "6 flere steder i samme punkt" in anna.get("/soeg?q=svømmehal").content.decode()


def test_a_reader_is_told_what_an_abbreviation_was_read_as(town: Town, shown: Shown) -> None:
    text = "Sagen går til Bade- og Strandudvalget (BSU)."
    page = Page.objects.create(version=town.open_version, number=78, text=text, width=1, height=1)
    Passage.objects.create(page=page, start=0, end=len(text))
    record("test.stored", town.open_version, actor="test", versions=[town.open_version.pk])
    catch_up()
    assert "»BSU« er også søgt som" in shown("/soeg?q=BSU")
    assert "er også søgt som" not in shown("/soeg?q=sagen")


def test_a_case_number_nobody_has_is_not_found_by_its_parts(town: Town, shown: Shown) -> None:
    found = shown("/soeg?q=EMN-2031-987654")
    assert "Ingen sag har nummeret EMN-2031-987654." in found
    assert 'class="rh-hit"' not in found


def test_the_same_text_in_another_paper_is_named_under_the_hit(town: Town, shown: Shown) -> None:
    for number in (8, 9):
        text = "Der bygges en vandrutsjebane."
        page = Page.objects.create(version=town.open_version, number=number, text=text, width=595, height=842)
        Passage.objects.create(page=page, start=0, end=len(text))
    record("test.stored", town.open_version, actor="test", versions=[town.open_version.pk])
    catch_up()
    found = shown("/soeg?q=vandrutsjebane")

    assert found.count('class="rh-hit"') == 1
    assert "Samme tekst også i:" in found
    assert f"/dokument/{town.open_version.pk}/side/9" in found


def test_a_search_may_be_filters_alone(town: Town, shown: Shown) -> None:
    assert 'class="rh-hit"' in shown(f"/soeg?organ={town.council.pk}")
    assert 'class="rh-hit"' in shown("/soeg?fra=2025&til=2025")
    assert 'class="rh-hit"' not in shown("/soeg?fra=1.9.2025&til=30-09-2025")


def test_no_result_helps_carla_on(town: Town, shown: Shown) -> None:
    page = shown("/soeg?q=rumraket")

    assert "Ingen resultater for »rumraket«" in page
    assert "færre eller mere almindelige ord" in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/soeg?q=skole&fra=i+går", "Skriv en dato eller et år"),
        ("/soeg?q=skole&fra=2025&til=2024", "Til-datoen ligger før fra-datoen."),
    ],
)
def test_a_period_that_makes_no_sense_is_explained(town: Town, shown: Shown, address: str, said: str) -> None:
    page = shown(address)

    assert said in page
    assert 'aria-invalid="true"' in page
    assert '<details class="rh-filters" open>' in page


def test_an_answer_shows_where_it_stands(town: Town, shown: Shown) -> None:
    page = shown("/spoerg?q=Hvad+koster+den+nye+svømmehal%3F")

    assert 'href="#kilde-1"' in page
    assert 'id="kilde-1"' in page


def test_what_is_not_in_the_material_is_said_to_be_missing(town: Town, shown: Shown) -> None:
    page = shown("/spoerg?q=Hvornår+lander+rumraketten%3F")

    assert "Det står der ikke noget om" in page
    assert 'id="kilde-1"' not in page


def test_marks_are_set_and_everything_else_is_escaped() -> None:
    assert with_marks("<b>skole & børn", [(3, 8)]) == "&lt;b&gt;<mark>skole</mark> &amp; børn"


def test_marks_that_overlap_are_set_once() -> None:
    assert with_marks("folkeskole", [(0, 10), (5, 10)]) == "<mark>folkeskole</mark>"


def test_the_dots_of_a_table_of_contents_are_left_out() -> None:
    assert with_marks("Ny svømmehal ............. 12", [(3, 12)]) == "Ny <mark>svømmehal</mark> … 12"


def test_a_long_passage_is_cut_around_the_first_mark_between_words() -> None:
    text = "ord " * 200 + "svømmehal" + " ord" * 200
    start, end = window(text, [(800, 809)])

    assert start < 800 < 809 < end <= start + 330
    assert text[start - 1] == text[end] == " "
    assert with_marks(text, [(800, 809)]).count("…") == 2


def test_a_text_too_long_to_look_for_is_told_of_and_kept(town: Town, shown: Shown) -> None:
    page = shown(f"/soeg?q={'bro+' * 60}")
    assert "må højst have 200 tegn" in page
    assert "bro bro bro" in page
    assert "må højst have 4 tegn" in shown("/soeg?q=bro&aar=12345")
