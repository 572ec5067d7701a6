"""The money app."""

from django.apps import AppConfig


class MoneyConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.money"
    default_auto_field = "django.db.models.BigAutoField"
