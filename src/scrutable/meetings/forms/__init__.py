"""Forms of meetings, decisions, promises and powers."""
