"""A terminal, and a meeting with a closed item to look at in it."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from raadhus.cli.tests.terminal import Terminal

if TYPE_CHECKING:  # models can be imported first when the settings are read
    from raadhus.meetings.models import AgendaItem


@pytest.fixture
def raadhus(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def closed_item() -> "AgendaItem":
    from raadhus.meetings.models import AgendaItem, Meeting
    from raadhus.organisation.models import Body, Organization

    body = Body.objects.create(name="Sønderbæk Kommune")
    council = Organization.objects.create(body=body, name="Byrådet", classification="council")
    meeting = Meeting.objects.create(
        body=body,
        organization=council,
        date=date(2026, 3, 4),
        kind="agenda",
        published_at=timezone.now(),
    )
    return AgendaItem.objects.create(
        meeting=meeting, number="7", position=7, title="Køb af grund", visibility="closed"
    )
