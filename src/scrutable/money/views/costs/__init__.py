"""Doors to the cost of IT by area."""
