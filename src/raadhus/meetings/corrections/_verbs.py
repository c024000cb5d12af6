"""The verbs: each checks the right, changes, and writes the journal in one transaction."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.core.journal import record
from raadhus.meetings.actions import NotPossible, versions_of
from raadhus.meetings.choices import Corrected
from raadhus.meetings.corrections import _values as values
from raadhus.meetings.corrections._again import annex_of
from raadhus.meetings.corrections._annexes import place_annex
from raadhus.meetings.models import AgendaItem, Attachment, Correction, Meeting, Minutes
from raadhus.meetings.sealing import seal
from raadhus.openness import Reader, require_seat

_DECIDING = (Corrected.DECISION, Corrected.OUTCOME)


@transaction.atomic
def correct(
    item: AgendaItem, what: Corrected, value: str, *, by: Reader, annex: Attachment | None = None
) -> Correction | None:
    """Put `value` in place of what was read; what the papers say themselves takes a correction back (None).

    Pages are those of `annex`, an annex of the item, written as "5-9"; a case number "" means none. Raises
    `NotAllowed` for those without a seat, `NotPossible` for what cannot be, or what adopted minutes decide.
    """
    item = _held(item, what, by)
    if annex is not None and annex.item_id != item.pk:
        raise ValueError(f"{annex} is no annex of {item}")
    value = value.strip()
    values.check(item, what, value, annex)
    before = values.value_of(item, what, annex)
    there = _correction(item, what, annex)
    told = there.told if there else before
    values.write(item, what, value, annex)
    if annex is not None:
        place_annex(annex)
    after = values.value_of(item, what, annex)
    kept = None
    if after == told:
        if there is not None:
            there.delete()
    else:
        kept = there or Correction(item=item, what=what, told=told)
        kept.value, kept.by, kept.at, kept.look_again = after, by.username, timezone.now(), False
        kept.annex, kept.annex_title = (annex.number, annex.title) if annex else (0, "")
        kept.save()
    if after != before:
        _tell("item.corrected", item, what, before, after, by=by, annex=annex)
    return kept


@transaction.atomic
def take_back(correction: Correction, *, by: Reader) -> None:
    """Let the papers' own words stand again. Raises `NotAllowed`, `NotPossible`."""
    what = Corrected(correction.what)
    item = _held(correction.item, what, by)
    annex = annex_of(correction, item)
    before = values.value_of(item, what, annex)
    if what != Corrected.PAGES or annex is not None:
        values.write(item, what, correction.told, annex)
    if annex is not None:
        place_annex(annex)
    correction.delete()
    if what == Corrected.DECISION and not correction.told:
        item.corrections.filter(what=Corrected.OUTCOME).delete()  # of a decision that is no more
    _tell("correction.taken_back", item, what, before, correction.told, by=by, annex=annex)


@transaction.atomic
def let_stand(correction: Correction, *, by: Reader) -> None:
    """Having looked again: the correction stands, whatever the newer paper says. Raises `NotAllowed`."""
    item = _held(correction.item, None, by)
    correction.look_again = False
    correction.save(update_fields=["look_again"])
    record("correction.stands", item, actor=by.username, what=correction.what)


def _held(item: AgendaItem, what: Corrected | None, by: Reader) -> AgendaItem:
    """The item as it stands now, its meeting locked until the transaction ends."""
    meeting = Meeting.objects.select_for_update().get(pk=item.meeting_id)
    require_seat(by, meeting.organization_id, "correct what was read")
    if what in _DECIDING and Minutes.objects.filter(meeting=meeting).exists():
        raise NotPossible(_("Referatet er godkendt og kan ikke ændres."))
    return AgendaItem.objects.select_related("case", "meeting__body").get(pk=item.pk)


def _correction(item: AgendaItem, what: Corrected, annex: Attachment | None) -> Correction | None:
    known = item.corrections.filter(what=what)
    if annex is None:
        return known.first()
    return next((one for one in known if annex_of(one, item) == annex), None)


def _tell(
    verb: str, item: AgendaItem, what: Corrected, before: str, after: str, *, by: Reader,
    annex: Attachment | None,
) -> None:  # fmt: skip
    """Close what the new words give away, and let search, timeline and audit know."""
    seal(item.meeting)
    record(
        verb,
        item,
        actor=by.username,
        what=what,
        annex=annex.number if annex else None,
        before=before,
        after=after,
        versions=versions_of(item.meeting),
    )
