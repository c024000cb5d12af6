"""The one rule of who may see what, as a table."""

import pytest

from raadhus.openness import NotAllowed, Reader, require_seat

OWN, OTHER = 7, 8
MEMBER = Reader("bo", organizations=frozenset({OWN}))
STRANGER = Reader("mette", organizations=frozenset({OTHER}))
CARLA = Reader.anonymous()
OPERATOR = Reader.operator()


@pytest.mark.parametrize(
    ("reader", "organization", "belongs"),
    [
        (OPERATOR, OWN, True),
        (OPERATOR, None, True),
        (MEMBER, OWN, True),
        (MEMBER, OTHER, False),
        (MEMBER, None, False),
        (STRANGER, OWN, False),
        (CARLA, OWN, False),
        (CARLA, None, False),
    ],
)
def test_who_belongs(reader: Reader, organization: int | None, belongs: bool) -> None:
    assert reader.belongs_to(organization) is belongs
    if belongs:
        require_seat(reader, organization, "anything")
    else:
        with pytest.raises(NotAllowed):
            require_seat(reader, organization, "anything")


def test_a_reader_cannot_be_changed_into_another() -> None:
    with pytest.raises(AttributeError):
        CARLA.sees_all = True  # type: ignore[misc]
