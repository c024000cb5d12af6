from django.urls import path

from raadhus.web.finding import abbreviations as views_of_abbreviations
from raadhus.web.finding import meaning, views

urlpatterns = [
    path("", views.front, name="front"),
    path("soeg", views.search_page, name="search"),
    path("soeg/forslag", views.suggest, name="suggestions"),
    path("forkortelser", views_of_abbreviations.listed, name="abbreviations"),
    path("forkortelser/<int:pk>", views_of_abbreviations.decided, name="abbreviation-decided"),
    path("betydning", meaning.how_far, name="meaning"),
]
