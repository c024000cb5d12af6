"""The mail that tells what is new: its subject, and the same words as plain text and as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.following.choices import Frequency
from raadhus.following.models import Subscription
from raadhus.following.telling import News, absolute, address_of, named, written

SHOWN = 20
"""So many places stand in one mail; the rest are counted, with the link that shows them."""
LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One place. `title` is empty where it is not public: then only `where` may stand in a mail."""

    title: str
    where: str
    remark: str
    sentence: str
    link: str


def letter(subscription: Subscription, news: Sequence[News]) -> Letter:
    """Write the mail in the language that is active: `in_language_of` the subscriber."""
    what = named(subscription)
    user = subscription.user
    often = {
        Frequency.AT_ONCE: _("Du får besked, så snart der er noget nyt."),
        Frequency.DAILY: _("Du får besked højst én gang om dagen."),
        Frequency.WEEKLY: _("Du får besked højst én gang om ugen."),
    }
    told = {
        "language": subscription.language,
        "name": str(user.person) if user.person else user.get_full_name(),
        "what": what,
        "paragraphs": [_paragraph(one) for one in news[:SHOWN]],
        "rest": max(len(news) - SHOWN, 0),
        "all": absolute(address_of(subscription)),
        "often": often.get(Frequency(subscription.frequency), ""),
        "change": absolute(reverse("subscriptions")),
        "stop": absolute(reverse("unsubscribe", args=[subscription.token])),
    }
    text = render_to_string("following/mail.txt", told)
    return Letter(_subject(what, news), text.strip() + "\n", render_to_string("following/mail.html", told))


def in_language_of(subscription: Subscription) -> translation.override:
    return translation.override(subscription.language)


def _subject(what: str, news: Sequence[News]) -> str:
    """What is new, where it is one thing and everybody may know of it; else how much."""
    if len(news) == 1 and news[0].public and news[0].title:
        about = news[0].title
    else:
        about = ngettext("%(count)s nyt sted", "%(count)s nye steder", len(news)) % {"count": len(news)}
    subject = _("Nyt om %(what)s: %(places)s") % {"what": what, "places": about}
    return " ".join(subject.split())[:LONGEST_SUBJECT]


def _paragraph(news: News) -> Paragraph:
    when = written(news.date) if news.date else ""
    item = _("punkt %(number)s") % {"number": news.number} if news.number else ""
    where = ", ".join(filter(None, [news.organization, when, item]))
    return Paragraph(
        title=news.title if news.public else "",
        where=where if news.public or where else _("Et dokument"),
        remark=news.remark if news.public else "",
        sentence=news.sentence if news.public else "",
        link=absolute(news.path),
    )
