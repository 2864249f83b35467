"""What keeps the page inert: a policy that forbids the network, data that cannot end its script, safe addresses."""

import base64
import hashlib
import json
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from claimgraph.rendering.text import shown

_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def script_json(value: object) -> str:
    r"""Return a value as JSON that may stand in a script element: nothing in it can close the element.

    >>> script_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return shown(text).translate(_IN_SCRIPT)


def source_hash(code: str) -> str:
    """Return the Content-Security-Policy source of an inline script or style (CSP Level 3, section 2.3.1)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii") + "'"


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a policy under which the page runs its own scripts and asks nobody for anything.

    Args:
        scripts: the inline scripts, exactly as they stand between their tags.
        styles: the inline style sheets, likewise.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(source_hash, scripts)),
            "style-src " + " ".join(map(source_hash, styles)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def safe_address(address: str | None) -> str | None:
    """Return a web address that may become a link, None for anything else (`javascript:`, a path, nonsense).

    >>> safe_address("https://example.org/a b"), safe_address("javascript:alert(1)")
    ('https://example.org/a%20b', None)
    """
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    return quote(shown(address.strip()), safe="!#$%&'()*+,/:;=?@[]~")


def text_fragment(address: str, exact: str) -> str:
    """Return an address that opens at a quote (WICG URL Fragment Text Directives), long quotes by their ends.

    >>> text_fragment("https://example.org/#top", "not proven")
    'https://example.org/#:~:text=not%20proven'
    """
    words = shown(exact[:5000]).split()
    ends = [words] if len(words) <= 12 else [words[:5], words[-5:]]
    spans = ",".join(quote(" ".join(part)[:300], safe="").replace("-", "%2D") for part in ends)
    return f"{address.partition('#')[0]}#:~:text={spans}"
