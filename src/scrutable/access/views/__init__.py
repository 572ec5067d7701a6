"""Doors to people and to signing in."""

from scrutable.access.views.doors import needs, viewer

__all__ = ["needs", "viewer"]
