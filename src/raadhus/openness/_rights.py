"""The right to change, asked for by every verb."""

from raadhus.openness._reader import Reader


class NotAllowed(Exception):
    """`reader` may not do that here."""

    def __init__(self, reader: Reader, what: str) -> None:
        self.reader = reader
        super().__init__(f"{reader.username}: {what}")


def require_seat(reader: Reader, organization_id: int | None, what: str) -> None:
    """Raise `NotAllowed` unless the reader belongs to the organization (or is the operator)."""
    if not reader.belongs_to(organization_id):
        raise NotAllowed(reader, what)
