"""From texts to vectors, at an OpenAI-compatible address or with a sentence-transformers folder on this machine."""

import ipaddress
import json
import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Vector = list[float]

_TOO_MUCH = (400, 413, 422)
"""What servers say of a text that is too long for the model."""

_one_at_a_time = threading.Lock()
"""The tokenizers of local models do not bear two callers at once, and nobody wants the model loaded twice."""


_clients: dict["VectorSource", Any] = {}
_making = threading.Lock()


class NoVectors(Exception):
    """The model gave nothing usable, or not in time. Ask again later; the message says what happened."""


class NotTaken(NoVectors):
    """The model is there, and refuses these very texts: too long, most often."""


@dataclass(frozen=True, slots=True)
class VectorSource:
    """Where vectors come from. `address` is http:// or https:// (up to `/v1`), or a folder on this machine.

    Some models want to be told whether a text is asked or answers: that is what the prefixes are for.
    """

    address: str
    model: str
    key: str = ""
    question_prefix: str = ""
    text_prefix: str = ""

    @property
    def is_folder(self) -> bool:
        return not self.address.startswith(("http://", "https://"))

    @property
    def is_here(self) -> bool:
        """Whether what is sent stays on this machine."""
        host = urlsplit(self.address).hostname or ""
        try:
            return self.is_folder or host == "localhost" or ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False


def vectors_of(
    texts: Sequence[str], *, source: VectorSource, seconds: float, asked: bool = False
) -> list[Vector | None]:
    """Return a vector for each text, all of one length; None where the model's own was no numbers (NaN).

    `asked` are questions, not texts to be found. Waits `seconds` for each step of the answer (a folder: for as
    long as it takes). Raises `NoVectors`, or `NotTaken` where fewer or shorter texts may do.
    """
    prefix = source.question_prefix if asked else source.text_prefix
    told = [prefix + text for text in texts]
    found = _in_folder(told, source, asked=asked) if source.is_folder else _at_address(told, source, seconds)
    vectors = [_usable(one) for one in found]
    if len(vectors) != len(texts):
        raise NoVectors(f"{len(texts)} texts went out and {len(vectors)} vectors came back")
    if len({len(v) for v in vectors if v}) > 1:
        raise NoVectors("the vectors are not of one length")
    if len(vectors) > 1 and not any(vectors):
        raise NoVectors("none of the vectors holds numbers")
    return vectors


def prepare(source: VectorSource) -> None:
    """Load what takes long to load, so that the first question need not wait for it. Raises `NoVectors`."""
    if source.is_folder:
        _in_folder([""], source, asked=True)  # the first text takes longer than the others
    else:
        _client(source)


def _at_address(texts: list[str], source: VectorSource, seconds: float) -> list[Any]:
    import openai

    client = _client(source)
    try:
        answer = client.with_options(timeout=seconds).embeddings.with_raw_response.create(
            model=source.model, input=texts, encoding_format="float"
        )
        return _in_order(json.loads(answer.text))
    except openai.APIStatusError as error:
        kind = NotTaken if error.status_code in _TOO_MUCH else NoVectors
        raise kind(f"the address answers with status {error.status_code}") from error
    except openai.OpenAIError as error:
        raise NoVectors(f"the address does not answer ({type(error).__name__})") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoVectors(f"the answer cannot be read ({type(error).__name__})") from error


def _in_order(document: Any) -> list[Any]:
    """The vectors in the order of the texts, whatever the order of the answer."""
    data = document["data"]
    if sorted(int(one.get("index", n)) for n, one in enumerate(data)) != list(range(len(data))):
        raise ValueError("index")
    ordered = sorted(enumerate(data), key=lambda pair: int(pair[1].get("index", pair[0])))
    return [one["embedding"] for _, one in ordered]


def _in_folder(texts: list[str], source: VectorSource, *, asked: bool) -> list[Any]:
    try:
        with _one_at_a_time:
            model = _model(source.address)
            encode = model.encode_query if asked else model.encode_document
            found: list[Any] = encode(texts, show_progress_bar=False).tolist()
    except (RuntimeError, ValueError, OSError) as error:
        raise NoVectors(f"the model in the folder failed ({type(error).__name__}: {error})") from error
    return found


def _usable(vector: Any) -> Vector | None:
    """The vector, None when it holds no numbers to compare by."""
    if not isinstance(vector, list) or not vector:
        raise NoVectors("a vector is missing")
    try:
        length = math.sqrt(sum(x * x for x in vector))
    except (TypeError, OverflowError):
        return None
    return vector if math.isfinite(length) and length > 0 else None


def _client(source: VectorSource) -> Any:
    """The one client of this process for that address."""
    with _making:
        if source not in _clients:
            _clients[source] = _new_client(source)
        return _clients[source]


def _new_client(source: VectorSource) -> Any:
    import httpx
    from openai import OpenAI

    # What is to stay on this machine goes past no proxy, and nothing follows an address to another one. We have our
    # own way to try again; a client that waits by itself would hold a search up.
    door = httpx.Client(trust_env=not source.is_here, follow_redirects=False)
    return OpenAI(base_url=source.address, api_key=source.key or "none", max_retries=0, http_client=door)


@lru_cache(maxsize=1)
def _model(folder: str) -> Any:
    if not (Path(folder) / "config.json").is_file():
        raise NoVectors(f"{folder} holds no sentence-transformers model")
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(folder, local_files_only=True)
    except ImportError as error:
        raise NoVectors("a model in a folder needs sentence-transformers, which is not installed") from error
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise NoVectors(f"the model in {folder} cannot be loaded ({error})") from error
