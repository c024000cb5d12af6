"""An item of an agenda, written from the case and where it has got to."""

import re
from collections.abc import Sequence

from raadhus.demo._calendar import heading_of
from raadhus.demo._journeys import Journey, Visit
from raadhus.demo._model import DemoAnnex, DemoItem, DemoSection, DemoStep
from raadhus.demo._people import DEPARTMENTS
from raadhus.demo._words import dice, pick

_CONTENT = re.compile(r"\s*\[([^\]]+)\]$")
_EXTENSIONS = {"slides": ".pptx", "": ".docx"}


def item_of(case: Journey, visit: Visit, earlier: Sequence[Visit]) -> DemoItem:
    """Return the item as the minutes of that meeting tell it; `earlier` are the case's former stops."""
    kind = visit.slot.organ.classification
    executive = kind == "executive"
    proposal_only = bool(case.story.section("Forslag")) and visit.stop.verb == "oversendt"
    department = DEPARTMENTS[case.story.facts["department"]]
    return DemoItem(
        number=visit.number,
        title=None if executive and case.closed else case.text(case.story.title),
        case_number=case.case_number,
        closed=case.closed,
        minutes=_minutes(case) if executive else None,
        presenters=_presenters(case) if executive else (),
        initials=_initials(pick(department.managers, case.story.key)) if executive else "",
        officer=case.officer,
        department=department.short,
        sections=() if case.closed else _sections(case, kind, proposal_only=proposal_only, visit=visit),
        recommendations=() if case.closed or proposal_only else _recommendations(case, executive=executive),
        remark="" if case.closed or proposal_only or kind == "executive" else _remark(case),
        route=() if executive or case.closed else tuple(_step(v) for v in earlier if _counts(v)),
        annexes=_annexes(case, visit, earlier, proposal_only=proposal_only),
        decision=visit.said.text if visit.said else None,
        outcome=visit.said.outcome if visit.said else None,
        story=case.story.key,
    )


def _counts(visit: Visit) -> bool:
    return visit.slot.organ.classification != "executive" and visit.said is not None


def _step(visit: Visit) -> DemoStep:
    said = visit.said
    return DemoStep(heading_of(visit.slot), visit.slot.day, visit.number, said.text if said else "")


def _sections(case: Journey, kind: str, *, proposal_only: bool, visit: Visit) -> tuple[DemoSection, ...]:
    story = case.story

    def section(heading: str, name: str) -> DemoSection:
        return DemoSection(heading, tuple(case.text(p) for p in story.section(name)))

    proposal = section(f"BESLUTNINGSFORSLAG FRA {story.facts.get('proposers', '').upper()}", "Forslag")
    if proposal_only:
        return (proposal,)
    full_name = DEPARTMENTS[story.facts["department"]].full_name
    found = [section("", "Indledning")]
    if proposal.paragraphs and kind != "executive":
        found += [proposal, DemoSection(f"INDSTILLING FRA {full_name.upper()}", ("",))]
    found.append(section("Resume", "Resume"))
    if kind == "council" and "late" in story.facts:
        late = (
            "Sagen er udsendt efter fristen på fire hverdage, jf. forretningsordenens § 8, stk. 4. Den behandles "
            f"efter § 8, stk. 5, fordi {case.text(story.facts['late'])}"
        )
        found.append(DemoSection("Overskredet frist", (late,)))
    if kind == "council" and "why" in story.facts:
        found.append(DemoSection("Hvorfor skal byrådet beslutte sagen?", (case.text(story.facts["why"]),)))
    found += [section("Sagsfremstilling", "Baggrund"), section("Økonomi", "Økonomi")]
    if visit.stop.organ != "BYR":
        found.append(section("Videre proces", "Proces"))
    return tuple(s for s in found if s.paragraphs)


def _recommendations(case: Journey, *, executive: bool) -> tuple[str, ...]:
    found = tuple(case.text(r).rstrip(".") + "." for r in case.story.section("Indstilling"))
    if executive and not found:
        noted = any(stop.verb == "efterretning" for stop in case.story.way)
        found = ("rådmanden tager orienteringen til efterretning." if noted else "rådmanden drøfter sagen.",)
    if executive and len(case.story.way) > 1 and case.story.way[1].organ == "MAG":
        found += ("sagen fremsendes til Magistraten med henblik på behandling i byrådet.",)
    return found


def _remark(case: Journey) -> str:
    if "remark" in case.story.facts:
        return f"Fremsendes til Magistraten. {case.text(case.story.facts['remark'])}"
    if case.story.facts["department"] == "BA" or not any(s.organ == "MAG" for s in case.story.way):
        return ""
    return "Fremsendes til Magistraten. Borgmesterens Afdeling har ingen bemærkninger til indstillingen."


def _minutes(case: Journey) -> int:
    return 5 * (dice("tid", case.story.key) % 4 + 1)


def _presenters(case: Journey) -> tuple[str, ...]:
    department = DEPARTMENTS[case.story.facts["department"]]
    others = [o for o in (*department.managers, *department.officers) if o != case.officer]
    count = dice("deltagere", case.story.key) % 3
    start = dice("deltager", case.story.key) % len(others)
    return (case.officer, *(others[(start + i) % len(others)] for i in range(count)))


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split())


def _annexes(
    case: Journey, visit: Visit, earlier: Sequence[Visit], *, proposal_only: bool
) -> tuple[DemoAnnex, ...]:
    executive = visit.slot.organ.classification == "executive"
    if case.closed:
        return ()
    proposers = case.story.facts.get("proposers", "")
    made = f"{visit.slot.day:%d.%m.%Y}"
    if proposal_only:
        return (DemoAnnex(f"Beslutningsforslag {proposers} {made}"),)
    own = tuple(_annex(case, line, executive=executive) for line in case.story.section("Bilag"))
    if executive:
        return (*_papers(case), *own)
    if not case.story.section("Indstilling"):
        return own
    listed = [DemoAnnex("Indstilling")]
    listed += [DemoAnnex(f"Bilag {n}: {annex.title}") for n, annex in enumerate(own, start=1)]
    listed += [DemoAnnex(f"Byrådsdebat {v.slot.day:%d.%m.%Y}") for v in earlier if v.stop.organ == "BYR"]
    if visit.said is not None and visit.stop.organ == "BYR" and dice("påført", case.story.key) % 4 == 0:
        listed.append(DemoAnnex(f"Notat {case.story.facts['department']} {made} (påført {made})"))
    return tuple(listed)


def _annex(case: Journey, line: str, *, executive: bool) -> DemoAnnex:
    match = _CONTENT.search(line)
    content = match[1] if match else ""
    title = case.text(_CONTENT.sub("", line))
    if not executive:
        return DemoAnnex(title)
    extension = _EXTENSIONS.get(content.split(" ")[0], ".pdf")
    return DemoAnnex(title + extension, content or "note", _document_number(case, title))


def _papers(case: Journey) -> tuple[DemoAnnex, ...]:
    title = case.text(case.story.title)
    short = title if len(title) < 60 else title[:58].rsplit(" ", 1)[0]
    memo = "Beslutningsmemo" if case.story.facts["department"] == "MBU" else "Indstilling"
    papers = [DemoAnnex(f"{memo} - {short}.docx", "memo", _document_number(case, memo))]
    if any(s.organ in ("BUU", "TU", "SOU") for s in case.story.way):
        papers.append(DemoAnnex(f"Forklæde - {short}.docx", "cover", _document_number(case, "forklæde")))
    return tuple(papers)


def _document_number(case: Journey, title: str) -> str:
    return str(15_000_000 + dice(case.story.key, title) % 1_900_000)
