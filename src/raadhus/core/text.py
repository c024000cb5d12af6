"""Text from outside the program, made fit to be stored, printed and sent. No Django here."""

import os


def displayable(name: str) -> str:
    """A file's name or path as text that any encoding takes; � stands where its bytes are no UTF-8.

    The operating system gives such names with lone surrogates, which neither JSON nor a database takes.
    """
    return os.fsencode(name).decode("utf-8", "replace")
