"""Drift asks how well search and answers do, in one command."""

import json
from pathlib import Path

import pytest

from raadhus.cli import main

pytestmark = pytest.mark.django_db

REPORT = """Rapport om havnen

Indledning
Havnen i Sønderbæk har 214 bådpladser, og ventelisten er på 38 både.
"""
QUESTIONS = """id\tquestion\tanswer\tsource
a\tHvor mange bådpladser har havnen?\t214\trapport
b\tHvor lang er ventelisten på en karrusel?\t99 uger\trapport
c\tHvem er kaptajn på færgen?\t-\t-
"""


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    (tmp_path / "rapport.txt").write_text(REPORT, encoding="utf-8")
    main(["import", str(tmp_path / "rapport.txt")])
    file = tmp_path / "questions.tsv"
    file.write_text(QUESTIONS, encoding="utf-8")
    return file


def test_scores_stand_beside_those_of_the_rivals(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["evaluate", str(questions), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ranks"] == {"a": 1, "b": None}
    assert told["search"]["raadhus"]["recall_at_1"] == told["search"]["SQLite FTS5"]["recall_at_1"] == 0.5
    assert told["search"]["raadhus"]["missed"] == ["b"]
    assert told["answers"]["refused"] == 1.0
    assert told["answers"]["wrong"] == ["b"]
    surer = [(point["right"], -point["refused"]) for point in told["answers"]["curve"]]
    assert [right for right, _ in surer] == sorted((right for right, _ in surer), reverse=True)
    assert [refused for _, refused in surer] == sorted((refused for _, refused in surer), reverse=True)
    assert surer[0][0] == 0.5
    assert surer[-1][1] == -1.0


def test_the_table_names_what_went_wrong(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["evaluate", str(questions), "--ablation", "--no-rivals"]) == 0
    said = capsys.readouterr().out
    assert "recall@5" in said
    assert "lemmaer" in said
    assert "b  Hvor lang er ventelisten på en karrusel?" in said
    assert "SQLite" not in said


def test_a_file_that_holds_no_questions_is_wrong_use(
    questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["evaluate", str(questions.with_name("rapport.txt"))]) == 2
    assert "Spørgsmålene kan ikke læses" in capsys.readouterr().err


def test_the_same_text_in_two_papers_is_one_hit_with_two_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("rapport", "kopi"):
        (tmp_path / f"{name}.txt").write_text(REPORT + "\n" * len(name), encoding="utf-8")
        main(["import", str(tmp_path / f"{name}.txt")])
    capsys.readouterr()
    main(["search", "bådpladser", "--json"])
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert [place["page"] for place in hit["places"]] == [1]
    main(["search", "bådpladser"])
    assert "også i" in capsys.readouterr().out
