"""Bodies, meetings, decisions, minutes, commitments, delegations."""
