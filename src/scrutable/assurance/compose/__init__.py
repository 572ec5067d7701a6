"""Sections of reports on assurance; pure."""
