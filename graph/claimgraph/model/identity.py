"""Stable names: every IRI and id of a build is a hash of what it names, so the same input gives the same bytes."""

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/claimgraph/"
ONTOLOGY = BASE + "ontology#"
IDENTIFIED = BASE + "id/"


def digest(*parts: object) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of the parts, each kept apart from the next.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def slug(text: str, limit: int = 60) -> str:
    """Return a readable path segment for a phrase, ASCII letters, digits and hyphens only.

    A phrase that loses letters on the way (another script, a very long phrase) gets a hash behind it,
    so that two phrases never share a segment by accident.

    >>> slug("Hair growth")
    'hair-growth'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode("ascii")
    segment = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if segment and len(segment) <= limit and ascii_only == text.casefold():
        return segment
    return f"{segment[:limit].strip('-') or 'x'}-{digest(text)[:8]}"


def identified(kind: str, name: str) -> str:
    """Return the IRI of one thing of a build, such as `.../id/claim/c0123`.

    Args:
        kind: a path segment ("claim", "proposition", "concept", "document", "voice", "relation").
        name: a path segment that is already safe (a digest or a slug).
    """
    return f"{IDENTIFIED}{kind}/{name}"
