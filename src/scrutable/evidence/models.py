"""Files received: each content once, and every name under which it came."""

from typing import ClassVar

from django.db import models

from scrutable.audit.models import Kept


class Content(Kept):
    """The bytes of a file, once for each SHA-256, however often it is sent."""

    KEY: ClassVar[tuple[str, ...]] = ("sha256",)

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256


class StoredFile(Kept):
    """A file under the name it had when it first came; the same again adds nothing."""

    KEY: ClassVar[tuple[str, ...]] = ("sha256", "name")

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "name"], name="evidence_storedfile_one_per_content_and_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name
