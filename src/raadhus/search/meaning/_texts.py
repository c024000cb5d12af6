"""What of a passage is put to the model, and who may be led to it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from raadhus.documents.models import Page, Passage
from raadhus.search._entries import COLUMNS, Row, closed_titles
from raadhus.search._secrets import without

LONGEST = 2000
"""So many characters of a passage; what models read is about as much."""
NUMBERED = re.compile(r"^Punkt \d+: ")


@dataclass(frozen=True, slots=True)
class Text:
    """`public_from` is None where not everyone may read it, now or later."""

    passage: int
    text: str
    checksum: str
    owner: int | None
    public_from: datetime | None


def texts_of(versions: Iterable[int]) -> Iterator[Text]:
    """The passages of `versions` as they are put to the model: two headings, and the text on one line.

    The first heading is the paper's own and the item's number stands before the second: left out, the same annex at
    five meetings is one text.
    """
    ids = list(versions)
    pages = dict(Page.objects.filter(version__in=ids).values_list("pk", "text"))
    rows = Passage.objects.filter(page__version__in=ids).order_by("pk").values_list(*COLUMNS.values())
    found = [Row(*row) for row in rows.iterator(chunk_size=5000)]
    secrets = closed_titles(found)
    for row in found:
        heading = without(row.heading, secrets[row.version]) if row.is_open else row.heading
        text = put(heading, pages[row.page][row.start : row.end])
        yield Text(
            passage=row.pk,
            text=text,
            checksum=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
            owner=row.owner,
            public_from=row.published if row.is_open else None,
        )


def put(heading: list[str], text: str) -> str:
    """The words as the model gets them."""
    above = [NUMBERED.sub("", one) for one in heading[1:]][-2:]
    return " ".join(f"{' / '.join(above)}\n{text}".split())[:LONGEST]
