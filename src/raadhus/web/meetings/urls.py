from django.urls import path

from raadhus.web.meetings import views

urlpatterns = [
    path("moeder", views.meetings, name="meetings"),
    path("moede/<int:pk>", views.meeting, name="meeting"),
    path("punkt/<int:pk>", views.item, name="item"),
]
