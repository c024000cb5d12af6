"""All addresses of the pages, subject by subject. Danish, because people read and share them."""

from django.urls import include, path

urlpatterns = [
    path("", include("raadhus.web.finding.urls")),
    path("", include("raadhus.web.asking.urls")),
    path("", include("raadhus.web.meetings.urls")),
    path("", include("raadhus.web.cases.urls")),
    path("", include("raadhus.web.documents.urls")),
    path("", include("raadhus.web.correcting.urls")),
    path("", include("raadhus.web.organisation.urls")),
    path("", include("raadhus.web.following.urls")),
    path("", include("raadhus.web.accounts.urls")),
    path("", include("raadhus.web.about.urls")),
]
