"""Recommendations in a field that holds nothing else: its list, or its paragraphs."""

import re
from collections.abc import Sequence

from raadhus.parsing._lines import Line, spans_of
from raadhus.parsing._package import Found

_MARK = re.compile(
    r"(?:at\s*)?(?P<mark>\(?\d{1,2}\s?[.):]|[a-zæøå][.)]|[•◦●▪■‣·➢–—-])\s*(?=\S)|(?P<at>at:?)\s+(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\bindstiller?\b|\bindstilles\b|\bforeslår\b|\banbefaler\b|\bforeslås\b|\banbefales\b)", re.IGNORECASE
)
_LEADS_ON = re.compile(r"(?:[:,]|\bat:?)\s*$")
_AT = re.compile(
    r"^(?:.{0,160}?\b(?:indstiller?|indstilles|foreslår|foreslås|anbefaler|anbefales)\b[^.]{0,120}?,?\s+)?at:?\s+",
    re.IGNORECASE,
)
_LONGEST_LEAD = 250


def points_in(lines: Sequence[Line]) -> tuple[Found[str], ...]:
    """Return one recommendation for each marked point; without marks, the whole text as one. () for no text."""
    kept = [line for line in lines if line.text.strip(" .-–")]
    if not kept:
        return ()
    body = kept[1:] if _is_lead(kept) else kept
    groups: list[list[Line]] = []
    for line in body:
        if _MARK.match(line.text) or (groups and line.gap and not _any_marks(body)):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(point for group in groups if (point := _point(group)))


def _is_lead(lines: Sequence[Line]) -> bool:
    """The line that says who recommends, when the points follow it."""
    first = lines[0].text
    return (
        len(lines) > 1
        and len(first) <= _LONGEST_LEAD
        and bool(_LEAD.search(first))
        and (bool(_LEADS_ON.search(first)) or bool(_MARK.match(lines[1].text)))
    )


def _any_marks(lines: Sequence[Line]) -> bool:
    return any(_MARK.match(line.text) for line in lines)


def _point(group: list[Line]) -> Found[str] | None:
    text = " ".join(line.text for line in group)
    mark = _MARK.match(text)
    text = text[mark.end() :] if mark else text
    text = _AT.sub("", text, count=1).strip()
    return Found(text, spans_of(group)) if text else None
