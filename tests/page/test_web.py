"""The server answers this machine's own page, and nobody and nothing else."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.page.ask import ask
from kemitraan.page.web import MOST
from tests.command import ROOT

if TYPE_CHECKING:
    from kemitraan.page.web import PageServer


Answered = tuple[int, http.client.HTTPMessage, bytes]


def sent(
    server: PageServer,
    method: str = "GET",
    name: str = "",
    body: bytes | None = None,
    **headers: str,
) -> Answered:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    path = name if name.startswith("/") else f"/{server.token}/{name}"
    connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.msg, content


def asked(server: PageServer, said: Any, **headers: str) -> Answered:
    headers = {"Content_Type": "application/json", **headers}
    return sent(server, "POST", "ask", json.dumps(said).encode(), **headers)


def test_page_is_served_with_a_policy_that_runs_only_its_own_scripts(server: PageServer) -> None:
    status, headers, content = sent(server)
    assert (status, headers.get_content_type()) == (200, "text/html")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    for name in re.findall(rb'(?:src|href)="([^":]+)"', content):
        assert sent(server, name=name.decode())[0] == 200


def test_question_is_answered_as_it_is_from_python(server: PageServer) -> None:
    status, _, content = asked(server, {"verb": "scenario-list", "arguments": {}})
    assert (status, content.decode()) == (200, ask("scenario-list", {}))


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, {"Host": "localhost.example"}),
        (403, {"Origin": "https://example.com"}),
        (403, {"Origin": "null"}),
        (403, {"Sec_Fetch_Site": "cross-site"}),
        (404, {"Content_Type": "text/plain"}),
        (413, {"Content_Length": str(MOST + 1)}),
        (411, {"Content_Length": "-1"}),
    ],
    ids=str,
)
def test_what_the_page_would_not_send_is_refused(
    server: PageServer, status: int, headers: dict[str, str]
) -> None:
    found = asked(server, {"verb": "form", "arguments": {}}, **headers)
    assert (found[0], found[2]) == (status, b"")


@pytest.mark.parametrize("name", ["/", "/index.html", "/wrong/", "/wrong/ask", "../web.py", "a/b"])
def test_nothing_is_found_but_the_page_behind_its_token(server: PageServer, name: str) -> None:
    assert sent(server, name=name)[0] in (403, 404)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"verb": 1, "arguments": {}}', b"[" * 9000])
def test_broken_question_is_refused(server: PageServer, body: bytes) -> None:
    assert sent(server, "POST", "ask", body, Content_Type="application/json")[0] == 400


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process there")
def test_ends_with_ctrl_c() -> None:
    command = [sys.executable, "-m", "kemitraan", "web", "--no-open", "--lang", "en"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "http://127.0.0.1:" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == "Ended.\n"
    assert process.returncode == 0
