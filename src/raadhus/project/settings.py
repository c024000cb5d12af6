"""The one settings file. Everything that differs between machines is read from the environment.

A secret may also lie in a file: `RAADHUS_SECRET_KEY_FILE` names it.
"""

import os
from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _

from raadhus.project._embedding import embedding_settings
from raadhus.project._harvest import harvest_settings
from raadhus.project._language_model import model_settings
from raadhus.project._mail import mail_settings, mail_url
from raadhus.project._secret import secret_key

PACKAGE = Path(__file__).resolve().parents[1]
PROJECT = PACKAGE.parents[1]

RAADHUS_HOME = Path(os.environ.get("RAADHUS_HOME", "var")).resolve()
RAADHUS_BODY = os.environ.get("RAADHUS_BODY", "Kommunen")

DEBUG = os.environ.get("RAADHUS_DEBUG") == "1"
SECRET_KEY = secret_key(RAADHUS_HOME)
ALLOWED_HOSTS = os.environ.get("RAADHUS_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("RAADHUS_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "raadhus.core",
    "raadhus.organisation",
    "raadhus.documents",
    "raadhus.cases",
    "raadhus.meetings",
    "raadhus.timeline",
    "raadhus.ingest",
    "raadhus.harvest",
    "raadhus.following",
    "raadhus.conversation",
    "raadhus.assistant",
    "raadhus.web",
]
AUTH_USER_MODEL = "organisation.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "raadhus.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "raadhus.project.urls"
WSGI_APPLICATION = "raadhus.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{RAADHUS_HOME / 'raadhus.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers read while one writes; IMMEDIATE takes the write lock at once instead of failing later.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 30,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("Engelsk"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = RAADHUS_HOME / "static"
NODE_MODULES = Path(os.environ.get("RAADHUS_NODE_MODULES", PROJECT / "node_modules"))
# Third-party front-end files are served from where npm put them.
STATICFILES_DIRS = [
    (name, folder) for name in ("dkfds",) if (folder := NODE_MODULES / name / "dist").is_dir()
]

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "front"
LOGOUT_REDIRECT_URL = "front"

# So many days after a meeting its minutes are late.
RAADHUS_MINUTES_DAYS = max(int(os.environ.get("RAADHUS_MINUTES_DAYS", "14")), 0)

# So many days the questions of an account are remembered; 0: not at all.
RAADHUS_HISTORY_DAYS = max(int(os.environ.get("RAADHUS_HISTORY_DAYS", "90")), 0)

# Alerts: the address that links in mails begin with, where mail goes and from whom, and the hour of digests.
RAADHUS_URL = os.environ.get("RAADHUS_URL", "http://127.0.0.1:8000")
RAADHUS_DIGEST_HOUR = min(max(int(os.environ.get("RAADHUS_DIGEST_HOUR", "7")), 0), 23)
DEFAULT_FROM_EMAIL = os.environ.get("RAADHUS_MAIL_FROM", "Raadhus <raadhus@localhost>")
globals().update(mail_settings(mail_url(), home=RAADHUS_HOME))

# A language model that words answers: off until it has an address (docs/with-a-language-model.md).
globals().update(model_settings())

# Search by meaning: off until it has an address or a folder (docs/search.md).
globals().update(embedding_settings())

# Harvest: how other people's servers are asked (docs/harvest.md).
globals().update(harvest_settings(mail_from=DEFAULT_FROM_EMAIL))

# Pages run our own scripts and styles from files and nothing else (the style's icons are pictures in its text).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Behind TLS (RAADHUS_HTTPS=1) everything travels on it only; the two-command start on 127.0.0.1 has none.
HTTPS = os.environ.get("RAADHUS_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    # Whether the municipality's other addresses are on TLS too is not ours to say.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# The web server in front, whose word counts on how a page was asked for.
RAADHUS_PROXY = os.environ.get("RAADHUS_PROXY", "127.0.0.1")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A page that is not there is the visitor's mistake: no line for each.
    "loggers": {"django.request": {"level": "ERROR"}},
}
