"""Hold the English of comments, docstrings and documents against codespell's list of slips.

Strings are left out, and what stands in quotation marks: they are Danish. What is left of each file keeps its
line, so that a slip is found.
"""

import ast
import io
import re
import subprocess
import sys
import tempfile
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IGNORED = Path(__file__).with_name("danish-in-english.txt")
QUOTED = re.compile(r'`[^`\n]*`|"[^"\n]*"|»[^«\n]*«|\*[^*\n]+\*')
CODESPELL = Path(sys.executable).with_name("codespell")


def english_of(source: str) -> str:
    """The comments and docstrings of a Python file, each on the line where it stands."""
    lines = [""] * (source.count("\n") + 2)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            lines[token.start[0]] = token.string
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            for number, line in enumerate(node.value.value.splitlines(), node.lineno):
                lines[min(number, len(lines) - 1)] += line
    return "\n".join(lines[1:])


def main() -> int:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in listed.stdout.splitlines():
            if "migrations" in name or not (ROOT / name).exists():
                continue
            source = (ROOT / name).read_text(encoding="utf-8")
            copy = Path(folder, name)
            copy.parent.mkdir(parents=True, exist_ok=True)
            english = english_of(source) if name.endswith(".py") else source
            copy.write_text(QUOTED.sub(" ", english), encoding="utf-8")
        return subprocess.run([CODESPELL, "--ignore-words", IGNORED, "."], cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
