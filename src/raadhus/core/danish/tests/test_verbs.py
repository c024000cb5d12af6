"""Anna asks what has been "sat af"; the papers say "afsat"."""

import pytest

from raadhus.core.danish import joined_verbs, words


@pytest.mark.parametrize(
    ("asked", "joined"),
    [
        ("Hvor mange penge er der sat af til forsøg?", ["afsætte"]),
        ("Hvem skrev under på aftalen?", ["underskrive"]),
        ("Hvornår sender man dagsordenen ud?", ["udsende"]),
        ("Hvem tager imod henvendelser?", ["modtage"]),
        ("Hvornår åbner badebroen?", []),
        ("Bilag om budgettet", []),
    ],
)
def test_a_verb_and_its_particle_are_one_word(asked: str, joined: list[str]) -> None:
    assert [verb for _, verb in joined_verbs(words(asked))] == joined
