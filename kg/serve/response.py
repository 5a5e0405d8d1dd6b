"""Responses: an answer that streams from a query process, and problems."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.serve import formats
from kg.serve.answer import Answering
from kg.serve.pages import render
from kg.serve.pool import Pool
from kg.serve.problems import Problem


def by_accept(response: Response) -> Response:
    """``response``, which would be another one for another ``Accept``, as caches must know."""
    response.headers["Vary"] = "Accept"
    return response


def wants_page(scope: Scope) -> bool:
    """Whether whoever asks would rather have a page than data, as browsers say."""
    accept = Headers(scope=scope).get("accept", "")
    return formats.choose(accept, (*formats.ROWS, *formats.GRAPHS)) == "html"


def problem_response(problem: Problem, scope: Scope) -> Response:
    """A problem as RFC 9457 has it, or for a person as a page."""
    if wants_page(scope):
        return problem_page(problem, {"template": "problem", "title": problem.title})
    body = {"type": "about:blank", "title": problem.title, "status": problem.status, "detail": problem.detail}
    response = Response(
        json.dumps(body, ensure_ascii=False) + "\n",
        status_code=problem.status,
        media_type="application/problem+json",
        headers=problem.headers,
    )
    return by_accept(response)


def problem_page(problem: Problem, page: Mapping[str, Any]) -> Response:
    """A problem as part of the page that would have had the answer, with what was asked."""
    values = {**page, "problem": problem.detail, "columns": (), "rows": ()}
    response = page_response(values.pop("template"), status=problem.status, **values)
    response.headers.update(problem.headers)
    return by_accept(response)


def json_response(value: Any) -> Response:
    """A value as JSON."""
    return Response(json.dumps(value, ensure_ascii=False, indent=1) + "\n", media_type="application/json")


def page_response(name: str, *, status: int = 200, **values: Any) -> Response:
    """The page ``templates/<name>.html`` with these values."""
    return Response(render(name, **values), status_code=status, media_type=formats.ROWS["html"])


class StreamedAnswer(Response):
    """The answer of a query process, part by part as the client takes it.

    What fails before the first part is a problem with its status; what fails later breaks the connection off,
    so that no client takes half an answer for a whole one. A client that goes away ends its query.
    """

    def __init__(self, pool: Pool, job: Mapping[str, Any]) -> None:
        super().__init__()
        self._pool = pool
        self._job = job

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the query and send its answer."""
        answer = asyncio.create_task(self._answer(scope, receive, send))
        gone = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            if not answer.done():
                answer.cancel()
            await asyncio.gather(answer, gone, return_exceptions=True)
        if not answer.cancelled():
            answer.result()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False
        try:
            async with self._pool.answering(self._job) as answering:
                await self._begin(answering, send)
                begun = True
                await self._send_parts(answering, send)
                scope["state"]["rows"] = answering.rows
                self._pool.metrics.rows.inc(max(answering.rows, 0))
        except Problem as problem:
            scope["state"]["problem"] = problem.detail
            if begun:
                break_off(scope)
            else:
                await self._refusal(problem, scope)(scope, receive, send)
        except TimeoutError:
            scope["state"]["problem"] = "the client took nothing for too long"
            break_off(scope)

    def _refusal(self, problem: Problem, scope: Scope) -> Response:
        page, format = self._job.get("page"), self._job.get("format")
        if page and (format == "html" if format else wants_page(scope)):
            return problem_page(problem, page)
        return problem_response(problem, scope)

    async def _begin(self, answering: Answering, send: Send) -> None:
        headers = [(b"content-type", answering.media_type.encode()), (b"vary", b"Accept")]
        await send({"type": "http.response.start", "status": self.status_code, "headers": headers})

    async def _send_parts(self, answering: Answering, send: Send) -> None:
        async for part in answering.parts():
            async with asyncio.timeout(self._pool.settings.client_seconds):
                await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def break_off(scope: Scope) -> None:
    """End the connection, so that nobody takes what was sent for all."""
    abort = scope.get("extensions", {}).get("newsgraph.abort")
    if abort is not None:
        abort()
