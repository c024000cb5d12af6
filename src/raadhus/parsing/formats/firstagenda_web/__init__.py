"""FirstAgenda Publication on the web: a meeting's page, a list of meetings, and the JSON that both are drawn from."""

from raadhus.parsing.formats.firstagenda_web._json import read as read_json
from raadhus.parsing.formats.firstagenda_web.read import read

__all__ = ["read", "read_json"]
