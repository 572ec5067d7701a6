"""Sealing what must not lie open: AES-256-GCM, each text bound to whose it is."""

import binascii
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12
PADDED_TO = 4096  # bytes: how long a sealed text is says nothing of how much was said


class NoKey(Exception):
    """There is no key to seal with."""

    def __str__(self) -> str:
        return (
            "Access needs cannot be recorded: no key is set to seal them with. Set "
            "ACCESS_NEEDS_KEY_FILE; `scrutable councillors key` makes one."
        )


class WrongKey(Exception):
    """None of the keys opens it, or it was changed."""

    def __str__(self) -> str:
        return (
            "Access needs cannot be opened: they were sealed with a key that is not set, or "
            "changed since. Put the key back into ACCESS_NEEDS_KEY_FILE, after the first."
        )


def new_key() -> str:
    """Return a key as the setting takes it."""
    return urlsafe_b64encode(AESGCM.generate_key(bit_length=256)).decode()


def has_key() -> bool:
    """Test whether anything can be sealed here."""
    return bool(settings.ACCESS_NEEDS_KEYS)


def new_handle() -> str:
    """Return a name for a form that tells nothing."""
    return secrets.token_hex(16)


def seal(said: dict[str, str], whose: str) -> str:
    """Return what was said, sealed with the first key for whoever it is of; raises NoKey."""
    keys = settings.ACCESS_NEEDS_KEYS
    if not keys:
        raise NoKey
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
    plain += b" " * (-len(plain) % PADDED_TO)
    nonce = secrets.token_bytes(NONCE)
    sealed = AESGCM(_bytes(keys[0])).encrypt(nonce, plain, whose.encode())
    return f"{_name(keys[0])}:{urlsafe_b64encode(nonce + sealed).decode()}"


def opened(sealed: str, whose: str) -> dict[str, str]:
    """Return what was sealed for them; raises WrongKey."""
    name, _, text = sealed.partition(":")
    for key in settings.ACCESS_NEEDS_KEYS:
        if _name(key) == name:
            try:
                found = urlsafe_b64decode(text)
                plain = AESGCM(_bytes(key)).decrypt(found[:NONCE], found[NONCE:], whose.encode())
            except (InvalidTag, binascii.Error) as fault:
                raise WrongKey from fault
            said: dict[str, str] = json.loads(plain)
            return said
    raise WrongKey


def is_of_first_key(sealed: str) -> bool:
    """Test whether it is sealed with the key that new texts are sealed with."""
    keys = settings.ACCESS_NEEDS_KEYS
    return bool(keys) and sealed.startswith(f"{_name(keys[0])}:")


def _name(key: str) -> str:
    return sha256(_bytes(key)).hexdigest()[:8]


def _bytes(key: str) -> bytes:
    return urlsafe_b64decode(key)
