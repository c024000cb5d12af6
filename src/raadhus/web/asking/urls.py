from django.urls import path

from raadhus.web.asking import inquiries, sharing, streaming, verdicts, views, words

urlpatterns = [
    path("spoerg", views.ask, name="ask"),
    path("spoerg/stroem", streaming.stream, name="ask-stream"),
    path("spoerg/mine", sharing.own_questions, name="own-questions"),
    path("spoerg/mine/<int:pk>", views.own, name="own-question"),
    path("spoerg/del", sharing.share_question, name="share-question"),
    path("spoerg/delt/<str:token>", views.shared, name="shared-question"),
    path("spoerg/vurdering", verdicts.give_verdict, name="verdict"),
    path("spoerg/forespoergsel", inquiries.draft_page, name="inquiry"),
    path("ordbog", words.glossary, name="words"),
]
