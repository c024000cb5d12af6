"""How far it has come: for the operator and the administrator."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q

from raadhus.documents.models import Passage, Vector
from raadhus.openness import NotAllowed, Reader
from raadhus.search.meaning._file import shelf
from raadhus.search.meaning._patience import patience
from raadhus.search.meaning._setting import Setting, setting


@dataclass(frozen=True, slots=True)
class Status:
    """`passages` are to be embedded, `embedded` are, `refused` the model would not take; `in_use` says whether
    searches use it: when everything has been gone through once. `failed` is what this process met last.
    """

    model: str
    on_this_machine: bool
    closed_too: bool
    passages: int
    embedded: int
    refused: int
    in_use: bool
    in_file: int
    made: datetime | None
    failed: str

    @property
    def share(self) -> float:
        return self.embedded / self.passages if self.passages else 1.0


def status(*, reader: Reader) -> Status | None:
    """Return how far it is; None where search by meaning is off. For who sees all. Raises `NotAllowed`."""
    if not reader.sees_all:
        raise NotAllowed(reader, "meaning")
    chosen = setting()
    if chosen is None:
        return None
    there, on = Vector.objects.filter(model=chosen.model), shelf(chosen.model)
    refused = there.filter(values=b"").count()
    return Status(
        model=chosen.source.model,
        on_this_machine=chosen.source.is_here,
        closed_too=chosen.closed_too,
        passages=_wanted(chosen),
        embedded=there.count() - refused,
        refused=refused,
        in_use=on is not None,
        in_file=on.index.ntotal if on else 0,
        made=datetime.fromtimestamp(on.identity.made, UTC) if on else None,
        failed=patience(chosen, "embed").why or patience(chosen, "ask").why,
    )


def _wanted(chosen: Setting) -> int:
    """How many passages may be put to the model."""
    if chosen.closed_too:
        return Passage.objects.count()
    hidden = Q(placement__item__closed=True) | Q(placement__attachment__closed=True)
    return Passage.objects.visible_to(Reader.anonymous()).exclude(hidden).count()
