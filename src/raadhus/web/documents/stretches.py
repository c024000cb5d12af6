"""A page's text with the cited stretch set apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    before: str
    cited: str
    after: str


def marked(text: str, stretch: tuple[int, int] | None) -> Marked:
    """Cut `text` around `stretch` (offsets); without one, or with one that is not in it, nothing is cited."""
    if stretch is None or not 0 <= stretch[0] < stretch[1] <= len(text):
        return Marked(text, "", "")
    start, end = stretch
    return Marked(text[:start], text[start:end], text[end:])


def stretch_in(address: str | None) -> tuple[int, int] | None:
    """Read `120-340` from an address; anything else is no stretch."""
    start, dash, end = (address or "").partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and len(start) + len(end) < 20):
        return None
    return int(start), int(end)
