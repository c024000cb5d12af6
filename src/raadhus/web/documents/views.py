"""The list of documents, a document, a page of it."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from raadhus.documents.models import Page, Passage, Version
from raadhus.meetings.models import Attachment, Meeting
from raadhus.openness import Reader
from raadhus.web.documents.pictures import has_pictures
from raadhus.web.documents.stretches import flowing, marked, stretch_in
from raadhus.web.paging import number_in, page_of
from raadhus.web.readers import reader_in


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    seen = Version.objects.readable_by(reader_in(request)).select_related("document", "organization")
    page = page_of(request, seen.order_by("-received_at", "-pk"), size=25)
    return render(request, "documents/documents.html", {"page": page})


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    reader = reader_in(request)
    seen = Version.objects.readable_by(reader).select_related("document", "organization")
    version = get_object_or_404(seen, pk=pk)
    pages = Page.objects.filter(version=version).order_by("number").only("number", "width", "height")
    page = page_of(request, pages, size=24)
    open_numbers = Page.objects.visible_to(reader).filter(pk__in=[row.pk for row in page])
    return render(
        request,
        "documents/document.html",
        {
            "version": version,
            "page": page,
            "open_numbers": set(open_numbers.values_list("number", flat=True)),
            "pictures": has_pictures(version),
            "original": version.original_visible_to(reader),
            "versions": seen.filter(document=version.document_id).order_by("-number"),
            "meetings": Meeting.objects.visible_to(reader)
            .filter(Q(sources__version=version) | Q(items__attachments__in=_naming(version, reader)))
            .select_related("organization")
            .distinct()
            .order_by("-date"),
        },
    )


def _naming(version: Version, reader: Reader) -> QuerySet[Attachment]:
    """The annexes that the document is, of those the reader may know of."""
    return Attachment.objects.visible_to(reader).filter(version=version)


@require_safe
def page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    reader = reader_in(request)
    seen = Version.objects.readable_by(reader).select_related("document", "organization")
    version = get_object_or_404(seen, pk=pk)
    shown = get_object_or_404(Page.objects.defer("text"), version=version, number=number)
    whole = Page.objects.visible_to(reader).filter(pk=shown.pk).first()
    passages = Passage.objects.visible_to(reader).filter(page=shown).select_related("page")
    cited = passages.filter(pk=number_in(request, "passage") or 0).first()
    return render(
        request,
        "documents/page.html",
        {
            "version": version,
            "number": number,
            "page": whole,
            "text": marked(flowing(whole.text), _stretch(request, cited)) if whole else None,
            "passages": passages.order_by("start") if whole is None else (),
            "cited": cited,
            "picture": whole is not None and has_pictures(version),
            "original": version.original_visible_to(reader),
        },
    )


def _stretch(request: HttpRequest, cited: Passage | None) -> tuple[int, int] | None:
    return stretch_in(request.GET.get("stykke")) or ((cited.start, cited.end) if cited else None)
