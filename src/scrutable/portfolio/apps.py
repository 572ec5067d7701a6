"""The portfolio app."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.portfolio"
    default_auto_field = "django.db.models.BigAutoField"
