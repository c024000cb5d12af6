"""What an alert says: put together when it is told, with no more than its reader may see then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from raadhus.following.choices import Kind
from raadhus.following.models import Match, Subscription
from raadhus.following.sentence import sentence_of, shortened
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.organisation.readers import reader_of
from raadhus.search import Hit, Lens, found_again, lens


@dataclass(frozen=True, slots=True)
class News:
    """One place where something new stands, as the reader may see it; `number` is the item's.

    `public` is false for what only some may see: its words are kept out of mails and feeds. `remark` says what
    people have done with it here: decided, adopted.
    """

    match_id: int
    sentence: str
    title: str
    number: str
    organization: str
    date: date | None
    path: str
    public: bool
    remark: str = ""


def news_of(matches: Iterable[Match], subscription: Subscription) -> list[News]:
    """Return what the matches tell the subscriber today, in their order; the rest are no longer theirs to see."""
    matches = list(matches)
    owner = reader_of(subscription.user, on=timezone.localdate())
    told = _from_papers(matches, subscription, owner) | _from_decisions(matches, subscription, owner)
    return [told[match.pk] for match in matches if match.pk in told]


def _from_papers(matches: Iterable[Match], subscription: Subscription, owner: Reader) -> dict[int, News]:
    by_passage = {match.passage_id: match.pk for match in matches if match.passage_id is not None}
    text = subscription.query.text
    public = {h.passage_id: h for h in found_again(by_passage, text=text, reader=Reader.anonymous())}
    hits = found_again(by_passage, text=text, reader=owner)
    numbers = _item_numbers(hits, owner)
    return {
        by_passage[hit.passage_id]: _news(
            by_passage[hit.passage_id], hit, numbers, public=_same(public.get(hit.passage_id), hit)
        )
        for hit in hits
    }


def _from_decisions(matches: Iterable[Match], subscription: Subscription, owner: Reader) -> dict[int, News]:
    """How it stands now with each item, told once: by the newest match."""
    newest = {match.item_id: match.pk for match in sorted(matches, key=lambda m: m.pk) if match.item_id}
    seen = AgendaItem.objects.visible_to(owner).filter(pk__in=newest, decision__isnull=False)
    rows = list(seen.select_related("meeting__organization", "meeting__minutes", "decision"))
    public = set(
        AgendaItem.objects.visible_to(Reader.anonymous())
        .filter(pk__in=[row.pk for row in rows])
        .values_list("pk", flat=True)
    )
    asked = lens(subscription.query.text)
    return {newest[row.pk]: _decided(newest[row.pk], row, asked, public=row.pk in public) for row in rows}


def _decided(match: int, item: AgendaItem, asked: Lens, *, public: bool) -> News:
    decision, meeting = item.decision, item.meeting
    adopted = hasattr(meeting, "minutes")
    marks = [(m.start, m.end) for m in asked.matches(decision.text)]
    outcome = str(decision.get_outcome_display())
    remark = _("Referatet er godkendt. Beslutning: %(outcome)s") if adopted else _("Beslutning: %(outcome)s")
    return News(
        match_id=match,
        sentence=sentence_of(decision.text, marks) if marks else shortened(decision.text),
        title=item.title,
        number=item.number,
        organization=str(meeting.organization or ""),
        date=meeting.date,
        path=item.get_absolute_url(),
        public=public,
        remark=remark % {"outcome": outcome},
    )


def _same(public: Hit | None, hit: Hit) -> bool:
    """True when everyone may read the passage and know the title it stands under."""
    return public is not None and public.title == hit.title


def _item_numbers(hits: Iterable[Hit], reader: Reader) -> dict[int, str]:
    items = AgendaItem.objects.visible_to(reader).filter(pk__in={hit.item_id for hit in hits if hit.item_id})
    return dict(items.values_list("pk", "number"))


def _news(match: int, hit: Hit, numbers: dict[int, str], *, public: bool) -> News:
    return News(
        match_id=match,
        sentence=sentence_of(hit.text, hit.marks),
        title=hit.title or hit.document,
        number=numbers.get(hit.item_id or 0, ""),
        organization=hit.organization or "",
        date=hit.date,
        path=f"{hit.url}?passage={hit.passage_id}#citat",
        public=public,
    )


def absolute(path: str) -> str:
    return str(settings.RAADHUS_URL).rstrip("/") + path


def named(subscription: Subscription) -> str:
    """What is followed, in a few words: `»cykelsti«, Teknisk Udvalg, fra 1. januar 2025`, `sag EMN-2031-002204`."""
    query = subscription.query
    if subscription.kind == Kind.CASE:
        return _("sag %(number)s") % {"number": query.case}
    organization = Organization.objects.filter(pk=query.organization or 0).first()
    parts = [
        f"»{query.text}«" if query.text else "",
        str(organization) if organization else "",
        _("fra %(day)s") % {"day": written(query.since)} if query.since else "",
        _("til %(day)s") % {"day": written(query.until)} if query.until else "",
        _("sag %(number)s") % {"number": query.case} if query.case else "",
        *(_chosen(name, value) for name, value in query.choices),
    ]
    return ", ".join(filter(None, parts))


def _chosen(name: str, value: str) -> str:
    if name == "udfald" and value in Outcome.values:
        return str(Outcome(value).label)
    types = {
        "item": _("punkter"),
        "decision": _("beslutninger"),
        "recommendation": _("indstillinger"),
        "annex": _("bilag"),
        "minutes": _("referater"),
        "agenda": _("dagsordener"),
    }
    return types.get(value, value) if name == "type" else value


def written(day: date) -> str:
    return str(date_format(day, _("j. F Y")))


def address_of(subscription: Subscription) -> str:
    """The page where all of it stands: the case, or the search with the newest first."""
    if subscription.kind == Kind.CASE:
        return reverse("case", args=[subscription.query.case])
    return f"{reverse('search')}?{subscription.address}&sortering=date"
