"""A model for the tests: a real server on loopback that knows which words mean the same, and misbehaves on demand."""

import hashlib
import json
import math
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DIMENSION = 64
SAME = (
    {"cykel", "tohjulet", "pedalkøretøj"},
    {"træ", "birk", "løvfældende"},
    {"skat", "afgift", "udskrivning"},
)


@dataclass
class Model:
    """What it was asked, and how it answers. `mode` may be changed while it runs."""

    mode: str = "well"
    dimension: int = DIMENSION
    longest: int = 100_000
    seen: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    address: str = ""
    other: str = ""
    let_go: threading.Event = field(default_factory=threading.Event)

    def vector(self, text: str) -> list[float]:
        """The sum of the directions of what its words mean; texts without a word in common lie across."""
        total = [0.01] * self.dimension
        for word in re.findall(r"\w+", text.lower()):
            meaning = next((min(same) for same in SAME if word in same), word)
            digest = hashlib.sha256(meaning.encode()).digest() * (self.dimension // 32 + 1)
            total = [a + (byte / 127.5 - 1) for a, byte in zip(total, digest, strict=False)]
        length = math.sqrt(sum(x * x for x in total))
        return [x / length for x in total]


def _answer(model: Model, texts: list[str]) -> tuple[int, str]:
    if model.mode == "500":
        return 500, '{"error": "out of order"}'
    if any(len(text) > model.longest for text in texts) or model.mode == "refuses":
        return 400, '{"error": "input is too long"}'
    data: list[dict[str, Any]] = [
        {"object": "embedding", "index": n, "embedding": model.vector(text)} for n, text in enumerate(texts)
    ]
    if model.mode == "backwards":
        data.reverse()
    if model.mode == "fewer":
        data.pop()
    if model.mode == "nan":
        data[0]["embedding"][0] = math.nan
    if model.mode == "none of them":
        data = [one | {"embedding": [math.nan] * model.dimension} for one in data]
    body = json.dumps({"object": "list", "data": data, "model": "stand-in"})
    return 200, body[: len(body) // 2] if model.mode == "truncated" else body


@contextmanager
def model_running(**how: Any) -> Iterator[Model]:
    """The model behind `model.address`, until the block ends."""
    model = Model(**how)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.seen += asked["input"]
            model.keys.append(self.headers["Authorization"])
            status, text = _answer(model, asked["input"])
            body = text.encode()
            if model.mode == "silent":
                model.let_go.wait(20)
            if model.mode == "elsewhere":
                status, body = 307, b""
            self.send_response(status)
            self.send_header("Location", f"{model.other}/embeddings")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if model.mode == "dribbles":
                self.close_connection = True
                with suppress(OSError):
                    for byte in body:  # each step is quick, all of it is not
                        if model.let_go.wait(0.05):
                            return
                        self.wfile.write(bytes([byte]))
                return
            with suppress(OSError):  # the one who asked has waited long enough
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        model.address = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield model
        finally:
            model.let_go.set()
            server.shutdown()
            thread.join()
