"""Doors to assurance."""
