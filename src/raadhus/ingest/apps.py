from django.apps import AppConfig


class IngestConfig(AppConfig):
    name = "raadhus.ingest"
    verbose_name = "Indlæsning"
