"""A body as it comes, never more of it than was allowed: in bytes sent, in bytes unpacked and in seconds."""

import time
import zlib
from collections.abc import Callable, Iterator

import httpx

_PIECE = 256 * 1024
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}


class TooMuch(Exception):
    """More than `most` bytes."""


class TooLong(Exception):
    """The time was up."""


class Garbled(Exception):
    """Packed in a way we did not ask for, or not as it says."""


def pieces(
    response: httpx.Response, *, most: int, ends: float, clock: Callable[[], float] = time.monotonic
) -> Iterator[bytes]:
    """Yield the body unpacked. Raises `TooMuch`, `TooLong`, `Garbled`, `httpx.TransportError`.

    A few kilobytes may stand for gigabytes: what is unpacked is counted piece by piece.
    """
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise TooMuch
    total = 0
    for piece in _unpacked(response):
        total += len(piece)
        if total > most:
            raise TooMuch
        if clock() > ends:
            raise TooLong
        yield piece


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    packed = response.headers.get("content-encoding", "").strip().lower()
    if packed in ("", "identity"):
        yield from response.iter_raw()
        return
    if packed not in _PACKED:
        raise Garbled
    unpacker = zlib.decompressobj(_PACKED[packed])
    try:
        for raw in response.iter_raw():
            while raw:
                yield unpacker.decompress(raw, _PIECE)
                raw = unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise Garbled from error
    if not unpacker.eof:
        raise Garbled
