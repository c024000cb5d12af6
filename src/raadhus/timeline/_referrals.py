"""Where a decision sends a case: "Fremsendes til Teknisk Udvalg til behandling i henhold til ..."."""

import re

_SENT = re.compile(
    r"(?:\b(?:frem|over|videre|tilbage)?send(?:es|te?|er)|\bhenvis(?:es|t|te|er))\b[^.\n]{0,80}?\btil\s+"
    r"(?P<to>(?:\w*afdelingen for )?[^,.;:]+?)(?=\s+(?:til|med|i\s+henhold|jf|for|på|ved|efter|som)\b|[,.;:]|$)",
    re.IGNORECASE,
)


def destination(decision: str) -> str | None:
    """The body that the decision sends the case to, in its own words; None when it sends it nowhere."""
    found = _SENT.search(" ".join(decision.split()))
    return found["to"].strip() if found else None


def is_called(name: str, words: str) -> bool:
    """True when `words` ("udvalgsbehandling i Teknisk Udvalg") name the body `name`."""
    bare = re.escape(name.strip())
    return bool(bare) and re.search(rf"(?<!\w){bare}(?!\w)", words, re.IGNORECASE) is not None
