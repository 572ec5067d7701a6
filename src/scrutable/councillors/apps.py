"""The councillors app."""

from django.apps import AppConfig


class CouncillorsConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.councillors"
    default_auto_field = "django.db.models.BigAutoField"
