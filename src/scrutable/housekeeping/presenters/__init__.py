"""Housekeeping in words, tables and pictures; pure."""
