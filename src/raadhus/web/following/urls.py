from django.urls import path

from raadhus.web.following import feeds, views

urlpatterns = [
    path("foelg", views.follow_page, name="follow"),
    path("mine/abonnementer", views.subscriptions, name="subscriptions"),
    path("mine/abonnementer/<int:pk>", views.subscription, name="subscription"),
    path("abonnement/<str:token>/afmeld", views.unsubscribe_page, name="unsubscribe"),
    path("abonnement/<str:token>/feed", feeds.SubscriptionFeed(), name="subscription-feed"),
    path("feed/moeder", feeds.MeetingsFeed(), name="meetings-feed"),
    path("feed/beslutninger", feeds.DecisionsFeed(), name="decisions-feed"),
    path("organ/<int:pk>/feed", feeds.OrganizationFeed(), name="organization-feed"),
    path("soeg/feed", feeds.SearchFeed(), name="search-feed"),
]
