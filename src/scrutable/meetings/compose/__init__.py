"""Sections and papers of this app as document trees."""
