"""What goes wrong with a request, as HTTP says it: RFC 9457 problem details, without paths or traces."""

from __future__ import annotations

from http import HTTPStatus


class Problem(Exception):
    """A request that is not answered as asked. ``status`` is HTTP's, ``detail`` says what to do about it."""

    def __init__(self, status: int, detail: str, **headers: str) -> None:
        self.status = status
        self.detail = detail
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        super().__init__(detail)

    @property
    def title(self) -> str:
        """The phrase that goes with the status."""
        return HTTPStatus(self.status).phrase
