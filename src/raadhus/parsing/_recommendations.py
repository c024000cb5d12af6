"""Recommendations (indstillinger): what the paper asks the meeting to decide, point by point."""

import re
from collections.abc import Sequence

from raadhus.parsing._lines import Line, spans_of
from raadhus.parsing._package import Found

_OPENING = re.compile(
    r"(?:\bdet indstilles\b|\bindstille[rs]\b(?=[^.]{0,80}(?:,|:| at\b)))(?P<rest>.*)", re.IGNORECASE
)
_STRICT = re.compile(
    r"^.{0,120}?\bdet indstilles\b(?P<rest>.*)|^.{0,100}\bindstiller(?P<rest2>.{0,80}(?:,|:|\bat)\s*)$",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"(?:at\s*)?(?P<mark>(?P<n>\d{1,2})\s?[.)]|(?P<a>[a-zæøå])[.)]|[•●▪■◦‣·\uf0b7\uf0a7➢–—-]|o(?=\s))\s*(?P<text>(?:at\b)?.*)|(?P<empty>at\s?\))\s*(?P<text3>.*)|(?P<at>at)\s+(?P<text2>\S.*)",
    re.IGNORECASE,
)
_HEADING_IS_LARGER = 1.1
_LONGEST_POINT = 14
_LONGEST_HEADING = 80
_SECTION = re.compile(r"(?P<n>\d{1,2})\.? +\D.{2,80}")
_STOPS = re.compile(
    r"(?:punkt|beslutning|bilag|sagsforløb|resume|baggrund|økonomi|kommunikation|videre proces|sagsfremstilling)\b"
    r"|(?:sagsbehandler|indstilling|handlemuligheder|koordineret med|borgmesterens afdelings|påtegning|deltagere)\b"
    r"|side \d|udvalg:|tid:",
    re.IGNORECASE,
)


def recommendations_in(
    lines: Sequence[Line], skip: frozenset[int] = frozenset(), first: int = 0
) -> tuple[Found[str], ...]:
    """Return the points after the first "Det indstilles" in the lines, without their numbers; () without one.

    `skip` holds indexes (counted from `first`) of lines that are page furniture.
    """
    kept = [line for at, line in enumerate(lines) if first + at not in skip]
    for at, line in enumerate(kept):
        opening = _STRICT.search(line.text)
        if opening:
            rest = (
                opening.group("rest") if opening.group("rest") is not None else opening.group("rest2")
            ) or ""
            points = _points(kept, at, rest, _section_above(kept, at))
            if points:
                return points
    return ()


def _section_above(lines: list[Line], at: int) -> int | None:
    """Return the number of the section that the points stand in: "2. Indstilling" right above them."""
    for line in reversed(lines[max(0, at - 3) : at]):
        if match := _SECTION.fullmatch(line.text):
            return int(match["n"])
    return None


def _points(lines: list[Line], at: int, rest: str, section: int | None) -> tuple[Found[str], ...]:
    block = lines[at + 1 : at + 80]
    tail = rest.strip(" ,:")
    if block and not re.search(r"[:,]\s*$|\bat:?\s*$", rest) and len(tail) > 12 and not _marked(block[0]):
        single = _single(lines[at], tail, block)
        return (single,) if single else ()
    if not block:
        return ()
    if not _marked(block[0]):
        if len(tail) > 12:
            single = _single(lines[at], tail, block)
            return (single,) if single else ()
        return tuple(_paragraphs(block))
    return tuple(_list(block, section))


def _paragraphs(block: list[Line]) -> list[Found[str]]:
    """Return points that lost their marks: paragraphs after "Det indstilles:" that open with one and the same word."""
    found: list[Found[str]] = []
    opening = block[0].text.split()[0]
    at = 0
    while at < len(block) and block[at].text.split()[0] == opening:
        point = [block[at], *_continued(block, at + 1, None)]
        found.append(_whole(point))
        at += len(point)
    return found


def _marked(line: Line) -> re.Match[str] | None:
    return _POINT.fullmatch(line.text)


def _kind(match: re.Match[str]) -> str:
    if match["n"]:
        return "number"
    if match["a"]:
        return "letter"
    return "at" if match["at"] or match["empty"] else "bullet"


def _list(block: list[Line], section: int | None) -> list[Found[str]]:
    """Return the list's points. It ends where numbers don't go on, the marks change or a heading stands."""
    found: list[Found[str]] = []
    first = _marked(block[0])
    if first is None:
        return []
    kind, with_at = _kind(first), _says_at(first)
    expected = 1
    at = 0
    apart = False
    while at < len(block):
        match = _marked(block[at])
        if not match or not _belongs(match, kind, with_at, expected):
            break
        if block[at].size >= block[0].size * _HEADING_IS_LARGER:
            break
        numbered_on = found and match["n"] and section is not None and int(match["n"]) == section + 1
        if numbered_on and _is_next_section(block, at, apart):
            break
        apart = apart or (bool(found) and block[at].gap)
        point = [block[at], *_continued(block, at + 1, kind)]
        found.append(_whole(point))
        at += len(point)
        expected += 1
    return found


def _is_next_section(block: list[Line], at: int, apart: bool) -> bool:
    """The next section's heading may go on with the list's numbers: it stands free and is no sentence."""
    line, below = block[at], block[at + 1] if at + 1 < len(block) else None
    if not line.gap or len(line.text) > _LONGEST_HEADING or line.text.endswith((".", ",", ";")):
        return False
    if below and not below.gap and below.text[0].islower():
        return False
    return not apart or line.text.endswith("?") or block[at - 1].text.endswith((".", "!", "?"))


def _says_at(match: re.Match[str]) -> bool:
    text = match["text"] or match["text3"] or ""
    return bool(match["at"]) or match.group().lower().startswith("at") or text.lower().startswith("at ")


def _belongs(match: re.Match[str], kind: str, with_at: bool, expected: int) -> bool:
    here = _kind(match)
    if kind == "number" and here == "at" and with_at:
        return bool(match["empty"])
    if here != kind:
        return False
    if kind == "number" and int(match["n"]) not in (expected, expected + 1):
        return False
    return not with_at or _says_at(match)


def _continued(block: list[Line], at: int, kind: str | None) -> list[Line]:
    """Return the lines that go on with a point: until the next mark, a gap before a new sentence, or a heading."""
    more: list[Line] = []
    while at < len(block) and len(more) < _LONGEST_POINT:
        line = block[at]
        above = block[at - 1]
        if _marked(line) and not (
            kind != "at" and line.text[:3].lower() == "at " and not line.text[0].isupper()
        ):
            break
        ended = above.text.endswith((".", ":", "!", "?"))
        if line.text == "." or _STOPS.match(line.text) or (line.text.isupper() and len(line.text) > 3):
            break
        if line.gap and (ended or (line.text[0].isupper() and not _list_goes_on(block, at, kind))):
            break
        if ended and line.page != above.page:
            break
        if line.level or line.size >= above.size * _HEADING_IS_LARGER:
            break
        more.append(line)
        at += 1
    return more


def _list_goes_on(block: list[Line], at: int, kind: str | None) -> bool:
    """True when the list's next point follows shortly: then an uneven gap before line `at` is no end."""
    if kind is None:
        return False
    return any((match := _marked(line)) and _kind(match) == kind for line in block[at + 1 : at + 5])


def _whole(point: list[Line]) -> Found[str]:
    text = " ".join(line.text for line in point)
    match = _POINT.fullmatch(text)
    value = (match["text"] or match["text2"] or match["text3"] or text) if match else text
    value = re.sub(r"^at\s+", "", value, flags=re.IGNORECASE)
    return Found(value.strip(), spans_of(point))


def _single(line: Line, tail: str, block: list[Line]) -> Found[str] | None:
    more = _continued([line, *block], 1, None)
    text = re.sub(
        r"^(?:derfor\s+)?,?\s*at\s+", "", " ".join([tail, *(m.text for m in more)]), flags=re.IGNORECASE
    )
    return Found(text.strip(" :"), spans_of([line, *more])) if text.strip() else None
