"""The people of Hjelmsund: the council with its seats, directors, case officers and secretaries."""

from dataclasses import dataclass

MUNICIPALITY = "Hjelmsund Kommune"
TOWN = "Hjelmsund"

PARTIES = {
    "A": "Socialdemokratiet",
    "B": "Radikale Venstre",
    "C": "Det Konservative Folkeparti",
    "F": "Socialistisk Folkeparti",
    "H": "Hjelmsundlisten",
    "I": "Liberal Alliance",
    "V": "Venstre",
    "Ø": "Enhedslisten",
    "Æ": "Danmarksdemokraterne",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A council member. `until_turn` leaves when the term turns; `from_turn` comes in then, in that seat."""

    name: str
    party: str
    seats: tuple[str, ...] = ()
    chairs: str = ""
    until_turn: bool = False
    from_turn: bool = False

    @property
    def signed(self) -> str:
        return f"{self.name} ({self.party})"


# Seats are the short names of the bodies; every member also sits in the council.
MEMBERS = (
    Member("Birthe Skovmand Lyhne", "A", ("MAG",), chairs="MAG"),
    Member("Torben Ravnkilde", "A", ("MAG",)),
    Member("Malene Østergren", "F", ("MAG",)),
    Member("Jørn Teglgaard", "V", ("MAG",)),
    Member("Anne-Dorte Klokkerholm", "V", ("MAG",)),
    Member("Hassan Yildirim Bech", "A", ("MAG",)),
    Member("Preben Maegaard Loft", "C", ("MAG",)),
    Member("Sidsel Vognsen", "Ø", ("MAG",)),
    Member("Flemming Dalskov", "Æ", ("MAG",)),
    Member("Bo Kjeldgaard Hvam", "V", ("TU",)),
    Member("Lone Engsted Bakke", "A", ("TU", "KU"), chairs="TU"),
    Member("Rasmus Tornbjerg", "A", ("TU", "BUU")),
    Member("Gitte Fogtmann Riis", "F", ("TU", "SOU")),
    Member("Kurt Elkjær Borup", "H", ("TU", "KU"), until_turn=True),
    Member("Nanna Ellehammer", "Ø", ("TU", "SBU")),
    Member("Steen Wadskær", "C", ("TU", "ØEU")),
    Member("Ulla Ravnborg Friis", "A", ("BUU", "SBU"), chairs="BUU"),
    Member("Mikkel Stenhøj", "V", ("BUU", "KU")),
    Member("Zainab Karimi Holst", "B", ("BUU", "SOU")),
    Member("Peter Lindegren Quist", "I", ("BUU", "ØEU")),
    Member("Camilla Rødkjær", "F", ("BUU", "SBU"), until_turn=True),
    Member("Dorthe Vestermark", "Æ", ("BUU", "SOU")),
    Member("Henning Bruunsgaard", "C", ("KU", "SOU"), chairs="KU"),
    Member("Pia Norlund Ebbesen", "A", ("KU", "SOU")),
    Member("Tobias Sejersbøl", "Ø", ("KU",), until_turn=True),
    Member("Eva Mosegaard Thrane", "V", ("SOU", "ØEU"), chairs="SOU"),
    Member("Viggo Håstrup", "A", ("SOU", "ØEU"), until_turn=True),
    Member("Mariam Said Lundager", "A", ("SBU", "KU"), chairs="SBU"),
    Member("Jens-Ole Kragsig", "V", ("SBU", "ØEU")),
    Member("Lærke Bomholt Vinding", "B", ("SBU", "ØEU"), chairs="ØEU"),
    Member("Frede Overmark", "H", ("SBU", "ØEU"), until_turn=True),
    Member("Signe Holmkvist", "H", ("TU", "KU"), from_turn=True),
    Member("Ditte Marcussen Lykke", "F", ("BUU", "SBU"), from_turn=True),
    Member("Emil Vesterlund Kaas", "Ø", ("KU",), from_turn=True),
    Member("Hanne Bøgelund Ritter", "A", ("SOU", "ØEU"), from_turn=True),
    Member("Oskar Nimb Terkelsen", "I", ("SBU", "ØEU"), from_turn=True),
)


@dataclass(frozen=True, slots=True)
class Department:
    """A department under a rådmand; `office` is its letterhead."""

    short: str
    name: str
    full_name: str
    head: str
    director: str
    managers: tuple[str, ...]
    secretary: str
    officers: tuple[str, ...]
    office: tuple[str, ...]
    committee: str


def _magistrat(name: str) -> str:
    return f"Magistratsafdelingen for {name}"


DEPARTMENTS = {
    department.short: department
    for department in (
        Department(
            "BA", "Borgmesterens Afdeling", "Borgmesterens Afdeling", "Birthe Skovmand Lyhne", "Claus Ternstrøm",
            ("Ida Monberg Sloth", "Erik Falslev"), "Anna Brinkholm",
            ("Louise Gammelby", "Simon Asferg", "Kirstine Hovmand"),
            ("Borgmesterens Afdeling", "Hjelmsund Kommune", "", "Budget og Planlægning", "Rådhusgade 1", "7790 Hjelmsund"),
            "ØEU",
        ),
        Department(
            "MTM", "Teknik og Miljø", _magistrat("Teknik og Miljø"), "Torben Ravnkilde", "Marianne Kiilerich Toft",
            ("Søren Bækmark", "Helle Dyssegaard", "Martin Rosenvang Juul"), "Anna Brinkholm",
            ("Jonas Fladager", "Rikke Thorslev", "Mads Ellegren", "Inge-Lise Vraa", "Adam Sundbo"),
            ("Teknik og Miljø", "Hjelmsund Kommune", "", "Plan, Vej og Klima", "Værftsvej 12", "7790 Hjelmsund"),
            "TU",
        ),
        Department(
            "MBU", "Børn og Unge", _magistrat("Børn og Unge"), "Malene Østergren", "Kim Abildtrup",
            ("Trine Holgersen Mark", "Lars Bindeballe", "Jette Nygård Amby"), "Mogens Tranholt",
            ("Mette Kornum Dahlsgaard", "Karina Lodberg", "Frederik Stampe", "Yasmin Alkjær"),
            ("Børn og Unge", "Hjelmsund Kommune", "", "Skole, Dagtilbud og Sundhed", "Skolegade 27", "7790 Hjelmsund"),
            "BUU",
        ),
        Department(
            "MSO", "Sundhed og Omsorg", _magistrat("Sundhed og Omsorg"), "Jørn Teglgaard", "Vibeke Raunholt",
            ("Poul Sandgreen", "Dorte Kjærbo", "Annika Westergren Hald"), "Mogens Tranholt",
            ("Bente Ladegaard Skov", "Nikolaj Ørum", "Tina Brokholm"),
            ("Sundhed og Omsorg", "Hjelmsund Kommune", "", "Ældre og Forebyggelse", "Kildevej 4", "7790 Hjelmsund"),
            "SOU",
        ),
        Department(
            "MSB", "Sociale Forhold og Beskæftigelse", _magistrat("Sociale Forhold og Beskæftigelse"),
            "Hassan Yildirim Bech", "Ole Vinterberg Kloster",
            ("Susanne Hald Mikkelborg", "Thue Rasborg"), "Karen-Margrethe Astrup",
            ("Pernille Hauskov", "Jakob Stilling Noer", "Sara Elmegreen"),
            ("Sociale Forhold og Beskæftigelse", "Hjelmsund Kommune", "", "Job, Bolig og Støtte", "Havnegade 40",
             "7790 Hjelmsund"),
            "SBU",
        ),
        Department(
            "MKB", "Kultur og Borgerservice", _magistrat("Kultur og Borgerservice"), "Anne-Dorte Klokkerholm",
            "Rune Hjortkær", ("Bodil Sommerlund", "Kasper Egeris"), "Karen-Margrethe Astrup",
            ("Merete Vangsøe", "Anton Boelskov", "Julie Krathmann"),
            ("Kultur og Borgerservice", "Hjelmsund Kommune", "", "Kultur, Fritid og Digitalisering", "Bibliotekspladsen 2",
             "7790 Hjelmsund"),
            "KU",
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organ:
    """A body that meets. `heading` is how the packages name it, where that differs from its name."""

    key: str
    name: str
    short: str
    classification: str
    place: str
    starts: tuple[int, int]
    minutes: int
    department: str = ""


ORGANS = {
    organ.key: organ
    for organ in (
        Organ("BYR", "Byrådet", "BYR", "council", "Byrådssalen, Rådhuset", (16, 0), 240),
        Organ("MAG", "Magistraten", "MAG", "magistrate", "Magistratssalen, Rådhuset", (9, 0), 120),
        Organ(
            "BUU", "Børn og Unge-udvalget", "BUU", "committee", "Mødelokale 2, Skolegade 27", (16, 30), 120
        ),
        Organ("KU", "Kulturudvalget", "KU", "committee", "Bibliotekets mødesal", (17, 0), 90),
        Organ("SOU", "Sundheds- og Omsorgsudvalget", "SOU", "committee", "Rådhuset, lokale 214", (16, 0), 90),
        Organ(
            "SBU",
            "Social- og Beskæftigelsesudvalget",
            "SBU",
            "committee",
            "Rådhuset, lokale 210",
            (16, 30),
            90,
        ),
        Organ("TU", "Teknisk Udvalg", "TU", "committee", "Rådhuset, udvalgsværelse 118", (15, 45), 150),
        Organ("ØEU", "Økonomi- og Erhvervsudvalget", "ØEU", "committee", "Rådhuset, lokale 301", (15, 0), 90),
        Organ("rMTM", "Rådmandsmøde", "", "executive", "Værftsvej 12, rådmandens kontor", (9, 0), 120, "MTM"),
        Organ("rMBU", "Rådmandsmøde", "", "executive", "Skolegade 27, lokale 14", (12, 0), 105, "MBU"),
        Organ("rMSO", "Rådmandsmøde", "", "executive", "Kildevej 4, mødelokale Poplen", (10, 0), 90, "MSO"),
    )
}


def members_of(key: str, *, after_turn: bool) -> tuple[Member, ...]:
    """Those with a seat in the body, before or after the term turned."""
    sitting = [m for m in MEMBERS if not (m.until_turn if after_turn else m.from_turn)]
    return tuple(m for m in sitting if key == "BYR" or key in m.seats)
