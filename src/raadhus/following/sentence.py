"""The sentence that matched, out of a passage and the places of the words in it."""

import re
from collections.abc import Iterable

LONGEST = 300
_STOPS = frozenset(".!?")
# A full stop ends a sentence when a new one begins after it; not after "kl.", "stk.", "nr." or a date's "27.".
_END = re.compile(
    r"(?<!\bkl)(?<!\bnr)(?<!\bjf)(?<!\bca)(?<!\bpkt)(?<!\bstk)(?<!\bbl)(?<!\bfx)(?<!\d)[.!?]+[\"»”)]*\s+(?=[A-ZÆØÅ»\"§])"
    r"|(?<=\d)[.!?]\s+(?=[A-ZÆØÅ][a-zæøå]+\s)"
    r"|\n\s*\n"
    r"|(?m:^.{1,60}$)\n(?=[A-ZÆØÅ])"  # a short line and a new beginning: a heading, a row, the end of a paragraph
)


def sentence_of(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """Return the sentence with the most marks, on one line and at most about 300 characters.

    Of several the first, whole sentences before headings. Without marks: the first whole sentence.
    """
    places = [start for start, _ in marks]

    def fit(stretch: tuple[int, int]) -> tuple[int, bool]:
        start, end = stretch
        return sum(start <= p < end for p in places), text[start:end].rstrip()[-1:] in _STOPS

    start, end = max(_sentences(text), key=fit, default=(0, 0))
    first = next((p for p in places if start <= p < end), start)
    return shortened(text[start:end], first - start)


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _END.finditer(text)]
    found = zip([0, *ends], [*ends, len(text)], strict=True)
    return [(start, end) for start, end in found if text[start:end].strip()]


def shortened(sentence: str, mark: int = 0) -> str:
    """Return the text on one line, at most about 300 characters of it, with the place `mark` among them."""
    if len(sentence) > LONGEST and mark > LONGEST // 2:
        cut = sentence.rfind(" ", 0, mark - LONGEST // 3) + 1
        sentence = "… " + sentence[cut:]
    plain = " ".join(sentence.split())
    if len(plain) <= LONGEST:
        return plain
    return plain[: plain.rfind(" ", 0, LONGEST)] + " …"
