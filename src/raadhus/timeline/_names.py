"""The bodies of a municipality by the names that papers give them."""

from collections import Counter

from raadhus.organisation.choices import Classification
from raadhus.organisation.models import Body, Organization
from raadhus.organisation.naming import classify, split_period
from raadhus.timeline._referrals import destination, is_called

ALONE = (Classification.COUNCIL, Classification.MAGISTRATE)
"""A municipality has one of these, whatever a paper calls it."""


class Names:
    """Which body a name in a paper stands for."""

    def __init__(self, body: Body) -> None:
        self._all = list(Organization.objects.filter(body=body).order_by("department", "pk"))
        kinds = Counter(o.classification for o in self._all)
        self._alone = {
            o.classification: o.pk
            for o in self._all
            if o.classification in ALONE and kinds[o.classification] == 1
        }

    def named(self, name: str) -> int | None:
        """The body of that name; a council or magistrate also by another."""
        plain = split_period(name)[0].casefold()
        same = next((o.pk for o in self._all if o.name.casefold() == plain), None)
        return same or self._alone.get(classify(plain))

    def sent_to(self, decision: str) -> int | None:
        """The body that a decision sends the case to, where we know it."""
        words = destination(decision)
        if words is None:
            return None
        called = [o for o in self._all if is_called(o.name, words)]
        return max(called, key=lambda o: len(o.name)).pk if called else None
