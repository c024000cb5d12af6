"""What cannot be done is told in one Danish sentence, and as JSON where JSON was asked for."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from raadhus.cli import main
from raadhus.cli._home import with_database
from raadhus.cli._output import Failure, print_json
from raadhus.cli.tests.terminal import Terminal
from raadhus.meetings.actions import NotPossible
from raadhus.openness import NotAllowed, Reader

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["opfind"], "'opfind' kan ikke vælges; vælg mellem 'setup'"),
        ([], "der mangler: KOMMANDO"),
        (["search"], "der mangler: TEKST"),
        (["search", "havn", "--farve", "blå"], "kendes ikke: --farve blå"),
        (["search", "havn", "--limit"], "--limit: skal have en værdi"),
        (["search", "havn", "--limit", "mange"], "--limit: 'mange' er ikke et helt tal"),
        (["search", "havn", "--limit", "99999999999999999999"], "--limit: skal være fra 1 til 1000"),
        (["search", "havn", "--from", "i går"], "--from: 'i går' er ikke en dato"),
        (["search", "havn", "--sort", "farve"], "--sort: 'farve' kan ikke vælges"),
        (["publish", "/moede/1", "--at", "snart"], "--at: 'snart' er ikke et tidspunkt"),
        (["serve", "--port", "99999"], "--port: skal være fra 1 til 65535"),
    ],
)
def test_argparse_speaks_danish(raadhus: Terminal, words: list[str], sentence: str) -> None:
    usage, said = raadhus.says(*words, status=2).rsplit("raadhus", 1)
    assert sentence in said
    assert usage.startswith("brug: raadhus")


def test_help_is_danish_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["import", "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "handl som denne bruger" in said
    assert not {"usage:", "positional arguments:", "options:"} & set(said.splitlines())


def test_a_failure_is_json_where_json_was_asked_for(raadhus: Terminal) -> None:
    refused = raadhus.json("search", "havn", "--organization", "Findesikke", status=2)
    assert refused == {"error": "Der er intet organ ved navn Findesikke."}
    assert "der mangler" in raadhus.json("search", status=2)["error"]


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (NotAllowed(Reader("bo"), "publish"), "bo har ikke lov til det."),
        (NotPossible("Der er endnu ikke noget referat."), "Der er endnu ikke noget referat."),
    ],
)
def test_what_a_verb_refuses_is_a_sentence(refusal: Exception, sentence: str) -> None:
    @with_database
    def run(_: Namespace) -> int:
        raise refusal

    with pytest.raises(Failure, match=sentence) as failure:
        run(Namespace())
    assert failure.value.status == 2


def test_a_reader_that_has_had_enough_is_no_failure() -> None:
    @with_database
    def run(_: Namespace) -> int:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        run(Namespace())


def test_a_pipe_that_closes_early_is_met_in_silence(tmp_path: Path) -> None:
    paper = tmp_path / "notat.txt"
    paper.write_text("Et notat om havnen.\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "raadhus.cli", "inspect", str(paper)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_json_is_utf8_whatever_is_in_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    print_json({"file": "Byr\udce5d", "reason": "Mødet – lukket"})
    assert "Mødet – lukket" in capfdbinary.readouterr().out.decode()


def test_the_demo_stays_away_from_real_material(
    raadhus: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    loaded: list[object] = []
    monkeypatch.setattr("raadhus.cli.commands.demo.load", lambda **said: loaded.append(said))
    paper = tmp_path_factory.mktemp("egne") / "notat.txt"
    paper.write_text("Et notat om havnen.\n", encoding="utf-8")
    raadhus.json("import", paper)
    assert "--beside-own-material" in raadhus.says("demo", status=2)
    assert raadhus.says("demo", "--if-empty") == ""
    assert not loaded
    raadhus.says("demo", "--beside-own-material")
    assert loaded
