"""Agreements shown and changed."""
