"""Forms of housekeeping."""
