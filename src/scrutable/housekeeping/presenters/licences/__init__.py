"""Licences in words and tables; pure."""
