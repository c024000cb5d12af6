"""Finding or making the case that a paper names."""

from raadhus.cases.models import Case
from raadhus.core.case_numbers import normal_case_number
from raadhus.organisation.models import Body

LONGEST = 60


def case_numbered(body: Body, number: str) -> Case:
    """The body's case of that number, however it is written here or was written before; made when new."""
    number = number[:LONGEST]
    case, _created = Case.objects.get_or_create(
        body=body, key=normal_case_number(number), defaults={"number": number}
    )
    return case
