"""The answer as it comes, for a page that can show it so: one JSON document to a line, the last with the whole part."""

import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseBase, StreamingHttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from raadhus.assistant.wording import Done
from raadhus.conversation.models import Question
from raadhus.web.asking.forms import QuestionForm
from raadhus.web.asking.replies import of, steps
from raadhus.web.asking.turns import Turn, turn
from raadhus.web.asking.views import address_of, context_of
from raadhus.web.readers import reader_in


@never_cache
@require_http_methods(["GET", "POST"])
def stream(request: HttpRequest) -> HttpResponseBase:
    """Each line is `{"sentence": "..."}`; the last is `{"html": "...", "address": "..."}`."""
    form = QuestionForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid() or not form.cleaned_data["q"].strip():
        return HttpResponseBadRequest()
    asked = turn(
        form.cleaned_data["q"], before=form.cleaned_data["efter"], literal=form.cleaned_data["ordret"]
    )
    address = address_of(asked, request) if request.method == "POST" else _public_address(asked, request)
    lines = StreamingHttpResponse(_lines(asked, address, request), content_type="application/x-ndjson")
    lines["X-Accel-Buffering"] = "no"  # a server in front is not to collect them
    return lines


def _public_address(asked: Turn, request: HttpRequest) -> str:
    return f"{request.path.removesuffix('/stroem')}?{request.GET.urlencode()}"


def _lines(asked: Turn, address: str, request: HttpRequest) -> Iterator[str]:
    reader = reader_in(request)
    own = Question.objects.of(reader).filter(text=asked.question).first()
    for step in steps(asked.question, reader=reader):
        if isinstance(step, Done):
            context = context_of(of(step.answer), asked, own=own, reader=reader)
            html = render_to_string("asking/_answer.html", context, request=request)
            yield json.dumps({"html": html, "address": address}) + "\n"
        else:
            yield json.dumps({"sentence": step.text, "new_line": step.new_line}) + "\n"
