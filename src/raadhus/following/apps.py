from django.apps import AppConfig


class FollowingConfig(AppConfig):
    name = "raadhus.following"
    verbose_name = "Abonnementer"
