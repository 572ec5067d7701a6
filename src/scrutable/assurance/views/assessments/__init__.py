"""Doors to assessments."""
