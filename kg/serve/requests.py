"""What a request says: its body within limits, its parameters, its token."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.serve.problems import Problem
from kg.settings import Settings

FORM: Final = "application/x-www-form-urlencoded"
# More parameters than any request of the protocols here has.
_MOST_FIELDS: Final = 1_000


async def read_body(request: Request, settings: Settings) -> bytes:
    """The body of a request. Raises :class:`Problem` for one that is too large, too slow or compressed."""
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise Problem(
            415, "send the body without a Content-Encoding", Connection="close", Accept_Encoding="identity"
        )
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > settings.max_body:
        raise _too_large(settings)
    body = bytearray()
    try:
        async with asyncio.timeout(settings.client_seconds):
            async for part in request.stream():
                body += part
                if len(body) > settings.max_body:
                    raise _too_large(settings)
    except TimeoutError:
        raise Problem(408, "the request came too slowly", Connection="close") from None
    except ClientDisconnect:
        raise Problem(400, "the request broke off", Connection="close") from None
    return bytes(body)


def _too_large(settings: Settings) -> Problem:
    return Problem(413, f"a request has at most {settings.max_body} bytes", Connection="close")


@dataclass(frozen=True, slots=True)
class Fields:
    """The parameters of a URL or a form, in their order."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, text: str | bytes) -> Fields:
        """Read ``a=1&b=2``. Raises :class:`Problem` where it is not UTF-8 or has too many fields."""
        try:
            decoded = text.decode("ascii") if isinstance(text, bytes) else text
            pairs = parse_qsl(decoded, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        except UnicodeError:
            raise Problem(400, "parameters are percent-encoded UTF-8") from None
        except ValueError:
            raise Problem(400, f"a request has at most {_MOST_FIELDS} parameters") from None
        if any("\ud800" <= character <= "\udfff" for pair in pairs for value in pair for character in value):
            raise Problem(400, "parameters are percent-encoded UTF-8")
        return cls(tuple(pairs))

    def all(self, name: str) -> list[str]:
        """Every value of a parameter."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str | None:
        """The value of a parameter. Raises :class:`Problem` where it is given twice."""
        values = self.all(name)
        if len(values) > 1:
            raise Problem(400, f"the parameter {name} is given {len(values)} times; give it once")
        return values[0] if values else None

    def single(self) -> Mapping[str, str]:
        """All parameters, each given once. Raises :class:`Problem` where one is given twice."""
        return {name: self.one(name) or "" for name in dict(self.pairs)}


def url_fields(request: Request) -> Fields:
    """The parameters of the URL."""
    return Fields.parse(request.scope["query_string"])


def content_type(request: Request) -> str:
    """The media type of the body, without parameters. Raises :class:`Problem` for a charset but UTF-8."""
    header = Message()
    header["content-type"] = request.headers.get("content-type", "")
    if header.get_content_charset() not in (None, "utf-8", "utf8"):
        raise Problem(415, "send the body in UTF-8")
    return header.get_content_type()


def check_token(request: Request, token: str | None) -> None:
    """Raise :class:`Problem` unless updates are allowed and the request has the token for them."""
    if token is None:
        raise Problem(403, "this server is for reading only")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    # Compared in a time that does not depend on where they differ.
    right = hmac.compare_digest(given.strip().encode(), token.encode())
    if scheme.lower() != "bearer" or not right:
        raise Problem(401, "updates need the server's token", WWW_Authenticate='Bearer realm="kg serve"')
