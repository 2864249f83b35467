"""What the whole suite shares: the checkout's folders, the language model, and one build of the sample documents."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

    from claimgraph.api import Build

# How long an example takes tells of the machine: speed is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the settings a developer's shell may hold, so that defaults are what is tested."""
    for name in os.environ:
        if name.startswith("CLAIMGRAPH_") and name != "CLAIMGRAPH_REQUIRE_BROWSER":
            monkeypatch.delenv(name)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds(repository: Path) -> Path:
    """The folder of the sample documents."""
    return repository / "seeds"


@pytest.fixture(scope="session")
def model() -> "Language":
    """The pinned spaCy pipeline without entity recognition, as a build uses it."""
    from claimgraph.language.model import load_model

    return load_model(exclude=("ner",))


@pytest.fixture(scope="session")
def seeds_build(seeds: Path) -> "Build":
    """The sample documents' build, made once for the whole suite."""
    from claimgraph.api import build

    return build([str(seeds)])


@pytest.fixture(scope="session")
def seeds_out(seeds_build: "Build", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the files of the sample documents' build; tests read it and leave it as it is."""
    out = tmp_path_factory.mktemp("seeds") / "out"
    seeds_build.write(out)
    return out
