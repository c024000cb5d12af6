from django.urls import path

from raadhus.web.correcting import items, views

urlpatterns = [
    path("rettelser", views.listed, name="corrections"),
    path("rettelser/dokument/<int:pk>", views.warned, name="warnings"),
    path("rettelser/dokument/<int:pk>/i-orden", views.accepted, name="accept-warnings"),
    path("rettelser/punkt/<int:pk>", items.correct_item, name="correct-item"),
    path("rettelser/<int:pk>/tilbage", items.taken_back, name="take-back"),
    path("rettelser/<int:pk>/staar", items.stands, name="let-stand"),
]
