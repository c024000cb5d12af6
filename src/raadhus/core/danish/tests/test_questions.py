import pytest

from raadhus.core.danish import answers_of, counted, expected


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hvor mange medlemmer har rådet?", "number"),
        ("Hvornår åbner søbadet?", "date"),
        ("Hvad koster en båd?", "amount"),
        ("Hvor stor en andel af børnene cykler?", "share"),
        ("Hvem er formand?", "person"),
        ("Hvorfor blev sagen udsat?", "reason"),
        ("Hvad blev besluttet om søbadet?", None),
    ],
)
def test_the_first_words_tell_what_is_wanted(question: str, kind: str | None) -> None:
    assert expected(question) == kind


def test_years_and_labels_are_no_numbers() -> None:
    text = "1. I 2024 fik rådet, jf. bilag 3 og afsnit 2.1.1, 45 henvendelser."
    assert [text[start:end] for start, end in answers_of("number", text)] == ["45"]


def test_dates_are_known_in_several_forms() -> None:
    text = "Senest 4. marts 2026, dvs. 04-03-2026 kl. 12.00"
    found = [text[start:end] for start, end in answers_of("date", text)]
    assert "4. marts 2026" in found
    assert "04-03-2026" in found


def test_what_is_counted_follows_how_many() -> None:
    assert counted("Hvor mange af de badebroer er der?") == "badebroer"
    assert counted("Hvem er formand?") is None
