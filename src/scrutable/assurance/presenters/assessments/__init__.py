"""Assessments, their answers, their plans and what moved between two; pure."""
