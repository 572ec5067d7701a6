"""Doors to delegations and to scrutiny's recommendations."""
