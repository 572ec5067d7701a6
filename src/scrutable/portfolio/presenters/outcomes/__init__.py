"""Transitions and their outcomes as pages show them; pure."""
