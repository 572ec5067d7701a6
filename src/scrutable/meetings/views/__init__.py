"""Doors to meetings, decisions, promises and powers."""
