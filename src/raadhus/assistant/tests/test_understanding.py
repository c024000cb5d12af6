"""What a question asks for, and of whom and when."""

from datetime import date

import pytest

from raadhus.assistant._periods import period_in
from raadhus.assistant.understanding import kind_of, understood
from raadhus.search.tests import house

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hvad blev besluttet om molebroen?", "decision"),
        ("Er molebroen vedtaget?", "decision"),
        ("Hvem er formand for Klitudvalget?", "who"),
        ("Hvornår åbner søbadet?", "when"),
        ("Hvornår blev molebroen vedtaget?", "when"),
        ("Hvor mange både ligger der i havnen?", "how_many"),
        ("Hvor meget steg taksten?", "how_much"),
        ("Hvad koster en bådplads?", "how_much"),
        ("Hvor stor en andel cykler?", "how_much"),
        ("Hvor lang er molen?", "how_much"),
        ("Hvad er formålet med strandplanen?", "what"),
        ("Hvilke partier stemte imod?", "which"),
        ("Hvorfor blev søbadet lukket?", "why"),
        ("Hvor ligger søbadet?", "where"),
        ("Har kommunen en bådplads?", "whether"),
        ("molebroen", "other"),
    ],
)
def test_the_kind_is_told_by_the_words(question: str, kind: str) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("Hvad skete der i 2024?", date(2024, 1, 1), date(2024, 12, 31)),
        ("Hvad blev vedtaget sidste år?", date(2025, 1, 1), date(2025, 12, 31)),
        ("Hvad blev vedtaget i år?", date(2026, 1, 1), date(2026, 12, 31)),
        ("Hvad blev vedtaget i fjor?", date(2025, 1, 1), date(2025, 12, 31)),
        ("Hvad skete der efter sommerferien 2025?", date(2025, 8, 10), date(2025, 12, 31)),
        ("Hvad skete der efter sommerferien?", date(2025, 8, 10), None),
        ("Hvad skete der før sommerferien 2025?", date(2025, 1, 1), date(2025, 6, 28)),
        ("Hvad blev vedtaget i august 2025?", date(2025, 8, 1), date(2025, 8, 31)),
        ("Hvad blev vedtaget i december?", date(2025, 12, 1), date(2025, 12, 31)),
        ("Hvad blev vedtaget i februar?", date(2026, 2, 1), date(2026, 2, 28)),
        ("Hvad blev vedtaget i foråret 2025?", date(2025, 3, 1), date(2025, 5, 31)),
        ("Hvad blev vedtaget den 27. august 2025?", date(2025, 8, 27), date(2025, 8, 27)),
        ("Hvad er sket siden 2023?", date(2023, 1, 1), None),
        ("Hvad skete der før 2023?", None, date(2022, 12, 31)),
        ("Hvad skete der mellem 2020 og 2022?", date(2020, 1, 1), date(2022, 12, 31)),
        ("Hvad er sket de seneste to år?", date(2024, 3, 4), TODAY),
        ("Hvad skete der sidste måned?", date(2026, 2, 1), date(2026, 2, 28)),
        ("Hvad er vedtaget i denne valgperiode?", date(2026, 1, 1), date(2029, 12, 31)),
        ("Hvad blev vedtaget i forrige valgperiode?", date(2022, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_is_read_as_people_say_it(question: str, since: date | None, until: date | None) -> None:
    period = period_in(question, today=TODAY)
    assert period is not None
    assert (period.since, period.until) == (since, until)
    assert period.said in question


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om budget 2024?",
        "Hvad står der i klimaplan 2024-2026?",
        "",
        "den 31. februar 2025",
    ],
)
def test_a_year_in_a_name_is_no_period(question: str) -> None:
    assert period_in(question, today=TODAY) is None


@pytest.mark.django_db
def test_a_body_is_who_decided_or_what_it_is_about() -> None:
    house.organization("Klitudvalget")
    decided = understood("Hvad besluttede Klitudvalget om molebroen i 2025?")
    assert decided.bodies == ("Klitudvalget",)
    assert decided.matter == "Hvad om molebroen ?"
    about = understood("Hvad blev besluttet om forberedelse til Klitudvalget?")
    assert about.bodies == ()
    assert "Klitudvalget" in about.matter
    assert understood("Hvad blev besluttet i Fugleudvalget?").unknown_body == "Fugleudvalget"
    assert understood("Hvad blev besluttet i sag EMN-2031-000123?").case == "EMN-2031-123"
