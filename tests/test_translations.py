"""The English catalogue keeps up with the Danish of the interface."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

HOUSE = Path(__file__).resolve().parents[1] / "src" / "raadhus"
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")

pytestmark = pytest.mark.slow  # reads every file of the house with gettext's tools


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What is marked for translation in code and templates, as gettext's tools find it."""
    copy = tmp_path_factory.mktemp("house") / "raadhus"
    shutil.copytree(HOUSE, copy, ignore=shutil.ignore_patterns("locale", "__pycache__"))
    (copy / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "en"],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    return read(copy / CATALOGUE)


@pytest.fixture(scope="module")
def english() -> Catalog:
    return read(HOUSE / CATALOGUE)


def keys(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in catalog if m.id}


def forms(message: Message) -> list[str]:
    """The English of a message: one text, or one for each number."""
    return [message.string] if isinstance(message.string, str) else [str(s) for s in message.string or [""]]


def test_every_marked_text_is_in_the_catalogue(marked: Catalog, english: Catalog) -> None:
    assert keys(marked) - keys(english) == set()


def test_the_catalogue_holds_nothing_that_is_no_longer_marked(marked: Catalog, english: Catalog) -> None:
    assert keys(english) - keys(marked) == set()
    assert not english.obsolete


def test_every_text_has_its_english_and_none_is_doubtful(english: Catalog) -> None:
    unfinished = [m.id for m in english if m.id and (m.fuzzy or not all(forms(m)))]

    assert unfinished == []


def test_english_keeps_the_placeholders_of_the_danish(english: Catalog) -> None:
    assert [error for _, errors in english.check() for error in errors] == []
