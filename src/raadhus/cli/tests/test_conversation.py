"""Leaning questions, the handbook and the users' verdicts at the terminal."""

from pathlib import Path

import pytest
from django.utils import timezone

from raadhus.cli.tests.terminal import Terminal
from raadhus.conversation.models import Handbook, Question, Verdict
from raadhus.documents.models import Document
from raadhus.organisation.models import User

pytestmark = pytest.mark.django_db

BOOK = """Håndbog

Foretræde
Man skal senest bede om foretræde klokken 12.00 en hverdag før mødet.
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "haandbog.txt"
    file.write_text(BOOK, encoding="utf-8")
    return file


def test_a_leaning_question_is_made_whole_and_shown(raadhus: Terminal) -> None:
    said = raadhus.json("ask", "og året efter?", "--after", "Hvor mange elever var der i 2024?")
    assert said["question"] == "Hvor mange elever var der i 2025?"
    assert "Spurgt: Hvor mange" in raadhus.says(
        "ask", "og i 2023?", "--after", "Hvor mange elever var der i 2024?"
    )
    assert raadhus.json("ask", "og året efter?")["question"] == "og året efter?"


def test_a_document_becomes_the_handbook_also_when_it_is_there_already(raadhus: Terminal, book: Path) -> None:
    raadhus.json("import", book)
    assert not Handbook.objects.exists()
    assert raadhus.json("import", book, "--handbook")["unchanged"] == 1
    assert Handbook.objects.get().document == Document.objects.get()
    assert "12.00" in raadhus.json("ask", "Hvornår skal jeg senest bede om foretræde?")["answer"]


def test_a_user_cannot_choose_the_handbook_and_nothing_is_stored(raadhus: Terminal, book: Path) -> None:
    User.objects.create_user("bo")
    assert "har ikke lov" in raadhus.says("import", book, "--handbook", "--as", "bo", status=2)
    assert not Document.objects.exists()


def test_verdicts_become_questions_for_evaluate(raadhus: Terminal, tmp_path: Path) -> None:
    bo = User.objects.create_user("bo")
    Verdict.objects.create(
        user=bo, text="Hvornår lander raketten?", helpful=False, reason="not_there", at=timezone.now()
    )
    Verdict.objects.create(
        user=bo, text="Hvem ejer havnen?", helpful=False, reason="wrong", at=timezone.now()
    )
    said = raadhus.says("feedback")
    table = tmp_path / "questions.tsv"
    table.write_text(
        "".join(line for line in said.splitlines(keepends=True) if "\t" in line), encoding="utf-8"
    )

    assert "1 mangler et svar" in said
    measured = raadhus.json("evaluate", table, "--no-rivals")
    assert (measured["answers"]["refused"], measured["answers"]["wrong"]) == (1.0, [])
    assert "har ikke lov" in raadhus.says("feedback", "--as", "bo", status=2)


def test_the_work_forgets_what_is_too_old(raadhus: Terminal) -> None:
    bo = User.objects.create_user("bo")
    old = timezone.now().replace(year=timezone.now().year - 1, day=1)
    Question.objects.create(user=bo, text="Hvem ejer havnen?", asked_at=old)
    raadhus.json("work", "--once")
    assert not Question.objects.exists()
