"""The pages with hand-read gold, and what the program makes of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.api import chosen_pack
from claimgraph.extracting import Lexicon, extract, lexicon
from claimgraph.extracting.rules import Rule
from claimgraph.extracting.stage import ALL_RULES
from claimgraph.language.model import load_model
from claimgraph.language.parsed import ParsedDocument
from claimgraph.language.parsing import UNUSED, parse
from claimgraph.model import Claim, Document
from claimgraph.reading import read

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

#: Sets whose rows anyone may look at, in the order of the table.
OPEN_SETS = (
    *("seeds", "seeds-dev", "hair", "coffee", "batteries", "masks", "zone", "fasting"),
    *("knees", "heating", "scooters", "gout"),
    *("more-hair", "probiotics", "fluoride", "vitamin-d", "thinning", "sleep", "breakfasts"),
    *("regrowth", "ebikes", "collagen", "purifiers", "cold-water", "no-till", "raw-milk", "wind-farms"),
)
#: Sets of which only the numbers are ever shown.
HELD_OUT = ("heldout-hair", "heldout-soil", "heldout-phones", "heldout-statins", "heldout-lamps")
SETS = OPEN_SETS + HELD_OUT


@dataclass(frozen=True, slots=True)
class Parse:
    """Documents with their sentences, parsed once and read by as many lexicons and rule sets as a table has rows."""

    documents: tuple[ParsedDocument, ...]

    def texts(self) -> dict[str, str]:
        """Return the texts by file stem."""
        return {d.document.stem: d.document.text for d in self.documents}

    def claims(self, known: Lexicon, rules: Sequence[Rule] = ALL_RULES) -> list[Claim]:
        """Return the claims of all documents in order."""
        return [claim for parsed in self.documents for claim in extract(parsed, known, rules=tuple(rules))]


def folder(subject: str) -> Path:
    """Return where the pages of a set lie: the seeds for "seeds" and "seeds-dev"."""
    return ROOT / "seeds" if subject.startswith("seeds") else HERE / "pages" / subject


def gold(subject: str, what: str = "claims") -> list[list[str]]:
    """Return the tab-separated fields of a set's gold rows; ValueError names a set that is not there."""
    if subject not in SETS:
        raise ValueError(f"no gold set {subject!r}: {', '.join(SETS)}")
    return rows(HERE / "gold" / f"{subject}-{what}.tsv")


def rows(path: Path) -> list[list[str]]:
    """Return the tab-separated fields of every line that is neither blank nor a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def pipeline() -> "Language":
    """Return the pipeline a build uses."""
    return load_model(exclude=UNUSED)


def parsed(documents: Iterable[Document]) -> Parse:
    """Return documents with their sentences."""
    return Parse(tuple(found for found, _ in parse(tuple(documents), pipeline())))


@cache
def pages(place: Path) -> Parse:
    """Return a folder's pages with their sentences, read as a build reads them."""
    documents, _ = read([place])
    return parsed(documents)


def packs(name: str, read: Parse | None = None) -> Lexicon:
    """Return the lexicon of a row of a table.

    Args:
        name: "shipped" for the packs a build of these pages chooses by itself, "none" for no pack.
        read: the pages; all shipped packs where None.
    """
    texts = list(read.texts().values()) if read is not None else None
    pack = chosen_pack(("none",) if name == "none" else (), texts)
    return packs_named(pack.name)


@cache
def packs_named(name: str) -> Lexicon:
    """Return the lexicon of packs by their joined name, made once."""
    return lexicon(chosen_pack(tuple(part for part in name.split("+") if part != "core") or ("none",)))
