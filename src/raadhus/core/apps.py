from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "raadhus.core"
    verbose_name = "Kerne"
