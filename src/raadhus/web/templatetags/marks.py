"""Found words marked in a text, and numbered citations as links. Everything else is escaped."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from raadhus.search import Further, Hit

register = template.Library()
WINDOW = 320
LINE = 110
LEADERS = re.compile(r"\s*\.{4,}\s*")
"""The dots that lead to the page number in a table of contents."""


@register.filter
def marked_text(hit: Hit) -> SafeString:
    """The part of the passage around the first found word, with the found words in `<mark>`."""
    return with_marks(hit.text, hit.marks)


@register.filter
def marked_line(passage: Further) -> SafeString:
    """A line of the passage, as `marked_text`."""
    return with_marks(passage.text, passage.marks, size=LINE)


@register.filter
def path_to(hit: Hit) -> str:
    """The headings down to the passage, without those that only repeat the document or the item."""
    said = (hit.document, hit.title)
    return " › ".join(part for part in hit.heading if not any(name and name in part for name in said))


def with_marks(text: str, marks: Iterable[tuple[int, int]], *, size: int = WINDOW) -> SafeString:
    """The stretch of `text` that `window` chooses, escaped, with the marks that fall in it set."""
    start, end = window(text, marks, size=size)
    pieces, at = [], start
    for first, last in sorted(marks):
        first, last = max(first, at), min(last, end)
        if first < last:  # not outside the window, not within an earlier mark
            pieces += [escape(text[at:first]), format_html("<mark>{}</mark>", text[first:last])]
            at = last
    pieces.append(escape(text[at:end]))
    found = LEADERS.sub(" … ", "".join(pieces))
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(before + found + after)  # noqa: S308  # every piece is escaped above


def window(text: str, marks: Iterable[tuple[int, int]], *, size: int = WINDOW) -> tuple[int, int]:
    """Return the stretch of about `size` characters to show: it begins a little before the first mark,
    and neither end cuts a word."""
    if len(text) <= size * 1.25:
        return 0, len(text)
    first = min((start for start, _end in marks), default=0)
    start = 0 if first < size // 3 else first - size // 4
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(start + size, len(text))
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > first else end
    return start, end
