from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "raadhus.meetings"
    verbose_name = "Møder"
