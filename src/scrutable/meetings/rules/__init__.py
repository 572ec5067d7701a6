"""Deadlines, reading of minutes, states of commitments, scopes of delegations: pure."""
