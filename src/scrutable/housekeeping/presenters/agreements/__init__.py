"""Agreements as pages, calendars and reports say them; pure."""
