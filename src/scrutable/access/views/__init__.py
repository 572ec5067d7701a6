"""Doors to people and to signing in."""

from scrutable.access.views.asking import YEARS, Asked, UnreadDay, asked
from scrutable.access.views.doors import actions, needed, needs, permits, viewer
from scrutable.access.views.memory import Memory

__all__ = [
    "YEARS",
    "Asked",
    "Memory",
    "UnreadDay",
    "actions",
    "asked",
    "needed",
    "needs",
    "permits",
    "viewer",
]
