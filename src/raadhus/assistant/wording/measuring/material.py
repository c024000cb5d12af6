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
        Source(
            17,
            "Forvaltningen har indhentet tre tilbud på renovering af Møllebæk Hallens tag. Det billigste er fra "
            "Tømrerfirmaet Bundgaard på 3.450.000 kr. ekskl. moms. Arbejdet ventes udført i uge 27-31 i 2032 og "
            "forudsætter, at hallen holdes lukket for brugere i fem uger.",
            organization="Kultur- og Fritidsudvalget",
            day=date(2032, 2, 10),
            title="Renovering af Møllebæk Hallens tag",
            document="Dagsorden",
            item=101,
        ),
        Source(
            18,
            "Godkendt. Birthe Vangsgaard (Liste B) deltog ikke i behandlingen af punktet på grund af "
            "inhabilitet.",
            kind="decision",
            outcome="adopted",
            organization="Kultur- og Fritidsudvalget",
            day=date(2032, 2, 10),
            title="Renovering af Møllebæk Hallens tag",
            document="Referat",
            item=101,
        ),
        Source(
            19,
            "Udvalget drøftede oplægget og bad forvaltningen om at vende tilbage med en beregning af, hvad "
            "gratis parkering ved stationen vil koste.",
            kind="decision",
            outcome="discussed",
            organization="Teknisk Udvalg",
            day=date(2032, 3, 3),
            title="Parkering ved stationen",
            document="Referat",
            item=102,
        ),
        Source(
            20,
            "Sagen blev trukket af dagsordenen, da ansøger har trukket sin ansøgning tilbage.",
            kind="decision",
            outcome="withdrawn",
            organization="Teknisk Udvalg",
            day=date(2032, 3, 3),
            title="Dispensation til carport på Egevænget 12",
            document="Referat",
            item=103,
        ),
        Source(
            21,
            "Forvaltningen indstiller til Teknisk Udvalg, 1. at hastigheden på Skovgade nedsættes fra 50 til 40 "
            "km/t, og 2. at der etableres to bump ud for skolen. Udgiften på 180.000 kr. afholdes af "
            "trafiksikkerhedspuljen.",
            kind="recommendation",
            organization="Teknisk Udvalg",
            day=date(2032, 3, 3),
            title="Trafiksikkerhed på Skovgade",
            document="Dagsorden",
            item=104,
        ),
        Source(
            22,
            "Et flertal (5 medlemmer) godkendte indstillingens punkt 1. Et mindretal bestående af Karl Østerby "
            "og Mona Rask stemte imod. Punkt 2 blev udsat til næste møde.",
            kind="decision",
            outcome="adopted",
            organization="Teknisk Udvalg",
            day=date(2032, 3, 3),
            title="Trafiksikkerhed på Skovgade",
            document="Referat",
            item=104,
        ),
        Source(
            23,
            "Sygefraværet i ældreplejen var 7,8 procent i 2031 mod 8,4 procent i 2030. Målet for 2032 er 7,0 "
            "procent. Der er ansat 26 nye medarbejdere, heraf 9 social- og sundhedsassistenter.",
            kind="annex",
            organization="Sundhedsudvalget",
            day=date(2032, 4, 6),
            title="Sygefravær i ældreplejen",
            document="Status",
            item=105,
        ),
        Source(
            24,
            "Økonomiudvalget anbefaler over for Byrådet, at der gives en tillægsbevilling på 5,3 mio. kr. til "
            "snerydning i 2032.",
            kind="decision",
            outcome="referred",
            organization="Økonomiudvalget",
            day=date(2032, 1, 20),
            title="Tillægsbevilling til snerydning",
            document="Referat",
            item=106,
        ),
        Source(
            25,
            "Ansøgningsfristen til kulturpuljen er den 15. september. Puljen er på 600.000 kr. årligt, og der "
            "kan højst søges 50.000 kr. pr. projekt. Der gives ikke støtte til drift eller løn.",
            kind="annex",
            organization="Kultur- og Fritidsudvalget",
            title="Retningslinjer for kulturpuljen",
            document="Retningslinjer",
        ),
        Source(
            26,
            "Direktør Lone Friis orienterede om, at nedrivningen af det gamle vandtårn er forsinket til "
            "efteråret 2032, fordi der er fundet PCB i malingen.",
            organization="Teknisk Udvalg",
            day=date(2032, 3, 3),
            title="Orientering",
            document="Dagsorden",
            item=107,
        ),
        Source(
            27,
            "Byrådet besluttede at hjemvise sagen til Miljøudvalget med henblik på en fornyet vurdering af "
            "støjgenerne fra vindmøllerne ved Enghøj.",
            kind="decision",
            outcome="referred",
            organization="Byrådet",
            day=date(2030, 9, 25),
            title="Vindmøller ved Enghøj",
            document="Referat",
            item=201,
        ),
        Source(
            28,
            "Projektet omfatter fire vindmøller med en totalhøjde på op til 150 meter. Afstanden til nærmeste "
            "nabo er 640 meter, og den årlige produktion ventes at være 52 GWh. Opstiller er Enghøj Vindlaug "
            "ApS.",
            organization="Byrådet",
            day=date(2030, 9, 25),
            title="Vindmøller ved Enghøj",
            document="Dagsorden",
            item=201,
        ),
        Source(
            29,
            "Tiltrådt med den ændring, at ordningen evalueres efter et år.",
            kind="decision",
            outcome="adopted",
            organization="Ældreudvalget",
            day=date(2030, 10, 8),
            title="Klippekort til plejehjemsbeboere",
            document="Referat",
            item=202,
        ),
        Source(
            30,
            "Med klippekortet får hver beboer en halv time om ugen til selvvalgte aktiviteter. Ordningen "
            "finansieres med 1,9 mio. kr. fra værdighedspuljen i 2031. Ubrugte klip kan gemmes i op til tre "
            "måneder.",
            organization="Ældreudvalget",
            day=date(2030, 10, 8),
            title="Klippekort til plejehjemsbeboere",
            document="Dagsorden",
            item=202,
        ),
        Source(
            31,
            "Der var ikke flertal for forslaget, som dermed bortfaldt. For stemte Anne Lind, Poul Krogh og "
            "Sofie Dam. Imod stemte de øvrige otte medlemmer.",
            kind="decision",
            outcome="rejected",
            organization="Byrådet",
            day=date(2030, 9, 25),
            title="Forslag om gratis buskort til unge",
            document="Referat",
            item=203,
        ),
        Source(
            32,
            "Bibliotekets åbningstid i Nørby indskrænkes fra 42 til 35 timer om ugen fra 1. februar 2031. "
            "Besparelsen er på 480.000 kr. i 2031 og 525.000 kr. i hvert af de følgende år. Filialen i Sønderby "
            "berøres ikke.",
            kind="annex",
            organization="Kulturudvalget",
            day=date(2030, 11, 5),
            title="Besparelser på bibliotekerne",
            document="Budgetnotat",
            item=204,
        ),
        Source(
            33,
            "Forvaltningen foreslår, at taksten for pasning i skolefritidsordningen hæves med 60 kr. til 1.840 "
            "kr. pr. måned. Søskenderabatten fastholdes på 50 procent.",
            kind="recommendation",
            organization="Børneudvalget",
            day=date(2030, 11, 6),
            title="Takster for SFO 2031",
            document="Dagsorden",
            item=205,
        ),
        Source(
            34,
            "Orienteringen blev taget til efterretning. Udvalget ønskede en ny status i marts 2031.",
            kind="decision",
            outcome="noted",
            organization="Børneudvalget",
            day=date(2030, 11, 6),
            title="Status på tandplejens ventelister",
            document="Referat",
            item=206,
        ),
        Source(
            35,
            "Ventetiden til tandregulering er 19 uger. Der mangler to tandlæger, og klinikken på Søvej har "
            "været lukket siden maj. 312 børn står på venteliste.",
            organization="Børneudvalget",
            day=date(2030, 11, 6),
            title="Status på tandplejens ventelister",
            document="Dagsorden",
            item=206,
        ),
        Source(
            36,
            "Punkt 3: Cykelsti langs Engdraget mellem Lunde og Hovby\nBeslutninger\nTilbagesendes "
            "Magistratsafdelingen for Teknik og "
            "Miljø med bemærkning, at byrådet i sit møde den 3. september 2031 har vedtaget Magistratens "
            "foranstående indstilling af 3. juni "
            "2031. Liste L kunne ikke tiltræde indstillingen.",
            kind="decision",
            outcome="adopted",
            organization="Byrådet",
            day=date(2031, 9, 3),
            title="Cykelsti langs Engdraget mellem Lunde og Hovby",
            document="Referat",
            item=301,
        ),
        Source(
            37,
            "Et flertal i udvalget kunne tiltræde indstillingen i overensstemmelse med Magistratens "
            "anbefaling. Der var foretræde af "
            "Fællesrådet for Lunde og Omegn, som ønsker stien ført helt frem til stationen.",
            kind="decision",
            outcome="adopted",
            organization="Teknisk Udvalg",
            day=date(2031, 8, 20),
            title="Cykelsti langs Engdraget mellem Lunde og Hovby",
            document="Referat",
            item=302,
        ),
        Source(
            38,
            "Fremsendes til Byrådet med bemærkning, at Magistraten i mødet den 3. juni 2031 anbefaler, "
            "at byrådet tiltræder "
            "Magistratsafdelingen for Teknik og Miljøs indstilling af 21. maj 2031.",
            kind="decision",
            outcome="referred",
            organization="Magistraten",
            day=date(2031, 6, 3),
            title="Cykelsti langs Engdraget mellem Lunde og Hovby",
            document="Referat",
            item=303,
        ),
    )
}
