"""A thumb up or down."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.conversation.choices import Reason
from raadhus.conversation.verdicts import judge
from raadhus.organisation.models import User
from raadhus.web.asking.forms import VerdictForm
from raadhus.web.asking.turns import Turn
from raadhus.web.asking.views import address_of
from raadhus.web.readers import reader_in


@login_required
@require_POST
def give_verdict(request: HttpRequest) -> HttpResponse:
    form = VerdictForm(request.POST)
    if not isinstance(request.user, User) or not form.is_valid():
        messages.info(request, _("Din vurdering blev ikke gemt. Prøv igen."))
        return redirect("ask")
    said = form.cleaned_data
    judge(
        said["q"],
        helpful=said["hjalp"] == "ja",
        reason=Reason(said["grund"]) if said["grund"] else None,
        comment=said["bemaerkning"],
        user=request.user,
        by=reader_in(request),
    )
    messages.info(request, _("Tak. Din vurdering er gemt og hjælper med at gøre svarene bedre."))
    return redirect(address_of(Turn(said["q"], said["q"]), request))
