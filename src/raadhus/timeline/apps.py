from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "raadhus.timeline"
    verbose_name = "Sagers forløb"
