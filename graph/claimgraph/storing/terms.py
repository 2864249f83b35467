"""RDF terms from plain values: IRIs, and literals in the spelling that every store gives back unchanged.

Oxigraph rewrites some literals when it loads them (1.50 becomes 1.5, xsd:nonNegativeInteger becomes xsd:integer, en-GB
becomes en-gb), so only spellings that survive are written.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from pyoxigraph import Literal, NamedNode

from claimgraph.vocabulary.namespaces import XSD

_SURROGATE = re.compile("[\ud800-\udfff]")
#: Oxigraph's decimals have 18 digits behind the point and 20 before it; beyond that a double is written.
_DECIMAL_LIMIT = 1e18


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """Return the node of an IRI that the program made or a pack brought.

    Raises:
        ValueError: it is no IRI.
    """
    return NamedNode(iri)


INTEGER, DECIMAL, DOUBLE = node(XSD.integer), node(XSD.decimal), node(XSD.double)
TRUE, FALSE = Literal("true", datatype=node(XSD.boolean)), Literal("false", datatype=node(XSD.boolean))


def carried(text: str) -> str:
    r"""Return a text as RDF can carry it: the halves of broken character pairs become U+FFFD, one for one.

    The length stays the same, so offsets that count characters of the text still point at the same words.

    >>> carried("a\ud800b")
    'a\ufffdb'
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def words(text: str) -> Literal:
    """Return a plain string, for words of a document, whose language is the document's."""
    return Literal(carried(text))


def english(text: str) -> Literal:
    """Return a string in English, for labels of packs and of the program."""
    return Literal(carried(text), language="en")


def whole(number: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(number), datatype=INTEGER)


def truth(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return TRUE if value else FALSE


@lru_cache(maxsize=4096)
def number(value: float) -> Literal:
    """Return an xsd:decimal in its shortest spelling, or an xsd:double where a decimal cannot hold it.

    >>> number(1.50).value, number(28.0).value
    ('1.5', '28')
    """
    if isfinite(value) and abs(value) < _DECIMAL_LIMIT:
        spelt = format(Decimal(repr(value)), "f")
        spelt = spelt.rstrip("0").rstrip(".") if "." in spelt else spelt
        if len(spelt.partition(".")[2]) <= 18:
            return Literal("0" if spelt == "-0" else spelt, datatype=DECIMAL)
    return Literal(value)


def day(text: str) -> Literal:
    """Return a date as precise as it is given: a year, a month, a day, or else plain words.

    >>> day("2019").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYear'
    """
    if re.fullmatch(r"[1-9]\d{3}", text):
        return Literal(text, datatype=node(XSD.gYear))
    if re.fullmatch(r"[1-9]\d{3}-(0[1-9]|1[0-2])", text):
        return Literal(text, datatype=node(XSD.gYearMonth))
    try:
        real = date.fromisoformat(text).isoformat() == text
    except ValueError:
        real = False
    return Literal(text, datatype=node(XSD.date)) if real else words(text)


def address(text: str) -> NamedNode | Literal:
    """Return the node of an address someone else wrote down, or its words where it is no IRI."""
    try:
        return NamedNode(text)
    except (ValueError, TypeError):
        return words(text)
