"""How far two words are from each other, as Danes mistype and misspell them."""

_SOUND_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        "eæ",
        "oå",
        "øy",
        "gj",
        "dt",
        "bp",
        "gk",
        "cs",
        "ck",
        "ij",
        "vw",
        "uv",
        "øo",
        "aå",
        "aæ",
        "sz",
        "uy",
    )
)
ALIKE, DOUBLED = 0.5, 0.5
_LONG = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))


def distance(one: str, other: str) -> float:
    """Return how many letters must be put in, taken out, changed or swapped to make `other` of `one`.

    Letters that sound alike, and one of two letters alike, count half; "aa" is "å", so it counts nothing.
    """
    one, other = _short(one), _short(other)
    before: list[float] = []
    row = [float(n) for n in range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [float(i)]
        for j, b in enumerate(other, 1):
            out = before[j] + (DOUBLED if i > 1 and one[i - 2] == a else 1)
            put = row[j - 1] + (DOUBLED if j > 1 and other[j - 2] == b else 1)
            best = min(before[j - 1] + _change(a, b), out, put)
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def _change(a: str, b: str) -> float:
    if a == b:
        return 0
    return ALIKE if frozenset((a, b)) in _SOUND_ALIKE else 1


def _short(word: str) -> str:
    for long, letter in _LONG:
        word = word.replace(long, letter)
    return word
