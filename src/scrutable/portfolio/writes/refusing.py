"""Why something that is not recorded whole cannot be recorded as it is told."""


class UnfitProject(Exception):
    """The project cannot be recorded as it is told."""


class UnfitMove(Exception):
    """The date cannot be recorded as it is told."""


class UnfitStatus(Exception):
    """The status cannot be recorded as it is told."""
