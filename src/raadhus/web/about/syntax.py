"""What may be written in the search box, as the help page lists it."""

from django.utils.translation import gettext as _


def syntax() -> list[tuple[str, str]]:
    """Examples, each with what it finds."""
    return [
        ("cykelsti skole", _("Ordene i alle former; det, der passer bedst, står øverst.")),
        ('"grøn omstilling"', _("Ordene ved siden af hinanden, præcis som de er skrevet.")),
        ("skole -privatskole", _("Uden ordet efter minustegnet.")),
        ("cykelsti OR fortov", _("Det ene ord eller det andet. Du kan også skrive ELLER.")),
        ("(cykelsti OR fortov) lys", _("Parenteser holder sammen på det, der hører sammen.")),
        ("skole NEAR/5 lukning", _("Ordene nær hinanden: højst fem ord imellem. Du kan også skrive NÆR/5.")),
        ('organ:"Teknisk Udvalg"', _("Kun det organ. Navn, forkortelse eller afdeling.")),
        ("sag:EMN-2031-002204", _("Kun den sag. Nummeret kan skrives på alle måder.")),
        (
            "dato:2023..2024",
            _("Kun den periode. Også dato:2025-08, dato:27.08.2025 og dato:2024.. uden slutning."),
        ),
        ("fra:2024 til:2025-06", _("Det samme, delt i to.")),
        ("type:beslutning", _("Kun beslutninger. Også punkt, indstilling, bilag, referat og dagsorden.")),
        (
            "udfald:vedtaget",
            _(
                "Kun det udfald. Også efterretning, drøftet, henvist, udsat, forkastet, udgået, intet og andet."
            ),
        ),
        ("afdeling:MTM", _("Kun den afdeling.")),
    ]
