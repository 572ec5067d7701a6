"""Where records and secrets lie: the database's settings and the kept secret key."""

import os
import secrets
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote

PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000; "
    "PRAGMA recursive_triggers=ON;"
)


def sqlite(path: Path) -> dict[str, Any]:
    """Return the settings of the embedded store.

    IMMEDIATE: a transaction that reads first and writes later would otherwise be refused at
    once when another writes. FULL: a power cut loses no change that a page has confirmed.
    RECURSIVE_TRIGGERS: without them INSERT OR REPLACE removes a kept row past its triggers.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }


def postgresql(url: SplitResult) -> dict[str, Any]:
    """Return the settings for `postgresql://user:password@host:port/name?host=/a/socket`."""
    query = parse_qs(url.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": query.get("host", [url.hostname or ""])[0],
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {name: values[0] for name, values in query.items() if name != "host"},
    }


def kept_secret(path: Path) -> str:
    """Return the secret in the file, made on first use and readable by its owner only."""
    return _kept(path, secrets.token_urlsafe(50))


def kept_key(path: Path) -> str:
    """Return the key in the file, made likewise: for invented councils, whose needs are too."""
    return _kept(path, urlsafe_b64encode(secrets.token_bytes(32)).decode())


def _kept(path: Path, secret: str) -> str:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secret)
    return secret
