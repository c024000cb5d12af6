"""An item beside its page: what was read, to be put right; and corrections, to stand or be taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.documents.models import Page
from raadhus.meetings.actions import NotPossible
from raadhus.meetings.corrections import correct, let_stand, take_back
from raadhus.meetings.models import AgendaItem, Attachment, Correction
from raadhus.openness import Reader
from raadhus.web.correcting.forms import ItemForm
from raadhus.web.correcting.views import own_items
from raadhus.web.documents.pictures import has_pictures
from raadhus.web.paging import number_in
from raadhus.web.readers import reader_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_item(request: HttpRequest, pk: int) -> HttpResponse:
    """The item's form beside the page it was read on, or another page of the same paper (`side`)."""
    reader = reader_in(request)
    rows = own_items(reader).select_related("meeting__organization", "case", "source_page__version__document")
    item = get_object_or_404(rows, pk=pk)
    annexes = list(Attachment.objects.visible_to(reader).filter(item=item).select_related("version"))
    form = ItemForm(request.POST if request.method == "POST" else None, item=item, annexes=annexes)
    if form.is_bound and form.is_valid():
        number = _corrected(form, item, reader)
        if number is not None:
            _say(request, number)
            return redirect("correct-item", pk=pk)
    page = _page(request, item, reader)
    return render(
        request,
        "correcting/item.html",
        {
            "item": item,
            "meeting": item.meeting,
            "form": form,
            "page": page,
            "own_paper": page is not None and reader.belongs_to(page.version.organization_id),
            "picture": page is not None and has_pictures(page.version),
            "corrections": item.corrections.all(),
        },
        status=422 if form.is_bound else 200,
    )


@login_required
@require_POST
def taken_back(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, take_back, _("Rettelsen er taget tilbage. Nu gælder papirernes egne ord."))


@login_required
@require_POST
def stands(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, let_stand, _("Rettelsen står ved magt."))


def _done(request: HttpRequest, pk: int, verb: Callable[..., None], said: str) -> HttpResponse:
    reader = reader_in(request)
    correction = get_object_or_404(Correction.objects.filter(item__in=own_items(reader)), pk=pk)
    item = correction.item_id
    try:
        verb(correction, by=reader)
    except NotPossible as refused:
        said = str(refused)
    messages.info(request, said)
    return redirect("correct-item", pk=item)


def _corrected(form: ItemForm, item: AgendaItem, reader: Reader) -> int | None:
    """Do all that was changed, or none of it: then the form says why, and None comes back."""
    done: list[str] = []
    try:
        with transaction.atomic():
            for field, what, value, annex in form.changes():
                done.append(field)
                correct(item, what, value, annex=annex, by=reader)
    except NotPossible as refused:
        form.add_error(done[-1], str(refused))
        return None
    return len(done)


def _say(request: HttpRequest, number: int) -> None:
    if number == 0:
        messages.info(request, _("Der var intet at rette."))
        return
    done = ngettext("1 rettelse er gemt.", "%(number)s rettelser er gemt.", number)
    messages.info(request, done % {"number": number})


def _page(request: HttpRequest, item: AgendaItem, reader: Reader) -> Page | None:
    if item.source_page is None:
        return None
    pages = Page.objects.visible_to(reader).filter(version=item.source_page.version_id)
    pages = pages.select_related("version__document")
    return pages.filter(number=number_in(request, "side") or item.source_page.number).first()
