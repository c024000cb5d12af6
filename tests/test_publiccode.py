"""publiccode.yml is what catalogues of public software read: it keeps to the standard's form."""

from pathlib import Path
from typing import Any

import pytest
import yaml

DESCRIPTION: dict[str, Any] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "publiccode.yml").read_text(encoding="utf-8")
)
REQUIRED = "publiccodeYmlVersion name url releaseDate platforms categories developmentStatus softwareType"


@pytest.mark.parametrize("key", [*REQUIRED.split(), "description", "legal", "maintenance", "localisation"])
def test_a_required_key_is_there(key: str) -> None:
    assert DESCRIPTION.get(key)


@pytest.mark.parametrize("language", ["da", "en"])
def test_texts_have_the_length_the_standard_asks_for(language: str) -> None:
    texts = DESCRIPTION["description"][language]

    assert len(texts["genericName"]) <= 35
    assert len(texts["shortDescription"]) <= 150
    assert 150 <= len(texts["longDescription"]) <= 10_000


def test_the_licence_is_the_one_in_the_licence_file() -> None:
    licence = (Path(__file__).resolve().parents[1] / "LICENSE").read_text(encoding="utf-8")

    assert DESCRIPTION["legal"]["license"] == "MPL-2.0"
    assert licence.startswith("Mozilla Public License Version 2.0")
