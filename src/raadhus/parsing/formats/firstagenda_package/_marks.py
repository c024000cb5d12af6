"""Marks: the lines by which a package tells its parts apart. Everything else is read from where they stand."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from raadhus.parsing._dates import is_date_line
from raadhus.parsing._durations import DURATION
from raadhus.parsing._headings import BULLET
from raadhus.parsing._lines import Line

Kind = Literal["item", "decision", "label", "time", "head", "minutes", "contents", "entry", "overview"]

_BARE_DURATION = re.sub(r"\?P<\w+>", "?:", DURATION)
LABEL = re.compile(r"Punkt (?P<number>\d+[a-z]?), ?Bilag (?P<sub>\d+) ?: ?(?P<text>.*)", re.IGNORECASE)
DECISION = re.compile(
    r"Beslutning(?:er)? (?:for|til|vedr\.?|vedrørende) (?:lukket )?punkt (?P<number>\d+[a-z]?) ?[:.–-] ?(?P<text>.*)",
    re.IGNORECASE,
)
TIME = re.compile(
    rf"(?:(?:Pkt\.?|Punkt) ?(?P<number>\d+[a-z]?) ?[:.]? ?(?:Tid|Varighed):? ?(?P<text>(?:ca\.? ?)?{DURATION}.*)"
    rf"|Pkt\.? ?(?P<bare>\d+[a-z]?) ?[:.]? ?(?P<said>(?:ca\.? ?)?{_BARE_DURATION}.*|Deltagere?:? ?\S.*))",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"(?P<shut>Lukket )?Punkt (?P<number>\d+[a-z]?) ?(?:[:.]|[–-](?= [^\W\d])) ?(?P<text>.*)", re.IGNORECASE
)
_MINUTES = re.compile(r"referat|beslutningsreferat|beslutninger", re.IGNORECASE)
_CONTENTS = re.compile(r"indhold(?:sfortegnelse)?", re.IGNORECASE)
_OVERVIEW = re.compile(
    r"(?:overblik: ?)?(?:noter|delte kommentarer|mine noter|private noter)|overblik: .+", re.IGNORECASE
)
_NOTES = re.compile(r"overblik: ?(?:noter|delte kommentarer|mine noter|private noter)", re.IGNORECASE)
_NAMED_HEAD = re.compile(r".{3,90}\((?P<kind>[^()]*)\)")
_BODY = re.compile(
    r"møde|udvalg|byråd|magistrat|kommunalbestyrelse|borgerrepræsentation|bestyrelse|nævn|råd\b|kommission",
    re.IGNORECASE,
)
_ENTRY_END = re.compile(r"(?:\.{2,}|\s)[\s.]*\d{1,4}$")
# Fields that may stand right under a title; a title's second line seldom begins with a capital.
_AFTER_TITLE = re.compile(
    r"Tid:|Deltagere\b|Beslutning\b|Sagsn|EMN-|Åbent?\b|Lukket\b|Resume\b|Dagsorden:|Indstilling\b|INDSTILLING"
    r"|Det indstilles|Information\b|Bilag\b|Sagsfremstilling|SAGSFREMSTILLING|Punkt \d|Pkt"
)
_FILE_END = re.compile(r"\.(?:pdf|docx?|docm|pptx?|xlsx?|xlsm|msg|jpe?g|png|txt|odt|rtf)$", re.IGNORECASE)
# "(15 min)" closes a title.
_TIMED = re.compile(rf"\((?:ca\.? |tid:? )?{_BARE_DURATION}\)$", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-zæøå]{3}[.!?]$")
_LABEL_WIDTH = 42
_HEADING_WRAPS_FROM = 42


_NUMBERED: tuple[tuple[Kind, re.Pattern[str]], ...] = (("decision", DECISION), ("time", TIME), ("item", ITEM))


class Mark(NamedTuple):
    """A mark stands on lines `at` up to, not including, `until`; `text` is what it says after the number."""

    kind: Kind
    at: int
    until: int
    number: str = ""
    sub: int = 0
    text: str = ""

    @property
    def order(self) -> int:
        digits = re.match(r"\d+", self.number)
        return int(digits.group()) if digits else 0


def marks_of(lines: Sequence[Line]) -> list[Mark]:
    """Return the marks in reading order."""
    found: list[Mark] = []
    in_contents = False
    at = 0
    while at < len(lines):
        mark = _mark_at(lines, at, in_contents)
        if mark is None:
            at += 1
            continue
        if mark.kind == "contents":
            in_contents = True
        elif mark.kind != "entry":
            in_contents = False
        found.append(mark)
        at = max(mark.until, at + 1)
    return _only_trailing_notes(found)


def _only_trailing_notes(found: list[Mark]) -> list[Mark]:
    """The members' notes stand last. A heading of that name inside a paper is the paper's own.

    After "Overblik: Noter", behind every annex, all is notes: what they say of "Punkt 2: ..." opens no item.
    """
    annexed = max((n for n, mark in enumerate(found) if mark.kind in ("label", "head")), default=-1)
    for n, mark in enumerate(found):
        if n > annexed and mark.kind == "overview" and _NOTES.fullmatch(mark.text):
            return [*_only_trailing_notes(found[:n]), *(m for m in found[n:] if m.kind == "overview")]
    last = max(
        (n for n, mark in enumerate(found) if mark.kind in ("item", "decision", "label", "head")), default=-1
    )
    return [mark for n, mark in enumerate(found) if mark.kind != "overview" or n > last]


def _mark_at(lines: Sequence[Line], at: int, in_contents: bool) -> Mark | None:
    text = lines[at].text
    if in_contents and (entry := _entry(lines, at)):
        return entry
    if text[0] in "PpBbLl":
        if label := LABEL.fullmatch(text):
            until = _label_end(lines, at)
            title = " ".join([label["text"], *(line.text for line in lines[at + 1 : until])]).strip()
            return Mark("label", at, until, label["number"], int(label["sub"]), title)
        for kind, pattern in _NUMBERED:
            if match := pattern.fullmatch(text):
                return _numbered(lines, at, kind, match)
    if len(text) < 90:
        if _MINUTES.fullmatch(text):
            return Mark("minutes", at, at + 1)
        if _CONTENTS.fullmatch(text):
            return Mark("contents", at, at + 1)
        if _OVERVIEW.fullmatch(text) and (lines[at].start == 0 or text.lower().startswith("overblik")):
            return Mark("overview", at, at + 1, text=text)
        if _is_head(lines, at):
            return Mark("head", at, at + 1, text=text)
    return None


def _numbered(lines: Sequence[Line], at: int, kind: Kind, match: re.Match[str]) -> Mark:
    if kind == "time":
        until = at + 1
        while until < len(lines) and _goes_on(lines, until) and _is_names(lines[until].text):
            until += 1
        said = match["text"] or match["said"]
        return Mark(
            "time", at, until, match["number"] or match["bare"], text=_text(said, lines[at + 1 : until])
        )
    until = _title_end(lines, at, match["text"])
    shut = "Lukket punkt: " if kind == "item" and match["shut"] else ""
    return Mark(kind, at, until, match["number"], text=shut + _text(match["text"], lines[at + 1 : until]))


def _text(first: str, more: Sequence[Line]) -> str:
    return " ".join([first, *(line.text for line in more)]).strip()


def _is_names(text: str) -> bool:
    return len(text) < 100 and text[0].isupper() and not _AFTER_TITLE.match(text) and not is_mark(text)


def is_mark(text: str) -> bool:
    """True when the text by itself opens a part of the package."""
    if text[0] not in "PpBbLl":
        return bool(_MINUTES.fullmatch(text) or _CONTENTS.fullmatch(text) or _OVERVIEW.fullmatch(text))
    return any(p.fullmatch(text) for p in (LABEL, DECISION, TIME, ITEM))


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and not lines[at].gap and lines[at].page == lines[at - 1].page


def _title_end(lines: Sequence[Line], at: int, first: str) -> int:
    """Return where a title ends that wraps to the width of the paper: at a gap, a smaller font, another mark."""
    until = at + 1
    stands_out = lines[at].size > 1.1 and not _is_size_of_text(lines, at)
    while until < min(len(lines), at + 4) and _goes_on(lines, until):
        line, above = lines[until], lines[until - 1]
        if _TIMED.search(above.text):
            break
        if line.text == "." or is_mark(line.text) or _AFTER_TITLE.match(line.text) or BULLET.match(line.text):
            break
        if stands_out:
            if line.size < lines[at].size * 0.95:
                break
        elif len(above.text) < _HEADING_WRAPS_FROM or not _wraps(lines, at, until):
            break
        until += 1
    return until


def _is_size_of_text(lines: Sequence[Line], at: int) -> bool:
    """True when sentences stand under the heading in its own size: a paper full of small tables has a small
    ordinary size, and then all of its text looks large."""
    under = at + 1
    while under < len(lines) and lines[under].page == lines[at].page:
        line = lines[under]
        if abs(line.size - lines[at].size) < 0.05 and _SENTENCE.search(line.text) and not is_mark(line.text):
            return True
        under += 1
    return False


def _wraps(lines: Sequence[Line], at: int, until: int) -> bool:
    """Without fonts: a second line is the title's when a gap follows it, or when it can't begin a sentence."""
    if lines[until].text[0].isupper() and _SENTENCE.search(lines[until].text):
        return False
    after = lines[until + 1] if until + 1 < len(lines) else None
    free = after is None or after.gap or after.page != lines[until].page
    if free and lines[at].gap:
        return True
    text = lines[until].text
    return text[0].islower() or text[0] == "(" or bool(re.match(r"\d{4}\b", text))


def _label_end(lines: Sequence[Line], at: int) -> int:
    """Return where a label ends: labels are narrow, stand at the foot of a page and end with a file's ending."""
    until = at + 1
    while until < min(len(lines), at + 8) and _goes_on(lines, until):
        if _FILE_END.search(lines[until - 1].text) or len(lines[until - 1].text) > 60:
            break
        text = lines[until].text
        if len(text) > _LABEL_WIDTH or is_mark(text) or is_date_line(text):
            break
        until += 1
    return until


def _entry(lines: Sequence[Line], at: int) -> Mark | None:
    """Return a line of the table of contents: it ends with a page number, perhaps on its second or third line."""
    text = lines[at].text
    if not (is_mark(text) or _MINUTES.match(text)) or LABEL.fullmatch(text):
        return None
    for until in range(at + 1, min(len(lines), at + 4) + 1):
        if _ENTRY_END.search(lines[until - 1].text) and until - 1 >= at:
            whole = " ".join(line.text for line in lines[at:until])
            match = ITEM.fullmatch(whole)
            title = _ENTRY_END.sub("", match["text"]) if match else ""
            return Mark("entry", at, until, match["number"] if match else "", text=title)
        if not _goes_on(lines, until) or is_mark(lines[until].text):
            break
    return None


def _is_head(lines: Sequence[Line], at: int) -> bool:
    """A meeting's head: its body's name, and right under it the date, or (cut off) what else a front page holds."""
    line = lines[at]
    if line.text.endswith((".", ",")) or is_date_line(line.text) or is_mark(line.text):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None:
        return False
    named = _NAMED_HEAD.fullmatch(line.text)
    if not line.gap and not named:
        return False
    if is_date_line(below.text) and ":" in below.text:
        return bool(named or _BODY.search(line.text))
    if named and _BODY.search(named["kind"]):
        near = [other.text.lower() for other in lines[at + 1 : at + 6]]
        return any(text.startswith(("information", "deltagere")) or is_date_line(text) for text in near)
    return False
