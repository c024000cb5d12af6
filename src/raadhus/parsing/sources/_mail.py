"""Mails as they were saved (EML): who wrote what to whom, when, and the text; attached files are named only."""

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out
from raadhus.parsing.sources._markup import lines_of, plain_lines

MEDIA_TYPE = "message/rfc822"
_HEADS = (("From", "Fra"), ("To", "Til"), ("Cc", "Kopi"), ("Date", "Dato"), ("Subject", "Emne"))
_FIRST_HEAD = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n")
_KNOWN = re.compile(
    rb"^(?:from|date|message-id|received|mime-version|return-path)\s*:", re.IGNORECASE | re.MULTILINE
)
_MOST_BYTES = 64 * 1024 * 1024


def is_mail(head: bytes) -> bool:
    """True for a file that begins with a mail's headers, two of the usual ones among them."""
    match = _FIRST_HEAD.match(head + b"\n\n") or _FIRST_HEAD.match(head)
    found = _KNOWN.findall(match.group() if match else b"")
    return len({name.lower() for name in found}) >= 2


def load(path: Path) -> Source:
    """Return the mail on one page. Raises `Unreadable` for one with nothing in it."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, "too-large")
    try:
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        lines = [*_heads(message), *_body(message), *_attached(message)]
    except Exception as error:  # the standard library's parser meets malformed mail with errors of every kind
        raise Unreadable(path.name, "damaged") from error
    pages, laid = lay_out([lines])
    if not laid:
        raise Unreadable(path.name, "empty")
    return Source("eml", MEDIA_TYPE, pages, laid)


def _heads(message: EmailMessage) -> list[RawLine]:
    said = [(label, _head(message, name)) for name, label in _HEADS]
    return [RawLine(f"{label}: {text}") for label, text in said if text]


def _head(message: EmailMessage, name: str) -> str:
    """A header's words; "" for one that cannot be read, which is no reason to leave the mail unread."""
    try:
        return " ".join(str(message[name] or "").split())
    except (LookupError, ValueError, TypeError, AttributeError, OverflowError):
        return ""


def _body(message: EmailMessage) -> list[RawLine]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return []
    text = str(part.get_content())
    return lines_of(text) if part.get_content_subtype() == "html" else plain_lines(text)


def _attached(message: EmailMessage) -> list[RawLine]:
    names = [part.get_filename() for part in message.iter_attachments()]
    return [RawLine(f"Vedhæftet: {name}", at == 0) for at, name in enumerate(filter(None, names))]
