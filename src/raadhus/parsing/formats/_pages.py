"""Pages written from a draft: what a manifest says, laid out so that people can read and quote it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from raadhus.parsing._lines import Line, RawLine, found_in_line
from raadhus.parsing._package import Found, ParsedPage
from raadhus.parsing._text import clean

_LONGEST_LINE = 100_000


@dataclass(slots=True)
class Pages:
    """A stack of pages that grows line by line, and knows where each line came to stand."""

    lines: list[Line] = field(default_factory=list)
    _texts: list[list[str]] = field(default_factory=list)
    _length: int = 0

    @property
    def count(self) -> int:
        return len(self._texts)

    def turn(self) -> None:
        """Begin a new page; one that nothing was written on is used first."""
        if not self._texts or self._texts[-1]:
            self._texts.append([])
            self._length = 0

    def write(self, text: str, *, gap: bool = False, size: float = 1.0, level: int = 0) -> Line | None:
        """Add a line and return it; None when there is nothing to read in it."""
        text = clean(text[:_LONGEST_LINE])
        if not text:
            return None
        if not self._texts:
            self.turn()
        page = self._texts[-1]
        gap = gap or not page
        if page:
            page.append("\n\n" if gap else "\n")
            self._length += len(page[-1])
        line = Line(self.count, self._length, self._length + len(text), text, gap, size, level)
        page.append(text)
        self._length += len(text)
        self.lines.append(line)
        return line

    def write_all(self, lines: Iterable[RawLine]) -> list[Line]:
        written = (self.write(raw.text, gap=raw.gap, size=raw.size, level=raw.level) for raw in lines)
        return [line for line in written if line is not None]

    def heading(self, text: str, level: int) -> Line | None:
        return self.write(text, gap=True, size=1.5, level=level)

    def finished(self) -> tuple[ParsedPage, ...]:
        return tuple(ParsedPage(number, "".join(parts)) for number, parts in enumerate(self._texts, start=1))


def found(line: Line, value: str) -> Found[str]:
    """Return the value with the place it has on the line it was written on."""
    return found_in_line(line, clean(value))
