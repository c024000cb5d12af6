from django.apps import AppConfig


class AssistantConfig(AppConfig):
    name = "raadhus.assistant"
    verbose_name = "Svar"
