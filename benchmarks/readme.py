"""Write the true output of the README's console blocks into it: `python benchmarks/readme.py` (`make docs` runs it).

A block with a line of three dots shows a part by hand and is left as it is; the tests hold it to the truth.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def told(line: str, folder: Path) -> str:
    """Return what a command line prints, messages first, when typed in a folder."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "-c", line]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True
    )
    return done.stderr + done.stdout


def filled(block: str, folder: Path) -> str:
    """Return a block's steps with their true output; `cat FILE` makes the file it shows."""
    steps = []
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, shown = step.partition("\n")
        if line.startswith("cat "):
            (folder / line.removeprefix("cat ")).write_text(shown, encoding="utf-8")
        elif not re.search(r"^\.\.\.$", shown, re.MULTILINE):
            shown = told(line, folder)
        steps.append(f"$ {line}\n{shown}")
    return f"```console\n{''.join(steps)}```"


def main() -> None:
    """Write the README anew."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        new = re.sub(r"```console\n(.*?)```", lambda found: filled(found[1], Path(folder)), text, flags=re.DOTALL)
    README.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
