"""Findings as work: the list, a finding’s, a thing’s and a person’s page, and what is said."""
