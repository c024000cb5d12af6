"""Bo finds first what answers him, not what only bears the title."""

import pytest

from raadhus.documents.models import Passage
from raadhus.search import catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT

pytestmark = pytest.mark.django_db

TITLE = "Punkt 4: Badebro ved Skansen"


def told(*texts: str, heading: tuple[str, ...] = (TITLE,)) -> None:
    version = house.version(house.organization())
    for text in texts:  # a page each
        house.passages(version, text, heading=heading)
    house.tell(version)
    catch_up()


def first(text: str) -> str:
    return search(text, reader=CARLA).hits[0].text


def test_what_stands_under_a_title_comes_before_the_bare_title() -> None:
    told(f"{TITLE}\nFremsendes til Havneudvalget.", "Broen bliver ført 40 meter ud og får trappe.")
    assert first("Hvor lang bliver badebroen ved Skansen?").startswith("Broen bliver ført")


def test_a_title_over_two_lines_is_a_title_too() -> None:
    told("Punkt 4: Badebro ved\nSkansen\nUdsat.", "Den koster 3 mio. kr. og males hvid.")
    assert first("Hvad koster badebroen ved Skansen?").startswith("Den koster")


def test_a_table_of_contents_says_nothing() -> None:
    contents = "\n".join(f"{n} Badebro ved Skansen, del {n} {'.' * 40} {n}" for n in range(1, 6))
    told(contents, heading=("Indhold",))
    told("Tilskuddet dækker halvdelen, og arbejdet begynder i maj.", heading=("Badebro ved Skansen",))
    assert first("Hvornår begynder badebroen ved Skansen?").startswith("Tilskuddet")


@pytest.mark.parametrize(
    ("question", "answer", "beside"),
    [
        ("Hvor længe gælder aftalen?", "Aftalen gælder i otte år.", "Aftalen gælder for 14 både."),
        ("Hvor lang er fristen?", "Fristen er tre uger.", "Fristen er nævnt i bilag 2."),
        ("Hvor høj er masten?", "Masten er 14 meter.", "Masten er malet af 14 elever."),
    ],
)
def test_the_measure_asked_for_comes_first(question: str, answer: str, beside: str) -> None:
    told(beside, answer, heading=())
    assert first(question) == answer


ANNEX = "Støjmålingen viser 51 decibel ved kajen og 44 decibel ved broen."


def annex_at_three_meetings() -> None:
    for number, text in enumerate(
        (ANNEX, ANNEX.replace(" ved", "\nved"), ANNEX.replace("støj", "støj-\n")), 3
    ):
        title = f"Punkt {number}: Støj"
        told(f"{title}\n{text}", heading=(title,))


def test_the_same_annex_at_three_meetings_is_one_hit_with_its_places() -> None:
    annex_at_three_meetings()
    results = search("støjmåling ved kajen", reader=CARLA)
    (hit,) = results.hits
    assert results.total == 3
    urls = {place.url for place in hit.places}
    assert len(urls) == 2
    assert hit.url not in urls


def test_another_figure_is_another_text() -> None:
    told(ANNEX, ANNEX.replace("51", "58"))
    assert [hit.places for hit in search("støjmåling ved kajen", reader=CARLA).hits] == [(), ()]


def test_a_place_that_carla_may_not_see_is_no_place_for_her() -> None:
    annex_at_three_meetings()
    closed = house.version(house.organization())
    house.passages(closed, ANNEX, closed=True)
    draft = house.version(house.organization(), draft=True)
    house.passages(draft, ANNEX)
    house.tell(closed, draft)
    catch_up()
    (hit,) = search("støjmåling ved kajen", reader=CARLA).hits
    assert len(hit.places) == 2
    (all_of_it,) = search("støjmåling ved kajen", reader=DRIFT).hits
    assert len(all_of_it.places) == 4


def test_a_hit_that_was_closed_a_moment_ago_gives_its_place_to_the_next() -> None:
    annex_at_three_meetings()
    (hit,) = search("støjmåling ved kajen", reader=CARLA).hits
    Passage.objects.filter(pk=hit.passage_id).update(closed=True)
    (other,) = search("støjmåling ved kajen", reader=CARLA).hits
    assert other.passage_id != hit.passage_id
    assert len(other.places) == 1


def test_a_number_beside_what_is_counted_comes_before_one_elsewhere() -> None:
    told(
        "Badebroens trapper er malet i 14 farver, og de fleste er glade for trapperne og broen.",
        "Broen i Skansen har fået 3 nye trapper og er malet hvid, siger de, der bader fra broen.",
    )
    assert first("Hvor mange trapper har badebroen ved Skansen?").startswith("Broen i Skansen har fået 3")


def test_a_name_answers_who_before_an_office_does() -> None:
    told(
        "Badebroen ved Skansen blev malet af en medarbejder fra forvaltningen i begyndelsen af maj.",
        "Badebroen ved Skansen blev malet af Gerda Lyngsø med hjælp fra sin nabo i begyndelsen af maj.",
    )
    assert "Gerda" in first("Hvem malede badebroen ved Skansen?")


def test_the_everyday_word_finds_the_papers_word() -> None:
    told("Der er afsat 3 mio. kr. til istandsættelse af badebroen.")
    assert "afsat" in first("Hvor mange penge er der sat af til renovering af badebroen?")
