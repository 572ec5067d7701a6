"""How far a job is, as a share; pure."""


def share(done: int, total: int) -> int:
    """Return whole percent, rounded down so that only finished work is 100; 0 if unknown.

    >>> share(199, 200), share(200, 200), share(3, 0)
    (99, 100, 0)
    """
    if total <= 0:
        return 0
    return max(0, min(100, 100 * done // total))
