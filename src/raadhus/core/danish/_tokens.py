"""From a text to its words, each with its place in the text."""

import re
from dataclasses import dataclass

_LETTERS = r"[^\W\d_]+"
_TOKEN = re.compile(
    rf"""\d{{1,3}}(?:[.\u00a0]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?
       | {_LETTERS}(?:(?:
             [-‐\u00ad][^\S\n]*\n\s*(?!(?:og|eller|samt)\b)(?=[a-zæøåéü])
           | [-‐\u00ad][ \t\u00a0]+(?!(?:og|eller|samt|til|men|i|på|af|for|som|med|ved)\b)(?=[a-zæøåéü][a-zæøåéü])
           | \u00ad+(?=[^\W\d_])
           | [-‐‑'’](?=[^\W\d_])
         ){_LETTERS})*
       | [%§&]""",
    re.VERBOSE,
)
_BROKEN = re.compile(r"[-‐\u00ad]\s+")
_BLANK = re.compile(r"\s")
_HYPHENS = str.maketrans({"\u00ad": "", "‐": "-", "‑": "-"})
_ENDING = re.compile(r"['’](?:s|er|en|et|erne|ernes|ens|ets)$", re.IGNORECASE)
_SPACED = re.compile(r"(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3})+(?![\d.,]?\d)")
_SIGNS = {"%": "procent", "§": "paragraf", "&": "og"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number as it is looked up (`text`: lower case, unbroken) and where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of `text` in order.

    A word broken over two lines is one token ("klimaind-\\nsatsen"), also where the line's end became a blank
    ("klimaind- satsen", but not "klima- og miljø"), so is one with a hyphen in it ("byråds-GPT"). Numbers lose the
    dots between thousands ("12.000" is "12000") and keep their decimals. `%` and `§` read as words. Everything else
    is left out.
    """
    return [Token(read(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def raw_tokens(text: str) -> list[str]:
    """The same as they stand, for who looks at many texts; `read` gives their look-up form."""
    return _TOKEN.findall(text)


def words_of(text: str) -> list[str]:
    """The same words and numbers without their places."""
    return [read(raw) for raw in _TOKEN.findall(text)]


def spaced_numbers(text: str) -> list[str]:
    """Numbers whose thousands are set apart by blanks: "12 000" gives "12000".

    In a table two figures may look the same, so such a number is looked up beside its parts.
    """
    return [match.group().replace(" ", "") for match in _SPACED.finditer(text)]


def is_number(token: str) -> bool:
    return token[:1].isdigit()


def read(raw: str) -> str:
    """The look-up form of a token as it stands in a text."""
    if raw[0].isdigit():
        return raw.replace(".", "").replace("\u00a0", "")
    if raw in _SIGNS:
        return _SIGNS[raw]
    if _BLANK.search(raw):
        raw = _BROKEN.sub("", raw)
    if "'" in raw or "’" in raw:
        raw = _ENDING.sub("", raw)
    return raw.translate(_HYPHENS).lower() if not raw.isascii() else raw.lower()
