"""Verdicts become lines of an evaluation set, for the operator alone and without names."""

import pytest

from raadhus.conversation.choices import Reason
from raadhus.conversation.models import Verdict
from raadhus.conversation.verdicts import judge, lines_of_all
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import User
from raadhus.search import catch_up
from raadhus.search.tests.house import organization, passages, tell, version

pytestmark = pytest.mark.django_db
BO = Reader("bo")


@pytest.fixture
def bo() -> User:
    paper = version(organization())
    passages(paper, "Den nye svømmehal koster 84 mio. kr.")
    tell(paper)
    catch_up()
    return User.objects.create_user("bo")


def test_praise_gives_the_answer_and_blame_waits_for_a_person(bo: User) -> None:
    judge("Hvad koster den nye svømmehal?", helpful=True, user=bo, by=BO)
    judge("Hvornår lander rumraketten?", helpful=False, reason=Reason.NOT_THERE, user=bo, by=BO)
    judge(
        "Hvem ejer havnen?", helpful=False, reason=Reason.WRONG, comment="Det er\tskipperen", user=bo, by=BO
    )
    lines = list(lines_of_all(by=Reader.operator()))

    assert "84" in lines[0].answer
    assert [line.answer for line in lines[1:]] == ["-", "?"]
    assert lines[2].comment == "Det er skipperen"
    assert "bo" not in " ".join(f"{line.id} {line.source} {line.verdict}" for line in lines)


def test_only_who_sees_all_exports(bo: User) -> None:
    judge("Hvad koster broen?", helpful=True, user=bo, by=BO)
    for reader in (BO, Reader.anonymous(), Reader("eva", organizations=frozenset([1]))):
        with pytest.raises(NotAllowed):
            list(lines_of_all(by=reader))


def test_nobody_judges_for_another(bo: User) -> None:
    for reader in (Reader("eva"), Reader.operator()):
        with pytest.raises(NotAllowed):
            judge("Hvad koster broen?", helpful=True, user=bo, by=reader)
    assert not Verdict.objects.exists()
