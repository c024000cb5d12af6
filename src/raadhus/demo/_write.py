"""From packages to files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from raadhus.demo._model import DemoPackage
from raadhus.demo._packages import packages
from raadhus.demo._people import MEMBERS

Progress = Callable[[int, int], None]


def write(folder: Path, *, today: date, progress: Progress | None = None) -> list[Path]:
    """Write the packages of the two years around `today` into `folder`; the same day gives the same bytes.

    Returns the files in the order in which they are to be imported. `progress` is told how many files of
    how many are done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    every = packages(today)
    paths: list[Path] = []
    for done, package in enumerate(every, start=1):
        path = folder / package.file_name
        _write_one(package, path, today)
        paths.append(path)
        if progress is not None:
            progress(done, len(every))
    return paths


def _write_one(package: DemoPackage, path: Path, today: date) -> None:
    from raadhus.demo.layouts.committee_docx import write_committee_docx
    from raadhus.demo.layouts.council_pdf import write_council_pdf
    from raadhus.demo.layouts.executive_docx import write_executive_docx
    from raadhus.demo.layouts.executive_pdf import write_executive_pdf
    from raadhus.demo.layouts.report_pdf import write_budget, write_handbook, write_report

    meeting = package.meeting
    if meeting is None:
        papers = {"report": write_report, "budget": write_budget, "handbook": write_handbook}
        papers[package.layout](path, today)
        return
    match package.layout:
        case "council-pdf":
            write_council_pdf(meeting, path)
        case "executive-pdf":
            write_executive_pdf(meeting, path, package.nested)
        case "executive-docx":
            write_executive_docx(meeting, path)
        case "committee-docx":
            chair = next(m.name for m in MEMBERS if m.chairs == meeting.organ)
            write_committee_docx(meeting, path, chair=chair)
