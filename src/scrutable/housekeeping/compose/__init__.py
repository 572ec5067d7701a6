"""Housekeeping in reports: facts to blocks; pure."""
