"""Doors to people and to signing in."""

from scrutable.access.views.doors import needs

__all__ = ["needs"]
