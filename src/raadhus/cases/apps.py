from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "raadhus.cases"
    verbose_name = "Sager"
