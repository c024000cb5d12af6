"""A question that leans on the one before: made whole when it does, left alone when it stands by itself."""

import csv
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from raadhus.conversation.leaning import whole

PAIRS = Path(__file__).with_name("leaning.tsv")
BODIES = ("Byrådet", "Magistraten", "Teknisk Udvalg", "Kulturudvalget", "Børn og Unge-udvalget", "TU")


def pairs() -> list[tuple[str, str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["before"], row["question"], row["whole"]) for row in rows]


def is_right(before: str, question: str, expected: str) -> bool:
    made = whole(question, before=before, bodies=BODIES)
    return made in ([question] if expected == "-" else expected.split(" / "))


def test_the_invented_pairs_are_made_whole_as_a_person_would() -> None:
    wrong = [
        (*pair, whole(pair[1], before=pair[0], bodies=BODIES)) for pair in pairs() if not is_right(*pair)
    ]
    standing = [pair for pair in pairs() if pair[2] == "-"]
    print(f"{len(pairs()) - len(wrong)} of {len(pairs())} right, {len(standing)} of them to be left alone")
    assert wrong == []
    assert len(pairs()) >= 60


WORDS = st.sampled_from(
    "hvad hvem hvorfor hvornår hvor mange og men med er blev den det de stemte imod koster om for i 2024 marts sag "
    "EMN-2031-000123 Teknisk Udvalg byrådet cykelstien svømmehallen vedtaget året efter ikke ? . , « \x00".split(
        " "
    )
)


@given(before=st.lists(WORDS, max_size=9), question=st.lists(WORDS, max_size=6))
def test_any_words_give_a_question_and_no_error(before: list[str], question: list[str]) -> None:
    said = " ".join(question)
    made = whole(said, before=" ".join(before), bodies=BODIES)

    assert bool(made) == bool(said.strip())
    assert whole(said, before="", bodies=BODIES) == " ".join(said.split())
