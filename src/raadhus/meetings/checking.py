"""Does every row that was read in a paper still stand on the page it names?"""

from collections.abc import Iterator

from django.db.models import Count, Model, Q
from django.utils.translation import gettext as _

from raadhus.cases.models import Step
from raadhus.core.faults import Fault, Progress
from raadhus.documents.models import Sourced
from raadhus.meetings.choices import Corrected
from raadhus.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Correction,
    Decision,
    Meeting,
    Recommendation,
)

READ: dict[type[Sourced], str] = {
    AgendaItem: "title",
    Recommendation: "text",
    Decision: "text",
    Attachment: "title",
    Attendance: "person__name",
    Step: "organization_name",
}
"""What is read in papers, and the column whose words must stand at the source."""

BEGINNING = 20
"""So many letters must be the same: a source names the first stretch of what may run on over several pages."""


def faults(progress: Progress) -> Iterator[Fault]:
    """Every row whose source is missing or says something else, and meetings with no current paper."""
    for model, column in READ.items():
        yield from _without_proof(model, column, progress)
    yield from _without_current_source()


def _without_proof(model: type[Sourced], column: str, progress: Progress) -> Iterator[Fault]:
    rows = model._default_manager.filter(source_page__isnull=False).order_by("pk")
    columns = ("pk", column, "source_start", "source_end", "source_page__text")
    read = _before_correction(model)
    for pk, told, start, end, text in rows.values_list(*columns).iterator(chunk_size=2000):
        told = read.get(pk, told)
        if start is not None and not _stands_there(told, text[start:end]):
            yield Fault("not-at-source", _place(model, pk), _("Kildestedet siger noget andet end rækken."))
        progress(1)


def _before_correction(model: type[Sourced]) -> dict[int, str]:
    """What was read, for the rows where a person has put something else."""
    if model is AgendaItem:
        return dict(Correction.objects.filter(what=Corrected.TITLE).values_list("item_id", "told"))
    if model is Decision:
        corrected = Correction.objects.filter(what=Corrected.DECISION)
        return dict(corrected.values_list("item__decision", "told"))
    return {}


def _without_current_source() -> Iterator[Fault]:
    counted = Meeting.objects.annotate(
        papers=Count("sources"), current=Count("sources", filter=Q(sources__is_current=True))
    )
    for pk in counted.filter(papers__gt=0, current=0).values_list("pk", flat=True):
        yield Fault("no-current-source", _place(Meeting, pk), _("Mødet har papirer, men ingen gælder."))


def _stands_there(told: str, stretch: str) -> bool:
    value, source = _letters(told), _letters(stretch)
    return value[:BEGINNING] in source or (bool(source) and source in value)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _place(model: type[Model], pk: int) -> str:
    return f"{model._meta.label_lower} {pk}"
