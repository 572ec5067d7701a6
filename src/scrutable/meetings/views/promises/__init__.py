"""Doors to commitments, members' questions and what bodies asked to be told."""
