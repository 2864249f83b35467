"""`claims`: recall, polarity, certainty and voice over every gold set; `sentences`: the same over single sentences."""

from collections.abc import Callable, Iterator
from functools import cache

from benchmarks.quality.scoring import COLUMNS, Row, Verdict, judged, located, score, share, wordings
from benchmarks.quality.sources import HELD_OUT, HERE, OPEN_SETS, SETS, Parse, folder, gold, packs, pages, parsed, rows
from benchmarks.quality.tables import Table

from claimgraph.model import Claim
from claimgraph.reading import document_from_text

SENTENCES = ("dev", "test", "more-dev", "more-test")


def claims_table(fast: bool = False) -> Table:
    """Return the table over the gold sets: with the shipped packs, and without any; fast: open sets, shipped only."""
    found = []
    for subject in OPEN_SETS if fast else SETS:
        for pack in ("shipped",) if fast else ("shipped", "none"):
            verdicts, claims, texts = run(subject, pack)
            found.append((subject, pack, *score(verdicts, claims, texts).cells()))
    explanation = (
        "Gold claims found, and of those found the share with the right certainty and voice. `shipped`: the packs a "
        "build of these pages chooses by itself; `none`: no pack at all. A pack knows only the subject "
        "of the seeds, hair and heldout-hair. Nobody who writes rules looks at the sets named heldout."
    )
    return Table("claims", "Claims against gold", explanation, ("set", "packs", *COLUMNS), tuple(found))


def run(subject: str, pack: str) -> tuple[list[Verdict], list[Claim], dict[str, str]]:
    """Return what became of each gold row of a set, the set's claims and its texts."""
    read = pages(folder(subject))
    every = read.claims(packs(pack, read))
    if subject.startswith("seeds"):
        stems = {stem for stem in read.texts() for fields in gold(subject) if stem.startswith(fields[1])}
        every = [claim for claim in every if claim.document in stems]
    return judged(located(gold(subject), read.texts()), every), every, read.texts()


def misses(subject: str, pack: str = "shipped") -> Iterator[str]:
    """Yield what became of each row of an open set that was not wholly found, with the claims near it.

    Raises:
        ValueError: if the set is held out.
    """
    if subject in HELD_OUT or subject.endswith("test"):
        raise ValueError(f"{subject} is held out: its rows are not shown")
    verdicts = sentence_verdicts(subject)[0] if subject in SENTENCES else run(subject, pack)[0]
    for verdict in verdicts:
        if verdict.fault:
            yield described(verdict)


def described(verdict: Verdict) -> str:
    """Return a gold row that was not wholly found, and the claims near it, as lines to act on."""
    row = verdict.row
    want = f"subject /{row.subject}/ object /{row.object}/ {row.polarity} {row.certainty} voice /{row.voice}/"
    lines = [f"{verdict.fault.upper()} {row.id} [{row.document}] {row.quote}", f"    want: {want}"]
    lines += [f"    near: {line(claim)}" for claim in verdict.near] or ["    near: no claim overlaps these words"]
    return "\n".join(lines)


def line(claim: Claim) -> str:
    """Return a claim on one line: its slots with their resolutions, how it is said, by whom and which rule found it."""
    slots = " -- ".join(f"[{wordings(m)}]" for m in (claim.subject, claim.predicate, claim.object))
    sign = "+" if claim.polarity == "positive" else "-"
    return f"{slots} {sign} {claim.certainty} voice={claim.voice.label!r} rule={claim.rule}"


def sentences_table(fast: bool = False) -> Table:
    """Return the table over single sentences; fast: the ones rules may be written against."""
    found = []
    for name in SENTENCES[::2] if fast else SENTENCES:
        verdicts, claims, quiet = sentence_verdicts(name)
        every = [*claims, *(c for said in quiet.values() for c in said)]
        cells = score(verdicts, every, {c.document: "" for c in every}).cells()[:-1]
        found.append((name, *cells, str(len(quiet)), f"{share([not said for said in quiet.values()]):.3f}"))
    explanation = (
        "Single sentences on many subjects, no pack, one claim wanted from each; and sentences that hold no claim "
        "(questions, instructions, greetings, navigation), from which none may come. Nothing is tuned on a `test` file."
    )
    columns = ("file", *COLUMNS[:-1], "no claim wanted", "none made")
    return Table("sentences", "Single sentences", explanation, columns, tuple(found))


def sentence_verdicts(
    name: str, reader: Callable[[Parse], list[Claim]] | None = None
) -> tuple[list[Verdict], list[Claim], dict[str, list[Claim]]]:
    """Return verdicts on the sentences with a claim, all their claims, and the claims made of those that have none.

    Args:
        name: of a file of sentences, "dev" or another of `SENTENCES`.
        reader: what makes claims of parsed sentences; the whole program, without a pack, where None.
    """
    fields = rows(HERE / "pairs" / f"sentences-{name}.tsv")
    of: dict[str, list[Claim]] = {f[0]: [] for f in fields}
    for claim in reader(_sentences(name)) if reader else _sentences(name).claims(packs("none")):
        of[claim.document].append(claim)
    wanted = [Row(f[0], f[0], f[2], 0, len(f[2]), *f[3:]) for f in fields if f[3] != "none"]
    claims = [claim for row in wanted for claim in of[row.id]]
    quiet = {f[0]: of[f[0]] for f in fields if f[3] == "none"}
    return judged(wanted, claims), claims, quiet


@cache
def _sentences(name: str) -> Parse:
    """Return single sentences, each as a document of its own."""
    fields = rows(HERE / "pairs" / f"sentences-{name}.tsv")
    return parsed(document_from_text(f[2], stem=f[0]) for f in fields)


def wrongly_said(name: str = "dev") -> Iterator[str]:
    """Yield the claims made of sentences that hold none."""
    if name.endswith("test"):
        raise ValueError(f"{name} is held out: its rows are not shown")
    texts = {f[0]: f[2] for f in rows(HERE / "pairs" / f"sentences-{name}.tsv")}
    for identifier, said in sentence_verdicts(name)[2].items():
        if said:
            yield f"SAID {identifier} {texts[identifier]}\n" + "\n".join(f"    said: {line(claim)}" for claim in said)
