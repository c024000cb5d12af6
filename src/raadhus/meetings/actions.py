"""The verbs of a meeting: each checks the right, changes, and writes the journal in one transaction."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.core.journal import record
from raadhus.meetings.choices import Kind, Outcome
from raadhus.meetings.models import AgendaItem, Attachment, Decision, Meeting, Minutes
from raadhus.openness import Reader, require_seat


class NotPossible(Exception):
    """The meeting is not in a state that allows this; the message is for people."""


@transaction.atomic
def record_decision(item: AgendaItem, *, text: str, outcome: Outcome, by: Reader) -> Decision:
    """Write down what the body decided on `item`, in place of what stood there.

    Raises `NotAllowed` for those without a seat, `NotPossible` once the minutes are adopted.
    """
    meeting = Meeting.objects.select_for_update().get(pk=item.meeting_id)
    require_seat(by, meeting.organization_id, "record a decision")
    if Minutes.objects.filter(meeting=meeting).exists():
        raise NotPossible(_("Referatet er godkendt og kan ikke ændres."))
    decision, _created = Decision.objects.update_or_create(
        item=item,
        defaults={
            "text": text,
            "outcome": outcome,
            "source_page": None,
            "source_start": None,
            "source_end": None,
        },
    )
    if meeting.kind != Kind.MINUTES:
        meeting.kind = Kind.MINUTES
        meeting.save(update_fields=["kind"])
    record("decision.recorded", item, actor=by.username, outcome=outcome, versions=versions_of(meeting))
    return decision


@transaction.atomic
def adopt_minutes(meeting: Meeting, *, by: Reader) -> Minutes:
    """Adopt the meeting's minutes: from now on its decisions stand.

    Adopting twice changes nothing. Raises `NotAllowed`, and `NotPossible` for an agenda without decisions.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_seat(by, meeting.organization_id, "adopt minutes")
    if meeting.kind != Kind.MINUTES:
        raise NotPossible(_("Der er endnu ikke noget referat at godkende."))
    minutes, created = Minutes.objects.get_or_create(
        meeting=meeting, defaults={"adopted_at": timezone.now(), "adopted_by": by.username}
    )
    if created:
        record("minutes.adopted", meeting, actor=by.username)
    return minutes


def versions_of(meeting: Meeting) -> list[int]:
    """The document versions that tell of the meeting, annexes in files of their own among them: what search must
    look at again when it changes."""
    told = meeting.sources.values_list("version_id", flat=True)
    annexed = Attachment.objects.filter(item__meeting=meeting).values_list("version_id", flat=True)
    return sorted({*told, *annexed})
