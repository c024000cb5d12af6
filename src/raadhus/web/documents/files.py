"""What is not a page of HTML: pictures of pages and the originals themselves."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from raadhus.documents.models import Page, Version
from raadhus.documents.storage import path_of
from raadhus.web.documents.pictures import NoPicture, picture_of, tag_of
from raadhus.web.readers import reader_in

# A browser may keep its copy, but must ask whether its reader may still see it.
PRIVATE = {"Cache-Control": "private, no-cache"}


@require_safe
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    seen = Page.objects.visible_to(reader_in(request)).select_related("version").defer("text")
    page = get_object_or_404(seen, version=pk, number=number)
    size = "thumbnail" if "lille" in request.GET else "page"
    try:
        place = picture_of(page, size=size)
    except NoPicture as error:
        raise Http404 from error
    tag = tag_of(page, size=size)
    answer = get_conditional_response(request, etag=tag, last_modified=None)
    if answer is None:
        answer = HttpResponse(place.read_bytes(), content_type="image/webp")
    for name, value in {**PRIVATE, "ETag": tag}.items():
        answer[name] = value
    return answer


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    reader = reader_in(request)
    version = get_object_or_404(Version.objects.visible_to(reader), pk=pk)
    place = path_of(version.sha256)
    if not version.original_visible_to(reader) or not place.is_file():
        raise Http404
    return FileResponse(
        place.open("rb"),
        as_attachment=True,
        filename=PurePath(version.file_name).name,
        content_type=version.media_type,
        headers=PRIVATE,
    )
