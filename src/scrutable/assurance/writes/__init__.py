"""Assurance recorded, and what does not fit the other records."""
