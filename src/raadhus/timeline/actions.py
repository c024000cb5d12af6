"""The verbs of a link: a person says that two are the same case, or that they are not."""

from django.db import transaction

from raadhus.core.journal import record
from raadhus.openness import NotAllowed, Reader
from raadhus.timeline.choices import LinkStatus
from raadhus.timeline.models import Link


def may_decide(link: Link, *, by: Reader) -> bool:
    """True for those with a seat in a body that treated either end, and for the operator."""
    ends = (link.item, link.other)
    return any(by.belongs_to(end.meeting.organization_id) for end in ends if end is not None)


def confirm_link(link: Link, *, by: Reader) -> Link:
    """The two are the same case: from now on the link counts, whatever it scored. Raises `NotAllowed`."""
    return _decide(link, LinkStatus.CONFIRMED, by=by)


def reject_link(link: Link, *, by: Reader) -> Link:
    """The two are not the same case: the link is not found again. Raises `NotAllowed`."""
    return _decide(link, LinkStatus.REJECTED, by=by)


def reopen_link(link: Link, *, by: Reader) -> Link:
    """Take back what somebody said of the link: it counts for what it scored again. Raises `NotAllowed`."""
    return _decide(link, LinkStatus.FOUND, by=by)


@transaction.atomic
def _decide(link: Link, status: LinkStatus, *, by: Reader) -> Link:
    link = (
        Link.objects.select_for_update(of=("self",))
        .select_related("item__meeting", "other__meeting")
        .get(pk=link.pk)
    )
    if not may_decide(link, by=by):
        raise NotAllowed(by, "decide what belongs to a case")
    if link.status != status:
        link.status = status
        link.save(update_fields=["status"])
        record(
            f"link.{status}", link, actor=by.username,
            kind=link.kind, item=link.item_id, other=link.other_id, case=link.case_id,
        )  # fmt: skip
    return link
