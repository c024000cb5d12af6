"""A publication host of the invented municipality of Hjelmsund, over real HTTP on this machine.

It misbehaves when told to.
"""

import gzip
import hashlib
import io
import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any

Misbehaviour = Callable[[BaseHTTPRequestHandler], None]
LIST = "/api/agenda/udvalgsliste"


def guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


@cache
def pdf(text: str) -> bytes:
    """A page with the text on it, the same bytes every time."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(50, 800, text)
    canvas.save()
    return out.getvalue()


@dataclass(slots=True)
class Item:
    title: str
    text: str = "Vi har set på sagen."
    annexes: Sequence[int] = ()
    decision: str = ""
    closed: bool = False


@dataclass(slots=True)
class Meeting:
    committee: str
    day: str
    items: list[Item]
    minutes: bool = False


@dataclass(slots=True)
class Host:
    """What it publishes (by number), what it was asked for, and how it is to misbehave: once for each in the queue."""

    meetings: dict[int, Meeting] = field(default_factory=dict)
    annexes: dict[int, bytes] = field(default_factory=dict)
    robots: str | None = None
    validators: bool = True
    viewer: bool = False
    asked: list[tuple[str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    misbehave: dict[str, deque[Misbehaviour]] = field(default_factory=lambda: defaultdict(deque))
    address: str = ""
    on_ask: Callable[[int], None] = lambda _number: None

    def asked_for(self, path: str, *, status: int | None = None) -> int:
        return sum(path in one and status in (None, code) for one, code in self.asked)

    def body_of(self, address: str) -> bytes | None:
        path, _, asked = address.partition("?")
        if self.viewer and path.startswith("/vis/") and "redirectDirectlyToPdf=true" not in asked:
            return b"<!DOCTYPE html><html><body><iframe></iframe></body></html>"
        if path == "/robots.txt":
            return self.robots.encode() if self.robots is not None else None
        if path == "/":
            return b"<!doctype html><title>Hjelmsund</title>"
        if path == LIST:
            return _json(self._list())
        number = _number_in(path)
        if path.startswith("/api/agenda/dagsorden/") and number in self.meetings:
            return _json(self._agenda(number))
        if path.startswith("/vis/pdf/bilag/") and number in self.annexes:
            return self.annexes[number]
        return None

    def _list(self) -> dict[str, Any]:
        bodies: dict[str, dict[str, Any]] = {}
        for number, meeting in self.meetings.items():
            body = bodies.setdefault(meeting.committee, {"Navn": meeting.committee, "Moeder": []})
            body["Moeder"].append({"Id": guid(number), **_moment(meeting)})
        return {"Udvalg": {"Udvalg 2030-2033": list(bodies.values())}}

    def _agenda(self, number: int) -> dict[str, Any]:
        meeting = self.meetings[number]
        return {
            "Id": guid(number),
            "Udvalg": {"Navn": meeting.committee},
            "Moede": {"Id": guid(0), "Sted": "Sal 2", **_moment(meeting)},
            "Dagsordenpunkter": [_point(n, item) for n, item in enumerate(meeting.items, 1)],
        }


def _moment(meeting: Meeting) -> dict[str, Any]:
    name = "Referat" if meeting.minutes else "Dagsorden"
    return {"Navn": name, "Dato": f"{meeting.day}T16:00:00+02:00"}


def _point(number: int, item: Item) -> dict[str, Any]:
    told = f"<h3>Sagsfremstilling</h3><p>{item.text}</p>"
    told += f"<h3>Beslutning</h3><p>{item.decision}</p>" if item.decision else ""
    return {
        "Punktnummer": str(number),
        "Navn": item.title,
        "IsOpen": not item.closed,
        "Felter": [] if item.closed else [{"Navn": "Sag", "Html": told}],
        "Bilag": [{"Id": guid(annex), "Navn": f"Bilag {annex}"} for annex in item.annexes],
    }


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _number_in(path: str) -> int:
    digits = path.rstrip("/").rsplit("-", 1)[-1]
    return int(digits) if digits.isdecimal() else -1


def hjelmsund() -> Host:
    """Two bodies, six meetings, three annexes, one closed item."""
    host = Host(annexes={n: pdf(f"Broens pris nummer {n}.") for n in (101, 102, 103)})
    for number, (committee, day) in enumerate(
        [
            ("Havneudvalget", "2031-09-03"),
            ("Havneudvalget", "2031-10-01"),
            ("Havneudvalget", "2031-11-05"),
            ("Skovudvalget", "2031-09-10"),
            ("Skovudvalget", "2031-10-08"),
            ("Skovudvalget", "2031-11-12"),
        ],
        1,
    ):
        items = [
            Item("Godkendelse af dagsorden"),
            Item(f"Nye pullerter ved kaj {number}", f"Kaj {number} er slidt."),
        ]
        host.meetings[number] = Meeting(committee, day, items)
    host.meetings[2].items[1].annexes = (101, 102)
    host.meetings[5].items[1].annexes = (103,)
    host.meetings[3].items.append(Item("Køb af værft", closed=True))
    return host


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    """Serve the host on a free port; its `address` says where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(host))
    server.daemon_threads = True
    host.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_args: Any) -> None: ...

        def send_response(self, code: int, message: str | None = None) -> None:
            host.asked.append((self.path, code))
            super().send_response(code, message)

        def do_GET(self) -> None:
            host.agents.add(self.headers["User-Agent"])
            host.on_ask(len(host.asked) + 1)
            queue = next((q for part, q in host.misbehave.items() if q and part in self.path), None)
            try:
                if queue:
                    queue.popleft()(self)
                else:
                    self._answer()
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client has had enough

        def _answer(self) -> None:
            body = host.body_of(self.path)
            if body is None:
                send(self, b"", status=404)
                return
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if host.validators and self.headers.get("If-None-Match") == etag:
                self.send_response(304)
                self.end_headers()
                return
            send(self, body, headers={"ETag": etag} if host.validators else {})

    return Handler


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes,
    *,
    status: int = 200,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


# How it misbehaves.


def fails(status: int, after: str = "") -> Misbehaviour:
    headers = {"Retry-After": after} if after else {}
    return lambda handler: send(handler, b"", status=status, headers=headers)


def sends(body: bytes) -> Misbehaviour:
    return lambda handler: send(handler, body)


def page(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"<!DOCTYPE html><html><body>Log ind</body></html>")


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it sends, and hangs up."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"%PDF-1.4 half of it")
    handler.close_connection = True


def silent(stop: threading.Event) -> Misbehaviour:
    """Says nothing until `stop`, and then hangs up."""

    def wait(handler: BaseHTTPRequestHandler) -> None:
        stop.wait(10)
        handler.close_connection = True

    return wait


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Goes on for as long as somebody listens, a little at a time."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 512)


def huge(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(10**12))
    handler.end_headers()


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """Fifty kilobytes that stand for fifty megabytes."""
    send(handler, gzip.compress(bytes(50 * 1024 * 1024), 9), headers={"Content-Encoding": "gzip"})


def packed_twice(handler: BaseHTTPRequestHandler) -> None:
    send(handler, gzip.compress(gzip.compress(b"{}")), headers={"Content-Encoding": "gzip, gzip"})


def sent_on(location: str) -> Misbehaviour:
    return lambda handler: send(handler, b"", status=302, headers={"Location": location})
