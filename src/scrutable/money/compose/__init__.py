"""Sections of reports on money."""
