"""Invented papers of an invented town, to measure the checks on: what is kept, and what is let through."""

from datetime import date

from raadhus.assistant.wording.checks import Source

_COAST, _SCHOOL, _COUNCIL = "Klitudvalget", "Børn- og Skoleudvalget", "Byrådet"
_MARCH, _MAY, _JUNE = date(2031, 3, 4), date(2031, 5, 20), date(2031, 6, 17)

SOURCES = {
    source.number: source
    for source in (
        Source(
            1,
            "Badebroen ved Sandhavn havde 412 besøgende om dagen i 2030. I 2029 var tallet 380. Broen males "
            "hvert andet år, "
            "og det koster 85.000 kr. hver gang.",
            organization=_COAST,
            day=_MARCH,
            title="Badebroens fremtid",
            document="Dagsorden",
            item=1,
            case_number="EMN-2031-000123",
        ),
        Source(
            2,
            "Lejeaftalen om bådhuset udløber 31. marts 2032. Den kan ikke forlænges. Lejen er 12.500 kr. om "
            "måneden, og "
            "depositummet svarer til tre måneders leje.",
            organization=_COAST,
            day=_MARCH,
            title="Bådhuset",
            document="Bilag 1: Lejeaftale",
            kind="annex",
            item=2,
        ),
        Source(
            3,
            "Det indstilles, at Klitudvalget godkender, at der bygges en ny molebro ved Sandhavn for 2,4 mio. "
            "kr., og at "
            "beløbet finansieres af anlægspuljen i 2032.",
            kind="recommendation",
            organization=_COAST,
            day=_MARCH,
            title="Ny molebro ved Sandhavn",
            document="Dagsorden",
            item=3,
        ),
        Source(
            4,
            "Klitudvalget godkendte indstillingen. Liste K stemte imod, da listen ønskede pengene brugt på stranden.",
            kind="decision",
            outcome="adopted",
            organization=_COAST,
            day=_MARCH,
            title="Ny molebro ved Sandhavn",
            document="Referat",
            item=3,
        ),
        Source(
            5,
            "Taget til efterretning.",
            kind="decision",
            outcome="noted",
            organization=_COAST,
            day=_MARCH,
            title="Status på kystsikringen ved Nordklit",
            document="Referat",
            item=4,
        ),
        Source(
            6,
            "Sagen udsættes til udvalgets møde den 20. maj 2031, så naboerne kan nå at blive hørt.",
            kind="decision",
            outcome="postponed",
            organization=_COAST,
            day=_MARCH,
            title="Parkering ved Klitvej",
            document="Referat",
            item=5,
        ),
        Source(
            7,
            "Forslaget om nattebadning kunne ikke tiltrædes, da der mangler livreddere om natten.",
            kind="decision",
            outcome="rejected",
            organization=_COAST,
            day=_MAY,
            title="Nattebadning ved molebroen",
            document="Referat",
            item=6,
        ),
        Source(
            8,
            "Fremsendes til Byrådet med anbefaling.",
            kind="decision",
            outcome="referred",
            organization=_SCHOOL,
            day=_MAY,
            title="Ny skolestruktur i Vestbyen",
            document="Referat",
            item=7,
        ),
        Source(
            9,
            "Byrådet vedtog forslaget til skolestruktur med 17 stemmer mod 8. Ændringsforslaget fra Liste V om "
            "at bevare "
            "Engskolen blev forkastet.",
            kind="decision",
            outcome="adopted",
            organization=_COUNCIL,
            day=_JUNE,
            title="Ny skolestruktur i Vestbyen",
            document="Referat",
            item=8,
        ),
        Source(
            10,
            "Forvaltningen vurderer, at elevtallet i Vestbyen falder med 14 procent frem mod 2036. Engskolen "
            "har i dag 214 elever, "
            "mens Bakkeskolen har 431 elever. Lukkes Engskolen, spares der 6,2 mio. kr. om året fra 2033.",
            organization=_SCHOOL,
            day=_MAY,
            title="Ny skolestruktur i Vestbyen",
            document="Dagsorden",
            item=7,
        ),
        Source(
            11,
            "Klitudvalget består af formand Vera Strandvig og seks medlemmer. Næstformand er Jens Holmskov. "
            "Udvalget holder møde den "
            "første tirsdag i hver måned kl. 16.30 på Havnekontoret.",
            organization=_COAST,
            title="Om udvalget",
            document="Styrelsesvedtægt",
        ),
        Source(
            12,
            "Efter forretningsordenens § 7, stk. 2, skal anmodning om foretræde være modtaget senest tre "
            "hverdage før mødet. Et foretræde "
            "varer højst 15 minutter, og der kan deltage op til fem personer.",
            organization=_COUNCIL,
            title="Forretningsorden",
            document="Forretningsorden for Byrådet",
        ),
        Source(
            13,
            "Høringen om lokalplan 84 varede fra 1. april til 30. maj 2031. Der kom 37 høringssvar, og 22 af "
            "dem var imod højden på "
            "17 meter. Museet for Kystkultur var positivt.",
            kind="annex",
            organization=_COAST,
            day=_JUNE,
            title="Lokalplan 84 for Havnefronten",
            document="Høringsnotat",
            item=9,
        ),
        Source(
            14,
            "Det foreslås, at svømmehallen får længere åbningstid om lørdagen, og at billetprisen for børn "
            "sættes ned fra 35 kr. til "
            "25 kr. Forslaget koster 310.000 kr. om året.",
            kind="recommendation",
            organization="Kulturudvalget",
            day=_JUNE,
            title="Svømmehallens åbningstid",
            document="Dagsorden",
            item=10,
        ),
        Source(
            15,
            "Beløb i 1.000 kr.\nStrandrensning 450\nLivreddertårne 1.200\nToiletbygning 2.750\nI alt 4.400",
            kind="annex",
            organization=_COAST,
            day=_JUNE,
            title="Budget for strandene 2032",
            document="Bilag 2: Budget",
            item=11,
        ),
        Source(
            16,
            "Kommunen overtager vedligeholdelsen af Fyrvej fra grundejerne 1. januar 2033. Grundejerforeningen "
            "Fyrhøj betaler et "
            "engangsbeløb på 275.000 kr. Vejen er 1,8 km lang og skal have ny belægning.",
            organization="Teknisk Udvalg",
            day=_MAY,
            title="Overtagelse af Fyrvej",
            document="Dagsorden",
            item=12,
            case_number="EMN-2031-000456",
        ),
    )
}
