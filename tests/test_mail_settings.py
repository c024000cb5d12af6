"""Where mail goes is one address from the environment; a wrong one is said at once."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from raadhus.project._mail import mail_settings, mail_url


def test_a_mail_address_for_servers_becomes_settings(tmp_path: Path) -> None:
    found = mail_settings("smtp+tls://raadhus:p%40ss@mail.example.dk", home=tmp_path)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == (
        "mail.example.dk",
        587,
        True,
    )
    assert found["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert mail_settings("file:", home=tmp_path)["EMAIL_FILE_PATH"] == tmp_path / "mail"


@pytest.mark.parametrize("url", ["", "mail.example.dk", "smtp://", "http://example.dk", "smtp://x:port"])
def test_a_wrong_mail_address_is_said_in_a_sentence(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="RAADHUS_MAIL_URL"):
        mail_settings(url, home=tmp_path)


def test_the_address_may_lie_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mail_url() == "file:"
    secret = tmp_path / "mail"
    secret.write_text("smtps://raadhus:hemmelig@mail.example.dk\n", encoding="utf-8")
    monkeypatch.setenv("RAADHUS_MAIL_URL_FILE", str(secret))
    assert mail_url() == "smtps://raadhus:hemmelig@mail.example.dk"
