"""Doors to what goes across every subject: home, attention, trace, search, log."""
