"""Abbreviations the papers explain themselves: learnt while indexing, shown for approval, used in searches."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from raadhus.core.danish import explained_in, words
from raadhus.core.journal import record
from raadhus.documents.models import Abbreviation, AbbreviationStatus, Page, Passage
from raadhus.openness import NotAllowed, Reader

LONGEST = 8


@dataclass(frozen=True, slots=True)
class LongForm:
    """`short` as it is looked up, and the look-up words it stands for; `written` are both as the papers have them."""

    short: str
    long: tuple[str, ...]
    written: tuple[str, str] = ("", "")


def learn(versions: Iterable[int]) -> None:
    """Keep what the passages of `versions` explain; what has been decided about it stays."""
    pages = Page.objects.filter(version__in=list(versions), text__contains="(").values_list("pk", "text")
    explaining = [pk for pk, text in pages.iterator(chunk_size=500) if any(True for _ in explained_in(text))]
    for passage in Passage.objects.filter(page__in=explaining).select_related("page"):
        for found in explained_in(passage.text):
            key = _key(found.long)
            if len(key) > 250 or len(found.long) > 200:
                continue
            row, _made = Abbreviation.objects.get_or_create(
                short=found.short, key=key, defaults={"long": found.long, "clear": found.clear}
            )
            row.passages.add(passage)


def long_forms(text: str, *, reader: Reader) -> list[LongForm]:
    """Return the abbreviations in `text`, and those that its words are written out from, as far as the reader
    may read a passage that explains them."""
    told = words(text)
    bases = [word.base for word in told]
    keys = {
        " ".join(bases[start : start + n])
        for n in range(2, LONGEST + 1)
        for start in range(len(bases) - n + 1)
    }
    shorts = {word.text.upper() for word in told}
    usable = Abbreviation.objects.filter(
        Q(status=AbbreviationStatus.APPROVED) | Q(status=AbbreviationStatus.PROPOSED, clear=True)
    )
    found = list(usable.filter(Q(short__in=shorts) | Q(key__in=keys)))
    if not reader.sees_all:
        # One by one: as a single query the database lists all that the reader may read, in every search.
        found = [row for row in found if _readable(reader).filter(abbreviations=row).exists()]
    return [
        LongForm(words(row.short)[0].text, tuple(row.key.split()), (row.short, row.long)) for row in found
    ]


def abbreviations(*, reader: Reader) -> "QuerySet[Abbreviation]":
    """Those waiting first; for an administrator, who sees all. Raises `NotAllowed`."""
    _require_administrator(reader)
    return Abbreviation.objects.annotate(places=Count("passages")).order_by("-status", "short", "long")


def decide(pk: int, *, approved: bool, by: Reader) -> Abbreviation:
    """Approve an abbreviation or turn it down. Raises `NotAllowed` and `Abbreviation.DoesNotExist`."""
    _require_administrator(by)
    with transaction.atomic():
        row = Abbreviation.objects.select_for_update().get(pk=pk)
        row.status = AbbreviationStatus.APPROVED if approved else AbbreviationStatus.REJECTED
        row.save(update_fields=["status"])
        record(f"abbreviation.{row.status}", row, actor=by.username)
    return row


def _require_administrator(reader: Reader) -> None:
    if not reader.sees_all:
        raise NotAllowed(reader, "abbreviations")


def _readable(reader: Reader) -> "QuerySet[Passage]":
    """Passages the reader may read, also by the item and the annex they stand on."""
    hidden = Q(placement__item__closed=True) | Q(placement__attachment__closed=True)
    own = Q(page__version__organization__in=reader.organizations)
    return Passage.objects.visible_to(reader).exclude(hidden & ~own)


def _key(long: str) -> str:
    return " ".join(word.base for word in words(long))
