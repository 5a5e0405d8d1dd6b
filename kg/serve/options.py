"""How a server is reached and what it may do; its limits are in :class:`~kg.settings.Settings`."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final

LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What a server is told once, when it starts.

    ``token`` allows updates to those who send it; ``None`` allows none. ``origins`` are the web sites whose
    scripts may read answers (CORS), ``hosts`` the names under which the server may be addressed besides those
    of loopback; ``fetchable`` are the addresses that queries may call (``SERVICE``, ``LOAD``); ``queries`` is
    a folder of saved queries beside the shipped ones.
    """

    host: str = "127.0.0.1"
    port: int = 7878
    token: str | None = None
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    queries: Path | None = None
    fetchable: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The URL of the server."""
        return f"http://{_in_url(self.host)}:{self.port}/"

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The names a request may give in ``Host``.

        On loopback these keep out pages that let their own name point here (DNS rebinding); a server that
        listens to others answers to any name unless ``hosts`` says which.
        """
        if self.hosts or _is_loopback(self.host):
            return tuple(map(_in_url, (*LOOPBACK, self.host, *self.hosts)))
        return ("*",)


def _in_url(host: str) -> str:
    """A host as URLs and requests write it: IPv6 in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _is_loopback(host: str) -> bool:
    try:
        return host in LOOPBACK or ip_address(host).is_loopback
    except ValueError:
        return False
