"""Doors to people and to signing in."""

from scrutable.access.views.doors import actions, needed, needs, permits, viewer

__all__ = ["actions", "needed", "needs", "permits", "viewer"]
