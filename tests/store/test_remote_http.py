"""How a server is spoken to: again when it is busy, with credentials, and never about them."""

from __future__ import annotations

import base64
from urllib.request import Request

import pytest

from kg.errors import StoreError
from kg.store.remote_http import Connection, Credentials, HttpRefusal, backoff
from tests.store.answering import YES, Answer, serving

BUSY: Answer = (503, {}, b"too much to do")
SECRET = "pass word/%2F"


def connection(url: str, pauses: list[float] | None = None, **credentials: str) -> Connection:
    return Connection(url, Credentials(**credentials), pause=(pauses if pauses is not None else []).append)


def fetched(url: str, *, pauses: list[float] | None = None, **credentials: str) -> bytes:
    with connection(url, pauses, **credentials).fetch(Request(url, data=b"query=ASK+%7B%7D")) as answer:
        return answer.read()


def test_a_busy_server_is_asked_again_after_ever_longer_pauses() -> None:
    pauses: list[float] = []
    with serving(BUSY, BUSY, BUSY, YES) as server:
        assert fetched(server.url, pauses=pauses) == YES[2]
    assert len(server.seen) == 4
    assert [0.375 <= pauses[0] <= 0.625, 0.75 <= pauses[1] <= 1.25, 1.5 <= pauses[2] <= 2.5] == [True] * 3
    assert max(backoff(number) for number in range(50)) <= 75


def test_a_server_that_says_when_to_come_back_is_taken_at_its_word_within_a_minute() -> None:
    pauses: list[float] = []
    with serving((503, {"Retry-After": "7"}, b""), (429, {"Retry-After": "9999"}, b""), YES) as server:
        fetched(server.url, pauses=pauses)
    assert pauses == [7.0, 60.0]


def test_a_server_that_stays_busy_is_named_after_five_tries() -> None:
    with serving(BUSY) as server, pytest.raises(HttpRefusal, match="is busy .HTTP 503, after several tries"):
        fetched(server.url)
    assert len(server.seen) == 5


def test_an_answer_that_breaks_off_is_asked_for_again() -> None:
    broken: Answer = (200, {"Content-Length": "1000"}, b"only this")
    with serving(broken, YES) as server:
        assert fetched(server.url) == YES[2]
    assert len(server.seen) == 2


def test_a_server_that_is_not_there_is_named_with_what_to_look_at() -> None:
    with serving(YES) as server:
        pass
    with pytest.raises(StoreError, match="Connection refused.*is it running, and is the URL right"):
        fetched(server.url)


def test_other_refusals_are_not_repeated() -> None:
    with serving((400, {}, b"syntax error\nat line 2")) as server, pytest.raises(HttpRefusal) as caught:
        fetched(server.url)
    assert (caught.value.status, caught.value.answer) == (400, "syntax error\nat line 2")
    assert str(caught.value).endswith("the server answers HTTP 400 (syntax error)")
    assert len(server.seen) == 1


def test_a_bearer_token_goes_with_every_request() -> None:
    with serving(YES) as server:
        fetched(server.url, token="abc.def")
    assert server.sent("Authorization") == ["Bearer abc.def"]


def test_a_password_is_sent_only_to_a_server_that_asks_and_in_the_way_that_it_asks_for() -> None:
    basic = "Basic " + base64.b64encode(f"me:{SECRET}".encode()).decode()
    ask: Answer = (401, {"WWW-Authenticate": 'Basic realm="r"'}, b"who are you?")
    with serving(ask, YES) as server:
        assert fetched(server.url, user="me", password=SECRET) == YES[2]
    assert server.sent("Authorization") == [None, basic]
    digest: Answer = (
        401,
        {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5'},
        b"",
    )
    with serving(digest, YES) as server:
        assert fetched(server.url + "/", user="me", password=SECRET) == YES[2]
    first, second = server.sent("Authorization")
    assert first is None
    with serving(digest) as server, pytest.raises(StoreError, match="only a user and password of ASCII"):
        fetched(server.url, user="me", password="ü")
    assert second is not None and second.startswith('Digest username="me", realm="r", nonce="n", uri="/"')


def test_wrong_credentials_end_with_what_to_set() -> None:
    ask: Answer = (401, {"WWW-Authenticate": 'Basic realm="r"'}, b"")
    with serving(ask) as server, pytest.raises(StoreError, match="set NEWSGRAPH_STORE_USER and"):
        fetched(server.url, user="me", password="wrong")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed_and_gets_no_credentials(status: int) -> None:
    with serving(YES) as elsewhere:
        target = elsewhere.url + "/sparql?token=x"
        with serving((status, {"Location": target}, b"")) as server:
            with pytest.raises(
                StoreError, match=f"redirects to {elsewhere.url}/sparql; redirects are not followed"
            ):
                fetched(server.url, token="abc", user="me", password=SECRET)
    assert elsewhere.seen == []


def test_secrets_are_in_no_message_even_where_the_server_sends_them_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    echo: Answer = (500, {}, f"no way, me with {SECRET} and t0ken".encode())
    with serving(echo) as server, pytest.raises(HttpRefusal) as caught:
        fetched(server.url, user="me", password=SECRET, token="t0ken")
    said = f"{caught.value!r} {caught.value} {caught.value.answer} {caplog.text} {Credentials('me', SECRET, 't0ken')}"
    assert "no way, me with *** and ***" in said
    assert SECRET not in said and "t0ken" not in said


def test_credentials_come_from_the_environment() -> None:
    variables = {"NEWSGRAPH_STORE_USER": "u", "NEWSGRAPH_STORE_PASSWORD": "p", "NEWSGRAPH_STORE_TOKEN": "t"}
    assert Credentials.from_environment(variables) == Credentials("u", "p", "t")
    assert Credentials.from_environment({}) == Credentials()
