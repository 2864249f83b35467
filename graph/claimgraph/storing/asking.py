"""SPARQL as users write it: its form, what is refused, what a parameter's value means, and where it is wrong."""

import re
from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.vocabulary.namespaces import IDENTIFIED_PREFIXES, PREFIXES, XSD

#: Comments, strings, IRIs, variables and prefixed names are passed over, so that only keywords are left.
_TOKEN = re.compile(
    r"""\#[^\n]*
    | '''(?:[^\\]|\\.)*?''' | \"\"\"(?:[^\\]|\\.)*?\"\"\" | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"
    | <[^<>"{}|^`\\\s]*>
    | [?$]\w+
    | [\w.-]*:[\w.:%/-]*
    | (?P<keyword>[A-Za-z]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_WRITES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_PREFIXED = re.compile(r"([A-Za-z][\w-]*):([\w./-]*)")
_WHOLE = re.compile(r"[+-]?\d+")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def keywords(text: str) -> tuple[str, ...]:
    """Return the bare words of a query in capitals, without those in comments, strings, IRIs and names.

    >>> keywords('SELECT ?drop { ?drop <http://e/DELETE> "LOAD" } # CLEAR')
    ('SELECT',)
    """
    return tuple(found["keyword"].upper() for found in _TOKEN.finditer(text) if found["keyword"])


def require_reading(text: str) -> str:
    """Return the form of a query, SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises:
        ClaimgraphError: it would write, or would ask another machine (SERVICE).
    """
    said = keywords(text)
    first = next((word for word in said if word in _FORMS | _WRITES), "")
    if first in _WRITES:
        raise _refused(f"a query that writes ({first}) is refused, a built graph is read-only; use SELECT, ASK, ...")
    if "SERVICE" in said:
        raise _refused("SERVICE is refused, queries do not leave this machine; ask the other endpoint by itself")
    if not first:
        raise _refused("not SPARQL: no SELECT, ASK, CONSTRUCT or DESCRIBE in it")
    return first


def substitutions(bindings: Mapping[str, str]) -> dict[Variable, NamedNode | BlankNode | Literal | Triple]:
    """Return the variables of a query with the terms they are bound to; see `term` for how a value is read.

    Raises:
        ClaimgraphError: a name is no variable's, or a value is no IRI where it looks like one.
    """
    return {_variable(name): term(value) for name, value in bindings.items()}


def _variable(name: str) -> Variable:
    try:
        return Variable(name.removeprefix("?"))
    except ValueError:
        raise _refused(f"{name!r} is no variable's name; write NAME=VALUE") from None


def term(value: str) -> NamedNode | Literal:
    """Return the RDF term a user's value means; it becomes a term of the query, never part of its text.

    `<...>` and `http(s)://...` are IRIs, and so is a name with a known prefix; a whole number is a number; anything
    else is words, in double quotes where it would otherwise be read as one of the above.

    Raises:
        ClaimgraphError: it is written as an IRI and is none.

    >>> term("hair growth").value, term("cg:Claim").value
    ('hair growth', 'https://w3id.org/claimgraph/ontology#Claim')
    """
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        return Literal(value[1:-1])
    if value.startswith(("http://", "https://")) or (value.startswith("<") and value.endswith(">")):
        return _iri(value.removeprefix("<").removesuffix(">"))
    known = _PREFIXED.fullmatch(value)
    if known and known[1] in {**PREFIXES, **IDENTIFIED_PREFIXES}:
        return _iri({**PREFIXES, **IDENTIFIED_PREFIXES}[known[1]] + known[2])
    return Literal(value, datatype=NamedNode(XSD.integer)) if _WHOLE.fullmatch(value) else Literal(value)


def _iri(value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError as error:
        raise _refused(f"{value!r} is no IRI ({error}); quote it to mean the words") from None


def malformed(text: str, message: str) -> ClaimgraphError:
    """Return the one line that says where a query is wrong.

    Args:
        text: the query.
        message: what the parser says.
    """
    found = _PLACE.fullmatch(message.strip())
    if not found:
        return _refused(f"not SPARQL: {' '.join(message.split())[:160]}")
    line, column = int(found[1]), int(found[2])
    lines = text.splitlines() or [""]
    rest = lines[min(line, len(lines)) - 1][column - 1 : column + 23].strip() or "the end"
    expected = " ".join(found[3].split())
    hint = f": {expected}" if len(expected) <= 100 else ""
    return _refused(f"not SPARQL at line {line}, column {column}, near {rest!r}{hint}")


def _refused(message: str) -> ClaimgraphError:
    return ClaimgraphError(message, ExitCode.USAGE)
