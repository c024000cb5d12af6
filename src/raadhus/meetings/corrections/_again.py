"""Corrections when papers come again: put aside while they are written, brought back afterwards."""

from raadhus.core.journal import record
from raadhus.meetings.choices import Corrected
from raadhus.meetings.corrections import _values as values
from raadhus.meetings.corrections._annexes import place_annex
from raadhus.meetings.matching import plain
from raadhus.meetings.models import AgendaItem, Attachment, Correction, Meeting
from raadhus.openness import Reader

_ORDER = list(Corrected)


def as_in_papers(meeting: Meeting) -> None:
    """Let the rows say what the papers said, so that a newer paper is compared with its like.

    Until the transaction ends nobody else corrects the meeting.
    """
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    for one, item, annex in reversed(_of(meeting)):
        if one.what != Corrected.PAGES or annex is not None:
            values.write(item, Corrected(one.what), one.told, annex)


def correct_again(meeting: Meeting, *, by: Reader) -> None:
    """Bring the corrections back; one that a newer paper says a third thing about is to be looked at again.

    Pages are a place in one file: where a newer paper moves the annex, they move along.
    """
    for one, item, annex in _of(meeting):
        if one.what == Corrected.PAGES and annex is None:
            _question(one, item, by)
            continue
        what = Corrected(one.what)
        told = values.value_of(item, what, annex)
        if told != one.told:
            if what == Corrected.PAGES and annex is not None:
                one.value = _moved(one, told, annex.version.page_count)
                one.annex, one.annex_title = annex.number, annex.title
            one.told = told
            if told != one.value:
                _question(one, item, by)
        one.save()
        values.write(item, what, one.value, annex)


def place_again(meeting: Meeting) -> None:
    """Place passages that have just come where the corrected annexes have their pages."""
    for _one, _item, annex in _of(meeting):
        if annex is not None:
            place_annex(annex)


def annex_of(correction: Correction, item: AgendaItem) -> Attachment | None:
    """The annex whose pages were corrected: of the same title, and number where several have it."""
    if correction.what != Corrected.PAGES:
        return None
    named = plain(correction.annex_title)
    same = [a for a in item.attachments.select_related("version") if plain(a.title) == named]
    return min(same, key=lambda a: abs(a.number - correction.annex), default=None)


def _of(meeting: Meeting) -> list[tuple[Correction, AgendaItem, Attachment | None]]:
    """The meeting's corrections in the order to do them in; those of one item share its row."""
    rows = Correction.objects.filter(item__meeting=meeting)
    items = AgendaItem.objects.select_related("case").in_bulk(rows.values_list("item_id", flat=True))
    for item in items.values():
        item.meeting = meeting
    found = sorted(rows, key=lambda one: (_ORDER.index(Corrected(one.what)), one.pk))
    return [(one, items[one.item_id], annex_of(one, items[one.item_id])) for one in found]


def _question(correction: Correction, item: AgendaItem, by: Reader) -> None:
    if not correction.look_again:
        correction.look_again = True
        record("correction.questioned", item, actor=by.username, what=correction.what)
    correction.save()


def _moved(correction: Correction, told: str, last: int) -> str:
    """The corrected pages in a file where the annex stands elsewhere.

    As long as the corrected one, the paper is right now; else both ends move as its own did.
    """
    before, after, value = map(values.pages_in, (correction.told, told, correction.value))
    if before is None or after is None or value is None:
        return told or correction.value
    if after[1] - after[0] == value[1] - value[0]:
        return told
    first = min(max(1, value[0] + after[0] - before[0]), last)
    return f"{first}-{max(first, min(last, value[1] + after[1] - before[1]))}"
