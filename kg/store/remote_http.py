"""HTTP to a store's server: credentials, retries, and errors that say what to do.

Neither redirects nor authentication are left to :mod:`urllib`'s defaults: those would send a user's
credentials wherever a server points to, and change a POST into a GET.
"""

from __future__ import annotations

import http.client
import random
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDefaultErrorHandler,
    HTTPDigestAuthHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from kg.errors import StoreError
from kg.store.remote_address import without_secrets

_BUSY: Final = frozenset({429, 502, 503, 504})
_TRIES: Final = 5
_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 60.0
_TIMEOUT: Final = 600.0
_IN_MEMORY: Final = 8_000_000
_SHOWN: Final = 300

_Read = TypeVar("_Read")


class HttpRefusal(StoreError):
    """A server answered, and not with what was asked for; ``status`` is HTTP's, ``answer`` what it said."""

    def __init__(self, message: str, *, path: str, status: int, answer: str) -> None:
        super().__init__(message, path=path)
        self.status = status
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks: a user with a password (sent as basic or digest, whichever the server asks for), or a bearer
    token.

    They are never part of a message, a log line or this object's text.
    """

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, variables: Mapping[str, str]) -> Credentials:
        """Those in ``NEWSGRAPH_STORE_USER``, ``NEWSGRAPH_STORE_PASSWORD`` and ``NEWSGRAPH_STORE_TOKEN``."""
        names = ("USER", "PASSWORD", "TOKEN")
        return cls(*(variables.get(f"NEWSGRAPH_STORE_{name}", "") for name in names))

    def hidden(self, text: str) -> str:
        """``text`` without the secrets, should a server send them back."""
        for secret in (self.password, self.token):
            text = text.replace(secret, "***") if secret else text
        return text


class Connection:
    """Requests to one server. ``pause`` waits between two tries."""

    def __init__(
        self, url: str, credentials: Credentials, *, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self.url = without_secrets(url)
        self._credentials = credentials
        self._opener = _opener(url, credentials)
        self._pause = pause

    def send(self, request: Request, *, tries: int = _TRIES) -> http.client.HTTPResponse:
        """The answer to ``request``, its body still unread.

        A server that is busy (503 and the like), or that drops the connection, is asked again, each time
        after a longer pause or the one that it asks for; everything that is sent here has the same effect
        when it comes twice. Raises :class:`HttpRefusal` and :class:`~kg.errors.StoreError`.
        """
        return self._repeated(request, lambda response: response, tries)

    def fetch(self, request: Request) -> IO[bytes]:
        """The whole answer to ``request`` as a file; an answer that breaks off is asked for again."""
        return self._repeated(request, _spooled, _TRIES)

    def _repeated(
        self, request: Request, read: Callable[[http.client.HTTPResponse], _Read], tries: int
    ) -> _Read:
        if self._credentials.token:
            request.add_unredirected_header("Authorization", f"Bearer {self._credentials.token}")
        for number in range(tries):
            try:
                return read(self._opener.open(request, timeout=_TIMEOUT))
            except HTTPError as error:
                refusal = self._refusal(error)
                if error.code not in _BUSY or number + 1 == tries:
                    raise refusal from error
                self._pause(_asked_for(error.headers) or backoff(number))
            except (OSError, http.client.HTTPException) as error:
                if number + 1 == tries:
                    raise self._unreachable(error) from error
                self._pause(backoff(number))
            except UnicodeEncodeError:
                problem = "digest authentication takes only a user and password of ASCII characters"
                raise StoreError(problem, path=self.url) from None  # the error holds the password
            except ValueError as error:
                # What urllib raises where a server asks for a way of authentication that it does not know.
                raise StoreError(self._credentials.hidden(str(error)), path=self.url) from error
        raise AssertionError("the last try returns or raises")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Translate what goes wrong while an answer of :meth:`send` is read."""
        try:
            yield
        except (OSError, http.client.HTTPException, SyntaxError) as error:
            raise self._unreachable(error) from error

    def _unreachable(self, error: Exception) -> StoreError:
        reason = error.reason if isinstance(error, URLError) else error
        words = str(reason) or type(error).__name__
        return StoreError(
            f"the server does not answer as it should ({self._credentials.hidden(words)}); "
            "is it running, and is the URL right?",
            path=self.url,
        )

    def _refusal(self, error: HTTPError) -> HttpRefusal:
        with error:
            answer = self._credentials.hidden(error.read(100_000).decode("utf-8", "replace").strip())
        problem = _problem(error.code, error.headers.get("Location"), _first_line(answer))
        return HttpRefusal(problem, path=self.url, status=error.code, answer=answer)


def _problem(status: int, target: str | None, said: str) -> str:
    if 300 <= status < 400:
        elsewhere = f" to {without_secrets(target)}" if target else ""
        return f"the server redirects{elsewhere}; redirects are not followed: give the right URL"
    if status == 401:
        return (
            "the server does not accept the credentials, or wants some; set NEWSGRAPH_STORE_USER and "
            "NEWSGRAPH_STORE_PASSWORD, or NEWSGRAPH_STORE_TOKEN"
        )
    if status == 403:
        return f"the server refuses this to this user ({said})"
    if status in (404, 405):
        return f"there is no SPARQL 1.1 endpoint at this URL (HTTP {status})"
    if status in _BUSY:
        return f"the server is busy (HTTP {status}, after several tries); try again later"
    return f"the server answers HTTP {status} ({said})"


def _first_line(answer: str) -> str:
    line = next(iter(answer.splitlines()), "no explanation")
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def _asked_for(headers: Any) -> float | None:
    """The pause of a ``Retry-After`` header in seconds; its other form, a date, counts as none."""
    value = headers.get("Retry-After", "").strip()
    return min(float(value), _LONGEST_PAUSE) if value.isascii() and value.isdigit() else None


def backoff(number: int) -> float:
    """The pause in seconds after try ``number`` (from 0): twice as long each time, give or take a quarter."""
    return float(min(_FIRST_PAUSE * 2**number, _LONGEST_PAUSE) * random.uniform(0.75, 1.25))


def check_complete(response: http.client.HTTPResponse) -> None:
    """Raise :class:`http.client.IncompleteRead` where an answer that was read to its end is shorter than its
    header says, which :meth:`~http.client.HTTPResponse.read` of a part passes over.
    """
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)


def _spooled(response: http.client.HTTPResponse) -> IO[bytes]:
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)
    try:
        with response:
            shutil.copyfileobj(response, file, 1 << 16)
            check_complete(response)
    except (OSError, http.client.HTTPException):
        file.close()
        raise
    file.seek(0)
    return file


class _Closing:
    """Closes the refusal that asked for credentials once it is answered, which urllib leaves to the garbage
    collector.
    """

    def http_error_401(self, req: Request, fp: IO[bytes], *args: Any) -> Any:
        """See :class:`urllib.request.HTTPBasicAuthHandler`."""
        try:
            answer = super().http_error_401(req, fp, *args)  # type: ignore[misc]
        except (OSError, http.client.HTTPException):
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer


class _Digest(_Closing, HTTPDigestAuthHandler):
    pass


class _Basic(_Closing, HTTPBasicAuthHandler):
    pass


def _opener(url: str, credentials: Credentials) -> OpenerDirector:
    """An opener that knows HTTP, proxies and authentication, and nothing else: no redirects, no files."""
    opener = OpenerDirector()
    handlers: list[Any] = [
        ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()
    ]  # fmt: skip
    if credentials.user:
        known = HTTPPasswordMgrWithDefaultRealm()
        # Not HTTPPasswordMgrWithPriorAuth: it sends the password in clear to a server that wants a digest.
        # None stands for every realm of this server; another server never gets them.
        known.add_password(None, urljoin(url, "/"), credentials.user, credentials.password)
        handlers += [_Digest(known), _Basic(known)]
    for handler in handlers:
        opener.add_handler(handler)
    return opener
