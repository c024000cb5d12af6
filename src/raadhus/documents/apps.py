from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "raadhus.documents"
    verbose_name = "Dokumenter"
