from django.apps import AppConfig


class HarvestConfig(AppConfig):
    name = "raadhus.harvest"
    verbose_name = "Høst"
