"""One polite client: one request at a time with a pause, to the one host it was given, and no more than it may.

What it fetches is written aside and moved in whole, with what the server said of it beside it.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import httpx
from django.utils.translation import gettext as _

from raadhus.harvest._bodies import Garbled, TooLong, TooMuch, pieces
from raadhus.harvest._network import Astray, Pinned
from raadhus.harvest._waiting import Manners, waits
from raadhus.harvest.answers import Answer, NotFetched, NotNow, NotThere, note_of

ATTEMPTS = 4
HOPS = 5
ENOUGH = 3
"""Things in a row that the host could not give us, after which it is left alone."""
TOKEN = "Raadhus"  # noqa: S105  # what robots.txt calls us
_AGAIN = frozenset({429, 500, 502, 503, 504})
_MEGABYTE = 1024 * 1024
_MOST_ROBOTS = 512 * 1024


class Client:
    """Fetches from the host at `origin`. Use it as a context: leaving it closes the connection."""

    def __init__(
        self,
        origin: str,
        manners: Manners,
        *,
        private: bool,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._origin = httpx.URL(origin)
        self._manners = manners
        self._sleep = sleep
        self._last = 0.0
        self._pause = manners.pause
        self._robots: RobotFileParser | None = None
        self._failed = 0
        self.requests = 0
        self.bytes = 0
        self._http = httpx.Client(
            transport=Pinned(private=private),
            headers={"User-Agent": manners.agent, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(manners.silence),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_exc: object) -> None:
        self._http.close()

    def greet(self) -> None:
        """Read what the host asks of robots, and take its anonymous cookie. Raises `NotNow`."""
        try:
            self._read_robots()
            if self._may("/"):
                self._ask("/", None, most=4 * _MEGABYTE, known=None)
        except NotThere:
            return
        except NotFetched as failed:
            raise NotNow(str(failed)) from failed

    def fetch(self, path: str, file: Path, *, most: int | None = None, known: Answer | None = None) -> Answer:
        """Fetch `path` into `file`, unless the server says that what we know is still right.

        `most` is in bytes. Raises `NotThere`, `NotFetched`, `NotNow`, `OSError`.
        """
        if not self._may(path):
            raise NotFetched(_("Værten beder i robots.txt om, at %s ikke hentes.") % path)
        return self._ask(path, file, most=most or round(self._manners.most_mb * _MEGABYTE), known=known)

    def _may(self, path: str) -> bool:
        return self._robots is None or self._robots.can_fetch(TOKEN, str(self._origin.join(path)))

    def _read_robots(self) -> None:
        """A host without the file allows everything; one whose file cannot be read is left alone (RFC 9309)."""
        robots = RobotFileParser()
        try:
            lines = self._text("/robots.txt")
        except NotThere:
            lines = ""
        robots.parse(lines.splitlines())
        self._robots = robots
        delay = robots.crawl_delay(TOKEN)
        if delay is not None:
            self._pause = max(self._pause, min(float(delay), self._manners.patience))

    def _text(self, path: str) -> str:
        told: list[bytes] = []
        self._ask(path, None, most=_MOST_ROBOTS, known=None, told=told)
        return b"".join(told).decode("utf-8", "replace")

    def _ask(
        self,
        path: str,
        file: Path | None,
        *,
        most: int,
        known: Answer | None,
        told: list[bytes] | None = None,
    ) -> Answer:
        """Try, and try again while that may help."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                answer = self._once(path, file, most=most, known=known, told=told)
                self._failed = 0
                return answer
            except _Again as again:
                wait = waits(attempt, again.after, self._manners)
                if wait > self._manners.patience:
                    raise NotNow(_("Værten beder os vente: %s.") % again, wait) from None
                if attempt == ATTEMPTS:
                    self._failed += 1
                    raise _given_up(again, wait, often=self._failed >= ENOUGH) from None
                self._sleep(wait)
        raise AssertionError("unreachable")

    def _once(
        self, path: str, file: Path | None, *, most: int, known: Answer | None, told: list[bytes] | None
    ) -> Answer:
        url, headers = self._origin.join(path), _conditions(known)
        ends = time.monotonic() + self._manners.seconds
        try:
            for _hop in range(HOPS):
                self._rest()
                with self._http.stream("GET", url, headers=headers) as response:
                    if response.is_redirect and "location" in response.headers:
                        url = self._onwards(url, response.headers["location"])
                        continue
                    return self._received(response, file, most=most, ends=ends, known=known, told=told)
        except httpx.TransportError as error:
            raise _Again(_("forbindelsen svigtede (%s)") % type(error).__name__) from error
        except httpx.HTTPError as error:
            raise NotFetched(_("Svaret kan ikke læses (%s).") % type(error).__name__) from error
        except TooLong:
            seconds = round(self._manners.seconds)
            raise NotFetched(_("Svaret var ikke færdigt efter %s sekunder.") % seconds) from None
        except TooMuch:
            raise NotFetched(_("Filen er større end %s MB.") % round(most / _MEGABYTE, 1)) from None
        except Garbled:
            raise NotFetched(_("Filen er pakket på en måde, der ikke kan læses.")) from None
        except Astray:
            raise NotFetched(_("Værtens navn peger nu på en adresse i et lukket net.")) from None
        raise NotFetched(_("Værten sender videre igen og igen."))

    def _received(
        self,
        response: httpx.Response,
        file: Path | None,
        *,
        most: int,
        ends: float,
        known: Answer | None,
        told: list[bytes] | None,
    ) -> Answer:
        status = response.status_code
        if status in (404, 410) or (told is not None and 400 <= status < 500 and status != 429):
            raise NotThere
        if status in _AGAIN:
            raise _Again(str(status), after=response.headers.get("retry-after"), busy=status in (429, 503))
        if known is not None and (status == 304 or _is_as_long(response, known)):
            return replace(known, unchanged=True)
        if status != 200:
            raise NotFetched(_("Værten svarede %s.") % status)
        answer = Answer(
            response.headers.get("etag", "")[:300], response.headers.get("last-modified", "")[:100]
        )
        self._keep(pieces(response, most=most, ends=ends), file, answer, told)
        return answer

    def _keep(self, body: Any, file: Path | None, answer: Answer, told: list[bytes] | None) -> None:
        if file is None:
            told = [] if told is None else told
            told.clear()  # a first attempt may have been cut off
            for piece in body:
                self.bytes += len(piece)
                told.append(piece)
            return
        part = file.with_name(f".{file.name}.part")
        with part.open("wb") as out:
            for piece in body:
                self.bytes += len(piece)
                out.write(piece)
        note_of(file).write_text(json.dumps(asdict(answer)), "utf-8")
        part.replace(file)

    def _onwards(self, url: httpx.URL, location: str) -> httpx.URL:
        """Where the host sends us on to: only to itself, by the same scheme and port."""
        try:
            onwards = url.join(location)
        except (httpx.InvalidURL, ValueError):
            raise NotFetched(_("Værten sender videre til en adresse, der ikke kan læses.")) from None
        if (onwards.scheme, onwards.host, onwards.port) != (url.scheme, url.host, url.port):
            where = f"{onwards.scheme}://{onwards.host}"[:200]
            raise NotFetched(_("Værten sender videre til et andet sted: %s") % where)
        return onwards

    def _rest(self) -> None:
        left = self._last + self._pause - time.monotonic()
        if self.requests and left > 0:
            self._sleep(left)
        self._last = time.monotonic()
        self.requests += 1


class _Again(Exception):
    """It may go better in a moment. `after`: what the server said of when; `busy`: it has too much to do."""

    def __init__(self, message: str, after: str | None = None, *, busy: bool = False) -> None:
        self.after, self.busy = after, busy
        super().__init__(message)


def _given_up(again: _Again, wait: float, *, often: bool) -> NotFetched | NotNow:
    if again.busy:
        return NotNow(_("Værten har for travlt: %s.") % again, wait)
    said = _("Det lykkedes ikke efter %(times)s forsøg: %(why)s.") % {"times": ATTEMPTS, "why": again}
    return NotNow(said) if often else NotFetched(said)


def _is_as_long(response: httpx.Response, known: Answer) -> bool:
    """What a server that knows no conditions says before it sends: enough not to take a large file twice."""
    if known.size is None or known.etag or known.modified or "content-encoding" in response.headers:
        return False
    return response.status_code == 200 and response.headers.get("content-length") == str(known.size)


def _conditions(known: Answer | None) -> dict[str, str]:
    if known is None:
        return {}
    found = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in found.items() if value}
