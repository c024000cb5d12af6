"""Reader by state: exactly what each may see of a paper, its pages and its passages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from raadhus.documents.models import Document, Page, Passage, Version
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def council() -> Organization:
    body = Body.objects.create(name="Sønderbæk Kommune")
    return Organization.objects.create(body=body, name="Byrådet", classification="council")


def paper(council: Organization, *, published: bool | None, closed: bool) -> Version:
    """A one-page paper: `published` None is an embargo that has not ended."""
    moment = {True: NOW, False: None, None: NOW + timedelta(hours=1)}[published]
    version = Version.objects.create(
        document=Document.objects.create(body=council.body, title="Papir"),
        number=1,
        sha256="0" * 64,
        file_name="papir.pdf",
        size=1,
        format="document-pdf",
        media_type="application/pdf",
        page_count=1,
        received_at=NOW,
        organization=council,
        published_at=moment,
    )
    page = Page.objects.create(version=version, number=1, text="En tekst", closed=closed)
    Passage.objects.create(page=page, start=0, end=8, closed=closed)
    return version


@pytest.mark.parametrize(
    ("published", "closed", "version_seen", "text_seen"),
    [
        (True, False, True, True),
        (True, True, True, False),
        (False, False, False, False),
        (False, True, False, False),
        (None, False, False, False),
    ],
)
def test_what_carla_sees(
    council: Organization, published: bool | None, closed: bool, version_seen: bool, text_seen: bool
) -> None:
    version = paper(council, published=published, closed=closed)
    carla = Reader.anonymous()
    assert Version.objects.visible_to(carla).exists() is version_seen
    assert Page.objects.visible_to(carla).exists() is text_seen
    assert Passage.objects.visible_to(carla).exists() is text_seen
    assert version.original_visible_to(carla) is text_seen


@pytest.mark.parametrize("published", [True, False, None])
def test_a_member_sees_it_in_every_state_and_a_stranger_as_carla(
    council: Organization, published: bool | None
) -> None:
    paper(council, published=published, closed=True)
    member = Reader("bo", organizations=frozenset({council.pk}))
    stranger = Reader("mette", organizations=frozenset({council.pk + 1}))
    assert Page.objects.visible_to(member).exists()
    assert Page.objects.visible_to(Reader.operator()).exists()
    assert not Page.objects.visible_to(stranger).exists()
