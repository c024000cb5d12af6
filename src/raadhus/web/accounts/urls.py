from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

urlpatterns = [
    path("log-ind", LoginView.as_view(template_name="accounts/login.html"), name="login"),
    path("log-ud", LogoutView.as_view(), name="logout"),
    # Without a token, so that a page needs no cookie for those who only read; the choice harms nobody.
    path("sprog", csrf_exempt(set_language), name="set_language"),
]
