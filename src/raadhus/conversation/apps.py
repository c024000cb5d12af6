from django.apps import AppConfig


class ConversationConfig(AppConfig):
    name = "raadhus.conversation"
    verbose_name = "Samtaler"
