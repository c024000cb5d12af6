"""Help to ask: the draft of an inquiry, with what is known, what was looked for, and what is missing.

A draft is a letter in Danish, whatever language its reader uses, and is kept nowhere. It cites what the reader may see
at the moment it is made; what stands on something closed says so, first of all.
"""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.assistant import Answer, Citation, Searched
from raadhus.core.times import written

QUOTED = 300
"""So much of a quote goes into a letter."""

MOST = 3
"""So many quotes go into a letter."""

CONFIDENTIAL = (
    "FORTROLIGT. Udkastet gengiver oplysninger fra lukkede punkter. "
    "Det må kun gives til dem, der selv har adgang til dem."
)


class Kind(StrEnum):
    """A written question that the department answers within the municipality's time limit; or one for a committee."""

    TEN_DAYS = "afdeling"
    COMMITTEE = "udvalg"


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter: its subject and its paragraphs, the confidential mark among them when `closed`."""

    subject: str
    paragraphs: tuple[str, ...]
    closed: bool

    @property
    def text(self) -> str:
        """The whole of it, to be copied: paragraphs with an empty line between them."""
        return "\n\n".join(self.paragraphs)


def drafted(question: str, answer: Answer, *, kind: Kind, name: str = "", closed: bool = False) -> Draft:
    """Write the letter. `answer` is what the assistant finds for the asker; `closed` when not everyone may see that."""
    question = _as_question(question)
    known = answer.citations or answer.nearest
    return Draft(
        subject=_subject(question, kind),
        paragraphs=(
            *([CONFIDENTIAL] if closed else []),
            _greeting(answer.searched, kind),
            f"Jeg vil gerne bede om svar på dette spørgsmål:\n{question}",
            *_known(known, answered=answer.answered),
            _missing(answer),
            _closing(kind),
            f"Med venlig hilsen\n{name}".rstrip(),
        ),
        closed=closed,
    )


def _as_question(question: str) -> str:
    question = " ".join(question.split())
    question = f"{question[:1].upper()}{question[1:]}"
    return question if question.endswith(("?", ".", "!")) else f"{question}?"


def _subject(question: str, kind: Kind) -> str:
    short = question if len(question) <= 100 else question[:99].rsplit(" ", 1)[0] + " …"
    return f"{'10-dages forespørgsel' if kind == Kind.TEN_DAYS else 'Spørgsmål til udvalget'}: {short}"


def _greeting(searched: Searched, kind: Kind) -> str:
    if kind == Kind.COMMITTEE:
        return f"Til {searched.organizations[0] if searched.organizations else 'udvalget'}"
    return "Til den afdeling, som spørgsmålet hører under"


def _known(citations: tuple[Citation, ...], *, answered: bool) -> tuple[str, ...]:
    if not citations:
        return ()
    began = (
        "Det ved jeg allerede fra papirerne:" if answered else "Det nærmeste, jeg har fundet i papirerne, er:"
    )
    quotes = {
        _short(_said(one)): one for one in reversed(citations)
    }  # the same words once, from the first source
    known = [(quote, one) for quote, one in reversed(quotes.items())][:MOST]
    lines = (f"{n}. »{quote}« ({_place(one)})" for n, (quote, one) in enumerate(known, 1))
    return ("\n".join([began, *lines]),)


def _said(one: Citation) -> str:
    """The stretch that answers; the whole quote where none is told."""
    return one.quote[slice(*one.answers)] or one.quote


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= QUOTED else quote[: QUOTED - 2].rsplit(" ", 1)[0] + " …"


def _place(one: Citation) -> str:
    where = [one.organization, written(one.date) if one.date else None]
    item = f"punkt {one.item_number}" if one.item_number else None
    return ", ".join(part for part in (*where, item, one.document, f"side {one.page}") if part)


def _missing(answer: Answer) -> str:
    if answer.answered:
        return (
            "Det mangler jeg: om det stadig gælder, hvad der er sket siden, og om der er oplysninger, "
            "der ikke står i papirerne."
        )
    return f"Det mangler jeg: svaret på selve spørgsmålet. {_looked_for(answer.searched)}".strip()


def _looked_for(searched: Searched) -> str:
    if not searched.words:
        return "Jeg har ikke fundet det i de dagsordener, referater og bilag, jeg har adgang til."
    words = ", ".join(f"»{word}«" for word in searched.words)
    where = f" hos {', '.join(searched.organizations)}" if searched.organizations else ""
    when = f" ({searched.period})" if searched.period else ""
    return (
        f"Jeg har søgt efter {words}{where}{when} i de dagsordener, referater og bilag, jeg har adgang til, "
        "uden at finde det."
    )


def _closing(kind: Kind) -> str:
    if kind == Kind.COMMITTEE:
        return "Jeg vil bede om, at spørgsmålet bliver besvaret på udvalgets næste møde eller skriftligt til udvalget."
    return "Jeg vil bede om svaret inden for fristen for 10-dages forespørgsler."
