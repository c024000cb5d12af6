"""A wrong setting of search by meaning is told of when the program starts; without one nothing of it is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from raadhus.project._embedding import embedding_settings

HEAVY = ("faiss", "openai", "sentence_transformers", "raadhus.search.meaning")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"ADDRESS": "ftp://model.example", "MODEL": "m"}, "http://"),
        ({"ADDRESS": "models/here", "MODEL": "m"}, "whole path"),
        ({"ADDRESS": "http://model.example/v1"}, "RAADHUS_EMBEDDING_MODEL"),
        ({"SECONDS": "soon"}, "seconds"),
        ({"SECONDS": "0"}, "seconds"),
    ],
)
def test_what_is_wrong_is_named(monkeypatch: pytest.MonkeyPatch, names: dict[str, str], said: str) -> None:
    for name, value in names.items():
        monkeypatch.setenv(f"RAADHUS_EMBEDDING_{name}", value)
    with pytest.raises(ImproperlyConfigured, match=said):
        embedding_settings()


def test_a_folder_is_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAADHUS_EMBEDDING_ADDRESS", "/srv/models/dansk")
    assert embedding_settings()["RAADHUS_EMBEDDING_MODEL"] == "dansk"


def test_a_key_of_its_own_comes_before_the_language_models(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RAADHUS_MODEL_KEY", "fælles")
    assert embedding_settings()["RAADHUS_EMBEDDING_KEY"] == "fælles"
    (tmp_path / "key").write_text("egen\n", encoding="utf-8")
    monkeypatch.setenv("RAADHUS_EMBEDDING_KEY_FILE", str(tmp_path / "key"))
    assert embedding_settings()["RAADHUS_EMBEDDING_KEY"] == "egen"


def test_off_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    program = f"""
import sys
from raadhus.cli import main
assert main(["search", "birk", "--json"]) == 0
assert main(["work", "--once"]) == 0
loaded = [name for name in {HEAVY!r} if name in sys.modules]
assert not loaded, loaded
"""
    environment = {n: v for n, v in os.environ.items() if not n.startswith("RAADHUS_")}
    environment |= {"RAADHUS_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
