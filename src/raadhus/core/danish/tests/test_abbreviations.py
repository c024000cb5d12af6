import pytest

from raadhus.core.danish import Explained, explained_in


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "Sagen er sendt til Social- og Beskæftigelsesudvalget (SBU).",
            "SBU",
            "Social- og Beskæftigelsesudvalget",
        ),
        ("Det er Teknisk Udvalg (TU), der", "TU", "Teknisk Udvalg"),
        ("behandles i Børn og Unge-udvalget (BUU)", "BUU", "Børn og Unge-udvalget"),
        ("fra Mobilitet, Teknik og Miljø (MTM) har", "MTM", "Mobilitet, Teknik og Miljø"),
        ("Området. Kommunernes Landsforening (KL)", "KL", "Kommunernes Landsforening"),
    ],
)
def test_a_clear_abbreviation_is_learnt_with_what_it_stands_for(text: str, short: str, long: str) -> None:
    assert list(explained_in(text)) == [Explained(short, long, clear=True)]


def test_one_that_is_less_clear_is_only_proposed() -> None:
    assert [found.clear for found in explained_in("Havnens Fælles Betjening (HFU) åbner")] == [False]


@pytest.mark.parametrize("text", ["(SBU)", "se bilag (PDF)", "i alt (se nedenfor)", "Bo Lund (A)", "(", ""])
def test_other_brackets_explain_nothing(text: str) -> None:
    assert list(explained_in(text)) == []
