"""The one who asks."""

from dataclasses import dataclass

ANONYMOUS_NAME = "anonymous"
OPERATOR_NAME = "operator"


@dataclass(frozen=True, slots=True)
class Reader:
    """The one who asks, and what that one may see.

    Everyone sees what is published and open. A reader also sees drafts and closed matters of the
    organizations in `organizations` (ids; from dated memberships). `sees_all` is the operator at the
    machine itself and the administrator.
    """

    username: str
    organizations: frozenset[int] = frozenset()
    sees_all: bool = False

    @staticmethod
    def anonymous() -> "Reader":
        return Reader(ANONYMOUS_NAME)

    @staticmethod
    def operator() -> "Reader":
        return Reader(OPERATOR_NAME, sees_all=True)

    @property
    def is_anonymous(self) -> bool:
        return self.username == ANONYMOUS_NAME

    def belongs_to(self, organization_id: int | None) -> bool:
        """True when closed matter of that organization is open to this reader."""
        return self.sees_all or (organization_id is not None and organization_id in self.organizations)
