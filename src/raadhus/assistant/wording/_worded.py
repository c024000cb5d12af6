"""From an answer without a model to the same in a model's words, as far as they can be proved."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from raadhus.assistant import answer
from raadhus.assistant._answer import Answer, Citation
from raadhus.assistant.choices import Ending
from raadhus.assistant.models import ModelCall
from raadhus.assistant.wording._calls import Tally, begun, ended, model_in_use, not_made, switched_off
from raadhus.assistant.wording._enough import says_enough
from raadhus.assistant.wording._material import Material, cited, material, may_still_see
from raadhus.assistant.wording._prompt import NO_ANSWER, prompt
from raadhus.assistant.wording._sentences import Told, told_in
from raadhus.assistant.wording._steps import Done, Sentence, Step
from raadhus.assistant.wording.checks import Claim, Evidence, Quote, Reason, verify
from raadhus.languagemodel import Call, Model, NoWords, TooSlow, model_from_settings
from raadhus.openness import Reader

_LEANS = re.compile(
    r"^(?:(?:det|dette|denne|disse|de|den)\s(?!(?:indstilles|foreslås|fremgår|er|blev|bliver|gælder|\d"
    r"|[a-zæøå]+e\s[a-zæøå]{4}))"
    r"|(?:han|hun|her|heraf|hertil|herefter|derfor|dermed|derefter|derved|dertil|deraf|beløbet|summen|samme)\b)",
    re.IGNORECASE,
)


def worded(question: str, *, reader: Reader, given: Answer | None = None) -> Iterator[Step]:
    """Answer in the model's words, sentence by sentence; the last step is always `Done`.

    `given` is the answer without a model, where the caller has it already. A refusal stays one: what search did
    not find,
    no model makes up. Closing the iterator ends the call of the model.
    """
    given = given or answer(question, reader=reader)
    model = model_from_settings()
    if model is None or not given.citations:  # refused, or told by the house's own rows
        yield Done(given)
        return
    if model_in_use() is None:
        not_made(reader, Ending.SWITCHED_OFF)
        yield Done(given)
        return
    found = material(question, given, reader=reader, model=model)
    if found is None:
        not_made(reader, Ending.KEPT_BACK)
        yield Done(given)
        return
    call = begun(reader)
    if call.ending == Ending.OVER_LIMIT:
        yield Done(given)
        return
    yield from _asked(question, given, found, reader=reader, model=model, call=call)


def _asked(
    question: str, given: Answer, found: Material, *, reader: Reader, model: Model, call: ModelCall
) -> Iterator[Step]:
    """Ask the model, hand on what passes, and log how it ended, also when nobody listens any more."""
    writing = _Writing(found, reader)
    tally = writing.tally
    ending = Ending.LEFT
    system, user = prompt(question, found.sources.values())
    tally.letters_in = len(system) + len(user)
    talk = Call(model, system=system, user=user)
    try:
        try:
            yield from writing.sentences(talk)
            ending = Ending.OK
        except TooSlow:
            ending = Ending.TIMEOUT
        except NoWords:
            ending = Ending.ERROR
        except _SwitchedOff:
            ending = Ending.SWITCHED_OFF
        if ending == Ending.OK and not says_enough(
            question, given, [s.text for s in writing.kept], found, writing.used
        ):
            ending = Ending.TOO_LITTLE
        final = _whole(given, writing, model) if ending == Ending.OK else given
        yield Done(final)
    finally:
        tally.tokens_in, tally.tokens_out = talk.tokens_in, talk.tokens_out
        ended(call, ending, tally)


class _SwitchedOff(Exception):
    """Somebody turned the model off while it wrote."""


@dataclass(slots=True)
class _Writing:
    """The sentences that passed so far, and what they cite."""

    found: Material
    reader: Reader
    kept: list[Sentence] = field(default_factory=list)
    citations: dict[tuple[int, int, int], Citation] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    tally: Tally = field(default_factory=Tally)
    _dropped_last: bool = False
    _last_cited: frozenset[int] = frozenset()

    def sentences(self, talk: Call) -> Iterator[Sentence]:
        """Each sentence that passes, as soon as it does. Raises `NoWords`, `_SwitchedOff`."""
        for told in told_in(self._counted(talk)):
            if told.ended or talk.finished:  # what was cut off may have been going to say the contrary
                yield from self._checked(told)
        if not talk.finished:
            raise NoWords("it stopped halfway")

    def _counted(self, talk: Call) -> Iterator[str]:
        for piece in talk:
            self.tally.letters_out += len(piece)
            yield piece

    def _checked(self, told: Told) -> Iterator[Sentence]:
        if switched_off():
            raise _SwitchedOff
        if told.text.strip(" .") == NO_ANSWER:
            return
        evidence, reason = self._verdict(told)
        if evidence is None:
            self.tally.dropped[str(reason)] += 1
            self._dropped_last = True
            return
        self._dropped_last = False
        self._last_cited = frozenset(told.cited)
        self.used.update(told.cited)
        self.tally.kept += 1
        sentence = self._sentence(told, evidence)
        self.kept.append(sentence)
        yield sentence

    def _verdict(self, told: Told) -> tuple[Evidence | None, Reason | None]:
        if not told.alone:
            return None, Reason.UNCITED
        if any(kept.text.startswith(told.text.rstrip(".")) for kept in self.kept):
            return None, Reason.REPEATED
        if _LEANS.match(told.text) and (self._dropped_last or not self._last_cited.intersection(told.cited)):
            return None, Reason.LEANS
        verdict = verify(Claim(told.text, told.cited), self.found.sources)
        if verdict.evidence is None:
            return None, verdict.reason
        passages = (self.found.hits[number].passage_id for number in told.cited)
        if not may_still_see(passages, reader=self.reader):
            return None, Reason.CLOSED
        return verdict.evidence, None

    def _sentence(self, told: Told, evidence: Evidence) -> Sentence:
        citations = tuple(self._citation(quote) for quote in evidence.quotes)
        text = told.text if told.text[-1] in ".!?" else f"{told.text.rstrip(',;:')}."
        marks = "".join(f"[{citation.number}]" for citation in citations)
        return Sentence(f"{text} {marks}", citations, told.new_line)

    def _citation(self, quote: Quote) -> Citation:
        key = (quote.source.number, quote.start, quote.end)
        if key not in self.citations:
            hit = self.found.hits[quote.source.number]
            self.citations[key] = cited(hit, quote, number=len(self.citations) + 1)
        return self.citations[key]


def _whole(given: Answer, writing: _Writing, model: Model) -> Answer:
    """The answer in the model's words; the decisions' own rows keep their proof beside it."""
    own = tuple(writing.citations.values())
    shown = {told.citation for told in given.decisions} | {matter.citation for matter in given.matters}
    moved = {
        c.number: n for n, c in enumerate((c for c in given.citations if c.number in shown), len(own) + 1)
    }
    text = ""
    for sentence in writing.kept:
        text += ("\n" if sentence.new_line else " ") + sentence.text
    return replace(
        given,
        answer=text.strip(),
        citations=(*own, *(replace(c, number=moved[c.number]) for c in given.citations if c.number in moved)),
        decisions=tuple(
            replace(d, citation=moved[d.citation]) for d in given.decisions if d.citation in moved
        ),
        matters=tuple(replace(m, citation=moved[m.citation]) for m in given.matters if m.citation in moved),
        highlight=given.highlight
        if own and given.highlight in text and given.highlight in own[0].quote
        else "",
        took_ms=round(given.took_ms + (time.monotonic() - writing.tally.began) * 1000, 2),
        model=model.name,
    )
