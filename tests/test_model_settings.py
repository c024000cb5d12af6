"""A language model is one address and a few limits from the environment; a wrong one is said at once."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from raadhus.project._language_model import model_settings


def test_there_is_no_model_unless_somebody_names_one() -> None:
    found = model_settings()
    assert (found["RAADHUS_MODEL_ADDRESS"], found["RAADHUS_MODEL_OFF"]) == ("", False)
    assert found["RAADHUS_MODEL_CLOSED"] == "local"
    assert found["RAADHUS_MODEL_PRICE_IN"] is None


def test_address_limits_and_prices_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_text("hemmelig\n", encoding="utf-8")
    for name, value in {
        "ADDRESS": "http://127.0.0.1:11434/v1",
        "KEY_FILE": str(key),
        "SECONDS": "7.5",
        "PER_USER": "3",
        "PRICE_IN": "2.5",
        "OFF": "1",
    }.items():
        monkeypatch.setenv(f"RAADHUS_MODEL_{name}", value)
    monkeypatch.setenv("RAADHUS_MODEL", "en-model")
    found = model_settings()
    assert (found["RAADHUS_MODEL"], found["RAADHUS_MODEL_KEY"]) == ("en-model", "hemmelig")
    assert (found["RAADHUS_MODEL_SECONDS"], found["RAADHUS_MODEL_PER_USER"]) == (7.5, 3)
    assert (found["RAADHUS_MODEL_PRICE_IN"], found["RAADHUS_MODEL_OFF"]) == (Decimal("2.5"), True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RAADHUS_MODEL_ADDRESS", "ftp://model"),
        ("RAADHUS_MODEL_ADDRESS", "http://"),
        ("RAADHUS_MODEL_ADDRESS", "http://model:port/v1"),
        ("RAADHUS_MODEL", ""),
        ("RAADHUS_MODEL_CLOSED", "måske"),
        ("RAADHUS_MODEL_SECONDS", "længe"),
        ("RAADHUS_MODEL_PER_DAY", "-1"),
        ("RAADHUS_MODEL_PRICE_OUT", "NaN"),
    ],
)
def test_a_wrong_setting_is_said_in_a_sentence(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADHUS_MODEL_ADDRESS", "http://127.0.0.1:11434/v1")
    monkeypatch.setenv("RAADHUS_MODEL", "en-model")
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        model_settings()
