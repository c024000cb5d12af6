"""From an answer without a model to the same in a model's words, as far as they can be proved."""

from collections.abc import Iterator

from django.conf import settings

from raadhus.assistant import answer
from raadhus.assistant._answer import Answer
from raadhus.assistant.models import ModelSwitch
from raadhus.assistant.wording._steps import Done, Step
from raadhus.openness import Reader


def model_in_use() -> str | None:
    """The name of the model that words answers just now; None when there is none or it is switched off."""
    if not settings.RAADHUS_MODEL_ADDRESS or settings.RAADHUS_MODEL_OFF:
        return None
    return None if ModelSwitch.objects.filter(off=True).exists() else settings.RAADHUS_MODEL


def worded(question: str, *, reader: Reader, given: Answer | None = None) -> Iterator[Step]:
    """Answer in the model's words, sentence by sentence; the last step is always `Done`.

    `given` is the answer without a model, where the caller has it already. Closing the iterator ends the call of
    the model.
    """
    yield Done(given or answer(question, reader=reader))
