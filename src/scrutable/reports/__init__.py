"""Kinds of report, composition, editions, checks, comparison."""
