import pytest

from raadhus.core.danish import word
from raadhus.core.danish._compounds import Splitter


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("cykelgodtgørelse", ("cykel", "godtgørelse")),
        ("musikskolen", ("musik", "skole")),
        ("klimaplanens", ("klima", "plan")),
        ("svømmehallen", ("svømme", "hal")),
        ("parkeringslicens", ("parkering", "licens")),
        ("børnefællesskaber", ("barn", "fællesskab")),
        ("elcyklerne", ("el", "cykel")),
        ("arbejdsugen", ("arbejde", "uge")),
        ("boligsøgning", ("bolig", "søgning")),
        ("sagsfremstillingen", ("sag", "fremstilling")),
    ],
)
def test_a_compound_is_taken_apart(compound: str, parts: tuple[str, ...]) -> None:
    assert word(compound).parts == parts


@pytest.mark.parametrize(
    "whole",
    "forslag udvalg politiker billede transport beskrive minimere forenkle iteration udsat kommune børnene "
    "sager omkring fortsætte undervise overordnet anvendelse barnedåb".split(),
)
def test_a_word_that_only_looks_like_a_compound_stays_whole(whole: str) -> None:
    assert word(whole).parts == ()


MUNICIPAL = """
    afgørelse anbefaling ansøgning anlæg bevilling borgmester beredskab budget byggeri delegation
    deltager demografi demokrati direktør dispensation effektivisering ejendom ekspropriation elleve
    energi erhverv etablering evaluering finansiering forelæggelse forening forretning fortrolighed
    fortælling forvaltning fraktion fremsendelse frivillig habilitet halvanden handicap henholdsvis
    høring igangsætte indbygger indkøb indsats indstilling institution integration investering journal
    kommission kommissorium kompetence koncession konkludere konsulent kontrakt kvalitet licitation
    magistrat mandat medlem mobilitet nedsættelse opgave opfølgning overenskomst oversigt passager
    pension prioritering protokol redegørelse regnskab rehabilitering renovation revision sandsynlighed
    sekretariat selskab seminar sikkerhed spørgsmål station statistik status strategi system tilladelse
    tilskud tilsyn trafik trivsel udbud uddannelse vedtagelse vedtægt vejledning velfærd virksomhed
    visitation økonomi
""".split()


@pytest.mark.parametrize("whole", MUNICIPAL)
def test_a_word_of_the_town_hall_is_not_taken_apart(whole: str) -> None:
    assert word(whole).parts == ()


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("skolevejledning", ("skole", "vejledning")),
        ("passagertal", ("passager", "tal")),
        ("besøgstallene", ("besøg", "tal")),
        ("fraværstal", ("fravær", "tal")),
        ("grødeskæring", ("grød", "skæring")),
        ("borgerservice", ("borger", "service")),
        ("brugerbetaling", ("bruger", "betaling")),
        ("lederteamet", ("leder", "team")),
        ("fabriksvej", ("fabrik", "vej")),
        ("boligsøgninger", ("bolig", "søgning")),
        ("borgmesterkæden", ("borgmester", "kæde")),
    ],
)
def test_a_compound_is_cut_where_its_words_meet(compound: str, parts: tuple[str, ...]) -> None:
    assert word(compound).parts == parts


def test_a_hyphen_parts_a_compound() -> None:
    assert word("byråds-chatten").parts[0] == "byråd"
    assert "udvalg" in word("miljø-udvalget").parts


def test_a_row_of_signs_is_not_looked_up_at_every_cut() -> None:
    looked_up: list[str] = []

    def lemma(form: str) -> str | None:
        looked_up.append(form)
        return None

    assert Splitter(lemma).split("a" * 100_000) is None
    assert len(looked_up) < 10
