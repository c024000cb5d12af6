"""The cases as prose: one text file per topic, a case per `# Title`, its papers per `## Section`.

A case says who prepares it (`department`, `officer`), when it begins (`week`, counted from the first
week of the two years, or from `today`), and under `## Vej` the way it goes: one stop a line, `- BODY verb target | remark`.
`{y}` is the year it begins, `{d-40}` the weekday forty days before that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_STOP = re.compile(r"(?P<organ>\w+) (?P<verb>\w+)(?: (?P<target>\w+))?$")


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop on a case's way: which body, what it does there, and what is added to its decision."""

    organ: str
    verb: str
    target: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A case from end to end."""

    key: str
    title: str
    facts: dict[str, str]
    sections: dict[str, tuple[str, ...]]
    way: tuple[Stop, ...]

    def section(self, heading: str) -> tuple[str, ...]:
        return self.sections.get(heading, ())


@cache
def all_stories() -> tuple[Story, ...]:
    """Every case of every topic, in the order of the files."""
    return tuple(
        story
        for file in sorted(files(__name__).iterdir(), key=lambda f: f.name)
        if file.name.endswith(".txt") and not file.name.startswith("_")
        for story in _read(file.name.removesuffix(".txt"), file.read_text(encoding="utf-8"))
    )


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a list kept beside the cases (`_name.txt`), without blank ones."""
    text = (files(__name__) / f"_{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _read(topic: str, text: str) -> Iterator[Story]:
    for number, part in enumerate(re.split(r"^# ", text, flags=re.M)[1:], start=1):
        head, *rest = re.split(r"^## ", part, flags=re.M)
        title, *facts = head.strip().splitlines()
        sections = dict(_section(section) for section in rest)
        yield Story(
            key=f"{topic}-{number}",
            title=title.strip(),
            facts=dict(line.split(": ", 1) for line in facts if line.strip()),
            sections={name: lines for name, lines in sections.items() if name != "Vej"},
            way=tuple(_stop(line) for line in sections.get("Vej", ())),
        )


def _section(text: str) -> tuple[str, tuple[str, ...]]:
    heading, _, rest = text.partition("\n")
    blocks = re.split(r"\n\s*\n|\n(?=- )", rest.strip())
    return heading.strip(), tuple(" ".join(b.split()).removeprefix("- ") for b in blocks if b.strip())


def _stop(line: str) -> Stop:
    way, *remarks = (part.strip() for part in line.split(" | "))
    match = _STOP.match(way)
    if match is None:
        raise ValueError(f"not a stop: {line}")
    return Stop(match["organ"], match["verb"], match["target"] or "", tuple(remarks))


@cache
def chapters_of(name: str) -> tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    """The chapters of a long text: title, then (section, paragraphs); the first section has no heading."""
    text = (files(__name__) / f"_{name}.txt").read_text(encoding="utf-8")
    chapters = []
    for part in re.split(r"^# ", text, flags=re.M)[1:]:
        title, _, rest = part.partition("\n")
        first, *others = re.split(r"^## ", rest, flags=re.M)
        sections = [_section(f"\n{first}"), *(_section(section) for section in others)]
        chapters.append((title.strip(), tuple((h, p) for h, p in sections if p)))
    return tuple(chapters)
