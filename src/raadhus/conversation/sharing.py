"""A question passed on as a link, and who may open it.

The link carries neither question nor answer, only a token. A question may itself say something closed ("hvorfor
købte vi grunden for ..."), so whoever shares it says for whom it is: everyone, or the members of one body they sit
in. Besides, the opener must be allowed to see every passage that the sharer's answer stood on; if a passage is gone
or has been closed since, the link is closed too. Everyone can only be chosen while all of these are public. Then the
question is asked again for the opener, so that the answer is never more than theirs.
"""

from collections.abc import Collection
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from raadhus.conversation.history import require_self
from raadhus.conversation.models import LONGEST, SharedQuestion
from raadhus.core.journal import record
from raadhus.documents.models import Passage
from raadhus.openness import NotAllowed, Reader, require_seat
from raadhus.organisation.models import Organization, User


class StandsOnClosed(Exception):
    """The answer stands on something closed: it cannot be shared with everyone."""


def sees_all_of(passages: Collection[int], *, reader: Reader) -> bool:
    """True when `reader` may see every one of the passages (ids); one that is gone is seen by nobody."""
    wanted = set(passages)
    return Passage.objects.visible_to(reader).filter(pk__in=wanted).count() == len(wanted)


@transaction.atomic
def share(
    text: str, *, audience: Organization | None, passages: Collection[int], user: User, by: Reader
) -> SharedQuestion:
    """Make a link to the question. `passages` are the ids of what its answer cites for the sharer.

    Raises `NotAllowed` for another's account, an audience the sharer does not belong to, or passages not theirs to
    see; `StandsOnClosed` when it is for everyone and not everyone may see the passages.
    """
    require_self(user, by)
    if audience is not None:
        require_seat(by, audience.pk, "share with another body")
    if not sees_all_of(passages, reader=by):
        raise NotAllowed(by, "share what is closed to oneself")
    if audience is None and not sees_all_of(passages, reader=Reader.anonymous()):
        raise StandsOnClosed
    shared = SharedQuestion.objects.create(
        user=user,
        text=" ".join(text.split())[:LONGEST],
        audience=audience,
        passages=sorted(set(passages)),
        shared_at=timezone.now(),
    )
    record("question.shared", shared, actor=by.username, audience=audience and audience.pk)
    return shared


def opened(token: str, *, reader: Reader) -> str | None:
    """The question behind a link, for a reader who may see it; None otherwise, whatever the reason."""
    since = timezone.now() - timedelta(days=settings.RAADHUS_HISTORY_DAYS)
    shared = SharedQuestion.objects.filter(token=token, shared_at__gte=since).select_related("user").first()
    if shared is None or not shared.user.is_active:
        return None
    if reader.username == shared.user.username:
        return shared.text
    if shared.audience_id is not None and not reader.belongs_to(shared.audience_id):
        return None
    return shared.text if sees_all_of(shared.passages, reader=reader) else None


@transaction.atomic
def stop_sharing(shared: SharedQuestion, *, by: Reader) -> None:
    """Make the link lead nowhere. Raises `NotAllowed` for another's."""
    require_self(shared.user, by)
    record("question.unshared", shared, actor=by.username)
    shared.delete()
