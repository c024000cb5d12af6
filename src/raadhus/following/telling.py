"""What an alert says: put together when it is told, with no more than its reader may see then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.following.choices import Frequency, Kind
from raadhus.following.models import Match, Subscription
from raadhus.following.sentence import sentence_of
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.organisation.readers import reader_of
from raadhus.search import Hit, found_again

SHOWN = 20
"""So many places stand in one mail; the rest are counted, with the link that shows them."""


@dataclass(frozen=True, slots=True)
class News:
    """One place where something new stands, as the reader may see it; `number` is the item's.

    `public` is false for what only some may see: its words are kept out of mails and feeds.
    """

    match_id: int
    sentence: str
    title: str
    number: str
    organization: str
    date: date | None
    path: str
    public: bool


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str


def news_of(matches: Iterable[Match], subscription: Subscription) -> list[News]:
    """Return what the matches tell the subscriber today, in their order; the rest are no longer theirs to see."""
    by_passage = {match.passage_id: match.pk for match in matches}
    text = subscription.query.text
    owner = reader_of(subscription.user, on=timezone.localdate())
    public = {h.passage_id: h for h in found_again(by_passage, text=text, reader=Reader.anonymous())}
    hits = found_again(by_passage, text=text, reader=owner)
    numbers = _item_numbers(hits, owner)
    return [
        _news(by_passage[hit.passage_id], hit, numbers, public=_same(public.get(hit.passage_id), hit))
        for hit in hits
    ]


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


def letter(subscription: Subscription, news: list[News]) -> Letter:
    """Write the mail in the subscriber's language."""
    with translation.override(subscription.language):
        what = named(subscription)
        places = ngettext("%(count)s nyt sted", "%(count)s nye steder", len(news)) % {"count": len(news)}
        subject = _("Nyt om %(what)s: %(places)s") % {"what": what, "places": places}
        return Letter(" ".join(subject.split())[:200], "\n".join(_lines(subscription, what, news)))


def _lines(subscription: Subscription, what: str, news: list[News]) -> Iterable[str]:
    user = subscription.user
    name = str(user.person) if user.person else user.get_full_name()
    yield _("Hej %(name)s") % {"name": name} if name else _("Hej")
    yield ""
    yield _("Der er nyt om det, du følger: %(what)s.") % {"what": what}
    for place, one in enumerate(news[:SHOWN], 1):
        yield ""
        yield from _paragraph(place, one)
    if (rest := len(news) - SHOWN) > 0:
        yield ""
        yield ngettext("Og %(count)s sted mere.", "Og %(count)s steder mere.", rest) % {"count": rest}
    yield ""
    yield _("Se det hele: %(link)s") % {"link": absolute(address_of(subscription))}
    yield ""
    yield "-- "
    yield from _foot(subscription)


def _paragraph(number: int, news: News) -> Iterable[str]:
    when = written(news.date) if news.date else ""
    item = _("punkt %(number)s") % {"number": news.number} if news.number else ""
    where = ", ".join(filter(None, [news.organization, when, item]))
    if news.public:
        yield f"{number}. {news.title}"
        if where:
            yield f"   {where}"
        yield f"   »{news.sentence}«"
    else:
        place = where or _("Et dokument")
        yield f"{number}. {place}"
        yield "   " + _("Det er ikke offentligt og står derfor ikke i mailen. Log ind og læs det.")
    yield f"   {absolute(news.path)}"


def _foot(subscription: Subscription) -> Iterable[str]:
    often = {
        Frequency.AT_ONCE: _("Du får besked, så snart der er noget nyt."),
        Frequency.DAILY: _("Du får besked højst én gang om dagen."),
        Frequency.WEEKLY: _("Du får besked højst én gang om ugen."),
    }
    yield often.get(Frequency(subscription.frequency), "")
    yield _("Ret dine abonnementer: %(link)s") % {"link": absolute(reverse("subscriptions"))}
    yield _("Stop denne besked: %(link)s") % {
        "link": absolute(reverse("unsubscribe", args=[subscription.token]))
    }
