"""Lies made of honest sentences, one change each: another figure, name, outcome, source, or the contrary."""

import re
from collections.abc import Iterator

from raadhus.assistant.wording.checks import Claim
from raadhus.assistant.wording.checks._figures import figures_in
from raadhus.assistant.wording.measuring.material import SOURCES
from raadhus.core.times import MONTHS

Lie = tuple[str, Claim]

_NAMES = (
    ("Vera Strandvig", "Jens Holmskov"),
    ("Vera Strandvig", "Vera Holmskov"),
    ("Jens Holmskov", "Vera Strandvig"),
    ("Jens", "Niels"),
    ("Klitudvalget", "Teknisk Udvalg"),
    ("Klitudvalget", "Byrådet"),
    ("Byrådet", "Klitudvalget"),
    ("Byrådet", "Magistraten"),
    ("Børn- og Skoleudvalget", "Kulturudvalget"),
    ("Liste K", "Liste V"),
    ("Liste V", "Liste K"),
    ("Sandhavn", "Nordklit"),
    ("Nordklit", "Sandhavn"),
    ("Engskolen", "Bakkeskolen"),
    ("Bakkeskolen", "Engskolen"),
    ("Vestbyen", "Østbyen"),
    ("Fyrvej", "Klitvej"),
    ("Klitvej", "Fyrvej"),
    ("Havnekontoret", "Rådhuset"),
    ("Museet for Kystkultur", "Grundejerforeningen Fyrhøj"),
    ("Fyrhøj", "Klithøj"),
    ("Tømrerfirmaet Bundgaard", "Tømrerfirmaet Friis"),
    ("Teknisk Udvalg", "Økonomiudvalget"),
    ("Økonomiudvalget", "Teknisk Udvalg"),
    ("Birthe Vangsgaard", "Lone Friis"),
    ("Karl Østerby", "Karl Rask"),
    ("Skovgade", "Egevænget"),
    ("Egevænget", "Skovgade"),
    ("Enghøj", "Bakkely"),
    ("Byrådet", "Miljøudvalget"),
    ("Anne Lind", "Anne Dam"),
    ("Nørby", "Sønderby"),
    ("Søvej", "Skovvej"),
)
_OUTCOMES = (
    ("godkendte", "forkastede"),
    ("godkendte", "udsatte"),
    ("godkendt", "afvist"),
    ("godkendt", "taget til efterretning"),
    ("vedtog", "forkastede"),
    ("vedtog", "drøftede"),
    ("vedtaget", "udsat"),
    ("vedtaget", "sendt i høring"),
    ("taget til efterretning", "vedtaget"),
    ("taget til efterretning", "sendt i høring"),
    ("taget til efterretning", "godkendt"),
    ("udsat", "vedtaget"),
    ("udskudt", "godkendt"),
    ("udsatte", "godkendte"),
    ("kunne ikke tiltrædes", "blev tiltrådt"),
    ("forkastede", "vedtog"),
    ("forkastet", "vedtaget"),
    ("afvist", "godkendt"),
    ("fremsendte", "godkendte"),
    ("sendt videre til", "vedtaget af"),
    ("sendte sagen videre til Byrådet, som vedtog", "vedtog"),
    ("Det indstilles", "Det er vedtaget"),
    ("Det foreslås at", "Byrådet besluttede at"),
    ("Det er foreslået", "Det er besluttet"),
    ("Det foreslås", "Udvalget vedtog"),
)
_CONTRARIES = (
    ("kan ikke", "kan"),
    ("er ikke", "er"),
    ("kan deltage", "kan ikke deltage"),
    ("udløber", "udløber ikke"),
    ("males", "males ikke"),
    ("koster", "koster ikke"),
    ("betaler", "betaler ikke"),
    ("overtager", "overtager ikke"),
    ("falder", "stiger"),
    ("falde", "stige"),
    ("højst", "mindst"),
    ("op til", "mindst"),
    ("senest", "tidligst"),
    ("imod", "for"),
    ("var positivt", "var ikke positivt"),
    ("overtager", "afgiver"),
    ("længere", "kortere"),
    ("ned fra", "op fra"),
    ("besparelse", "merudgift"),
    ("spares", "bruges"),
    ("bevare", "nedlægge"),
    ("om måneden", "om året"),
    ("årlig", "månedlig"),
    ("formand", "næstformand"),
    ("med anbefaling", "uden anbefaling"),
    ("skal have", "skal ikke have"),
    ("varede", "varede ikke"),
)
_MILLION = re.compile(r"\bmio\.|\bmillioner\b")


def lies_of(honest: Claim) -> Iterator[Lie]:
    """Every lie that one change makes of an honest claim, as (what was changed, the lie)."""
    for text in _other_figures(honest.text):
        yield "figure", Claim(text, honest.cited)
    for what, pairs in (("name", _NAMES), ("outcome", _OUTCOMES), ("contrary", _CONTRARIES)):
        for one, other in pairs:
            pattern = re.compile(rf"\b{re.escape(one)}\b")
            if pattern.search(honest.text):
                yield what, Claim(pattern.sub(other, honest.text, count=1), honest.cited)
    yield "source", Claim(honest.text, _other_sources(honest.cited))


def _other_figures(text: str) -> Iterator[str]:
    for figure in figures_in(text):
        said = text[figure.start : figure.end]
        if digits := re.search(r"\d", said):
            digit = int(digits.group())
            said_otherwise = said.replace(digits.group(), str(digit % 8 + 1), 1)
            yield text[: figure.start] + said_otherwise + text[figure.end :]
        for month in MONTHS:
            if month in said.lower():
                other = MONTHS[(MONTHS.index(month) + 3) % 12]
                yield text[: figure.start] + said.lower().replace(month, other) + text[figure.end :]
        if said.lower() in ("tre", "fem", "seks"):
            yield text[: figure.start] + "syv" + text[figure.end :]
        if _MILLION.search(said):
            yield text[: figure.start] + _MILLION.sub("mia.", said) + text[figure.end :]
        if figure.kind == "share":
            yield text[: figure.start] + re.sub(r"%|pct\.?|procent", "kr.", said) + text[figure.end :]


def _other_sources(cited: tuple[int, ...]) -> tuple[int, ...]:
    """The next papers that are about something else."""
    titles = {SOURCES[number].title for number in cited}
    others = [n for n in (*SOURCES, *SOURCES) if n > max(cited) or n < min(cited)]
    fitting = [n for n in others if SOURCES[n].title not in titles]
    return tuple(fitting[: len(cited)])
