"""Councillors in reports, in totals only."""
