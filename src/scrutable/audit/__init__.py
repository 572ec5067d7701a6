"""The append-only event log; it knows nobody."""
