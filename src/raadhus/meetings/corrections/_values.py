"""What can be corrected, as text: how it is read from the rows, checked, and written there."""

import re

from django.utils.translation import gettext as _

from raadhus.cases.actions import LONGEST, case_numbered
from raadhus.cases.models import Case, Step
from raadhus.core.case_numbers import normal_case_number
from raadhus.meetings.actions import NotPossible
from raadhus.meetings.choices import Corrected, Kind, Outcome
from raadhus.meetings.models import AgendaItem, Attachment, Decision
from raadhus.meetings.standing import is_standing

_PAGES = re.compile(r"(\d{1,6})-(\d{1,6})")


def pages_in(text: str) -> tuple[int, int] | None:
    """Read `5-9`; None for anything else."""
    told = _PAGES.fullmatch(text)
    return (int(told[1]), int(told[2])) if told else None


def value_of(item: AgendaItem, what: Corrected, annex: Attachment | None = None) -> str:
    """What the rows say now; "" for nothing."""
    if what == Corrected.TITLE:
        return item.title
    if what == Corrected.CASE:
        return item.case.number if item.case else ""
    if what == Corrected.PAGES:
        return f"{annex.first_page}-{annex.last_page}" if annex and annex.first_page is not None else ""
    decision = Decision.objects.filter(item=item).first()
    if decision is None:
        return ""
    return decision.text if what == Corrected.DECISION else str(decision.outcome)


def check(item: AgendaItem, what: Corrected, value: str, annex: Attachment | None) -> None:
    """Raise `NotPossible` with the reason when `value` cannot stand there."""
    if what == Corrected.TITLE and not 0 < len(value) <= 500:
        raise NotPossible(_("Overskriften skal være på 1 til 500 tegn."))
    if what == Corrected.CASE and value and (len(value) > LONGEST or not normal_case_number(value)):
        raise NotPossible(_("Det er ikke et sagsnummer."))
    if what == Corrected.DECISION and not value:
        raise NotPossible(_("Beslutningen kan ikke være tom. Er der intet besluttet, så vælg det udfald."))
    if what == Corrected.OUTCOME:
        if value not in Outcome.values:
            raise NotPossible(_("Vælg et udfald."))
        if not Decision.objects.filter(item=item).exists():
            raise NotPossible(_("Et udfald hører til en beslutning. Skriv beslutningen også."))
    if what == Corrected.PAGES:
        pages = pages_in(value)
        last = annex.version.page_count if annex else 0
        if pages is None or not 1 <= pages[0] <= pages[1] <= last:
            raise NotPossible(_("Bilagets sider skal stå i rækkefølge og være fra 1 til %d.") % last)


def write(item: AgendaItem, what: Corrected, value: str, annex: Attachment | None = None) -> None:
    """Make the rows say `value`, which has been checked or stood there before."""
    if what == Corrected.TITLE:
        item.title, item.standing = value, is_standing(value)
        item.save(update_fields=["title", "standing"])
    elif what == Corrected.CASE:
        before = item.case
        item.case = case_numbered(item.meeting.body, value) if value else None
        item.save(update_fields=["case"])
        _take_steps_along(item, before)
    elif what == Corrected.DECISION:
        _write_decision(item, value)
    elif what == Corrected.OUTCOME:
        Decision.objects.filter(item=item).update(outcome=value or Outcome.OTHER)
    elif annex is not None:
        annex.first_page, annex.last_page = pages_in(value) or (None, None)
        annex.save(update_fields=["first_page", "last_page"])


def _write_decision(item: AgendaItem, text: str) -> None:
    """Keep the source of what was read. A decision that the papers do not have makes the agenda minutes."""
    meeting = item.meeting
    if text:
        Decision.objects.update_or_create(
            item=item, defaults={"text": text}, create_defaults={"text": text, "outcome": Outcome.OTHER}
        )
        kind: str = Kind.MINUTES
    else:
        Decision.objects.filter(item=item).delete()
        source = meeting.sources.filter(is_current=True).first()
        others = Decision.objects.filter(item__meeting=meeting).exists()
        kind = meeting.kind if others or source is None else source.kind
    if meeting.kind != kind:
        meeting.kind = kind
        meeting.save(update_fields=["kind"])


def _take_steps_along(item: AgendaItem, before: Case | None) -> None:
    """The route that the meeting's papers tell belongs to the case, unless another item there has that case."""
    if before is None or item.case is None or before == item.case:
        return
    if item.meeting.items.filter(case=before).exists():
        return
    versions = item.meeting.sources.values("version_id")
    Step.objects.filter(case=before, version__in=versions).update(case=item.case)
