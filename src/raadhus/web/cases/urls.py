from django.urls import path

from raadhus.web.cases import views

urlpatterns = [
    path("sag/<path:number>", views.case, name="case"),
    path("punkt/<int:pk>/forloeb", views.item_life, name="item-life"),
    path("forbindelse/<int:pk>/bekraeft", views.confirm, name="confirm-link"),
    path("forbindelse/<int:pk>/afvis", views.reject, name="reject-link"),
    path("forbindelse/<int:pk>/fortryd", views.reopen, name="reopen-link"),
]
