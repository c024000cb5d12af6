"""The log of calls, the limits that are counted in it, and the switch."""

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from raadhus.assistant.choices import Asker, Ending
from raadhus.assistant.models import ModelCall, ModelSwitch
from raadhus.core.journal import record
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import User

NOT_MADE = (Ending.SWITCHED_OFF, Ending.OVER_LIMIT, Ending.KEPT_BACK)
LETTERS_A_TOKEN = 3
"""About so many letters of Danish make a token, where a server does not count."""


@dataclass(slots=True)
class Tally:
    """What is counted while the model writes."""

    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    tokens_in: int | None = None
    tokens_out: int | None = None
    letters_in: int = 0
    letters_out: int = 0
    began: float = field(default_factory=time.monotonic)


def model_in_use() -> str | None:
    """The name of the model that words answers just now; None when there is none or it is switched off."""
    if not settings.RAADHUS_MODEL_ADDRESS or settings.RAADHUS_MODEL_OFF or switched_off():
        return None
    return str(settings.RAADHUS_MODEL)


def switched_off() -> bool:
    """Asked for before a call and before each sentence, so that the switch works at once."""
    return ModelSwitch.objects.filter(off=True).exists()


@transaction.atomic
def switch(*, off: bool, by: Reader) -> None:
    """Turn the model off, or on again, for every process. Raises `NotAllowed` but for administrators."""
    if not by.sees_all:
        raise NotAllowed(by, "switch the language model")
    row, _ = ModelSwitch.objects.update_or_create(pk=1, defaults={"off": off, "changed_by": by.username})
    record("model.switched_off" if off else "model.switched_on", row, actor=by.username)


def begun(reader: Reader) -> ModelCall:
    """Log that a call begins; where a limit is reached, its ending says so and nothing must be called."""
    call = ModelCall.objects.create(model=settings.RAADHUS_MODEL, **_who(reader))
    if _over_limit(call):
        call.ending = Ending.OVER_LIMIT
        call.save(update_fields=["ending"])
    return call


def not_made(reader: Reader, why: Ending) -> None:
    """Log a call that was not made."""
    ModelCall.objects.create(model=settings.RAADHUS_MODEL, ending=why, **_who(reader))


def ended(call: ModelCall, ending: Ending, tally: Tally) -> None:
    """Log how it went, and forget calls that are older than the setting says."""
    estimated = tally.tokens_in is None or tally.tokens_out is None
    call.ending = ending
    call.estimated = estimated
    call.tokens_in = tally.letters_in // LETTERS_A_TOKEN if tally.tokens_in is None else tally.tokens_in
    call.tokens_out = tally.letters_out // LETTERS_A_TOKEN if tally.tokens_out is None else tally.tokens_out
    call.milliseconds = round((time.monotonic() - tally.began) * 1000)
    call.cost = _cost(call)
    call.kept, call.dropped = tally.kept, dict(tally.dropped)
    call.save()
    forget_old_calls()


def forget_old_calls(now: datetime | None = None) -> int:
    """Delete the log's rows that are older than `RAADHUS_MODEL_LOG_DAYS`; returns how many."""
    oldest = (now or timezone.now()) - timedelta(days=settings.RAADHUS_MODEL_LOG_DAYS)
    return ModelCall.objects.filter(at__lt=oldest).delete()[0]


def _who(reader: Reader) -> dict[str, object]:
    if reader.is_anonymous:
        return {"asker": Asker.ANONYMOUS}
    user = User.objects.filter(username=reader.username).first()
    if user is None and reader == Reader.operator():
        return {"asker": Asker.OPERATOR}
    return {"asker": Asker.USER, "user": user}


def _over_limit(call: ModelCall) -> bool:
    """Whether this call is one too many today: of everybody's, of this user's, or of all strangers' together."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    made = ModelCall.objects.filter(at__gte=today).exclude(ending__in=NOT_MADE)
    if made.count() > settings.RAADHUS_MODEL_PER_DAY:
        return True
    if call.asker == Asker.ANONYMOUS:
        return bool(made.filter(asker=Asker.ANONYMOUS).count() > settings.RAADHUS_MODEL_ANONYMOUS)
    if call.user_id is None:
        return False
    return bool(made.filter(user=call.user_id).count() > settings.RAADHUS_MODEL_PER_USER)


def _cost(call: ModelCall) -> Decimal | None:
    price_in, price_out = settings.RAADHUS_MODEL_PRICE_IN, settings.RAADHUS_MODEL_PRICE_OUT
    if price_in is None and price_out is None:
        return None
    spent = call.tokens_in * (price_in or 0) + call.tokens_out * (price_out or 0)
    return (Decimal(spent) / 1_000_000).quantize(Decimal("0.000001"))
