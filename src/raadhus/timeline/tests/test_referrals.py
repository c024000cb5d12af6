import pytest

from raadhus.timeline._referrals import destination, is_called


@pytest.mark.parametrize(
    ("decision", "to"),
    [
        ("Fremsendes til Teknisk Udvalg til behandling i henhold til beslutning i mødet.", "Teknisk Udvalg"),
        ("Fremsendes til Økonomi- og\nErhvervsudvalget til behandling", "Økonomi- og Erhvervsudvalget"),
        ("Fremsendes til Byrådet med bemærkning, at Magistraten anbefaler det.", "Byrådet"),
        ("Sagen blev henvist til udvalgsbehandling i Kulturudvalget.", "udvalgsbehandling i Kulturudvalget"),
        ("Byrådet sendte sagen til Teknisk Udvalg.", "Teknisk Udvalg"),
        (
            "Fremsendes til Magistratsafdelingen for Teknik og Miljø med henblik på en indstilling.",
            "Magistratsafdelingen for Teknik og Miljø",
        ),
        ("Tilbagesendes Borgmesterens Afdeling med bemærkning, at byrådet har vedtaget det.", None),
        ("Byrådet vedtog indstillingen.", None),
        ("", None),
    ],
)
def test_a_decision_says_where_it_sends_the_case(decision: str, to: str | None) -> None:
    assert destination(decision) == to


def test_a_body_is_known_among_other_words_but_not_within_one() -> None:
    assert is_called("Kulturudvalget", "udvalgsbehandling i Kulturudvalget")
    assert not is_called("Magistraten", "Magistratens sekretariat")
    assert not is_called("", "Byrådet")
