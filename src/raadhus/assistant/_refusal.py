"""The honest word that it does not stand there: what was looked for, and where."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.assistant._answer import Searched
from raadhus.assistant.understanding import Understanding
from raadhus.core.danish import raw_tokens, word_as_written
from raadhus.core.times import written


def searched(asked: Understanding, words: tuple[str, ...], passages: int) -> Searched:
    """`words` are as they are looked up; they are told as the question has them."""
    period = asked.period
    said = (raw for raw in raw_tokens(asked.question) if word_as_written(raw).text in words)
    return Searched(
        words=tuple(dict.fromkeys(said)),
        passages=passages,
        organizations=asked.bodies,
        since=period.since if period else None,
        until=period.until if period else None,
        period=period.said if period else "",
        case=asked.case,
    )


def refusal(
    looked: Searched, *, unknown_body: str = "", only_recommended: bool = False, not_decided: bool = False
) -> str:
    """Say that it does not stand there, and what was searched."""
    if not_decided:
        began = _(
            "Hvad der ikke er besluttet, kan ikke læses ud af beslutningerne. "
            "Spørg, hvad der blev besluttet: Udfaldet står ved hver beslutning."
        )
    elif only_recommended:
        began = _("Der står en indstilling om det, men ingen beslutning, i det materiale, du har adgang til.")
    elif unknown_body:
        began = _(
            "Det står ikke i det materiale, du har adgang til: Der er ingen beslutninger fra %(body)s."
        ) % {"body": unknown_body}
    else:
        began = _("Det står ikke i det materiale, du har adgang til.")
    return f"{began} {_where(looked)}".strip()


def _where(looked: Searched) -> str:
    if not looked.words:
        return ""
    parts = [_("efter %(words)s") % {"words": ", ".join(f"»{word}«" for word in looked.words)}]
    if looked.organizations:
        parts.append(_("hos %(bodies)s") % {"bodies": ", ".join(looked.organizations)})
    if looked.period:
        parts.append(_days(looked.since, looked.until))
    told = {"where": " ".join(parts), "passages": looked.passages}
    return (
        ngettext(
            "Der er søgt %(where)s og set på %(passages)s passage.",
            "Der er søgt %(where)s og set på %(passages)s passager.",
            looked.passages,
        )
        % told
    )


def _days(since: date | None, until: date | None) -> str:
    if since and until:
        return _("fra %(since)s til %(until)s") % {"since": written(since), "until": written(until)}
    if since:
        return _("fra %(since)s") % {"since": written(since)}
    return _("til %(until)s") % {"until": written(until)} if until else ""
