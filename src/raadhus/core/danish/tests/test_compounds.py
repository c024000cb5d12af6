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
