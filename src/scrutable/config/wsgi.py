"""The web server's door."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutable.config.settings")

application = get_wsgi_application()

# Tens of thousands of facts are kept for long: looking through all of them for garbage every
# 700 new objects, as is the default, would take longer than a page.
gc.freeze()
gc.set_threshold(50_000, 20, 100)
