"""Make a link, end a link, and forget what was asked."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.conversation.answering import reply
from raadhus.conversation.history import forget, forget_all
from raadhus.conversation.models import Question, SharedQuestion, Verdict
from raadhus.conversation.sharing import StandsOnClosed, share, stop_sharing
from raadhus.conversation.verdicts import take_back
from raadhus.openness import Reader
from raadhus.organisation.models import User
from raadhus.web.asking.forms import ShareForm
from raadhus.web.asking.replies import Shown, cited
from raadhus.web.readers import reader_in


def audiences(found: Shown, *, reader: Reader) -> list[tuple[str, str]]:
    """For whom a link to this answer can be: own bodies, and everyone unless it stands on something closed.

    Empty for those who see nothing closed: they share the page's own address; and where nothing is kept.
    """
    if not (reader.sees_all or reader.organizations) or not settings.RAADHUS_HISTORY_DAYS:
        return []
    choices = list(ShareForm(reader=reader).fields["til"].choices)[1:]  # type: ignore[attr-defined]
    return choices if found.closed else [*choices, (ShareForm.EVERYONE, _("Alle, der har linket"))]


@login_required
@require_POST
def share_question(request: HttpRequest) -> HttpResponse:
    reader = reader_in(request)
    form = ShareForm(request.POST, reader=reader)
    if not isinstance(request.user, User) or not form.is_valid():
        messages.info(request, _("Linket blev ikke lavet: Vælg, hvem der må åbne det."))
        return redirect("own-questions")
    question = form.cleaned_data["q"]
    passages = cited(reply(question, reader=reader))
    try:
        share(question, audience=form.audience, passages=passages, user=request.user, by=reader)
    except StandsOnClosed:
        messages.info(
            request, _("Linket blev ikke lavet: Svaret bygger på noget lukket, så ikke alle må se det.")
        )
    return redirect("own-questions")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_questions(request: HttpRequest) -> HttpResponse:
    """One's own questions, links and verdicts, and how to be rid of them."""
    reader = reader_in(request)
    if request.method == "POST":
        _delete(request, reader)
        return redirect("own-questions")
    return render(
        request,
        "asking/own.html",
        {
            "questions": Question.objects.of(reader),
            "links": [
                (one, request.build_absolute_uri(one.get_absolute_url()))
                for one in SharedQuestion.objects.of(reader).select_related("audience")
            ],
            "days": settings.RAADHUS_HISTORY_DAYS,
            "verdicts": Verdict.objects.of(reader),
        },
    )


def _delete(request: HttpRequest, reader: Reader) -> None:
    number = request.POST.get("nummer", "")
    if request.POST.get("handling") == "slet-alle":
        forget_all(by=reader)
        return
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    match request.POST.get("handling"):
        case "slet":
            forget(get_object_or_404(Question.objects.of(reader), pk=int(number)), by=reader)
        case "luk":
            stop_sharing(get_object_or_404(SharedQuestion.objects.of(reader), pk=int(number)), by=reader)
        case "fortryd":
            take_back(get_object_or_404(Verdict.objects.of(reader), pk=int(number)).text, by=reader)
