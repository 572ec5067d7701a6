"""Scrutable: what a council asked of its IT, and what became of it."""
