from django.urls import path

from raadhus.web.about import views

urlpatterns = [
    path("hjaelp", views.help_page, name="help"),
    path("robots.txt", views.robots, name="robots"),
]
