"""Strategies in words, tables and pictures."""
