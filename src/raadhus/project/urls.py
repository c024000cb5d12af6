from django.urls import include, path

urlpatterns = [path("", include("raadhus.web.urls"))]
