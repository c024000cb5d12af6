"""The council's handbook: which documents it is, and which questions it is asked first."""

import re
from collections.abc import Collection

from django.db import transaction

from raadhus.conversation.models import Handbook
from raadhus.core.journal import record
from raadhus.documents.models import Document, Passage, Version
from raadhus.openness import NotAllowed, Reader

_ONE = r"(?:jeg|man|vi|medlem\w*|borger\w*|byrådsmedlem\w*)"
_PRACTICAL = re.compile(
    rf"\b(?:skal|må|kan|bør|er|gør|får|søger|beder|melder|stiller|indkalder|kontakter|finder) {_ONE}\b"
    rf"|\b{_ONE} (?:skal|må|kan|bør|gør|får)\b"
    r"|\bfrist(?:en|er|erne)?\b|\bsenest\b|\bregler(?:ne)?\b|\bhvordan (?:indkaldes|meldes|søges|stilles|beder)\b"
    r"|\bhvem (?:kan|må|skal) (?:\w+ )?(?:få|bede|stille|deltage|indkalde|stemme|se)\b",
    re.IGNORECASE,
)


def is_practical(question: str) -> bool:
    """True for what a member or citizen asks before doing something: "hvornår skal jeg senest bede om foretræde?"."""
    return _PRACTICAL.search(question) is not None


def require_choice(by: Reader) -> None:
    """Raise `NotAllowed` unless `by` may choose the handbook: the operator and the administrator."""
    if not by.sees_all:
        raise NotAllowed(by, "choose the handbook")


@transaction.atomic
def mark_as_handbook(document: Document, *, by: Reader) -> None:
    """Answer practical questions from this document first. Twice does no harm. Raises `NotAllowed`."""
    require_choice(by)
    _, made = Handbook.objects.get_or_create(document=document)
    if made:
        record("document.handbook", document, actor=by.username)


def handbook_versions(*, reader: Reader) -> list[int]:
    """The newest version of each handbook that the reader may read."""
    documents = Handbook.objects.values("document")
    versions = Version.objects.readable_by(reader).filter(document__in=documents)
    newest = {row.document_id: row.pk for row in versions.order_by("number")}
    return sorted(newest.values())


def from_handbook(passages: Collection[int]) -> frozenset[int]:
    """Those of the passages (ids, already shown to the reader) that stand in a handbook."""
    found = Passage.objects.filter(
        pk__in=passages, page__version__document__in=Handbook.objects.values("document")
    )
    return frozenset(found.values_list("pk", flat=True))
