"""What the bodies write when they decide, in the words town halls use, and which outcome that is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.demo._people import DEPARTMENTS, ORGANS
from raadhus.demo._words import long_date, pick
from raadhus.demo.stories import Stop, Story
from raadhus.parsing import Outcome


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    outcome: Outcome


def genitive(name: str) -> str:
    return f"{name}'" if name.endswith(("s", "x", "z")) else f"{name}s"


def decide(story: Story, stop: Stop, day: date, *, recommended: date | None) -> Said:
    """Return the decision of that stop on `day`, its remarks as sentences of their own.

    `recommended` is when the magistrat recommended the case, where it has.
    """
    kind = ORGANS[stop.organ].classification
    if kind == "council":
        text, outcome = _council(story, stop, day, recommended)
    else:
        text, outcome = _SPEAKERS[kind](story, stop, day)
    return Said("\n".join((text, *stop.remarks)), outcome)


def _council(story: Story, stop: Stop, day: date, recommended: date | None) -> tuple[str, Outcome]:
    full_name = DEPARTMENTS[story.facts["department"]].full_name
    on = long_date(day)
    match stop.verb:
        case "vedtaget":
            if recommended is None:
                return "Byrådet vedtog indstillingen.", "adopted"
            return (
                f"Tilbagesendes {full_name} med bemærkning, at byrådet i sit møde den {on} har vedtaget "
                f"Magistratens foranstående indstilling af {long_date(recommended)}."
            ), "adopted"
        case "henvist":
            return (
                f"Fremsendes til {ORGANS[stop.target].name} til behandling i henhold til beslutning i "
                f"byrådets møde den {on}."
            ), "referred"
        case "oversendt":
            return (
                f"Fremsendes til {DEPARTMENTS[stop.target].full_name} med henblik på udarbejdelse af en "
                f"indstilling, jf. byrådets vedtagelse i mødet den {on} om magistratsbehandling af forslaget.\n"
                "Sagen bedes tilbagesendt byrådet via Magistraten."
            ), "referred"
        case "udsat":
            return f"Sagens behandling blev udsat i byrådets møde den {on}.", "postponed"
        case "forkastet":
            return "Byrådet kunne ikke tiltræde indstillingen.", "rejected"
        case "trukket":
            return "Sagen udgik af dagsordenen.", "withdrawn"
        case "efterretning":
            return "Byrådet tog orienteringen til efterretning.", "noted"
    raise ValueError(f"the council does not: {stop.verb}")


def _magistrat(story: Story, stop: Stop, day: date) -> tuple[str, Outcome]:
    full_name = DEPARTMENTS[story.facts["department"]].full_name
    on = long_date(day)
    match stop.verb:
        case "anbefalet":
            made = long_date(day - timedelta(days=13))
            return (
                f"Fremsendes til Byrådet med bemærkning, at Magistraten i mødet den {on} anbefaler, at byrådet "
                f"tiltræder {genitive(full_name)} indstilling af {made}."
            ), "referred"
        case "godkendt":
            return "Magistraten tiltrådte indstillingen.", "adopted"
        case "efterretning":
            return "Magistraten tog orienteringen til efterretning.", "noted"
        case "udsat":
            return f"Sagens behandling blev udsat i Magistratens møde den {on}.", "postponed"
        case "trukket":
            return "Sagen udgik af dagsordenen.", "withdrawn"
        case "forkastet":
            return "Indstillingen kunne ikke tiltrædes.", "rejected"
    raise ValueError(f"the magistrat does not: {stop.verb}")


_DISCUSSED = (
    "Udvalget drøftede sagen og stillede spørgsmål til forvaltningen.",
    "Sagen blev drøftet i udvalget.",
    "Udvalget drøftede sagen.",
)
_NOTED = ("Udvalget tog orienteringen til efterretning.", "Taget til efterretning.")
_AGREED = (
    "Et flertal i udvalget kunne tiltræde indstillingen i overensstemmelse med Magistratens anbefaling.",
    "Udvalget kunne tiltræde indstillingen i overensstemmelse med Magistratens anbefaling.",
)


def _committee(story: Story, stop: Stop, day: date) -> tuple[str, Outcome]:
    match stop.verb:
        case "drøftet":
            return pick(_DISCUSSED, story.key, stop.organ), "discussed"
        case "efterretning":
            return pick(_NOTED, story.key, stop.organ), "noted"
        case "tiltrådt":
            return _AGREED[0 if stop.remarks else 1], "adopted"
        case "godkendt":
            return "Udvalget godkendte indstillingen.", "adopted"
        case "udsat":
            return "Udvalget besluttede at udsætte sagens behandling til et kommende møde.", "postponed"
        case "trukket":
            return "Punktet udgik.", "withdrawn"
        case "forkastet":
            return "Et flertal i udvalget kunne ikke tiltræde indstillingen.", "rejected"
    raise ValueError(f"a committee does not: {stop.verb}")


def _executive(story: Story, stop: Stop, day: date) -> tuple[str, Outcome]:
    match stop.verb:
        case "godkendt":
            return pick(
                ("Rådmanden godkendte indstillingen.", "Godkendt.", "Godkendt med de faldne bemærkninger."),
                story.key,
            ), "adopted"
        case "drøftet":
            return "Drøftet.", "discussed"
        case "efterretning":
            return "Rådmanden tog orienteringen til efterretning.", "noted"
        case "udsat":
            return "Punktet blev udsat til næste rådmandsmøde.", "postponed"
        case "forkastet":
            return "Indstillingen kunne ikke tiltrædes.", "rejected"
    raise ValueError(f"a rådmandsmøde does not: {stop.verb}")


_SPEAKERS: dict[str, Callable[[Story, Stop, date], tuple[str, Outcome]]] = {
    "magistrate": _magistrat,
    "committee": _committee,
    "executive": _executive,
}
