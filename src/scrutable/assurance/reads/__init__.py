"""Assurance as kept, by a day, as known at an event."""
