"""Every name of a claim - a person, a body, a place - must stand in its quotes or over them, whole and in order."""

import re

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._content import FRAME, Known, known
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.core.danish import STOPWORDS, lemma, word, words

_WORD = r"[A-ZÆØÅÉÖÄÜ][\w’'.-]*\w|[A-ZÆØÅ]\b\.?"
_NAME = re.compile(rf"(?:{_WORD})(?:\s+(?:(?:af|og|for|van|von|de)\s+(?=[A-ZÆØÅ]))?(?:{_WORD}))*")
_PIECE = re.compile(r"[\w’'-]+")
BODIES = re.compile(
    r"\b\w*(?:byråd|magistrat|kommunalbestyrelse|udvalg|regionsråd|forvaltning|bestyrelse|ministeri|styrelse"
    r"|afdeling|direktion"
    r"|nævn)(?:et|en|er|erne|um|umet|ets|ens|s|rne)?\b"
    r"|\b\w*(?:rådm[aæ]nd|borgmester|formand|forperson|direktør|minister|chef|leder)\w*\b",
    re.IGNORECASE,
)
AND = "og"
FIRST_AND_LAST = 2
_COUNCIL = ("byråd", "kommunalbestyrelse")


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`NAME` for a name, or a body in small letters ("teknisk udvalg"), that the quotes do not have."""
    there = evidence.everything
    standing = [_pieces(name) for run in _runs(there) for name in {*re.split(r"\s+og\s+", run), run}]
    small = known(there)
    for pieces in names_in(claim.text):
        if not _stands(pieces, standing) and not (
            _opens_common(pieces, claim, small, standing) and _stands(pieces[1:], standing)
        ):
            return Reason.NAME
    return None if all(_body_stands(m.group(), there) for m in BODIES.finditer(claim.text)) else Reason.NAME


def names_in(text: str) -> list[tuple[str, ...]]:
    """The names of a sentence, each as its words in small letters without genitive; a common word that opens the
    sentence is none."""
    found = []
    for match in _NAME.finditer(text):
        pieces = _pieces(match.group())
        if opens_sentence(text, match.start()) and pieces and _is_small(pieces):
            pieces = pieces[1:]
        if pieces:
            found.append(pieces)
    return found


def opens_sentence(text: str, at: int) -> bool:
    return not re.search(r"[^\s»\"“(*]", re.split(r"[.:!?]\s", text[:at])[-1])


def _is_small(pieces: tuple[str, ...]) -> bool:
    """A word that says nothing, or a common word that stands alone."""
    first = pieces[0]
    return first in STOPWORDS or first in FRAME or (len(pieces) == 1 and _is_common(first))


def _opens_common(
    pieces: tuple[str, ...], claim: Claim, small: Known, standing: list[tuple[str, ...]]
) -> bool:
    """ "Formanden Vera Strandvig": a common word of the quote, written large because it comes first."""
    return (
        len(pieces) > 1
        and claim.text.lower().startswith(pieces[0])
        and _is_common(pieces[0])
        and small.bears_out(word(pieces[0]))
        and not any(pieces[0] in name for name in standing)
    )


def _is_common(piece: str) -> bool:
    return (
        piece in STOPWORDS
        or lemma(piece) is not None
        or bool(word(piece).parts)
        or bool(BODIES.fullmatch(piece))
    )


def _runs(text: str) -> list[str]:
    return [match.group() for match in _NAME.finditer(text)]


def _pieces(name: str) -> tuple[str, ...]:
    small = (piece.lower() for piece in _PIECE.findall(name))
    return tuple(_plain(piece) for piece in small if piece not in ("af", "for", "de"))


def _plain(piece: str) -> str:
    piece = re.sub(r"['’]s?$", "", piece)
    return piece[:-1] if len(piece) > 3 and piece not in STOPWORDS and piece.endswith("s") else piece


def _stands(pieces: tuple[str, ...], standing: list[tuple[str, ...]]) -> bool:
    """Whole there, a middle name left out or not. What the claim runs together ("Teknisk Udvalg og Byrådet") may stand
    apart; the first name of one and the last name of another make no person."""
    if any(_is_in(pieces, name) for name in standing):
        return True
    cuts = [at for at, piece in enumerate(pieces) if piece == AND]
    return any(_stands(pieces[:at], standing) and _stands(pieces[at + 1 :], standing) for at in cuts)


def _is_in(pieces: tuple[str, ...], name: tuple[str, ...]) -> bool:
    width = len(pieces)
    if any(all(map(_alike, pieces, name[at : at + width])) for at in range(len(name) - width + 1)):
        return True
    middle_left_out = width == FIRST_AND_LAST < len(name) and AND not in name
    return middle_left_out and _alike(pieces[0], name[0]) and _alike(pieces[-1], name[-1])


def _alike(piece: str, other: str) -> bool:
    """The same word in another form: "byrådet" and "byråd", but for persons the letters themselves."""
    return piece == other or word(piece).base == word(other).base


def _body_stands(body: str, there: str) -> bool:
    base = word(body.lower()).base
    seen = words(there)
    if any(w.base == base for w in seen) or any(w.base.endswith(base) for w in seen if len(base) > 4):
        return True
    return any(c in base for c in _COUNCIL) and any(c in w.base for w in seen for c in _COUNCIL)
