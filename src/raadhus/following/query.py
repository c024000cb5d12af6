"""What is followed, as it stands in the address of a search: the same words and filters, no others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from urllib.parse import parse_qsl, urlencode

from raadhus.search import FacetName

LONGEST = 200
CHOICES: Mapping[str, FacetName] = {
    "aar": "year",
    "type": "type",
    "udfald": "outcome",
    "afdeling": "department",
    "sagsnr": "of_case",
    "person": "person",
}
"""What may be chosen among the facets of a result, by its name in the address."""


class Keywords(TypedDict):
    """What `search()` takes."""

    organization: str | None
    since: date | None
    until: date | None
    case: str | None
    chosen: Mapping[FacetName, str]


@dataclass(frozen=True, slots=True)
class Query:
    """Words, filters and chosen facets (`("aar", "2025")`).

    `address` spells one query in one way only, so that the same is not followed twice.
    """

    text: str = ""
    organization: int | None = None
    since: date | None = None
    until: date | None = None
    case: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == Query()

    @property
    def address(self) -> str:
        """`q=cykelsti&organ=3`, ready to stand after the question mark."""
        told = {
            "q": self.text,
            "organ": self.organization,
            "fra": self.since,
            "til": self.until,
            "sag": self.case,
            **dict(self.choices),
        }
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def keywords(self) -> Keywords:
        return {
            "organization": None if self.organization is None else str(self.organization),
            "since": self.since,
            "until": self.until,
            "case": self.case or None,
            "chosen": {CHOICES[name]: value for name, value in self.choices},
        }


def query_in(address: str | Mapping[str, str]) -> Query:
    """Read the query in an address or in its parameters; what makes no sense counts as not said."""
    told = dict(parse_qsl(address)) if isinstance(address, str) else address
    organization = told.get("organ", "")
    return Query(
        text=" ".join(told.get("q", "").split())[:LONGEST],
        organization=int(organization) if organization.isdecimal() and len(organization) < 18 else None,
        since=_day(told.get("fra", "")),
        until=_day(told.get("til", "")),
        case=" ".join(told.get("sag", "").split())[:60],
        choices=tuple((name, value[:LONGEST]) for name in CHOICES if (value := told.get(name, "").strip())),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
