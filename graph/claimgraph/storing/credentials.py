"""Credentials for a store elsewhere, from the environment, as Basic, Digest or Bearer, whichever the store asks for.

Source: RFC 7617 (Basic), RFC 7616 (Digest), RFC 6750 (Bearer). urllib answers each challenge anew, so every body would
be sent twice, and a large one not even once: a store may close the connection while it still comes. Here a challenge,
once met, is answered beforehand.
"""

import os
import urllib.request
from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from claimgraph.model.problem import ClaimgraphError, ExitCode

USER, PASSWORD, TOKEN = "CLAIMGRAPH_PUSH_USER", "CLAIMGRAPH_PUSH_PASSWORD", "CLAIMGRAPH_PUSH_TOKEN"
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_HEADER = "Authorization"


def bearer() -> Mapping[str, str]:
    """Return the header of a token, where there is one."""
    token = os.environ.get(TOKEN)
    return {_HEADER: f"Bearer {token}"} if token else {}


def needs_greeting() -> bool:
    """Return whether a user is named, so that the store's challenge should be met before a large body is sent."""
    return bool(os.environ.get(USER))


def opener(endpoint: str) -> urllib.request.OpenerDirector:
    """Return what opens addresses: with the user's credentials, and to nowhere but the endpoint.

    Raises:
        ClaimgraphError: the endpoint is no web address, or credentials would travel unencrypted.
    """
    parts = urlsplit(endpoint)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ClaimgraphError(f"{endpoint}: no web address; give http://... or https://...", ExitCode.USAGE)
    user, password = os.environ.get(USER), os.environ.get(PASSWORD, "")
    if (user or os.environ.get(TOKEN)) and parts.scheme == "http" and parts.hostname not in _LOCAL:
        message = f"{endpoint}: credentials would travel unencrypted; use https"
        raise ClaimgraphError(message, ExitCode.USAGE)
    handlers: list[urllib.request.BaseHandler] = [_NoRedirects()]
    if user:
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, endpoint, user, password)
        handlers += [_Digest(known), _Basic(known)]
    return urllib.request.build_opener(*handlers)


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Answers a Digest challenge, and from then on before it is asked."""

    _challenge: Mapping[str, str] | None = None

    def get_authorization(self, req: urllib.request.Request, chal: Mapping[str, str]) -> str | None:
        """Return the answer to a challenge, which is kept for the requests that follow."""
        self._challenge = chal
        return super().get_authorization(req, chal)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """Add the answer to the last challenge."""
        if self._challenge and not req.has_header(_HEADER):
            answer = super().get_authorization(req, self._challenge)
            if answer:
                req.add_unredirected_header(_HEADER, f"Digest {answer}")
        return req

    https_request = http_request


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Answers a Basic challenge, and from then on before it is asked."""

    _realm: str | None = None

    def retry_http_basic_auth(self, host: str, req: urllib.request.Request, realm: str) -> Any:  # noqa: ANN401 -- urllib's
        """Answer a challenge; that it was met is kept for the requests that follow."""
        self._realm = realm
        return super().retry_http_basic_auth(host, req, realm)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """Add name and password where the store asked for them before."""
        if self._realm is not None and not req.has_header(_HEADER):
            user, password = self.passwd.find_user_password(self._realm, req.full_url)
            if user is not None:
                word = b64encode(f"{user}:{password}".encode()).decode("ascii")
                req.add_unredirected_header(_HEADER, f"Basic {word}")
        return req

    https_request = http_request


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what is written goes where the user said, and nowhere else."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Take a redirect for an error."""
        return
