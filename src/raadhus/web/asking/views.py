"""Ask, go on asking, and see what an own or a shared question says now."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.assistant.wording import model_in_use
from raadhus.conversation.history import remember
from raadhus.conversation.models import Question, Verdict
from raadhus.conversation.sharing import opened
from raadhus.openness import Reader
from raadhus.organisation.models import User
from raadhus.web.asking.forms import QuestionForm
from raadhus.web.asking.replies import Shown, shown
from raadhus.web.asking.sharing import audiences
from raadhus.web.asking.turns import Turn, turn
from raadhus.web.readers import reader_in

LATEST = "latest-question"
"""In the session, until the answer is shown: the number of the question, how it was typed, and what it leant on.

It is taken out again at once: what is deleted from the history is not to live on there.
"""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A question in the address is answered and leaves no trace; an account's form is remembered first."""
    form = QuestionForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return _page(request, Turn("", ""), form=form)
    asked = turn(
        form.cleaned_data["q"], before=form.cleaned_data["efter"], literal=form.cleaned_data["ordret"]
    )
    if request.method == "POST":
        return redirect(address_of(asked, request))
    return _page(request, asked)


@never_cache
@require_safe
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """A question out of one's own history, asked again as of now."""
    mine = get_object_or_404(Question.objects.of(reader_in(request)), pk=pk)
    number, typed, before = request.session.pop(LATEST, (None, "", ""))
    asked = Turn(typed, mine.text, before) if number == pk else Turn(mine.text, mine.text)
    return _page(request, asked, own=mine)


@never_cache
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody's shared question, asked for whoever opens it; nothing tells why a link leads nowhere."""
    text = opened(token, reader=reader_in(request))
    if text is None:
        raise Http404
    return _page(request, Turn(text, text), shared=True)


def address_of(asked: Turn, request: HttpRequest) -> str:
    """Where the answer stands: for an account at a number, so that its words stand in no address and no log."""
    user = request.user
    if isinstance(user, User):
        remember(asked.question, user=user, by=reader_in(request))
        kept = Question.objects.of(reader_in(request)).filter(text=asked.question).first()
        if kept is not None:
            request.session[LATEST] = (kept.pk, asked.typed, asked.before)
            return reverse("own-question", args=[kept.pk])
    told = {"q": asked.typed, "efter": asked.before if asked.is_rewritten else ""}
    return f"{reverse('ask')}?{urlencode({name: value for name, value in told.items() if value})}"


def _page(
    request: HttpRequest,
    asked: Turn,
    *,
    form: QuestionForm | None = None,
    own: Question | None = None,
    shared: bool = False,
) -> HttpResponse:
    reader = reader_in(request)
    found = shown(asked.question, reader=reader) if asked.question else None
    value = form["q"].value() if form else asked.question
    context = {"turn": asked, "form": form, "value": value or "", "is_shared": shared}
    return render(request, "asking/ask.html", context | context_of(found, asked, own=own, reader=reader))


def context_of(found: Shown | None, asked: Turn, *, own: Question | None, reader: Reader) -> dict[str, Any]:
    """What the answer's own part of the page shows."""
    streams = model_in_use() is not None
    if found is None:
        return {"shown": None, "streams": streams}
    return {
        "streams": streams,
        "turn": asked,
        "shown": found,
        "own": own,
        "answer": found.answer,
        "audiences": audiences(found, reader=reader),
        "verdict": Verdict.objects.of(reader).filter(text=asked.question).first(),
    }
