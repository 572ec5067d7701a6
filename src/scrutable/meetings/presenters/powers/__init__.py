"""Delegations and recommendations as pages show them."""
