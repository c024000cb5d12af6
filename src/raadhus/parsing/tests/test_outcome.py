"""What a decision's words come to. Danish minutes say a few things in many ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.parsing import OUTCOMES, Outcome
from raadhus.parsing._outcome import outcome_of

SAID: list[tuple[Outcome, str]] = [
    ("adopted", "Godkendt"),
    ("adopted", "Godkendt uden bemærkninger."),
    ("adopted", "Tiltrådt."),
    ("adopted", "Udvalget tiltrådte indstillingen."),
    ("adopted", "Vedtaget med 8 stemmer for og 3 imod."),
    ("adopted", "Indstillingen blev godkendt. Liste A stemte imod."),
    ("adopted", "Liste A stemte imod. Indstillingen blev godkendt."),
    ("adopted", "Et flertal kunne tiltræde indstillingen. Anna Holm kunne ikke tiltræde indstillingen."),
    ("adopted", "Et ændringsforslag fra Liste B blev forkastet. Indstillingen blev vedtaget."),
    ("adopted", "Sagen blev drøftet, og indstillingen blev godkendt."),
    ("adopted", "Godkendt med den ændring, at punkt 3 udgår."),
    ("adopted", "Godkendt, idet punkt 2 udsættes."),
    ("adopted", "1) Rådmanden godkendte, at planen sendes frem til Kulturudvalget med få rettelser."),
    ("adopted", "Byrådet besluttede at opføre en skole."),
    ("adopted", "Ingen havde bemærkninger, og indstillingen blev godkendt."),
    (
        "adopted",
        "Tilbagesendes afdelingen med bemærkning, at byrådet i sit møde har vedtaget indstillingen.\n"
        "Liste C's byrådsgruppe kunne ikke tiltræde indstillingen.",
    ),
    ("noted", "Taget til efterretning."),
    ("noted", "1) Rådmanden tog orienteringen til efterretning.\nBo Kjær gav en status på projektet."),
    ("noted", "Til orientering."),
    ("discussed", "Drøftet."),
    ("discussed", "Drøftet uden særlige bemærkninger til referat."),
    ("discussed", "Udsatte boligområder blev drøftet."),
    ("discussed", "Dagsordenen blev drøftet. Det blev besluttet at fastholde planen til behandling."),
    ("referred", "Fremsendes til Teknisk Udvalg til behandling i henhold til beslutning i mødet."),
    ("referred", "Sagen oversendes til Økonomiudvalget."),
    ("referred", "Byrådet vedtog at henvise sagen til Teknisk Udvalg."),
    ("referred", "Udvalget anbefaler, at byrådet godkender indstillingen."),
    ("postponed", "Udsat."),
    ("postponed", "Punktet udsættes til næste møde."),
    ("postponed", "Sagens behandling blev udsat i byrådets møde den 3. marts 2031."),
    ("rejected", "Ikke godkendt."),
    ("rejected", "Indstillingen kunne ikke tiltrædes, da der ikke er midler."),
    (
        "rejected",
        "Sagen blev behandlet sammen med punkt 4. Der henvises til Bo Kjær. Indstillingen kunne ikke tiltrædes.",
    ),
    ("rejected", "Forslaget blev forkastet, idet 12 stemte imod."),
    ("rejected", "Tilbagesendes afdelingen med bemærkning, at byrådet ikke har vedtaget indstillingen."),
    ("withdrawn", "Udgik."),
    ("withdrawn", "Punktet udgår af dagsordenen."),
    ("withdrawn", "Sagen blev trukket tilbage."),
    ("none", "Intet til referat."),
    ("none", "Intet at bemærke."),
    ("none", "Ingen bemærkninger."),
    ("other", "Rådmanden orienterede om aktuelle emner."),
    ("other", "Direktør Bo Kjær var forhindret i at deltage."),
]


@pytest.mark.parametrize(("outcome", "decision"), SAID)
def test_a_decision_comes_to_its_outcome(outcome: Outcome, decision: str) -> None:
    assert outcome_of(decision) == outcome


@given(st.text(max_size=400))
def test_any_text_comes_to_one_of_the_outcomes(decision: str) -> None:
    assert outcome_of(decision) in OUTCOMES


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        (
            "Et flertal i udvalget kunne ikke tiltræde indstillingen.\nAnna Holm kunne tiltræde den.",
            "rejected",
        ),
        ("Et flertal i udvalget kunne tiltræde indstillingen. Bo Kjær kunne ikke tiltræde den.", "adopted"),
        ("Vedtaget. Et mindretal kunne ikke tiltræde indstillingen.", "adopted"),
    ],
)
def test_what_the_majority_can_agree_to_decides(decision: str, outcome: str) -> None:
    assert outcome_of(decision) == outcome
