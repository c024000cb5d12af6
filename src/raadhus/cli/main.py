"""`raadhus COMMAND`: reads the arguments, calls the house, prints what comes back.

Exit status 0 done, 1 done with something refused, 2 wrong use. With `--json` standard output holds one
JSON document and nothing else; progress and messages go to standard error.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from raadhus.cli._output import Failure, print_json, say
from raadhus.cli._parser import Parser, day, moment, number_within

COMMANDS = {
    "setup": "gør databasen, oversættelser, statiske filer og indeks klar",
    "inspect": "læs en fil eller mappe uden at gemme noget",
    "import": "læs og gem filer og mapper, og indeksér dem",
    "harvest": "følg en publiceringsvært: hent, hvad der er nyt, ændret eller væk",
    "search": "find passager",
    "show": "vis et møde, et punkt eller en side",
    "ask": "stil et spørgsmål til materialet",
    "case": "vis en sags forløb gennem organer og år",
    "evaluate": "mål søgning og svar på spørgsmål med kendte svar",
    "feedback": "skriv brugernes vurderinger af svar som spørgsmål til evaluate",
    "workload": "mål et organs arbejde i et år",
    "coverage": "vis, hvad der burde være kommet, men mangler",
    "publish": "offentliggør en kladde",
    "ocr": "læs de sider, der er billeder",
    "corrections": "vis, hvad der er rettet, eller skriv det som prøver for indlæsningen",
    "verify": "efterprøv, at alt gemt passer med de filer, det kom fra",
    "demo": "indlæs den opfundne kommune",
    "serve": "start webserveren",
    "embed": "gør søgning på betydning klar, når den er slået til",
    "reindex": "byg indekset forfra, mens det gamle bruges",
    "model": "vis sprogmodellens forbrug, slå den fra eller til, eller mål efterprøvningen",
    "work": "indeksér, find nyt til abonnementer og send mails",
}
MODULES = {"import": "import_"}  # a word of Python's own
WITHOUT_DJANGO = {"inspect"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter still gets the rest
    as_json = "--json" in (sys.argv[1:] if argv is None else argv)
    try:
        arguments = _parser().parse_args(argv)
        if arguments.command not in WITHOUT_DJANGO:
            _start_django()
        command = import_module(f"raadhus.cli.commands.{MODULES.get(arguments.command, arguments.command)}")
        status = int(command.run(arguments))
        sys.stdout.flush()  # here a closed pipe is caught
        return status
    except Failure as failure:
        return _ended(str(failure), status=failure.status, as_json=as_json)
    except KeyboardInterrupt:
        sentence = "Afbrudt. Kør den samme kommando igen for at gøre den færdig."
        return _ended(sentence, status=130, as_json=as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _ended(sentence: str, *, status: int, as_json: bool) -> int:
    say(sentence)
    if as_json:
        print_json({"error": sentence})
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="raadhus",
        description="Råd, møder, sager og beslutninger, med kildesiden ved hvert udsagn.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for name, purpose in COMMANDS.items():
        sub = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        _ARGUMENTS[name](sub)
    return parser


def _reading(sub: argparse.ArgumentParser, *, verb: str = "se") -> None:
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument")
    sub.add_argument(
        "--as", dest="reader", metavar="BRUGER", help=f"{verb} som denne bruger (eller anonymous)"
    )


def _inspect(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("path", type=Path, metavar="STI")
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument")


def _import(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("paths", type=Path, nargs="+", metavar="STI")
    sub.add_argument("--body", metavar="KOMMUNE", help="den kommune, filerne hører til")
    sub.add_argument("--draft", action="store_true", help="gem som kladde: kun for organets egne")
    sub.add_argument(
        "--handbook",
        action="store_true",
        help="det er byrådshåndbogen: praktiske spørgsmål besvares først fra den",
    )
    _reading(sub, verb="handl")


def _harvest(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("address", nargs="?", metavar="ADRESSE", help="fx dagsordener.hjelmsund.dk")
    chosen = sub.add_mutually_exclusive_group()
    chosen.add_argument("--status", action="store_true", help="vis, hvordan det står til; henter intet")
    chosen.add_argument("--once-only", action="store_true", help="hent nu, og ikke af sig selv igen")
    chosen.add_argument(
        "--every",
        type=number_within(1, 8784),
        metavar="TIMER",
        help="hent nu og derefter så ofte (ellers hver 24. time)",
    )
    sub.add_argument("--body", metavar="KOMMUNE", help="den kommune, værten hører til")
    sub.add_argument(
        "--believe", action="store_true", help="tro på værtens liste, også når halvdelen pludselig mangler"
    )
    _reading(sub, verb="handl")


def _search(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "text", metavar="TEKST", help='ord, "udtryk", -uden, OR, NEAR/5, organ:, sag:, dato:, type:, udfald:'
    )
    sub.add_argument("--limit", type=number_within(1, 1000), default=10, metavar="ANTAL")
    sub.add_argument("--organization", metavar="ORGAN")
    sub.add_argument("--from", dest="since", type=day, metavar="ÅÅÅÅ-MM-DD")
    sub.add_argument("--to", dest="until", type=day, metavar="ÅÅÅÅ-MM-DD")
    sub.add_argument("--case", metavar="SAGSNUMMER")
    sub.add_argument("--sort", choices=("relevance", "date"), default="relevance")
    _reading(sub)


def _show(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("address", metavar="ADRESSE", help="fx /moede/3, /punkt/12 eller /dokument/2/side/5")
    _reading(sub)


def _ask(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("question", metavar="SPØRGSMÅL")
    sub.add_argument(
        "--after", metavar="SPØRGSMÅL", default="", help="det spørgsmål, dette følger efter: »og året efter?«"
    )
    sub.add_argument(
        "--no-model", dest="model", action="store_false", help="svar uden sprogmodel, også hvor der er en"
    )
    _reading(sub)


def _feedback(sub: argparse.ArgumentParser) -> None:
    _reading(sub, verb="handl")


def _model(sub: argparse.ArgumentParser) -> None:
    chosen = sub.add_mutually_exclusive_group()
    chosen.add_argument("--status", action="store_true", help="vis forbruget (det sker også uden)")
    chosen.add_argument("--off", dest="switch", action="store_const", const="off", help="slå modellen fra nu")
    chosen.add_argument("--on", dest="switch", action="store_const", const="on", help="slå modellen til igen")
    chosen.add_argument("--measure", action="store_true", help="mål, hvad efterprøvningen fanger og taber")
    _reading(sub, verb="handl")


def _evaluate(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("questions", type=Path, nargs="?", metavar="SPØRGSMÅL.tsv", help="uden: demoens egne")
    sub.add_argument("--ablation", action="store_true", help="mål også uden hvert trin for sig")
    sub.add_argument("--no-rivals", dest="rivals", action="store_false", help="mål kun os selv")
    sub.add_argument("--postgresql", metavar="ADRESSE", default="", help="en PostgreSQL at måle os med")
    _reading(sub)


def _case(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("number", metavar="SAGSNUMMER", help="i hvilken form som helst")
    _reading(sub)


def _workload(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--organization", required=True, metavar="ORGAN")
    sub.add_argument("--year", required=True, type=number_within(1, 9999), metavar="ÅÅÅÅ")
    _reading(sub)


def _publish(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("address", metavar="ADRESSE", help="fx /moede/3 eller /dokument/2")
    sub.add_argument("--at", type=moment, metavar="ÅÅÅÅ-MM-DDTTT:MM", help="først fra da")
    _reading(sub, verb="handl")


def _demo(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--if-empty", action="store_true", help="kun hvis der intet er i forvejen")
    sub.add_argument(
        "--beside-own-material", action="store_true", help="også hvor der ligger rigtigt materiale"
    )


def _serve(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--host", default="127.0.0.1", metavar="ADRESSE")
    sub.add_argument("--port", type=number_within(1, 65535), default=8000)
    sub.add_argument(
        "--no-work", action="store_true", help="lad andre indeksere og sende mails (se raadhus work)"
    )


def _work(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--once", action="store_true", help="kun én omgang, fx fra cron")
    sub.add_argument(
        "--every", type=number_within(1, 86_400), default=20, metavar="SEKUNDER", help="mellem to omgange"
    )
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument (med --once)")


def _ocr(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--status", action="store_true", help="sig kun, hvor langt det er")
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument")


def _verify(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--repair", action="store_true", help="byg indekset op igen, hvis det ikke passer")
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument")


def _corrections(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "folder", type=Path, nargs="?", metavar="MAPPE", help="skriv hver rettet pakke i en fil her"
    )
    sub.add_argument(
        "--check", action="store_true", help="læs papirerne igen: hvad læses nu, som det er rettet til?"
    )
    _reading(sub)


def _embed(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--status", action="store_true", help="vis, hvor langt den er; gør intet")
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument")


def _reindex(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="skriv ét JSON-dokument")


def _nothing(sub: argparse.ArgumentParser) -> None:
    pass


_ARGUMENTS = {
    "setup": _nothing,
    "inspect": _inspect,
    "import": _import,
    "harvest": _harvest,
    "search": _search,
    "show": _show,
    "ask": _ask,
    "case": _case,
    "evaluate": _evaluate,
    "model": _model,
    "feedback": _feedback,
    "workload": _workload,
    "coverage": _reading,
    "publish": _publish,
    "ocr": _ocr,
    "corrections": _corrections,
    "verify": _verify,
    "demo": _demo,
    "serve": _serve,
    "embed": _embed,
    "reindex": _reindex,
    "work": _work,
}


def _start_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.project.settings")
    try:
        django.setup()
    except OSError as error:
        home = os.environ.get("RAADHUS_HOME", "var")
        raise Failure(f"Datamappen {home} kan ikke bruges: {error.strerror or error}") from None
