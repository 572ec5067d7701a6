"""Everything that changes jobs and letters."""

from scrutable.work.writes.jobs import Work, ask, beat, carrying_out, reap
from scrutable.work.writes.letters import LettersNotSent, send_digests

__all__ = [
    "LettersNotSent",
    "Work",
    "ask",
    "beat",
    "carrying_out",
    "reap",
    "send_digests",
]
