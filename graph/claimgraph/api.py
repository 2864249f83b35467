"""The library's three entry points (build, extract, compare) and what a build gives."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimgraph.extracting import Lexicon, lexicon
from claimgraph.extracting import extract as extract_claims
from claimgraph.knowledge.choosing import applies
from claimgraph.knowledge.loading import core_pack, load_pack, shipped_packs
from claimgraph.knowledge.pack import Pack
from claimgraph.language.parsed import ParsedDocument
from claimgraph.model import Claim, ClaimgraphError, Document, ExitCode, Facts, Problem, Relation

if TYPE_CHECKING:
    import networkx
    import rdflib
    from pandas import DataFrame
    from spacy.language import Language

    from claimgraph.model.findings import Findings
    from claimgraph.reading import Limits
    from claimgraph.relating import Explanation

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
        return self.analysed(None)

    def analysed(self, progress: Progress | None) -> "Findings":
        """Return the analyses of the graph, telling how far they are; `findings` keeps them.

        Args:
            progress: called as (analysis, done, total) before each of them.
        """
        from claimgraph.analysing import analyse

        self.__dict__["findings"] = made = analyse(self.facts, self.pack, progress=progress)
        return made

    @cached_property
    def graph(self) -> "rdflib.Dataset":
        """Return the RDF dataset, as rdflib knows it."""
        from claimgraph.storing.dataset import to_rdflib

        return to_rdflib(self.facts, self.findings, self.pack)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return the signed graph of voices, claims, propositions and concepts."""
        from claimgraph.analysing import network

        return network(self.facts)

    def to_pandas(self) -> "DataFrame":
        """Return the claims as a pandas DataFrame, a row a claim.

        Raises:
            ClaimgraphError: if pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise ClaimgraphError("pandas is not installed; run: pip install 'claimgraph[parquet]'") from None
        from claimgraph.storing.tables import CLAIM_COLUMNS, claim_rows

        return pandas.DataFrame(list(claim_rows(self.facts)), columns=list(CLAIM_COLUMNS))

    def page(self) -> str:
        """Return the interactive page as one HTML text."""
        from claimgraph.rendering import page

        return page(self.facts, self.findings, self.pack)

    def _repr_html_(self) -> str:
        """Return the page inside a frame, for notebooks."""
        from html import escape

        style = "width:100%;height:640px;border:0"
        return f'<iframe title="claimgraph" style="{style}" srcdoc="{escape(self.page())}"></iframe>'

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
        shipped = [name for name in facts.packs if name in shipped_packs() and name != "core"]
        return cls(facts, chosen_pack(packs or shipped or ("none",)))


def chosen_pack(packs: Sequence[str | Path] = (), texts: Sequence[str] | None = None) -> Pack:
    """Return the packs to use, merged: the core and those named, or by default the shipped ones.

    Args:
        packs: names of shipped packs or paths of Turtle files; "none" for the core alone.
        texts: what is to be read; a shipped pack that nobody named is left out where they are not about its subject.
    """
    named = [p for p in packs if str(p) != "none"]
    if packs and not named:
        return core_pack()
    pack = core_pack()
    for name in named or [n for n in shipped_packs() if n != "core"]:
        loaded = load_pack(name)
        if named or texts is None or applies(loaded, texts):
            pack = pack | loaded
    return pack


def build(
    sources: Sequence[str | Path],
    *,
    packs: Sequence[str | Path] = (),
    model: str | None = None,
    fetch: bool = False,
    out: str | Path | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    limits: "Limits | None" = None,
) -> Build:
    """Return the claim graph of a pile of documents.

    Args:
        sources: files, folders, globs, "-" for standard input, addresses where `fetch` is given.
        packs: names or files of domain packs, ("none",) for none; by default the shipped ones, as far as the pile is
            about their subject.
        model: name of a spaCy pipeline; the pinned one by default.
        fetch: whether addresses may be fetched; nothing is fetched otherwise.
        out: a folder to write the build to, none by default.
        stdin: a binary stream to read where a source is "-".
        progress: called while the build goes on.
        limits: how large, long and slow a source may be; the defaults stand in docs/reading.md.

    Raises:
        ClaimgraphError: if nothing could be read, the model is missing, or a pack is malformed.

    >>> found = build(["seeds/001_9f74a4fda976e2c7.txt"])
    >>> len(found.claims) > 30
    True
    """
    from claimgraph.language.model import load_model
    from claimgraph.language.parsing import UNUSED
    from claimgraph.reading import Limits, read

    if out is not None:
        from claimgraph.storing.writing import check_output

        check_output(Path(out))
    tell = progress or _silent
    nlp = load_model(model, exclude=UNUSED)
    tell("reading", 0, 1)
    documents, problems = read(sources, fetch=fetch, stdin=stdin, limits=limits or Limits())
    if not documents:
        raise ClaimgraphError(_nothing(problems), ExitCode.FAILED)
    known = chosen_pack(packs, [document.text for document in documents])
    facts = _facts(documents, problems, known, nlp, tell)
    result = Build(facts, known)
    if out is not None:
        result.analysed(tell)
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


def _facts(
    documents: Sequence[Document], problems: Sequence[Problem], pack: Pack, nlp: "Language", tell: Progress
) -> Facts:
    """Return the facts of documents: parsed, extracted and related."""
    from claimgraph.language.parsing import parse
    from claimgraph.language.similarity import VectorSimilarity
    from claimgraph.relating import relate

    known = lexicon(pack)
    claims: list[Claim] = []
    met = list(problems)
    for number, (parsed, found) in enumerate(parse(documents, nlp)):
        tell("extracting", number, len(documents))
        claims += extract_claims(parsed, known)
        met += found
    tell("relating", 0, 1)
    relations, bounds, failed = relate(claims, pack, similarity=VectorSimilarity(nlp.vocab))
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


def _extracted(text: str | Document, stem: str, known: Lexicon, nlp: "Language") -> list[Claim]:
    """Return the claims of one text."""
    from claimgraph.language.parsing import parse
    from claimgraph.reading import document_from_text

    document = text if isinstance(text, Document) else document_from_text(text, stem=stem)
    return [claim for parsed, _ in parse([document], nlp) for claim in extract_claims(parsed, known)]


def compare(
    pairs: Iterable[tuple[str, str]],
    *,
    packs: Sequence[str | Path] = (),
    model: str | None = None,
    problems: list[Problem] | None = None,
) -> Iterator[Relation | None]:
    """Yield for each pair whether the second text supports or contradicts the first, and why; None for neither.

    The pairs are read as they are needed and answered in their order.

    Args:
        pairs: of texts in English, a sentence or many.
        packs: names or files of domain packs; the shipped ones by default.
        model: name of a spaCy pipeline; the pinned one by default.
        problems: a list that takes what could not be judged (an empty side, another language), each named by the
            number of its pair, the first being 1.

    >>> [relation] = compare([("Coffee delays sleep.", "Coffee does not delay sleep.")])
    >>> relation.type.value, relation.kind
    ('conflict', 'contradictory')
    """
    from claimgraph.language.model import load_model
    from claimgraph.language.parsing import UNUSED
    from claimgraph.language.similarity import VectorSimilarity
    from claimgraph.relating import Background, judge

    nlp = load_model(model, exclude=UNUSED)
    pack = chosen_pack(packs)
    known, background, similarity = lexicon(pack), Background(pack), VectorSimilarity(nlp.vocab)
    met: list[Problem] = [] if problems is None else problems
    numbered = enumerate(pairs, start=1)
    while batch := list(islice(numbered, PAIRS_AT_ONCE)):
        sides = _sides(batch, nlp)
        for (number, texts), (first, second) in zip(batch, sides, strict=True):
            if (found := _unjudged(number, texts)) is not None:
                met.append(found)
                yield None
                continue
            yield judge(
                extract_claims(first, known), extract_claims(second, known), pack,
                sentences_a=first.sentences, sentences_b=second.sentences, similarity=similarity, background=background,
            )  # fmt: skip


#: How many pairs are parsed together.
PAIRS_AT_ONCE = 64


def _sides(
    batch: Sequence[tuple[int, tuple[str, str]]], nlp: "Language"
) -> Iterator[tuple[ParsedDocument, ParsedDocument]]:
    """Yield both sides of each pair, parsed."""
    from claimgraph.language.parsing import parse
    from claimgraph.reading import document_from_text

    documents = [
        document_from_text(text, stem=side) for _, texts in batch for side, text in zip("ab", texts, strict=True)
    ]
    parsed = [found for found, _ in parse(documents, nlp)]
    return zip(parsed[::2], parsed[1::2], strict=True)


def _unjudged(number: int, texts: tuple[str, str]) -> Problem | None:
    """Return why a pair cannot be judged, None where it can."""
    from claimgraph.reading import language_of

    for side, text in zip("ab", texts, strict=True):
        if not text.strip():
            return Problem(f"pair {number}", f"side {side} is empty: give a sentence on each side", "empty")
        if (language := language_of(text)) not in {"en", "und", None}:
            return Problem(
                f"pair {number}", f"side {side} is not in English ({language}): only English is judged", "language"
            )
    return None


def explain(facts: Facts, pack: Pack, first: str, second: str) -> "Explanation":
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
    return relating.explain(known[first], known[second], pack, known=facts.relations)
