"""The draft of an inquiry: to read, change, copy, download or mail. Nothing of it is stored."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from raadhus.conversation.answering import reply
from raadhus.conversation.inquiry import CONFIDENTIAL, Draft, Kind, drafted
from raadhus.conversation.letters import as_docx
from raadhus.conversation.models import LONGEST, Question
from raadhus.organisation.models import User
from raadhus.web.asking.replies import of
from raadhus.web.readers import reader_in

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAILED = 1500
"""So many characters of a letter fit in the address of a mail everywhere; a longer one is shortened there."""
LONGEST_LETTER = 20_000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def draft_page(request: HttpRequest) -> HttpResponse:
    """Show the draft; posted back, perhaps changed, it comes as a Word file."""
    told = request.POST if request.method == "POST" else request.GET
    question = _question(request, told.get("q", ""), told.get("mit", ""))
    if not question:
        return redirect("ask")
    kind = Kind.COMMITTEE if told.get("til") == Kind.COMMITTEE else Kind.TEN_DAYS
    draft = _draft(request, question, kind)
    if request.method == "POST":
        return _file(draft, _printable(request.POST.get("brev", ""))[:LONGEST_LETTER] or draft.text)
    return render(
        request,
        "asking/inquiry.html",
        {
            "draft": draft,
            "question": question,
            "kind": kind,
            "mail": _mail(draft),
            "own": told.get("mit", ""),
        },
    )


def _question(request: HttpRequest, text: str, number: str) -> str:
    """The question of the address; or one of the reader's own by its number, so that its words stand in no address."""
    if number.isdecimal() and len(number) < 19:
        mine = Question.objects.of(reader_in(request)).filter(pk=int(number)).first()
        if mine is not None:
            return mine.text
    return " ".join(_printable(text).split())[:LONGEST]


def _printable(text: str) -> str:
    """Without the control characters that a Word file cannot hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\r\n\t")


def _draft(request: HttpRequest, question: str, kind: Kind) -> Draft:
    answer = reply(question, reader=reader_in(request))
    name = str(request.user.person or request.user) if isinstance(request.user, User) else ""
    return drafted(question, answer, kind=kind, name=name, closed=of(answer).closed)


def _mail(draft: Draft) -> str:
    """The address that opens a mail with the letter; empty for a confidential one, which is not to be mailed so."""
    if draft.closed:
        return ""
    text = draft.text if len(draft.text) <= MAILED else draft.text[: MAILED - 2].rsplit(" ", 1)[0] + " …"
    return f"mailto:?subject={quote(draft.subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"


def _file(draft: Draft, text: str) -> HttpResponse:
    letter = as_docx(text, title=draft.subject, confidential=CONFIDENTIAL if draft.closed else "")
    name = "fortroligt-udkast.docx" if draft.closed else "udkast-til-forespoergsel.docx"
    return HttpResponse(
        letter, content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
