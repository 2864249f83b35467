"""The findings as the page tells them: a sentence each, with the few numbers and quotes a reader would look at."""

from collections.abc import Callable
from dataclasses import dataclass

from claimgraph.analysing.english import listed
from claimgraph.model import Evidence
from claimgraph.model.findings import Note
from claimgraph.rendering import words
from claimgraph.rendering.text import one_line
from claimgraph.rendering.view import ClaimView, View


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot.

    Attributes:
        label: what it stands for.
        value: its length, to the right.
        text: what stands at its end.
        against: length to the left, for plots with two sides.
        outer: length of the whole that `value` is a part of, 0 where there is none.
    """

    label: str
    value: float
    text: str
    against: float = 0.0
    outer: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a list, with the claim it can be looked up in, or claims for the panel."""

    text: str
    claims: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: predicate and where it leads, "weakest" or "disputed" where it is."""

    text: str
    to: str
    state: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A mechanism path."""

    start: str
    links: tuple[Link, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of the page.

    Attributes:
        note: title, sentence, explanation and method.
        plot: "bars", "sides" or "" for none.
        bars: of the plot.
        axis: what the plot's length means; for "sides" two meanings.
        lines: a list under it.
        chains: mechanism paths.
    """

    note: Note
    plot: str = ""
    bars: tuple[Bar, ...] = ()
    axis: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    chains: tuple[Chain, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingsView:
    """What was found, in the order a lay reader would ask, and what was looked for and not found."""

    found: tuple[Finding, ...]
    nothing: tuple[Finding, ...]


def findings_view(view: View) -> FindingsView:
    """Return the findings; those with nothing to look at but their sentence stand together at the end."""
    made = [make(view) for make in FINDINGS]
    some = [finding for finding in made if any(bar.value or bar.against for bar in finding.bars) or _listing(finding)]
    return FindingsView(tuple(some), tuple(finding for finding in made if finding not in some))


def _listing(finding: Finding) -> bool:
    return bool(finding.lines or finding.chains)


def _label(view: View, stem: str) -> str:
    return view.source_by_stem[stem].label if stem in view.source_by_stem else one_line(stem, 60)


def _quote(claim: ClaimView) -> str:
    return f"“{one_line(claim.context.exact, 180)}”"


def _agreement(view: View) -> Finding:
    pairs = sorted(view.findings.agreement.pairs, key=lambda p: (-len(p.conflict), -p.shared, p.first, p.second))[:12]
    bars = tuple(
        Bar(
            f"{one_line(_label(view, p.first), 24)} & {one_line(_label(view, p.second), 24)}",
            len(p.agree),
            f"{len(p.agree)} alike" + (f", {len(p.mixed)} mixed" if p.mixed else ""),
            len(p.conflict),
        )
        for p in pairs
    )
    return Finding(view.findings.agreement.note, "sides", bars, ("answered against each other", "answered alike"))


def _balance(view: View) -> Finding:
    camps = view.findings.balance.camps
    lines = tuple(
        Line(listed([_label(view, stem) for stem in camp], 20), detail=f"Camp {number}")
        for number, camp in enumerate((camp for camp in camps if camp), start=1)
    )
    return Finding(view.findings.balance.note, lines=lines if len(lines) > 1 else ())


def _mechanisms(view: View) -> Finding:
    chains = []
    for path in view.findings.mechanisms.paths[:6]:
        links = tuple(
            Link(
                one_line(step.predicate, 40),
                one_line(step.object_label, 48),
                "disputed" if number in path.disputed else "weakest" if number == path.weakest else "",
                tuple(i for i in (*step.claims, *step.against) if i in view.claims),
            )
            for number, step in enumerate(path.steps)
        )
        chains.append(Chain(one_line(path.start_label, 48), links, one_line(path.sentence, 400)))
    return Finding(view.findings.mechanisms.note, chains=tuple(chains))


def _argumentation(view: View) -> Finding:
    section = view.findings.argumentation
    names = {"in": "stands", "out": "defeated", "undecided": "undecided"}
    bars = tuple(Bar(names.get(label, label), number, str(number)) for label, number in section.labels)
    bars = bars if sum(bar.value > 0 for bar in bars) > 1 else ()
    lines = []
    for pivot in section.pivots[:4]:
        claim = view.claims.get(pivot.claim)
        if claim and pivot.changes:
            changed = words.count(len(pivot.changes), "other claim")
            lines.append(Line(_quote(claim), (claim.id,), f"Reject this, and {changed} would change"))
    return Finding(section.note, "bars", bars, ("claims in a conflict",), tuple(lines))


def _evidence(view: View) -> Finding:
    section = view.findings.evidence
    bars = tuple(Bar(words.EVIDENCE[Evidence(step)], number, str(number)) for step, number in section.overall)
    return Finding(section.note, "bars", bars, ("claims, strongest ground first",))


def _overclaims(view: View) -> Finding:
    section = view.findings.overclaims
    bars = tuple(Bar(_label(view, stem), max(0.0, gap), f"{gap:.2f}") for stem, gap, _ in section.sources[:12])
    lines = []
    for worst in section.worst[:6]:
        claim = view.claims.get(worst.claim)
        if claim is not None:
            strong = (
                f" · strong words: {', '.join(one_line(w, 24) for w in worst.boosters[:4])}" if worst.boosters else ""
            )
            lines.append(Line(_quote(claim), (claim.id,), f"{claim.source.label} · {claim.evidence_words}{strong}"))
    return Finding(section.note, "bars", bars, ("mean gap between firmness and evidence, from 0 to 1",), tuple(lines))


def _sellers(view: View) -> Finding:
    lines = []
    for item in view.findings.sellers_only.propositions[:8]:
        claims = tuple(i for i in item.claims if i in view.claims)
        disputed = "; disputed by others" if item.disputed else ""
        lines.append(Line(one_line(item.label, 140), claims, f"{words.count(len(item.claims), 'claim')}{disputed}"))
    return Finding(view.findings.sellers_only.note, lines=tuple(lines))


def _independence(view: View) -> Finding:
    most = [item for item in view.findings.independence.propositions if item.claims > item.independent][:8]
    bars = tuple(
        Bar(
            one_line(item.label, 44) + (" (denied)" if item.polarity == "negative" else ""),
            item.independent,
            f"{item.independent} of {item.claims}",
            outer=item.claims,
        )
        for item in most
    )
    return Finding(view.findings.independence.note, "bars", bars, ("independent voices, of all claims",))


def _central(view: View) -> Finding:
    ranked = sorted(view.findings.central.concepts[:10], key=lambda item: -item.claims)
    bars = tuple(Bar(one_line(item.label, 36), item.claims, f"{item.claims}") for item in ranked)
    return Finding(view.findings.central.note, "bars", bars, ("claims that touch it",))


def _communities(view: View) -> Finding:
    lines = tuple(
        Line(
            one_line(group.label, 120),
            detail=f"{words.count(group.claims, 'claim')}, {words.count(len(group.sources), 'source')}"
            + (f", {words.count(group.disputed, 'disputed question')}" if group.disputed else ""),
        )
        for group in view.findings.communities.groups[:8]
    )
    return Finding(view.findings.communities.note, lines=lines)


def _self_contradictions(view: View) -> Finding:
    lines = tuple(
        Line(
            " against ".join(_quote(view.claims[i]) for i in item.claims if i in view.claims),
            tuple(i for i in item.claims if i in view.claims),
            _label(view, item.document) + (", in one voice" if item.one_voice else ""),
        )
        for item in view.findings.self_contradictions.contradictions[:6]
    )
    return Finding(view.findings.self_contradictions.note, lines=lines)


def _words(quote: str) -> tuple[str, ...]:
    """Return how a quote begins: two claims cut from one sentence are shown once."""
    return tuple(quote.split()[:5])


def _missing(view: View) -> Finding:
    section = view.findings.missing
    silent = [
        Line(one_line(item.text, 160), detail="Silent: " + listed([_label(view, stem) for stem in item.documents], 12))
        for item in section.silences[:6]
    ]
    distinct = {_words(item.quote): item for item in reversed(section.numbers)}
    numbers = [
        Line(
            f"“{one_line(item.quote, 160)}”",
            (item.claim,) if item.claim in view.claims else (),
            "A number without a source",
        )
        for item in list(reversed(distinct.values()))[:5]
    ]
    return Finding(section.note, lines=tuple(silent + numbers))


#: The findings, in the page's order.
FINDINGS: tuple[Callable[[View], Finding], ...] = (
    _agreement,
    _evidence,
    _overclaims,
    _argumentation,
    _mechanisms,
    _sellers,
    _independence,
    _self_contradictions,
    _central,
    _communities,
    _balance,
    _missing,
)
