"""Doors to people and to signing in."""

from scrutable.access.views.asking import YEARS, Asked, asked
from scrutable.access.views.doors import actions, needed, needs, permits, viewer

__all__ = ["YEARS", "Asked", "actions", "asked", "needed", "needs", "permits", "viewer"]
