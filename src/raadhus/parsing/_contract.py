"""The public JSON shape of a parsed package: what `raadhus inspect --json` prints."""

from datetime import date, datetime
from typing import Any, TypedDict, TypeVar

from raadhus.parsing._package import (
    Found,
    ParsedAttachment,
    ParsedItem,
    ParsedMeeting,
    ParsedPackage,
    ParsedStep,
)

T = TypeVar("T")


class SourceJson(TypedDict):
    file: str
    sha256: str
    pages: int
    format: str


class WarningJson(TypedDict):
    page: int
    code: str
    message: str


class PackageJson(TypedDict):
    source: SourceJson
    meetings: list[dict[str, Any]]
    warnings: list[WarningJson]


def as_contract(package: ParsedPackage) -> PackageJson:
    """Return the package in the command line's JSON shape; values only, without their spans."""
    return {
        "source": {
            "file": package.file_name,
            "sha256": package.sha256,
            "pages": len(package.pages),
            "format": package.format,
        },
        "meetings": [_meeting(meeting) for meeting in package.meetings],
        "warnings": [{"page": w.page, "code": w.code, "message": w.message} for w in package.warnings],
    }


def _value(found: Found[T] | None) -> T | None:
    return None if found is None else found.value


def _time(found: Found[datetime] | Found[date] | None) -> str | None:
    if found is None:
        return None
    if isinstance(found.value, datetime):
        return found.value.isoformat(timespec="minutes")
    return found.value.isoformat()


def _meeting(meeting: ParsedMeeting) -> dict[str, Any]:
    return {
        "role": meeting.role,
        "kind": meeting.kind,
        "organization": _value(meeting.organization),
        "department": _value(meeting.department),
        "start": _time(meeting.start),
        "end": _time(meeting.end),
        "location": _value(meeting.location),
        "attendees": [{"name": a.name.value, "status": a.status} for a in meeting.attendees],
        "items": [_item(item) for item in meeting.items],
    }


def _item(item: ParsedItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": _value(item.title),
        "case_number": _value(item.case_number),
        "duration_minutes": _value(item.duration_minutes),
        "presenters": [p.value for p in item.presenters],
        "visibility": item.visibility,
        "recommendations": [r.value for r in item.recommendations],
        "decision": _value(item.decision),
        "outcome": item.outcome,
        "route": [_step(step) for step in item.route],
        "attachments": [_attachment(a) for a in item.attachments],
        "page": item.page,
    }


def _step(step: ParsedStep) -> dict[str, Any]:
    return {
        "organization": step.organization.value,
        "date": _time(step.date),
        "number": _value(step.number),
        "text": _value(step.text),
    }


def _attachment(attachment: ParsedAttachment) -> dict[str, Any]:
    return {
        "number": attachment.number,
        "title": attachment.title.value,
        "first_page": attachment.first_page,
        "last_page": attachment.last_page,
        "case_number": _value(attachment.case_number),
        "document_number": _value(attachment.document_number),
        "case_worker": _value(attachment.case_worker),
        "file": attachment.file,
        "closed": attachment.closed,
    }
