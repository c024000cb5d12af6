"""What an account asked: its own, deletable, and gone after the days that the setting says."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from raadhus.conversation.history import forget, forget_all, forget_old, remember
from raadhus.conversation.models import Question, SharedQuestion
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import User

pytestmark = pytest.mark.django_db

BO, EVA, ROOT = Reader("bo"), Reader("eva"), Reader("root", sees_all=True)


@pytest.fixture
def bo() -> User:
    return User.objects.create_user("bo")


def test_bos_questions_are_bos_alone(bo: User) -> None:
    remember("Hvad koster svømmehallen?", user=bo, by=BO)

    assert [q.text for q in Question.objects.of(BO)] == ["Hvad koster svømmehallen?"]
    for other in (EVA, ROOT, Reader.anonymous(), Reader.operator()):
        assert not Question.objects.of(other).exists()
        with pytest.raises(NotAllowed):
            remember("Hvad koster broen?", user=bo, by=other)
        with pytest.raises(NotAllowed):
            forget(bo.questions.get(), by=other)


def test_the_same_question_stands_once_and_moves_up(bo: User) -> None:
    for text in ("Hvad koster broen?", "Hvad koster svømmehallen?", "  Hvad  koster broen?"):
        remember(text, user=bo, by=BO)

    assert [q.text for q in bo.questions.all()] == ["Hvad koster broen?", "Hvad koster svømmehallen?"]


def test_bo_forgets_one_and_then_all(bo: User) -> None:
    for number in range(3):
        remember(f"Hvad koster bro {number}?", user=bo, by=BO)
    forget(bo.questions.get(text__contains="bro 1"), by=BO)
    assert bo.questions.count() == 2
    assert forget_all(by=BO) == 2
    assert not bo.questions.exists()


def test_what_is_too_old_is_forgotten(bo: User, settings: Any) -> None:
    settings.RAADHUS_HISTORY_DAYS = 30
    remember("Hvad koster broen?", user=bo, by=BO)
    SharedQuestion.objects.create(user=bo, text="Hvad koster broen?", shared_at=timezone.now())

    assert forget_old(now=timezone.now() + timedelta(days=29, hours=23)) == 0
    assert forget_old(now=timezone.now() + timedelta(days=30, minutes=1)) == 2
    assert not Question.objects.exists()


def test_nothing_is_remembered_where_the_setting_says_so(bo: User, settings: Any) -> None:
    settings.RAADHUS_HISTORY_DAYS = 0
    remember("Hvad koster broen?", user=bo, by=BO)

    assert not Question.objects.exists()


def test_a_question_says_nothing_of_itself_in_a_log(bo: User) -> None:
    remember("Hvad koster den hemmelige grund?", user=bo, by=BO)

    assert "hemmelig" not in str(bo.questions.get())
