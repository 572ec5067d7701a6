"""Files are kept once, as they first came, and never change."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction

from scrutable.audit.models import Event
from scrutable.audit.writes import change
from scrutable.evidence import reads
from scrutable.evidence.models import Content, StoredFile
from scrutable.evidence.writes import keep_file

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)
BYTES = b"PK\x03\x04 a return"
DIGEST = sha256(BYTES).hexdigest()


def keep(content=BYTES, name="september.xlsx"):
    with change(verb="return_loaded", subject="return/CSS/2026-09/1", by="j.smith", at=AT) as under:
        return keep_file(content, name, by="j.smith", at=AT, change=under)


def test_a_kept_file_comes_back_byte_for_byte_with_who_and_when():
    assert keep() == DIGEST

    found = reads.stored_file(f"file/{DIGEST[:12]}")

    assert (found.name, found.size, found.received_by) == ("september.xlsx", 13, "j.smith")
    assert found.received_at == AT
    assert found.reference == f"file/{DIGEST[:12]}"
    assert reads.content(found.sha256) == BYTES


def test_the_same_file_twice_changes_nothing():
    keep()
    keep()

    assert (Content.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_the_same_bytes_under_two_names_are_kept_once_and_found_as_they_first_came():
    keep()
    keep(name="september (copy).xlsx")

    assert (Content.objects.count(), StoredFile.objects.count()) == (1, 2)
    assert reads.stored_file(DIGEST).name == "september.xlsx"
    assert reads.stored_files([DIGEST])[DIGEST].name == "september.xlsx"


def test_a_file_is_not_known_before_it_came():
    keep(b"first", "first.csv")
    keep()

    assert reads.stored_file(DIGEST, known=1) is None
    assert reads.stored_file(DIGEST, known=2).event == 2


def fail_after_keeping():
    with transaction.atomic():
        keep()
        raise RuntimeError("killed half-way")


def test_a_load_that_fails_leaves_no_file_behind():
    with pytest.raises(RuntimeError):
        fail_after_keeping()

    assert (Content.objects.count(), Event.objects.count()) == (0, 0)


def test_a_name_with_folders_or_unprintable_marks_is_kept_without_them():
    keep(name="..\\..\\etc/passwd\x00.xlsx")

    assert reads.stored_file(DIGEST).name == "passwd.xlsx"


@pytest.mark.parametrize("name", ["file/", "file/abc", "", "file/zzzzzzzzzzzz"])
def test_a_reference_that_is_too_short_or_unknown_finds_nothing(name):
    keep()

    assert reads.stored_file(name) is None


def test_nothing_is_known_of_bytes_never_kept():
    assert reads.content("0" * 64) is None


@pytest.mark.parametrize("model", [Content, StoredFile])
def test_the_database_refuses_to_change_or_remove_a_kept_file(model):
    keep()

    with pytest.raises(DatabaseError, match="rows are never"), transaction.atomic():
        model.objects.update(event=99)
    with pytest.raises(DatabaseError, match="rows are never"), transaction.atomic():
        model.objects.all().delete()
