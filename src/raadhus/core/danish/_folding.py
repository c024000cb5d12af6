"""Letters that are written in two ways: Aabenraa and Åbenrå, Søren and Soeren, idé and ide."""

import re

from raadhus.core.danish._stopwords import STOPWORDS

_TWO_WAYS = re.compile(r"aa|ae|oe|[éèêëáàâäóòôöúùûüíìîïçñ]")
_SINGLE = str.maketrans("éèêëáàâóòôúùûüíìîïçñäö", "eeeeaaaooouuuuiiiicnæø")


def two_ways(word: str) -> bool:
    """True where a word (lower case) has letters that are also written otherwise."""
    return _TWO_WAYS.search(word) is not None


def folded(word: str, *, known: bool) -> str:
    """Return the one form for all ways to write `word`.

    "aa" is always "å"; "ae" and "oe" are "æ" and "ø" in words no dictionary has (`known`): "broen" is no
    "brøn". An accent goes, but for words that would then be a small word: "allé" is not "alle".
    """
    plain = word.translate(_SINGLE)
    if plain in STOPWORDS and word not in STOPWORDS:
        plain = word
    plain = plain.replace("aa", "å")
    return plain if known else plain.replace("ae", "æ").replace("oe", "ø")
