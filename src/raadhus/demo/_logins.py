"""The invented people who can log in; the passwords are shown to everybody and open nothing else."""

PASSWORD = "raadhus-demo"  # noqa: S105 - shown by `make start`, for invented accounts only

LOGINS: tuple[tuple[str, str, str], ...] = (
    ("anna", PASSWORD, "Anna Brinkholm, sekretær for Teknisk Udvalg og Økonomi- og Erhvervsudvalget"),
    ("bo", PASSWORD, "Bo Kjeldgaard Hvam, medlem af Byrådet og Teknisk Udvalg"),
    ("mette", PASSWORD, "Mette Kornum Dahlsgaard, sagsbehandler i Børn og Unge"),
    ("carla", PASSWORD, "Carla Wiberg, borger uden særlige rettigheder"),
    ("drift", PASSWORD, "Drift, administrator, der ser alt"),
)

# Whose account it is; the citizen and the administrator hold no seat anywhere.
PEOPLE = {"anna": "Anna Brinkholm", "bo": "Bo Kjeldgaard Hvam", "mette": "Mette Kornum Dahlsgaard"}
NAMES = PEOPLE | {"carla": "Carla Wiberg", "drift": "Drift"}
ADMINISTRATOR = "drift"
