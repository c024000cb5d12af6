import subprocess
import sys


def test_danish_words_know_no_django_and_load_no_dictionary() -> None:
    loaded = "import sys, raadhus.core.danish as d; d.word('børnene'); print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    ).stdout
    assert "django" not in modules.split()
    assert "simplemma" not in modules.split()
