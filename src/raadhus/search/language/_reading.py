"""Reading an expression. Any text at all can be read: what is broken is told of, and looked for as plain words."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from raadhus.search._filters import organizations_named
from raadhus.search._numbers import keys_sought, normal_case_number
from raadhus.search.language._fields import KINDS, NAMES, OUTCOMES, NoDay, period, stretch, turned
from raadhus.search.language._nodes import (
    AllOf,
    Days,
    Either,
    Near,
    Node,
    Organ,
    Phrase,
    Terms,
    Without,
    Words,
    positive_texts,
)
from raadhus.search.language._pieces import QUOTES, Piece, pieces_of

DEEPEST = 20
"""Brackets within brackets; nobody writes more, and a reader must come to an end."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for.

    `free` is the text as it was typed, without what is a condition; `conditions` are what every hit must
    fulfil; `notes` are sentences about what could not be read as it was meant.
    """

    free: str
    conditions: tuple[Node, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def bound(self) -> tuple[str, ...]:
        """The words that conditions ask for."""
        return tuple(text for node in self.conditions for text in positive_texts(node))


def read(text: str) -> Request:
    """Read `text`. Plain words, and questions, come back as they are."""
    pieces = pieces_of(text)
    if all(_is_plain(piece) for piece in pieces) and _quotes_match(text):
        return Request(text)
    return _Reader(text, pieces).request()


def _is_plain(piece: Piece) -> bool:
    """Brackets alone mean nothing, and a phrase of several words is read with the words around it."""
    if piece.kind == "phrase":
        return not piece.without and len(piece.text.split()) > 1
    return piece.kind in ("word", "open", "close") and not piece.without


def _quotes_match(text: str) -> bool:
    return sum(text.count(quote) for quote in QUOTES) % 2 == 0


@dataclass
class _Reader:
    text: str
    pieces: list[Piece]
    at: int = 0
    depth: int = 0
    notes: list[str] = field(default_factory=list)
    cut: list[tuple[int, int]] = field(default_factory=list)

    def request(self) -> Request:
        if not _quotes_match(self.text):
            self._say(_("Et anførselstegn mangler sin makker; der er søgt efter ordene uden det."))
        self._mend_brackets()
        conditions: list[Node] = []
        while self.at < len(self.pieces):
            start = self.at
            node = self._chain()
            if node is not None and not self._is_free(node, start):
                conditions.append(node)
                self._leave_out(start)
        return Request(self._free(), _joined(conditions), tuple(dict.fromkeys(self.notes)))

    def _say(self, note: str) -> None:
        self.notes.append(note)

    def _leave_out(self, start: int) -> None:
        self.cut.append((self.pieces[start].start, self.pieces[self.at - 1].end))

    def _free(self) -> str:
        """The text with its conditions and what is left of broken operators blanked out."""
        letters = list(self.text)
        for start, end in self.cut:
            letters[start:end] = " " * (end - start)
        free = "".join(letters)
        return free if free.strip() else ""

    def _is_free(self, node: Node, start: int) -> bool:
        """True for one plain word, or a phrase of several, that stands by itself."""
        if self.at - start != 1:
            return False
        return isinstance(node, Words) or (isinstance(node, Phrase) and len(node.text.split()) > 1)

    def _mend_brackets(self) -> None:
        """Leave out brackets that lack their other half, or that go too deep."""
        waiting: list[Piece] = []
        bad: list[Piece] = []
        for piece in self.pieces:
            if piece.kind == "open":
                waiting.append(piece)
            elif piece.kind == "close" and waiting:
                waiting.pop()
            elif piece.kind == "close":
                bad.append(piece)
        bad += waiting
        if bad or sum(piece.kind == "open" for piece in self.pieces) > DEEPEST:
            self._say(_("Parenteserne går ikke op; der er søgt, som om de ikke var der."))
            bad = [piece for piece in self.pieces if piece.kind in ("open", "close")]
            self.pieces = [piece for piece in self.pieces if piece not in bad]
            self.cut += [(piece.start, piece.end) for piece in bad]

    def _peek(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _chain(self) -> Node | None:
        """One thing, or several with OR between them."""
        parts: list[Node] = []
        while True:
            node = self._near()
            if node is not None:
                parts.append(node)
            piece = self._peek()
            if piece is None or piece.kind != "or":
                break
            self.at += 1
            following = self._peek()
            if not parts or following is None or following.kind in ("or", "close", "and", "near"):
                self._lone(piece)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _lone(self, piece: Piece) -> None:
        self.cut.append((piece.start, piece.end))
        self._say(_("»%(word)s« skal stå mellem to ord; her er der set bort fra det.") % {"word": piece.text})

    def _near(self) -> Node | None:
        left = self._one()
        piece = self._peek()
        if left is None or piece is None or piece.kind != "near":
            return left
        self.at += 1
        right = self._one()
        if isinstance(left, Words | Phrase) and isinstance(right, Words | Phrase):
            return Near(left.text, right.text, piece.number)
        if right is None:
            self._lone(piece)
            return left
        self._lone_near(piece)
        return AllOf((left, right))

    def _lone_near(self, piece: Piece) -> None:
        self.cut.append((piece.start, piece.end))
        self._say(
            _("»%(word)s« skal stå mellem to ord eller udtryk i anførselstegn; de er søgt hver for sig.")
            % {"word": piece.text}
        )

    def _one(self) -> Node | None:
        """A word, a phrase, a field or what stands in brackets; None where nothing of the kind follows."""
        piece = self._peek()
        if piece is None or piece.kind in ("or", "close"):
            return None
        self.at += 1
        if piece.kind == "and":
            self.cut.append((piece.start, piece.end))
            return None
        if piece.kind == "near":
            self._lone(piece)
            return None
        node = self._inside(piece) if piece.kind == "open" else self._simple(piece)
        return Without(node) if node is not None and piece.without else node

    def _inside(self, opened: Piece) -> Node | None:
        self.cut.append((opened.start, opened.end))
        parts: list[Node] = []
        while (piece := self._peek()) is not None and piece.kind != "close":
            before = self.at
            node = self._chain()
            if node is not None:
                parts.append(node)
            if self.at == before:
                self.at += 1
        if self._peek() is not None:
            self.at += 1
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _simple(self, piece: Piece) -> Node | None:
        if piece.kind == "phrase":
            return Phrase(piece.text)
        if piece.kind == "field":
            return self._field(piece)
        return (
            Words(piece.text)
            if any(letter.isalnum() for letter in piece.text) or piece.text in "§%&"
            else None
        )

    def _field(self, piece: Piece) -> Node | None:
        name = NAMES.get(piece.name.lower())
        if name is None:
            return self._unknown(piece)
        value = piece.text
        if not value.strip():
            following = self._peek()
            if following is None or following.kind not in ("word", "phrase") or following.without:
                self._say(
                    _("Der mangler noget efter »%(field)s:«; der er set bort fra det.")
                    % {"field": piece.name}
                )
                self.cut.append((piece.start, piece.end))
                return None
            self.at += 1
            value = following.text
        return self._value(name, value.strip(" ,;"), piece)

    def _unknown(self, piece: Piece) -> Node | None:
        if piece.text[:1].isdigit() or not piece.text.strip():
            return Words(f"{piece.name} {piece.text}".strip())  # "kl:12" and "Bemærk:" are no fields
        self._say(
            _("Der er intet felt, der hedder »%(field)s«; der er søgt efter ordene »%(words)s«.")
            % {"field": piece.name, "words": f"{piece.name} {piece.text}"}
        )
        return Words(f"{piece.name} {piece.text}")

    def _value(self, name: str, value: str, piece: Piece) -> Node | None:
        if name == "organ":
            if organizations_named(value):
                return Organ(value)
            return self._as_words(piece, value, _("Intet organ hedder »%(value)s«"))
        if name == "sag":
            return Terms("case", keys_sought(normal_case_number(value)))
        if name == "afdeling":
            return Terms("department", (value.upper(),))
        if name == "person":
            return Terms("person", (value.casefold(),))
        if name == "type":
            kind = KINDS.get(value.casefold())
            known = _("punkt, beslutning, indstilling, bilag, referat og dagsorden")
            told = _("»%(value)s« er ikke en af de typer, der kan søges på: %(known)s")
            return Terms("type", (kind,)) if kind else self._as_words(piece, value, told, known=known)
        if name == "udfald":
            outcome = OUTCOMES.get(value.casefold())
            known = _(
                "vedtaget, efterretning, drøftet, sendt videre, udsat, forkastet, udgået, intet og andet"
            )
            told = _("»%(value)s« er ikke et af de udfald, der kan søges på: %(known)s")
            return (
                Terms("outcome", (str(outcome),))
                if outcome
                else self._as_words(piece, value, told, known=known)
            )
        return self._days(name, value, piece)

    def _days(self, name: str, value: str, piece: Piece) -> Node | None:
        try:
            if name == "fra":
                first, last = stretch(value)[0], None
            elif name == "til":
                first, last = None, stretch(value)[1]
            else:
                first, last = period(value)
        except NoDay:
            told = _(
                "»%(value)s« er ikke en dato; skriv for eksempel 2025, 2025-08, 27.08.2025 eller 2023..2024"
            )
            return self._as_words(piece, value, told)
        if first and last and first > last:
            self._say(
                _("Perioden »%(value)s« slutter, før den begynder; den er vendt om.") % {"value": value}
            )
            first, last = period(turned(value))
        return Days(first, last)

    def _as_words(self, piece: Piece, value: str, told: str, *, known: str = "") -> Node | None:
        self.cut.append((piece.start, piece.start + len(piece.name) + 1))
        wrong = told % {"value": value, "known": known}
        self._say(
            _("%(wrong)s. Der er i stedet søgt efter ordet »%(value)s«.") % {"wrong": wrong, "value": value}
        )
        return Words(value) if any(letter.isalnum() for letter in value) else None


def _joined(conditions: list[Node]) -> tuple[Node, ...]:
    """The conditions, where the same field told twice means one or the other: organ:a organ:b."""
    organs = tuple(node for node in conditions if isinstance(node, Organ))
    fields: dict[str, tuple[str, ...]] = {}
    rest: list[Node] = []
    for node in conditions:
        if isinstance(node, Terms):
            fields[node.field] = (*fields.get(node.field, ()), *node.values)
        elif not isinstance(node, Organ):
            rest.append(node)
    if len(organs) > 1:
        rest.append(Either(organs))
    else:
        rest += organs
    rest += [Terms(name, values) for name, values in fields.items()]  # type: ignore[arg-type]
    return tuple(rest)
