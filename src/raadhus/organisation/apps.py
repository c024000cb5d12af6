from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "raadhus.organisation"
    verbose_name = "Organisation"
