"""One question to a language model, and its words as they come."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

ATTEMPTS = 3
FIRST_WAIT, LONGEST_WAIT = 0.5, 10.0
"""Seconds before the second attempt, doubled for the next; and as long as a server may ask us to wait."""

MOST_TOKENS = 1200
MOST_LETTERS = 12_000
"""An answer is never so long: what goes on is no answer."""


class NoWords(Exception):
    """The model did not answer to the end; the message names what happened and holds no text of the call."""


class TooSlow(NoWords):
    """The time was up."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model at an OpenAI-compatible address ("http://127.0.0.1:11434/v1"); `seconds` is the limit of a call."""

    address: str
    name: str
    key: str = ""
    seconds: float = 60.0

    def __repr__(self) -> str:
        return f"Model({self.name!r})"  # the key stands in no trace

    @property
    def is_local(self) -> bool:
        """True when what is sent stays on this machine."""
        host = urlsplit(self.address).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def model_from_settings() -> Model | None:
    """The model that words answers; None without `RAADHUS_MODEL_ADDRESS`."""
    if not settings.RAADHUS_MODEL_ADDRESS:
        return None
    return Model(
        settings.RAADHUS_MODEL_ADDRESS,
        settings.RAADHUS_MODEL,
        settings.RAADHUS_MODEL_KEY,
        settings.RAADHUS_MODEL_SECONDS,
    )


class Call:
    """A call under way: iterate for its pieces of text, once. Leaving the loop ends the call.

    A thread of its own reads, so that the time limit holds whatever the server does. Raises `NoWords`. Afterwards
    `finished` tells whether the model said that it was done, and the tokens are the server's count (None: not told).
    """

    def __init__(self, model: Model, *, system: str, user: str) -> None:
        self.finished = False
        self.tokens_in: int | None = None
        self.tokens_out: int | None = None
        self._model = model
        self._messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        self._pieces: SimpleQueue[str | Exception | None] = SimpleQueue()
        self._given_up = threading.Event()
        self._client: Any = None

    def __iter__(self) -> Iterator[str]:
        ends = time.monotonic() + self._model.seconds
        letters = 0
        threading.Thread(target=self._read, name="language model", daemon=True).start()
        try:
            while letters < MOST_LETTERS:
                piece = self._next(ends)
                if piece is None:
                    return
                letters += len(piece)
                yield piece
            self.finished = False
            raise NoWords("it never ended")
        finally:
            self._given_up.set()
            if self._client is not None:
                self._client.close()

    def _next(self, ends: float) -> str | None:
        try:
            piece = self._pieces.get(timeout=max(ends - time.monotonic(), 0.0))
        except Empty:
            raise TooSlow("the time was up") from None
        if isinstance(piece, Exception):
            raise _named(piece) from None  # the original may hold what was sent
        return piece

    def _read(self) -> None:
        try:
            self._try_again_and_again()
        except Exception as error:  # noqa: BLE001  # anything can come from another program; told on the other side
            self._pieces.put(error)
        else:
            self._pieces.put(None)

    def _try_again_and_again(self) -> None:
        import openai

        self._client = openai.OpenAI(
            base_url=self._model.address,
            api_key=self._model.key or "none",
            max_retries=0,
            # What may stay on this machine must not leave it by a proxy or a redirection.
            http_client=openai.DefaultHttpxClient(
                follow_redirects=False, trust_env=not self._model.is_local, timeout=self._model.seconds
            ),
        )
        wishes: dict[str, Any] = {
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "stream_options": {"include_usage": True},
        }
        wait = FIRST_WAIT
        for attempt in range(1, ATTEMPTS + 1):
            if self._given_up.is_set():
                return None
            try:
                return self._once(wishes)
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                if not wishes:
                    raise
                wishes = {}  # some servers refuse what they do not know
            except (openai.APIConnectionError, openai.RateLimitError, openai.InternalServerError) as error:
                if attempt == ATTEMPTS:
                    raise
                if self._given_up.wait(min(max(wait, _asked_wait(error)), LONGEST_WAIT)):
                    return None
                wait *= 2
        return None

    def _once(self, wishes: dict[str, Any]) -> None:
        stream = self._client.chat.completions.create(
            model=self._model.name, messages=self._messages, stream=True, **wishes
        )
        with stream:
            for chunk in stream:
                if self._given_up.is_set():
                    return
                self._take(chunk)

    def _take(self, chunk: Any) -> None:
        """Whatever of a chunk is as it should be; servers differ, and some are wrong."""
        if usage := getattr(chunk, "usage", None):
            self.tokens_in = _count(getattr(usage, "prompt_tokens", None))
            self.tokens_out = _count(getattr(usage, "completion_tokens", None))
        for choice in (getattr(chunk, "choices", None) or [])[:1]:
            text = getattr(getattr(choice, "delta", None), "content", None)
            if isinstance(text, str) and text:
                self._pieces.put(text)
            self.finished = self.finished or getattr(choice, "finish_reason", None) == "stop"


def _count(told: object) -> int | None:
    return told if isinstance(told, int) and 0 <= told < 10**9 else None


def _asked_wait(error: Exception) -> float:
    response = getattr(error, "response", None)
    try:
        return float(response.headers.get("retry-after", 0)) if response is not None else 0.0
    except ValueError:
        return 0.0


def _named(error: Exception) -> NoWords:
    import openai

    if isinstance(error, openai.APITimeoutError) or "Timeout" in type(error).__name__:
        return TooSlow("the time was up")
    return NoWords(" ".join(filter(None, [type(error).__name__, str(getattr(error, "status_code", ""))])))
