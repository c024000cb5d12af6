"""From stretches of hits to citations: verbatim, numbered, with a link that marks the place."""

from collections.abc import Iterable

from raadhus.assistant._answer import Citation
from raadhus.assistant._units import Unit
from raadhus.assistant._weigh import Find, widened
from raadhus.search import Hit


def citations_of(finds: Iterable[Find], *, most: int) -> tuple[Citation, ...]:
    """One for each stretch, the same place once."""
    found: list[Citation] = []
    for find in finds:
        one = citation_of(find.hit, find.start, find.end, number=len(found) + 1, sureness=find.sureness)
        if all((one.passage_id, one.quote) != (other.passage_id, other.quote) for other in found):
            found.append(one)
        if len(found) == most:
            break
    return tuple(found)


def citation_of(hit: Hit, start: int, end: int, *, number: int, sureness: float = 1.0) -> Citation:
    """What answers (from `start` to `end` of the hit's text) with what stands around it, as far as a quote may go."""
    first, last = widened(hit.text, Unit(start, end))
    return Citation(
        number=number,
        quote=hit.text[first:last],
        source_file=hit.source_file,
        document=hit.document,
        page=hit.page,
        organization=hit.organization,
        date=hit.date,
        url=f"{hit.url}?passage={hit.passage_id}&stykke={hit.start + start}-{hit.start + end}",
        passage_id=hit.passage_id,
        item_id=hit.item_id,
        item_number=hit.item_number,
        item_title=hit.title if hit.item_id else "",
        answers=(start - first, end - first),
        sureness=sureness,
    )
