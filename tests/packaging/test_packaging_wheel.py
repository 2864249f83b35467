"""The built wheel is what people get, so it is built, installed by itself, and run."""

import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

#: What a build of the package needs of the checkout.
SOURCES = ("graph", "ontology", "seeds", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")

#: Where the folders of the checkout stand in the package.
PLACES = {"graph/claimgraph": "claimgraph", "ontology": "claimgraph/ontology", "seeds": "claimgraph/seeds"}


@pytest.fixture(scope="session")
def tree(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package's sources, so that the checkout is left as it is."""
    copy = tmp_path_factory.mktemp("tree")
    skip = shutil.ignore_patterns("*.egg-info", "__pycache__", "*.pyc")
    for name in SOURCES:
        source = repository / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=skip)
        else:
            shutil.copy(source, copy / name)
    return copy


@pytest.fixture(scope="session")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as an index would get both."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that holds the wheel alone and finds its dependencies in this one's."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    site = _site_packages(python)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def _site_packages(python: Path) -> Path:
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip())


def test_wheel_holds_exactly_the_files_of_the_tree(tree: Path, wheel: Path) -> None:
    """No module, ontology file, query, template or sample document is left out, and nothing else slips in."""
    expected = {
        f"{place}/{file.relative_to(tree / folder).as_posix()}"
        for folder, place in PLACES.items()
        for file in (tree / folder).rglob("*")
        if file.is_file()
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == expected


def test_setup_cfg_lists_every_package_by_name(tree: Path) -> None:
    """A new folder of code is named in setup.cfg, in order, or it would be missing from the wheel."""
    settings = ConfigParser()
    settings.read(tree / "setup.cfg", encoding="utf-8")
    found = {
        place + "".join(f"/{part}" for part in init.parent.relative_to(tree / folder).parts)
        for folder, place in PLACES.items()
        for init in (tree / folder).rglob("__init__.py")
    }
    listed = settings["options"]["packages"].split()
    assert listed == sorted(name.replace("/", ".") for name in found)


def test_wheel_puts_no_other_name_into_site_packages(installed: Path) -> None:
    """`ontology` and `seeds` are common words: they must not become top-level modules."""
    site = _site_packages(installed / "bin" / "python")
    names = {entry.name for entry in site.iterdir()} - {"dependencies.pth", "__pycache__"}
    assert {name for name in names if ".dist-info" not in name} == {"claimgraph"}


def test_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    """The console script of the wheel runs from any folder."""
    program = installed / "bin" / "claimgraph"
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.startswith("claimgraph ")


def test_installed_package_builds_the_sample_documents_it_carries(
    installed: Path, seeds_out: Path, tmp_path: Path
) -> None:
    """With ontology and seeds from inside the wheel, the claims and relations are those of the checkout."""
    python = installed / "bin" / "python"
    code = "import claimgraph.seeds as s, os; print(os.path.dirname(s.__file__))"
    seeds = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    folder = Path(seeds.stdout.strip())
    assert folder.is_relative_to(installed)
    build = [str(installed / "bin" / "claimgraph"), "build", str(folder), "--out", "built"]
    done = subprocess.run(build, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in ("claims.jsonl", "relations.jsonl"):
        assert (tmp_path / "built" / name).read_bytes() == (seeds_out / name).read_bytes()


def test_every_dependency_is_accounted_for(repository: Path) -> None:
    """Each library the package asks for stands in docs/dependencies.md with its reason, and each has a lower bound."""
    settings = ConfigParser()
    settings.read(repository / "setup.cfg", encoding="utf-8")
    extras = settings["options.extras_require"]
    wanted = "\n".join([settings["options"]["install_requires"], extras["test"], extras["parquet"]]).split()
    told = (repository / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = {requirement: re.split(r"[<>=!~]", requirement)[0] for requirement in wanted}
    assert [name for name in names.values() if f"`{name}`" not in told and not name.startswith("types-")] == []
    assert [line for line, name in names.items() if ">=" not in line and not name.startswith("types-")] == []
