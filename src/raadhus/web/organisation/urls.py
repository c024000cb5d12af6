from django.urls import path

from raadhus.web.organisation import views

urlpatterns = [
    path("organer", views.organizations, name="organizations"),
    path("mangler", views.missing, name="missing"),
    path("organ/<int:pk>", views.organization, name="organization"),
]
