"""A mail server on this machine that can be told to refuse, to hang up and to be away."""

import contextlib
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.mail.backends.base import BaseEmailBackend


class NoPostToday(BaseEmailBackend):
    """A server that cannot be reached."""

    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError("no post today")


class PostOffice:
    """Set `answer` to refuse a mail with, or `hangs_up` to break off; read `received`."""

    def __init__(self) -> None:
        self.received: list[Message] = []
        self.refused: set[str] = set()
        self.answer = ""
        self.hangs_up = False
        self.port = _free_port()
        self._controller: Controller | None = None

    def open(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def close(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.hangs_up:
            assert server.transport is not None
            server.transport.close()
            return "421 gone"
        if self.answer:
            return self.answer
        assert isinstance(envelope.content, bytes)
        self.received.append(message_from_bytes(envelope.content))
        return "250 taken"


def part(mail: Message, subtype: str) -> str:
    """The mail's words as plain text ("plain") or as HTML ("html")."""
    (found,) = [one for one in mail.walk() if one.get_content_type() == f"text/{subtype}"]
    words = found.get_payload(decode=True)
    assert isinstance(words, bytes)
    return words.decode()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def opened() -> Iterator[PostOffice]:
    office = PostOffice()
    office.open()
    try:
        yield office
    finally:
        office.close()
