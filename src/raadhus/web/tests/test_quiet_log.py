"""The log keeps to what the one who runs the house can do something about."""

import logging

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there_leaves_no_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/findes-ikke").status_code == 404
    assert not caplog.records
    assert logging.getLogger("django.request").isEnabledFor(logging.ERROR)
