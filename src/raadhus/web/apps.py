from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "raadhus.web"
    verbose_name = "Web"
