"""A stand-in for a language model, over real HTTP: it reads the prompt as a model would, and lies as it is told to."""

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE = 7
"""Letters in each chunk: a sentence never comes whole."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the stand-in read: the question, the fence, and the passages by number."""

    system: str
    user: str
    question: str
    fence: str
    passages: dict[int, str]

    def number_of(self, words: str) -> int:
        """The passage that holds `words`; 0 when none does."""
        return next((number for number, text in self.passages.items() if words in text), 0)


@dataclass(frozen=True, slots=True)
class Status:
    """Answer with this status instead of words."""

    code: int
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """Send these bytes as they are."""

    data: bytes


class Wait:
    """Send nothing more until the test is over."""


class HangUp:
    """Close the connection here."""


Said = str | Raw | Wait | HangUp
Behaviour = Callable[[Asked], Status | Iterable[Said]]


@dataclass
class StandIn:
    say: Behaviour
    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    hung_up: threading.Event = field(default_factory=threading.Event)


@contextmanager
def standing_in(say: Behaviour) -> Iterator[StandIn]:
    """Serve on loopback until the block is left."""
    stand_in = StandIn(say)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stand_in))
    stand_in.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield stand_in
    finally:
        stand_in.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def read_prompt(messages: list[dict[str, str]]) -> Asked:
    """The prompt in its parts. The stand-in trusts the fences, as the real one is told to."""
    system, user = messages[0]["content"], messages[1]["content"]
    fence = re.search(r"=== \w+ ===", system)
    assert fence is not None
    between = re.findall(
        rf"Passage \[(\d+)\][^\n]*\n{re.escape(fence.group())}\n(.*?)\n{re.escape(fence.group())}",
        user,
        re.DOTALL,
    )
    question = re.search(r"Spørgsmål: (.*)", user)
    assert question is not None
    return Asked(system, user, question.group(1), fence.group(), {int(n): text for n, text in between})


def _handler(stand_in: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked = read_prompt(body["messages"])
            stand_in.asked.append(asked)
            stand_in.bodies.append(body)
            stand_in.keys.append(self.headers.get("Authorization", ""))
            reply = stand_in.say(asked)
            if isinstance(reply, Status):
                self.send_response(reply.code)
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                self._stream(reply)
            except OSError:
                stand_in.hung_up.set()
            self.close_connection = True

        def _stream(self, reply: Iterable[Said]) -> None:
            for said in reply:
                if isinstance(said, Raw):
                    self._send(said.data)
                elif isinstance(said, Wait):
                    while not stand_in.over.wait(0.05):
                        self._send(b": still here\n\n")
                elif isinstance(said, HangUp):
                    return
                else:
                    for at in range(0, len(said), PIECE):
                        self._send(chunk(said[at : at + PIECE]))
            self._send(chunk("", finish="stop"))
            self._send(
                _data(
                    {
                        "choices": [],
                        "usage": {"prompt_tokens": 900, "completion_tokens": 40, "total_tokens": 940},
                    }
                )
            )
            self._send(b"data: [DONE]\n\n")

        def _send(self, data: bytes) -> None:
            self.wfile.write(data)
            self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has there
            pass

    return Handler


def chunk(text: str, *, finish: str | None = None) -> bytes:
    return _data({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]})


def _data(body: dict[str, Any]) -> bytes:
    whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "løgnhals", **body}
    return f"data: {json.dumps(whole)}\n\n".encode()
