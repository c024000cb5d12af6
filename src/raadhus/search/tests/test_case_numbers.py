import pytest

from raadhus.search import catch_up, search
from raadhus.search._numbers import case_numbers_in, normal_case_number
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, bo


@pytest.mark.parametrize("written", ["SAG-2026-000123", "sag 2026 123", "Sag-2026-123", "SAG 2026-000123"])
def test_a_case_number_is_the_same_however_it_is_written(written: str) -> None:
    assert normal_case_number(written) == "SAG-2026-123"


@pytest.mark.parametrize("number", ["12/27845", "06.11.00-P22-1-22", "ABC-2026-002204", "2012-28505"])
def test_case_numbers_are_seen_in_a_text(number: str) -> None:
    assert case_numbers_in(f"Sagsnr.: {number}, bilag 2") == [normal_case_number(number)]


def test_dates_and_amounts_are_no_case_numbers() -> None:
    assert case_numbers_in("den 27-08-2025 og 12.000 kr. i 2023-2024, 75-80 %") == []


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)
    catch_up()


FORMS = ("EMN-2031-003383", "emn-2031-3383", "EMN2031003383", "EMN 2031 003383", "2031-003383")


@pytest.mark.django_db
@pytest.mark.parametrize("written", FORMS)
@pytest.mark.parametrize("asked", FORMS)
def test_any_form_of_a_case_number_finds_any_form(written: str, asked: str) -> None:
    told(
        f"Badebroen behandles i sag {written} i maj.",
        "Sag EMN-2031-003384 er en anden.",
        "År 2031 er 3383 dage væk.",
    )
    (hit,) = search(asked, reader=CARLA).hits
    (mark,) = hit.marks
    assert hit.text[slice(*mark)] == written


@pytest.mark.django_db
def test_the_same_number_under_other_letters_is_another_case() -> None:
    told("Sag SAG-2031-003383 handler om fugle.")
    assert search("EMN-2031-003383", reader=CARLA).total == 0
    assert search("2031-003383", reader=CARLA).total == 1


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["06.11.00-P22-1-31", "06.11.00 - p22 - 1 - 31", "6.11.00-P22-1-31"])
def test_a_number_by_subject_is_found_too(asked: str) -> None:
    told("Journalnr. 06.11.00-P22-1-31 om badebroen.", "Journalnr. 06.11.00-P22-2-31 om fugle.")
    assert [hit.text for hit in search(asked, reader=CARLA).hits] == [
        "Journalnr. 06.11.00-P22-1-31 om badebroen."
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["EMN-2031-009999", "emn 2031 9999", "sag EMN2031009999", "12/99999"])
def test_a_case_number_that_is_not_there_is_not_found_by_its_parts(asked: str) -> None:
    told("Badebroen, sag EMN-2031-000123, koster 9999 kr. i 2031.", "Sag 12/27845 om EMN.")
    results = search(asked, reader=CARLA)
    assert (results.total, results.hits) == (0, ())
    written = asked.removeprefix("sag ")
    assert results.notes == (f"Ingen sag har nummeret {written}.",)


@pytest.mark.django_db
def test_with_other_words_these_are_looked_for_and_the_number_is_told_of() -> None:
    told("Badebroen åbner til maj.")
    results = search("badebroen EMN-2031-009999", reader=CARLA)
    assert (results.total, len(results.notes)) == (1, 1)


@pytest.mark.django_db
def test_near_numbers_are_offered_but_only_those_the_reader_may_know() -> None:
    council = house.organization()
    version = house.version(council)
    house.item(version, "Badebro", case="EMN-2031-000124")
    house.item(version, "Fugle", case="EMN-2031-000125", closed=True)
    house.passages(version, "Badebroen åbner til maj.")
    house.tell(version)
    catch_up()
    (note,) = search("EMN-2031-000128", reader=CARLA).notes
    assert "EMN-2031-000124" in note
    assert "EMN-2031-000125" not in note
    (note,) = search("EMN-2031-000128", reader=bo(council)).notes
    assert "EMN-2031-000125" in note
