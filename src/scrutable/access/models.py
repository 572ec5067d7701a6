"""People who sign in; edited in place, with the log keeping before and after."""

import secrets

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from scrutable.access.facts import Role


def new_salt() -> str:
    """Return a salt that keeps the log's digests of a person's values from being guessed."""
    return secrets.token_hex(16)


def new_token() -> str:
    """Return what a program signs its requests with; it is shown once and never kept."""
    return f"scrutable_{secrets.token_urlsafe(32)}"


class Person(AbstractBaseUser):
    """Somebody who signs in: one role, and for a supplier's people their supplier's reference.

    `salt` goes with the person when they are erased; what the log says of their e-mail address
    can then be tied to nobody.
    """

    username = models.CharField(
        max_length=60,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+([.-][a-z0-9]+)*\Z",
                "Username must be small letters and digits, with dots or hyphens between them",
            )
        ],
        error_messages={"unique": "Somebody has this username already; choose another"},
    )
    full_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    supplier = models.CharField(max_length=100, blank=True)
    is_active = models.BooleanField(default=True)
    salt = models.CharField(max_length=32, default=new_salt, editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name", "role"]

    objects = BaseUserManager["Person"]()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]),
                name="access_person_role_is_known",
            ),
            models.CheckConstraint(
                condition=Q(role=Role.SUPPLIER.value, supplier__startswith="supplier/")
                | (~Q(role=Role.SUPPLIER.value) & Q(supplier="")),
                name="access_person_supplier_for_suppliers_only",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        """Return the address of the person's page."""
        return reverse("access:person", args=[self.username])


class Token(models.Model):
    """That a person's programs may ask in their name; of the token only the digest is kept."""

    username = models.CharField(max_length=150, unique=True)
    digest = models.CharField(max_length=64, unique=True)  # reads.person_with_token
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Token of {self.username}"
