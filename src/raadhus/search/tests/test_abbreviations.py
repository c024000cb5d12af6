"""Abbreviations are learnt from the papers, wait for approval, and help only those who may read them."""

import pytest

from raadhus.core.models import JournalEntry
from raadhus.documents.models import Abbreviation
from raadhus.openness import NotAllowed
from raadhus.search import abbreviations, catch_up, decide, found_again, lens, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytestmark = pytest.mark.django_db

LONG = "Bade- og Strandudvalget"


def told(*texts: str, closed: bool = False) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts, closed=closed)
    house.tell(version)
    catch_up()


def found(text: str) -> set[str]:
    return {hit.text for hit in search(text, reader=CARLA).hits}


def test_a_clear_abbreviation_is_used_both_ways_from_the_first_day() -> None:
    told(f"Sagen går til {LONG} (BSU).", f"{LONG} mødes.", "BSU ser på molen.", "Vandet er koldt.")
    row = Abbreviation.objects.get()
    assert (row.short, row.long, row.clear, row.status) == ("BSU", LONG, True, "proposed")
    assert row.passages.get().text.endswith("(BSU).")
    assert f"{LONG} mødes." in found("BSU")
    assert "BSU ser på molen." in found("bade- og strandudvalget")
    hit = next(hit for hit in search("BSU", reader=CARLA).hits if "mødes" in hit.text)
    assert [hit.text[start:end] for start, end in hit.marks] == [LONG]


def test_the_reader_is_told_what_it_was_read_as() -> None:
    told(f"Sagen går til {LONG} (BSU).")
    assert search("BSU mole", reader=CARLA).understood.abbreviations == (("BSU", LONG),)
    assert search("mole", reader=CARLA).understood.abbreviations == ()


def test_what_it_stands_for_is_seen_in_texts_and_found_again_too() -> None:
    told(f"Sagen går til {LONG} (BSU).", f"{LONG} mødes.")
    text = f"{LONG} mødes."
    through = lens("Hvornår mødes BSU?", reader=CARLA)
    assert text[: len(LONG)] in {text[m.start : m.end] for m in through.matches(text)}
    assert not any(m.end == len(LONG) for m in lens("Hvornår mødes BSU?").matches(text))
    hit = next(hit for hit in search("BSU", reader=CARLA).hits if "mødes" in hit.text)
    (again,) = found_again([hit.passage_id], text="BSU", reader=CARLA)
    assert again.marks == hit.marks


def test_one_that_is_not_clear_waits_for_approval() -> None:
    told("Den Blå Mole (DXM) males.", "Den Blå Mole er lang.")
    row = Abbreviation.objects.get()
    assert row.clear is False
    assert found("DXM") == {"Den Blå Mole (DXM) males."}
    decide(row.pk, approved=True, by=DRIFT)
    assert "Den Blå Mole er lang." in found("DXM")
    decide(row.pk, approved=False, by=DRIFT)
    assert found("DXM") == {"Den Blå Mole (DXM) males."}
    assert [e.verb for e in JournalEntry.objects.filter(verb__startswith="abbreviation")] == [
        *("abbreviation.approved", "abbreviation.rejected")
    ]


def test_what_was_turned_down_is_not_learnt_again() -> None:
    told(f"Sagen går til {LONG} (BSU).")
    decide(Abbreviation.objects.get().pk, approved=False, by=DRIFT)
    told(f"Nu går sagen til {LONG} (BSU).", f"{LONG} mødes.")
    assert Abbreviation.objects.get().status == "rejected"
    assert f"{LONG} mødes." not in found("BSU")


def test_an_abbreviation_of_closed_papers_helps_nobody_else() -> None:
    council, other = house.organization("Byrådet"), house.organization("Fugleudvalget")
    version = house.version(council)
    house.passages(version, f"Sagen går til {LONG} (BSU).", closed=True)
    house.place(
        house.item(version, "Salg", closed=True),
        *house.passages(version, "Den Hemmelige Grund (DHG) sælges."),
    )
    house.passages(version, f"{LONG} mødes.", "Den hemmelige grund i eventyret.")
    house.tell(version)
    catch_up()
    for row in Abbreviation.objects.all():
        decide(row.pk, approved=True, by=DRIFT)
    for text in ("BSU", "DHG"):
        assert search(text, reader=CARLA).total == 0
        assert search(text, reader=bo(other)).total == 0
        assert search(text, reader=bo(other)).understood.abbreviations == ()
        assert search(text, reader=bo(council)).total == 2


def test_only_an_administrator_sees_the_list_and_decides() -> None:
    told(f"Sagen går til {LONG} (BSU).")
    row = Abbreviation.objects.get()
    assert list(abbreviations(reader=DRIFT)) == [row]
    for reader in (CARLA, bo(house.organization())):
        with pytest.raises(NotAllowed):
            abbreviations(reader=reader)
        with pytest.raises(NotAllowed):
            decide(row.pk, approved=True, by=reader)
