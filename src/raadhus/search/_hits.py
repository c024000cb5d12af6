"""From passages found to hits: what the rows say now, checked once more against the reader."""

from collections.abc import Iterable

from django.urls import NoReverseMatch, reverse

from raadhus.documents.models import Passage
from raadhus.meetings.models import AgendaItem, Placement
from raadhus.openness import Reader
from raadhus.search._match import SHOWN, Matcher
from raadhus.search._query import Asked
from raadhus.search._rank import Candidate
from raadhus.search._results import Hit

LONGEST = 1200


def hits_of(candidates: Iterable[Candidate], *, asked: Asked, reader: Reader) -> list[Hit]:
    """Return the candidates that `reader` may see, in their order.

    The index has filtered already; a row that was closed a moment ago is caught here.
    """
    wanted = list(candidates)
    ids = [c.passage_id for c in wanted]
    passages = (
        Passage.objects.filter(pk__in=ids)
        .visible_to(reader)
        .select_related("page__version__document", "page__version__organization")
        .in_bulk()
    )
    placements = {
        p.passage_id: p
        for p in Placement.objects.filter(passage__in=ids).select_related(
            "meeting__organization", "item__case", "item__decision", "attachment"
        )
    }
    titles = _titles(placements.values(), reader)
    secret = _closed_titles(placements.values(), reader)
    matcher = Matcher(asked)
    found = []
    for candidate in wanted:
        passage = passages.get(candidate.passage_id)
        placement = placements.get(candidate.passage_id)
        if passage is None or not _may_see(passage, placement, reader):
            continue
        found.append(_hit(candidate, passage, placement, titles, secret, matcher))
    return found


def _may_see(passage: Passage, placement: Placement | None, reader: Reader) -> bool:
    if placement is None or reader.belongs_to(passage.page.version.organization_id):
        return True
    item, annex = placement.item, placement.attachment
    return not (item is not None and item.closed) and not (annex is not None and annex.closed)


def _titles(placements: Iterable[Placement], reader: Reader) -> dict[int, str]:
    """The titles of the items that the reader may know."""
    items = {p.item_id for p in placements if p.item_id is not None}
    return dict(AgendaItem.objects.filter(pk__in=items).visible_to(reader).values_list("pk", "title"))


def _closed_titles(placements: Iterable[Placement], reader: Reader) -> frozenset[str]:
    """Titles in the same meetings that must not show in a heading either."""
    if reader.sees_all:
        return frozenset()
    closed = AgendaItem.objects.filter(meeting__in={p.meeting_id for p in placements}, closed=True)
    hidden = closed.exclude(title="").exclude(meeting__organization__in=reader.organizations)
    return frozenset(hidden.values_list("title", flat=True))


def _hit(
    candidate: Candidate,
    passage: Passage,
    placement: Placement | None,
    titles: dict[int, str],
    secret: frozenset[str],
    matcher: Matcher,
) -> Hit:
    version = passage.page.version
    text = passage.text[:LONGEST]
    item = placement.item if placement else None
    annex = placement.attachment if placement else None
    meeting = placement.meeting if placement else None
    known = item if item is not None and item.pk in titles else None
    organization = (meeting.organization if meeting else None) or version.organization
    decision = getattr(known, "decision", None)
    return Hit(
        passage_id=passage.pk,
        text=text,
        marks=marks_in(text, matcher),
        score=round(candidate.score, 4),
        kind=passage.kind,
        heading=tuple(h for h in passage.heading if h not in secret),
        page_top=candidate.page_top,
        title=(known.title if known else "") or version.document.title,
        document=version.document.title,
        source_file=version.file_name,
        version_id=version.pk,
        page=passage.page.number,
        organization=str(organization) if organization else None,
        date=meeting.date if meeting else None,
        case_number=(known.case.number if known and known.case else None)
        or (annex.case_number if annex else None)
        or None,
        outcome=decision.outcome if decision else None,
        item_id=known.pk if known else None,
        meeting_id=meeting.pk if meeting else None,
        url=_url(version.pk, passage.page.number),
    )


def marks_in(text: str, matcher: Matcher) -> tuple[tuple[int, int], ...]:
    """Where the words that matched stand, inflected or as part of a compound too."""
    places = {(m.start, m.end) for m in matcher.matches(text) if m.likeness >= SHOWN}
    return tuple(sorted(places))


def _url(version: int, page: int) -> str:
    try:
        return reverse("document-page", args=[version, page])
    except NoReverseMatch:
        return f"/dokumenter/{version}/side/{page}/"
