"""The words of the trade explained where they stand: a disclosure that opens in the text, by mouse or keyboard.

It is HTML's own `<details>`, so it needs no script. The blocks around it are `<div>`: a `<p>` cannot hold one.
"""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from raadhus.procedure.terms import Term, terms_in
from raadhus.web.documents.stretches import flowing

register = template.Library()
_CITED = re.compile(r"\[(\d{1,3})\]")


@register.filter
def explained(text: str, numbers: Iterable[int] = ()) -> SafeString:
    """The text in blocks, each word of the trade explained where it first stands; `[1]` leads to its source."""
    known = frozenset(numbers)
    pieces, at = [], 0
    for one in terms_in(text):
        pieces += [_plain(text[at : one.start], known), _disclosed(one.term, text[one.start : one.end])]
        at = one.end
    pieces.append(_plain(text[at:], known))
    return mark_safe(f'<div class="rh-block">{"".join(pieces)}</div>')  # noqa: S308  # every piece is escaped


@register.inclusion_tag("asking/_words.html")
def words_in(rows: Iterable[Any], name: str) -> dict[str, Any]:
    """A folded list of the words of the trade that stand in what the rows call `name`; nothing without any."""
    texts = "\n".join(getattr(row, name) for row in rows)
    return {"terms": [one.term for one in terms_in(texts)]}


@register.filter
def said_of(term: Term) -> str:
    """What the word means, in the reader's language."""
    return term.explanation if _danish() else f"{term.english.capitalize()}: {term.in_english}"


def _danish() -> bool:
    return (get_language() or "da").startswith("da")


def _disclosed(term: Term, form: str) -> SafeString:
    return format_html(
        '<details class="rh-term"><summary>{}</summary><span class="rh-term__said" lang="{}">{} '
        '<span class="rh-quiet">{}</span></span></details>',
        form,
        "da" if _danish() else "en",
        said_of(term),
        gettext("Kilde: %(source)s.") % {"source": term.source},
    )


def _plain(text: str, numbers: frozenset[int]) -> str:
    """Escaped, with its citations as links and its empty lines as the ends of blocks."""
    html = _CITED.sub(lambda match: _citation(match, numbers), escape(text))
    html = re.sub(r"\n\s*\n+", '</div><div class="rh-block">', html)
    return html.replace("\n", "<br>")


def _citation(match: re.Match[str], numbers: frozenset[int]) -> str:
    number = int(match[1])
    if number not in numbers:
        return match[0]
    return format_html(
        '<a class="rh-citation" href="#kilde-{}" aria-label="{}">[{}]</a>',
        number,
        gettext("Kilde %(number)s") % {"number": number},
        number,
    )


@register.filter
def answering(citation: Any) -> SafeString:
    """A citation's quote with the stretch that answers marked."""
    start, end = citation.answers
    quote = flowing(citation.quote)
    if not 0 <= start < end <= len(quote) or (start, end) == (0, len(quote)):
        return escape(quote)
    return format_html("{}<mark>{}</mark>{}", quote[:start], quote[start:end], quote[end:])
