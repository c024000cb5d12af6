from django.urls import path

from raadhus.web.finding import views

urlpatterns = [
    path("", views.front, name="front"),
    path("soeg", views.search_page, name="search"),
    path("soeg/forslag", views.suggest, name="suggestions"),
    path("spoerg", views.ask, name="ask"),
]
