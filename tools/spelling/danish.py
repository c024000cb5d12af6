"""Hold the Danish of the interface, word by word, against hunspell's dictionary and our own list of words."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[1] / "src/raadhus/locale/en/LC_MESSAGES/django.po"
# Placeholders, markup and addresses are no words, nor is the full stop that ends one.
NO_WORDS = re.compile(
    r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+|\S+@\S+|[.:]+(?=\s|$)|\d[\d.:-]*"
)


def main() -> int:
    if shutil.which("hunspell") is None:
        print("hunspell is not installed: left to `make test`")
        return 0
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    texts = [text for m in messages for text in (m.id if isinstance(m.id, list | tuple) else (m.id,))]
    done = subprocess.run(
        ["hunspell", "-i", "utf-8", "-d", "da_DK", "-p", str(HERE / "danish.txt"), "-l"],
        input=NO_WORDS.sub(" ", "\n".join(texts)),
        capture_output=True,
        text=True,
        check=True,
    )
    unknown = sorted(set(done.stdout.split()))
    for word in unknown:
        where = next(text for text in texts if word in text)
        print(f"{word}: {where!r}")
    if unknown:
        print("Mend the spelling, or add the word to tools/spelling/danish.txt.")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
