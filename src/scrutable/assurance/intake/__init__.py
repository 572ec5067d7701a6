"""Frameworks as data, and answers from workbooks."""

from scrutable.assurance.intake.frameworks import frameworks, successions

__all__ = ["frameworks", "successions"]
