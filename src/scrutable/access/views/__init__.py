"""Doors to people and to signing in."""

from scrutable.access.views.doors import needed, needs, viewer

__all__ = ["needed", "needs", "viewer"]
