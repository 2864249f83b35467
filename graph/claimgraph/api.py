"""The library's three entry points (build, extract, compare) and what a build gives."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.extracting import Lexicon, lexicon
from claimgraph.extracting import extract as extract_claims
from claimgraph.knowledge.loading import core_pack, default_pack, load_pack
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Claim, ClaimgraphError, Document, ExitCode, Facts, Problem, Relation

if TYPE_CHECKING:
    import networkx
    import rdflib

    from claimgraph.model.findings import Findings

#: Called as (stage, done, total) while a build goes on.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Build:
    """A claim graph: what the documents claim, and how the claims support or conflict with one another.

    Attributes:
        facts: documents, claims, relations and problems.
        pack: what was known of the subject.
    """

    facts: Facts
    pack: Pack = field(repr=False)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims, by document and place."""
        return self.facts.claims

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Return the relations between claims."""
        return self.facts.relations

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read or understood."""
        return self.facts.problems

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents, by stem."""
        return self.facts.documents

    @cached_property
    def findings(self) -> "Findings":
        """Return the analyses of the graph."""
        from claimgraph.analysing import analyse

        return analyse(self.facts, self.pack)

    @cached_property
    def graph(self) -> "rdflib.Dataset":
        """Return the RDF dataset, as rdflib knows it."""
        from claimgraph.storing.dataset import to_rdflib

        return to_rdflib(self.facts, self.findings, self.pack)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return the signed graph of voices, claims, propositions and concepts."""
        from claimgraph.analysing import network

        return network(self.facts)

    def to_pandas(self) -> Any:
        """Return the claims as a pandas DataFrame, a row a claim; raise ClaimgraphError where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise ClaimgraphError("pandas is not installed; run: pip install 'claimgraph[parquet]'") from None
        from claimgraph.storing.tables import claim_rows

        return pandas.DataFrame(list(claim_rows(self.facts)))

    def page(self) -> str:
        """Return the interactive page as one HTML text."""
        from claimgraph.rendering import page

        return page(self.facts, self.findings, self.pack)

    def _repr_html_(self) -> str:
        """Return the page inside a frame, for notebooks."""
        from html import escape

        return f'<iframe title="claimgraph" style="width:100%;height:640px;border:0" srcdoc="{escape(self.page())}"></iframe>'

    def write(self, out: str | Path, *, generated: str | None = None) -> None:
        """Write the six files of a build into a folder, all or none.

        Args:
            out: the folder; made where it is missing, refused where it holds anything but a build.
            generated: a time stamp for the publication information, none by default so that bytes repeat.

        Raises:
            ClaimgraphError: if the folder cannot be used or the dataset breaks its shapes.
        """
        from claimgraph.storing.writing import check_output, write_build

        check_output(Path(out))
        write_build(self.facts, self.findings, self.page(), Path(out), pack=self.pack, generated=generated)

    @classmethod
    def open(cls, folder: str | Path, *, packs: Sequence[str | Path] = ()) -> "Build":
        """Return a build that was written before; nothing is parsed or extracted again.

        Args:
            folder: that `write` wrote.
            packs: pack files the build used beside the shipped ones.
        """
        from claimgraph.storing.reading_back import read_build

        facts = read_build(Path(folder))
        return cls(facts, chosen_pack(packs) if packs else default_pack())


def chosen_pack(packs: Sequence[str | Path] = (), *, core_only: bool = False) -> Pack:
    """Return the packs to use, merged: the core and those named, or by default the shipped ones.

    Args:
        packs: names of shipped packs or paths of Turtle files; "none" for the core alone.
        core_only: whether to leave the shipped packs out where none is named.
    """
    named = [p for p in packs if str(p) != "none"]
    if not named:
        return core_pack() if core_only or packs else default_pack()
    pack = core_pack()
    for name in named:
        pack = pack | load_pack(name)
    return pack


def build(
    sources: Sequence[str | Path],
    *,
    packs: Sequence[str | Path] = (),
    model: str | None = None,
    fetch: bool = False,
    out: str | Path | None = None,
    stdin: Any = None,
    progress: Progress | None = None,
    **reading: Any,
) -> Build:
    """Return the claim graph of a pile of documents.

    Args:
        sources: files, folders, globs, "-" for standard input, addresses where `fetch` is given.
        packs: names or files of domain packs; the shipped ones by default, ("none",) for none.
        model: name of a spaCy pipeline; the pinned one by default.
        fetch: whether addresses may be fetched; nothing is fetched otherwise.
        out: a folder to write the build to, none by default.
        stdin: a binary stream to read where a source is "-".
        progress: called while the build goes on.
        reading: further arguments of `claimgraph.reading.read`, such as limits.

    Raises:
        ClaimgraphError: if nothing could be read, the model is missing, or a pack is malformed.

    >>> found = build(["seeds/001_9f74a4fda976e2c7.txt"])
    >>> len(found.claims) > 30
    True
    """
    from claimgraph.language.model import load_model
    from claimgraph.language.parsing import UNUSED
    from claimgraph.reading import read

    if out is not None:
        from claimgraph.storing.writing import check_output

        check_output(Path(out))
    tell = progress or _silent
    nlp = load_model(model, exclude=UNUSED)
    known = chosen_pack(packs)
    tell("reading", 0, 1)
    documents, problems = read(sources, fetch=fetch, stdin=stdin, **reading)
    if not documents:
        raise ClaimgraphError(_nothing(problems), ExitCode.FAILED)
    facts = _facts(documents, problems, known, nlp, tell)
    result = Build(facts, known)
    if out is not None:
        tell("rendering", 0, 1)
        result.write(out)
    tell("done", 1, 1)
    return result


def _silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""


def _nothing(problems: Sequence[Problem]) -> str:
    """Return the line for a pile of which nothing could be read."""
    if len(problems) == 1:
        return str(problems[0])
    listed = "; ".join(str(p) for p in problems[:3])
    more = f"; and {len(problems) - 3} more" if len(problems) > 3 else ""
    return f"no document could be read: {listed}{more}" if problems else "no document given: name a file or a folder"


def _facts(documents: Sequence[Document], problems: Sequence[Problem], pack: Pack, nlp: Any, tell: Progress) -> Facts:
    """Return the facts of documents: parsed, extracted and related."""
    from claimgraph.language.parsing import parse
    from claimgraph.relating import relate

    known = lexicon(pack)
    claims: list[Claim] = []
    met = list(problems)
    for number, (parsed, found) in enumerate(parse(documents, nlp)):
        tell("extracting", number, len(documents))
        claims += extract_claims(parsed, known)
        met += found
    tell("relating", 0, 1)
    relations, bounds, failed = relate(claims, pack)
    return Facts(tuple(documents), tuple(claims), relations, (*met, *failed), tuple(pack.name.split("+")), bounds)


def extract(
    texts: Iterable[str | Document], *, packs: Sequence[str | Path] = (), model: str | None = None
) -> Iterator[list[Claim]]:
    """Yield the claims of each text, in order.

    Args:
        texts: strings or documents.
        packs: names or files of domain packs; the shipped ones by default.
        model: name of a spaCy pipeline; the pinned one by default.

    >>> [claims] = extract(["Coffee does not delay sleep."])
    >>> claims[0].subject.text, claims[0].polarity.value, claims[0].object.text
    ('Coffee', 'negative', 'sleep')
    """
    from claimgraph.language.model import load_model
    from claimgraph.language.parsing import UNUSED

    nlp = load_model(model, exclude=UNUSED)
    known = lexicon(chosen_pack(packs))
    for number, text in enumerate(texts, start=1):
        yield _extracted(text, f"text-{number}", known, nlp)


def _extracted(text: str | Document, stem: str, known: Lexicon, nlp: Any) -> list[Claim]:
    """Return the claims of one text."""
    from claimgraph.language.parsing import parse
    from claimgraph.reading import document_from_text

    document = text if isinstance(text, Document) else document_from_text(text, stem=stem)
    return [claim for parsed, _ in parse([document], nlp) for claim in extract_claims(parsed, known)]


def explain(facts: Facts, pack: Pack, first: str, second: str) -> Any:
    """Return how two claims of a build are related and why, or why they are not.

    Args:
        facts: of the build.
        pack: that the build used.
        first: id of a claim.
        second: id of another.

    Raises:
        ClaimgraphError: if the build has no claim of an id.
    """
    from claimgraph import relating

    known: Mapping[str, Claim] = facts.by_id()
    for identifier in (first, second):
        if identifier not in known:
            raise ClaimgraphError(f"no claim {identifier!r} in this build: ids stand in claims.jsonl", ExitCode.USAGE)
    return relating.explain(known[first], known[second], pack)
