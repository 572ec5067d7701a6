"""Doors to the estate."""
