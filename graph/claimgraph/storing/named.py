"""The queries that come with the program: SPARQL files whose opening comment says what they are for and take."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.vocabulary.resources import ontology_file

_PARAMETER = re.compile(r"param (?P<name>\w+)(?P<required> required)?: (?P<description>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that the caller gives a value, by `--bind name=value`.

    Attributes:
        name: of the variable, without its question mark.
        description: what a value may be.
        required: whether the query answers nothing without it.
    """

    name: str
    description: str
    required: bool


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that comes with the program.

    Attributes:
        name: of its file, without the suffix.
        description: what it answers.
        parameters: what it takes.
        text: the SPARQL.
    """

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def named_queries() -> tuple[NamedQuery, ...]:
    """Return the queries that come with the program, by name."""
    files = sorted((f for f in ontology_file("queries").iterdir() if f.name.endswith(".rq")), key=lambda f: f.name)
    return tuple(read_query(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8")) for file in files)


def read_query(name: str, text: str) -> NamedQuery:
    r"""Return a named query from its file's text: the comment at its top holds description and parameters.

    >>> read_query("all", "# All there is.\n# param s: where to start\n\nSELECT ?s {}").description
    'All there is.'
    """
    comment = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comment.append(line.lstrip("#").strip())
    found = [(line, _PARAMETER.fullmatch(line)) for line in comment]
    parameters = (Parameter(m["name"], m["description"], bool(m["required"])) for _, m in found if m)
    return NamedQuery(name, " ".join(line for line, m in found if not m), tuple(parameters), text)


def named_query(name: str) -> NamedQuery:
    """Return a named query.

    Raises:
        ClaimgraphError: there is none of that name.
    """
    queries = {query.name: query for query in named_queries()}
    if name not in queries:
        near = get_close_matches(name, queries, 1)
        hint = f"did you mean {near[0]}?" if near else "`claimgraph query --list` names them all"
        raise ClaimgraphError(f"no named query {name!r}; {hint}", ExitCode.USAGE)
    return queries[name]


def require_parameters(query: NamedQuery, given: set[str]) -> None:
    """Let a named query pass that is given what it needs, and nothing it does not know.

    Raises:
        ClaimgraphError: a required parameter is missing, or one given is not the query's.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in sorted(given - known.keys()):
        takes = ", ".join(known) or "nothing"
        raise ClaimgraphError(f"{query.name} takes no {name!r}; it takes {takes}", ExitCode.USAGE)
    for name, parameter in known.items():
        if parameter.required and name not in given:
            message = f"{query.name} needs --bind {name}=VALUE ({parameter.description})"
            raise ClaimgraphError(message, ExitCode.USAGE)
