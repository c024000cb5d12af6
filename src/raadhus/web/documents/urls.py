from django.urls import path

from raadhus.web.documents import files, views

urlpatterns = [
    path("dokumenter", views.documents, name="documents"),
    path("dokument/<int:pk>", views.document, name="document"),
    path("dokument/<int:pk>/original", files.original, name="original"),
    path("dokument/<int:pk>/side/<int:number>", views.page, name="document-page"),
    path("dokument/<int:pk>/side/<int:number>.webp", files.page_image, name="page-image"),
]
