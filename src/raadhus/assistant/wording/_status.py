"""What administrators may know of the model: whether it is on, and what it did lately. No word of what was asked."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, Sum
from django.utils import timezone

from raadhus.assistant.models import ModelCall
from raadhus.assistant.wording._calls import model_in_use
from raadhus.languagemodel import model_from_settings
from raadhus.openness import NotAllowed, Reader

DAYS = 30


@dataclass(frozen=True, slots=True)
class Status:
    """`model` is None where none is set; `local` tells that nothing leaves the machine. Counts are of the last 30 days.

    `cost` is in the currency of the prices, None without prices; `endings` and `dropped` count by reason.
    """

    model: str | None
    local: bool
    on: bool
    calls: int
    endings: dict[str, int]
    tokens_in: int
    tokens_out: int
    cost: Decimal | None
    median_ms: int | None
    kept: int
    dropped: dict[str, int]
    latest: tuple[ModelCall, ...]


def status(*, reader: Reader, latest: int = 20) -> Status:
    """Raises `NotAllowed` for anybody but administrators and the operator."""
    if not reader.sees_all:
        raise NotAllowed(reader, "read the log of the language model")
    model = model_from_settings()
    calls = ModelCall.objects.filter(at__gte=timezone.now() - timedelta(days=DAYS))
    sums = calls.aggregate(
        tokens_in=Sum("tokens_in"), tokens_out=Sum("tokens_out"), cost=Sum("cost"), kept=Sum("kept")
    )
    dropped: Counter[str] = Counter()
    for reasons in calls.values_list("dropped", flat=True):
        dropped.update(reasons)
    times = sorted(calls.filter(milliseconds__gt=0).values_list("milliseconds", flat=True))
    return Status(
        model=settings.RAADHUS_MODEL if model else None,
        local=model is not None and model.is_local,
        on=model_in_use() is not None,
        calls=calls.count(),
        endings=dict(calls.order_by("ending").values_list("ending").annotate(Count("pk"))),
        tokens_in=sums["tokens_in"] or 0,
        tokens_out=sums["tokens_out"] or 0,
        cost=sums["cost"],
        median_ms=times[len(times) // 2] if times else None,
        kept=sums["kept"] or 0,
        dropped=dict(dropped.most_common()),
        latest=tuple(calls.select_related("user").order_by("-at", "-pk")[:latest]),
    )
