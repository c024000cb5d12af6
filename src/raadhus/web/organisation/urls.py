from django.urls import path

from raadhus.web.organisation import views

urlpatterns = [
    path("organer", views.organizations, name="organizations"),
    path("organ/<int:pk>", views.organization, name="organization"),
]
