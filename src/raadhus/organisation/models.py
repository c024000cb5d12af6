"""Body, Organization, LegislativeTerm, Person, Membership (OParl 1.1's terms) and the accounts."""

import re
from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.organisation.choices import Classification, Role
from raadhus.organisation.naming import is_plain_council


class Body(models.Model):
    """A municipality (kommune)."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def in_order(self) -> "OrganizationQuerySet":
        """The council first, then as a town hall lists them."""
        rank = models.Case(
            *(models.When(classification=c, then=n) for n, c in enumerate(Classification.values)),
            output_field=models.IntegerField(),
        )
        return self.order_by(rank, "name", "department")

    def called(self, name: str) -> "OrganizationQuerySet":
        """Those that people call so: by name, short name, department, or name and department as printed;
        "Byrådet" is the council whatever its full name."""
        name = name.strip()
        printed = re.fullmatch(r"(?P<name>.+?)\s*\((?P<department>[^)]+)\)", name)
        chosen = Q(name__iexact=name) | Q(short_name__iexact=name) | Q(department__iexact=name)
        if printed:
            chosen |= Q(name__iexact=printed["name"], department__iexact=printed["department"])
        found = self.filter(chosen)
        if is_plain_council(name) and not found.exists():
            return self.filter(classification=Classification.COUNCIL)
        exact = found.filter(name__iexact=name, department="")
        return exact if exact.exists() else found


class Organization(models.Model):
    """A body that meets: byråd, magistrat, udvalg, rådmandsmøde."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="organizations")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=20, blank=True)
    department = models.CharField(max_length=20, blank=True)
    classification = models.CharField(
        max_length=20, choices=Classification.choices, default=Classification.OTHER
    )

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "name", "department"], name="organization_identity"),
            models.CheckConstraint(
                condition=Q(classification__in=Classification.values), name="organization_classification"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.department})" if self.department else self.name

    def get_absolute_url(self) -> str:
        return reverse("organization", args=[self.pk])


class LegislativeTerm(models.Model):
    """A council's period (valgperiode), e.g. 2026-2029."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="legislative_terms")
    name = models.CharField(max_length=50)
    start_date = models.DateField()
    end_date = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="legislative_term_identity"),
            models.CheckConstraint(
                condition=Q(end_date__gte=F("start_date")), name="legislative_term_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "people"
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="person_identity")]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: date) -> "MembershipQuerySet":
        """Those in force on `day`; an open end is still in force."""
        return self.filter(
            Q(start_date__isnull=True) | Q(start_date__lte=day),
            Q(end_date__isnull=True) | Q(end_date__gte=day),
        )

    def in_order(self) -> "MembershipQuerySet":
        """The chair first, then the members, then those who help them; by name."""
        order = (Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.SECRETARY, Role.CASE_OFFICER)
        rank = models.Case(
            *(models.When(role=role, then=n) for n, role in enumerate(order)),
            output_field=models.IntegerField(),
        )
        return self.order_by(rank, "person__name")


class Membership(models.Model):
    """A person's seat in an organization, dated."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role"),
            models.UniqueConstraint(
                fields=["person", "organization", "role", "start_date"], name="membership_identity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}, {self.organization}"


class User(AbstractUser):
    """An account. Its rights come from the person's dated memberships, not from groups."""

    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="user"
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            # What the journal calls those without an account.
            models.CheckConstraint(
                condition=~Q(username__in=["anonymous", "operator"]), name="user_name_not_reserved"
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username or _("uden navn")
