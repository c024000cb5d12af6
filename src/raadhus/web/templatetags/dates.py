"""Dates as people write them, in the reader's language and on the town hall's clock."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.translation import gettext as _

from raadhus.core.times import local
from raadhus.meetings.models import Meeting

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """`27. august 2025`"""
    if value is None:
        return _("uden dato")
    return _("%(day)s. %(month)s %(year)s") % _parts(value)


@register.filter
def weekday(value: date | datetime | None) -> str:
    """`onsdag den 27. august 2025`"""
    if value is None:
        return _("uden dato")
    return _("%(weekday)s den %(day)s. %(month)s %(year)s") % _parts(value)


@register.filter
def clock(value: datetime | None) -> str:
    """`kl. 16.00`; nothing where the hour is not known"""
    if value is None:
        return ""
    moment = local(value)
    return _("kl. %(hour)s.%(minute)s") % {"hour": f"{moment.hour:02}", "minute": f"{moment.minute:02}"}


@register.filter
def short_month(value: date) -> str:
    return str(MONTHS_3[value.month])


@register.filter
def held(meeting: Meeting) -> str:
    """`onsdag den 27. august 2025 kl. 16.00`"""
    return " ".join(part for part in (weekday(meeting.date), clock(meeting.start)) if part)


@register.filter
def called(meeting: Meeting) -> str:
    """`Byrådet onsdag den 27. august 2025 kl. 16.00`"""
    return f"{meeting.organization or _('Møde')} {held(meeting)}"


@register.filter
def lasting(minutes: int | None) -> str:
    """`45 min.`, `1 t. 30 min.`"""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min.") % {"minutes": rest}
    if not rest:
        return _("%(hours)s t.") % {"hours": hours}
    return _("%(hours)s t. %(minutes)s min.") % {"hours": hours, "minutes": rest}


def _parts(value: date | datetime) -> dict[str, Any]:
    on = local(value).date() if isinstance(value, datetime) else value
    return {
        "weekday": WEEKDAYS[on.weekday()],
        "day": on.day,
        "month": MONTHS[on.month],
        "year": on.year,
    }
