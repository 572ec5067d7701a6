"""What gunicorn does besides serving: `-c python:scrutable.config.server`.

Nothing of the application is imported before it has been loaded.
"""

from threading import Thread
from typing import Any


def when_ready(server: Any) -> None:
    """Make ready before there are workers, which then begin with all of it."""
    if server.cfg.preload_app:
        from django.conf import settings  # noqa: PLC0415  (not before the application)

        from scrutable.overview import tasks  # noqa: PLC0415  (not before the application)

        if settings.KEEP_UP_SECONDS:
            tasks.make_ready()


def post_worker_init(_worker: Any) -> None:
    """Have the worker keep up beside the pages that it serves."""
    from django.conf import settings  # noqa: PLC0415  (not before the application)

    from scrutable.overview import tasks  # noqa: PLC0415  (not before the application)

    if settings.KEEP_UP_SECONDS:
        Thread(target=tasks.keep_up, name="keep up", daemon=True).start()
