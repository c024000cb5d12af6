"""The vectors beside the passages, brought to what the passages say now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import numpy as np
from django.db import transaction
from django.utils import timezone

from raadhus.documents.models import Passage, Vector
from raadhus.languagemodel import NotTaken, NoVectors, vectors_of
from raadhus.search.meaning._setting import Setting
from raadhus.search.meaning._texts import Text, texts_of

AT_ONCE = 64
"""Texts in one question to an address."""
IN_FOLDER = 16
"""Texts in one go on this machine: a search that waits its turn should not wait long."""
SHORTEST = 200
"""A text that the model will not take is halved down to this."""
SECONDS = 60.0

T = TypeVar("T")


def bring(
    versions: Iterable[int], *, setting: Setting, go_on: Callable[[int], bool], again: bool = False
) -> bool:
    """Give the passages of `versions` their vectors, and take away those that should have none.

    Texts that have a vector keep it, the same text elsewhere too; `again` tries those that were refused. `go_on`
    is called with the number of passages dealt with after each portion; when it says no, the answer is False: there
    is more to do. Raises `NoVectors`; what was saved until then stays.
    """
    ids, now = list(versions), timezone.now()
    wanted = {
        text.passage: text
        for text in texts_of(ids)
        if setting.closed_too or (text.public_from is not None and text.public_from <= now)
    }
    worn, fit = _looked_through(ids, wanted, setting, again=again)
    for some in _in_portions(worn, AT_ONCE):
        Vector.objects.filter(pk__in=some).delete()
    left = [text for pk, text in wanted.items() if pk not in fit]
    for portion in _in_portions(left, IN_FOLDER if setting.source.is_folder else AT_ONCE):
        _save(portion, _values(portion, setting, again=again), setting)
        if not go_on(len(portion)):
            return False
    return True


def _looked_through(
    versions: list[int], wanted: dict[int, Text], setting: Setting, *, again: bool
) -> tuple[list[int], set[int]]:
    """The vectors of passages that should have none, and the passages that have the right one."""
    there = Vector.objects.filter(model=setting.model, passage__page__version__in=versions)
    refused = set(there.filter(values=b"").values_list("pk", flat=True)) if again else set()
    worn, fit = [], set()
    columns = ("pk", "passage_id", "checksum", "owner_id", "public_from")
    for pk, passage, checksum, owner, public_from in there.values_list(*columns):
        text = wanted.get(passage)
        if text is None:
            worn.append(pk)
        elif (text.checksum, text.owner, text.public_from) == (checksum, owner, public_from):
            fit |= {passage} if pk not in refused else set()
    return worn, fit


def _values(portion: Sequence[Text], setting: Setting, *, again: bool) -> dict[str, bytes]:
    """The vector of each text, by its checksum; an empty one where the model gives none."""
    texts = {one.checksum: one.text for one in portion}
    known = Vector.objects.filter(model=setting.model, checksum__in=texts)
    if again:
        known = known.exclude(values=b"")
    values = {checksum: bytes(told) for checksum, told in known.values_list("checksum", "values")}
    new = [checksum for checksum in texts if checksum not in values]
    if new:
        told = _vectors([texts[checksum] for checksum in new], setting)
        if len(new) > 1 and not any(told):
            raise NoVectors("the model takes none of the texts")
        values |= zip(new, told, strict=True)
    return values


def _vectors(texts: list[str], setting: Setting) -> list[bytes]:
    """Halves what the model will not take, until it does or there is too little left."""
    try:
        found = vectors_of(texts, source=setting.source, seconds=SECONDS)
    except NotTaken:
        half = len(texts) // 2
        if half:
            return _vectors(texts[:half], setting) + _vectors(texts[half:], setting)
        if len(texts[0]) <= SHORTEST:
            return [b""]
        return _vectors([texts[0][: len(texts[0]) // 2]], setting)
    packed = [pack(one) if one else b"" for one in found]
    dimension = dimension_of(setting)
    if dimension and any(len(one) != 2 * dimension for one in packed if one):
        raise NoVectors(f"the vectors are of another length than before ({dimension})")
    return packed


def pack(vector: list[float]) -> bytes:
    """Of length 1, as float16: what is lost moves no neighbour, and a million take half the room."""
    told = np.asarray(vector, dtype=np.float64)
    return (told / np.linalg.norm(told)).astype("<f2").tobytes()


def dimension_of(setting: Setting) -> int:
    """How many numbers this model's vectors have; 0 while there are none."""
    there = Vector.objects.filter(model=setting.model).exclude(values=b"")
    first = there.order_by("checksum").values_list("values", flat=True).first()  # in the order of an index
    return len(bytes(first)) // 2 if first else 0


@transaction.atomic
def _save(portion: Iterable[Text], values: dict[str, bytes], setting: Setting) -> None:
    """Put the new in the place of the old. A passage that is gone by now is left out."""
    texts = {one.passage: one for one in portion}
    there = Passage.objects.select_for_update().filter(pk__in=texts).values_list("pk", flat=True)
    kept = [texts[pk] for pk in there]
    Vector.objects.filter(model=setting.model, passage__in=texts).delete()
    Vector.objects.bulk_create(
        Vector(
            passage_id=one.passage,
            model=setting.model,
            checksum=one.checksum,
            values=values[one.checksum],
            owner_id=one.owner,
            public_from=one.public_from,
        )
        for one in kept
    )


def _in_portions(many: Iterable[T], size: int) -> Iterator[list[T]]:
    these = iter(many)
    while portion := list(islice(these, size)):
        yield portion
