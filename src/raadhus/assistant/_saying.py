"""What is found in words: the stretch that answers, or the decisions, each with the number of its proof."""

import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from raadhus.assistant._answer import Citation, Matter, Told
from raadhus.assistant._citations import citation_of
from raadhus.assistant._decisions import Decided, changed
from raadhus.assistant._tables import header_of
from raadhus.assistant._weigh import Find
from raadhus.assistant.understanding import Understanding
from raadhus.core.times import written
from raadhus.meetings.choices import Outcome
from raadhus.search import Hit

ALIKE = 0.1
"""Two stretches so nearly as sure answer as well as each other."""

_HEADING = re.compile(r"(?:\A|(?<=[.!?:]\n)|(?<=\n\n))[A-ZÆØÅ][^\n.,:;!?]{2,59}\n+(?=[A-ZÆØÅ])")
"""A short line of its own, after a whole sentence or none, before a line that begins anew."""

TITLED = 0.6
"""So much of a question stands in the title of a matter that it may be about."""


def told(decided: Decided, citation: Citation) -> Told:
    item = decided.item
    return Told(
        outcome=decided.outcome,
        outcome_label=str(decided.outcome.label),
        organization=citation.organization,
        date=citation.date,
        item_number=item.number,
        item_title=item.title,
        item_url=item.get_absolute_url(),
        case_number=item.case.number if item.case else None,
        sentence=citation.quote[slice(*citation.answers)],
        citation=citation.number,
        later=decided.later,
    )


def quoted(decisions: Iterable[Decided]) -> tuple[Citation, ...]:
    """The proof of each decision: its own words in the minutes."""
    return tuple(citation_of(d.find.hit, d.start, d.end, number=n) for n, d in enumerate(decisions, 1))


def decisions_told(decisions: Sequence[Decided], told_of: Sequence[Told], *, asked: Understanding) -> str:
    """The newest first, a line each; what became of it where that is not in the list itself."""
    several = len({d.matter for d in decisions}) > 1
    lines = [_several([t.item_title for t in told_of])] if several and asked.matter else []
    if not several and told_of[0].item_title and (asked.case or _hardly_named(decisions, asked)):
        lines = [_("Sagen er »%(title)s«.") % {"title": told_of[0].item_title}]
    listed = {t.item_url for t in told_of}
    for decided, one in zip(decisions, told_of, strict=True):
        title = f"»{one.item_title}« – " if several and one.item_title else ""
        sentence = " ".join(one.sentence.split())
        lines.append(
            f"{title}{_outcome(one)} {sentence} [{one.citation}]{_later(decided, one, listed)}".strip()
        )
    return "\n".join(lines)


def _hardly_named(decisions: Sequence[Decided], asked: Understanding) -> bool:
    """True when the title does not say that this is what was asked about: then the reader must see it."""
    return not asked.matter or max(decided.find.titled for decided in decisions) < TITLED


def _outcome(one: Told) -> str:
    """ "Teknisk Udvalg, 1. oktober 2025: vedtaget." """
    place = ", ".join(filter(None, [one.organization, written(one.date) if one.date else None]))
    return ": ".join(filter(None, [place, one.outcome_label])) + "."


def _later(decided: Decided, one: Told, listed: set[str]) -> str:
    turned = changed(decided)
    if turned is not None and turned.date is not None and turned.outcome is not None:
        values = {"day": written(turned.date), "body": turned.body, "outcome": Outcome(turned.outcome).label}
        return " " + _("Senere ændret den %(day)s i %(body)s: %(outcome)s.") % values
    news = [later for later in one.later if later.url not in listed]
    if not news or news[-1].date is None:
        return ""
    last = news[-1]
    values = {"day": written(news[-1].date), "body": last.organization, "outcome": last.outcome_label}
    if last.outcome is None:
        return " " + _("Sagen var senere på dagsordenen den %(day)s i %(body)s.") % values
    return " " + _("Senere behandlet den %(day)s i %(body)s: %(outcome)s.") % values


def _several(titles: Iterable[str]) -> str:
    names = list(dict.fromkeys(f"»{title}«" for title in titles if title))
    return _("Flere sager passer på spørgsmålet: %(titles)s.") % {"titles": _listed(names)}


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s og %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def matters_of(decisions: Sequence[Decided]) -> tuple[Matter, ...]:
    """Empty when all the decisions are in one matter."""
    first = {d.matter: (n, d) for n, d in reversed(list(enumerate(decisions, 1)))}
    if len(first) < 2:
        return ()
    return tuple(
        Matter(d.item.title, d.item.case.number if d.item.case else None, n)
        for n, d in sorted(first.values(), key=_place)
    )


def _place(one: tuple[int, Decided]) -> int:
    return one[0]


def rivals(finds: Sequence[Find]) -> list[Find]:
    """The best stretch of each matter that the question may as well be about; one only, when it is clear.

    A matter is another when its item is another, its title fits the question as well, and what it says is not the same.
    """
    best = finds[0]
    chosen = [best]
    for find in finds[1:]:
        if best.sureness - find.sureness > ALIKE or find.hit.item_id is None or best.hit.item_id is None:
            break
        fits = min(find.titled, best.titled) >= TITLED
        if fits and all(_differ(find, other) for other in chosen):
            chosen.append(find)
    return chosen


def _differ(one: Find, other: Find) -> bool:
    same_case = one.hit.case_number is not None and one.hit.case_number == other.hit.case_number
    same_title = one.hit.title.casefold() == other.hit.title.casefold()
    return not (same_case or same_title or one.highlight == other.highlight)


def found_told(chosen: Sequence[Find]) -> str:
    """The stretch that answers; one for each matter when several fit."""
    if len(chosen) == 1:
        return f"{_flat(chosen[0])} [1]"
    lines = [f"»{find.hit.title}«: {_flat(find)} [{n}]" for n, find in enumerate(chosen, 1)]
    return "\n".join([_several([find.hit.title for find in chosen]), *lines])


def case_named(hit: Hit) -> str:
    place = ", ".join(filter(None, [hit.organization, written(hit.date) if hit.date else None]))
    return _("Sag %(number)s er »%(title)s« (%(place)s). [1]") % {
        "number": hit.case_number,
        "title": hit.title,
        "place": place,
    }


def _flat(find: Find) -> str:
    """The stretch on one line; a row of a table after the names of its columns."""
    header = header_of(find.hit.text, find.start, find.end)
    columns = f"{' '.join(find.hit.text[slice(*header)].split())}: " if header else ""
    begins = 0 if header or find.span is None else _after_headings(find.sentence, find.span[0] - find.start)
    return columns + " ".join(find.sentence[begins:].split())


def _after_headings(text: str, answers: int) -> int:
    """Where the section of `text` begins that the place `answers` is in: what stands over it is another's."""
    ends = (match.end() for match in _HEADING.finditer(text))
    return max((end for end in ends if end <= answers), default=0)
