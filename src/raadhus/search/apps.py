from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "raadhus.search"
    verbose_name = "Søgning"
