"""The reason for a link, in a sentence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.meetings.models import AgendaItem
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.models import Link


def reason_of(link: Link) -> str:
    """Why the link was found, and whether a person has said something of it. Names both ends."""
    said = {
        LinkKind.CASE_NUMBER: _by_number,
        LinkKind.ANNEX: _by_annex,
        LinkKind.ROUTE: _by_route,
        LinkKind.REFERRAL: _by_referral,
        LinkKind.TITLE: _by_title,
    }[LinkKind(link.kind)](link)
    if link.status == LinkStatus.CONFIRMED:
        return said + " " + _("Bekræftet af et menneske.")
    return said


def _by_number(link: Link) -> str:
    return _("Punktet har sagsnummeret %(number)s.") % {"number": link.facts.get("number", link.case)}


def _by_annex(link: Link) -> str:
    return _("Bilag %(annex)s til punktet har sagsnummeret %(number)s.") % {
        "annex": link.facts.get("annex", ""),
        "number": link.facts.get("number", link.case),
    }


def _by_route(link: Link) -> str:
    return _("Sagsforløbet i et andet papir om sag %(case)s nævner %(body)s, punkt %(number)s, den dag.") % {
        "case": link.case,
        "body": link.facts.get("organization", ""),
        "number": link.facts.get("number", ""),
    }


def _by_referral(link: Link) -> str:
    return _("%(sender)s sendte sagen til %(receiver)s, hvor overskriften er %(alike)s.") % {
        "sender": _at(link.item),
        "receiver": _at(link.other) if link.other else "",
        "alike": _alike(link),
    }


def _by_title(link: Link) -> str:
    ends = {"one": _at(link.item), "other": _at(link.other) if link.other else ""}
    if phrase := link.facts.get("phrase"):
        return _("Begge overskrifter nævner »%(phrase)s«: %(one)s og %(other)s.") % {"phrase": phrase, **ends}
    days = link.facts.get("days")
    if days is None:
        return _("Overskriften er %(alike)s: %(one)s og %(other)s.") % {"alike": _alike(link), **ends}
    return ngettext(
        "Overskriften er %(alike)s, med %(days)d dag imellem: %(one)s og %(other)s.",
        "Overskriften er %(alike)s, med %(days)d dage imellem: %(one)s og %(other)s.",
        days,
    ) % {"alike": _alike(link), "days": days, **ends}


def _alike(link: Link) -> str:
    like = link.facts.get("likeness", 0)
    if like >= 0.995:
        return _("den samme")
    return _("næsten den samme (%(percent)d %%)") % {"percent": round(100 * like)}


def _at(item: AgendaItem) -> str:
    body = str(item.meeting.organization or _("et møde"))
    if item.meeting.date is None:
        return _("%(body)s uden dato") % {"body": body}
    return f"{body} {date_format(item.meeting.date, 'j. F Y')}"
