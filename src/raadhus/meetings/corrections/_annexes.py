"""The passages of an annex whose pages have been corrected."""

from raadhus.documents.models import Page, Passage
from raadhus.meetings.models import Attachment, Placement


def place_annex(annex: Attachment) -> None:
    """Place on `annex` what stands on its pages, and give back what no longer does to the annex that names it.

    What comes onto a closed annex's pages is closed; nothing is ever opened by this.
    """
    meeting = annex.item.meeting
    own = Placement.objects.filter(meeting=meeting, passage__page__version=annex.version_id)
    pages = (annex.first_page or 0, annex.last_page or 0)
    own.filter(attachment=annex).exclude(passage__page__number__range=pages).update(attachment=None)
    others = Attachment.objects.filter(item__meeting=meeting, version=annex.version_id).exclude(pk=annex.pk)
    for other in others.filter(first_page__isnull=False):
        named = own.filter(passage__page__number__range=(other.first_page, other.last_page))
        named.filter(attachment=None).update(attachment=other, item=other.item_id)
    own.filter(passage__page__number__range=pages).update(attachment=annex, item=annex.item_id)
    nowhere = Passage.objects.filter(
        page__version=annex.version_id, page__number__range=pages, placement=None
    )
    Placement.objects.bulk_create(
        Placement(passage=passage, meeting=meeting, item=annex.item, attachment=annex) for passage in nowhere
    )
    if annex.closed or annex.item.closed:
        shut = Page.objects.filter(version=annex.version_id, number__range=pages)
        Passage.objects.filter(page__in=shut).update(closed=True)
        shut.update(closed=True)
