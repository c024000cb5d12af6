"""Case numbers in the forms that municipal case systems give them."""

import re

# SBSYS/eDoc/Acadre and KMD numbers: EMN-2031-002204, 12/27845, 06.11.00-P22-1-22, 24/012345-3, S2024-1234
CASE_NUMBER = re.compile(
    r"(?<![\w./-])(?:[A-ZÆØÅ]{1,5}-\d{4}-\d{3,7}|\d{2}\.\d{2}(?:\.\d{2})?-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2}"
    r"|[A-ZÆØÅ]?\d{4}-\d{4,7}|\d{2}/\d{3,7}|\d{4}/\d{4,7})(?![\w/])"
)
_BARE = re.compile(
    rf"(?:Sagsn(?:r|ummer|o)\.?:?\s*|Sag(?:s-?id)?:?\s*|Emnesagsnummer:?\s*)?({CASE_NUMBER.pattern})\.?",
    re.IGNORECASE,
)


def find_case_number(text: str) -> re.Match[str] | None:
    """Return the first case number in the text."""
    return CASE_NUMBER.search(text)


def only_case_number(text: str) -> str | None:
    """Return the case number when the line holds nothing else (a word such as "Sagsnr." apart)."""
    match = _BARE.fullmatch(text.strip())
    return match.group(1) if match else None
