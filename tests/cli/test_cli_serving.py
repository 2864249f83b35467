"""Serving a build and pushing it elsewhere, as processes that talk over HTTP on this machine."""

import json
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from claimgraph.model import ExitCode

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?c a <https://w3id.org/claimgraph/ontology#Claim> }"


def _counted(endpoint: str) -> int:
    """Return how many claims an endpoint says it holds."""
    asked = Request(f"{endpoint}?{urlencode({'query': COUNT})}", headers={"Accept": "application/sparql-results+json"})
    with urlopen(asked, timeout=10) as answer:
        (row,) = json.load(answer)["results"]["bindings"]
    return int(row["n"]["value"])


def _claims(out: Path) -> int:
    return len((out / "claims.jsonl").read_text(encoding="utf-8").splitlines())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[str]:
    """The address of an empty Oxigraph store that can be written to, as others run it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    assert program
    command = [program, "serve", "--location", str(tmp_path / "db"), "--bind", f"127.0.0.1:{port}"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait(timeout=10)


def test_serve_says_where_answers_and_stops_on_control_c(seeds_out: Path) -> None:
    """The printed addresses work; Control-C is how it ends, and no error."""
    command = [sys.executable, "-m", "claimgraph", "serve", str(seeds_out), "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout
    told = dict(running.stdout.readline().split() for _ in range(3))
    with urlopen(told["page"], timeout=10) as page:
        assert b"<!doctype html>" in page.read(200).lower()
    assert _counted(told["endpoint"]) == _claims(seeds_out)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=15)
    assert running.returncode == 0, err
    assert "Traceback" not in err


def test_a_port_in_use_is_named(seeds_out: Path, shell: Callable[..., Any]) -> None:
    """A second server on one port is refused in a line that says what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = shell(f"claimgraph serve {seeds_out} --port {port}")
    assert ended.code is ExitCode.FAILED
    assert f"port {port} on 127.0.0.1 is in use" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("protocol", ["update", "store"])
def test_push_loads_the_graph_into_a_store(
    protocol: str, store: str, seeds_out: Path, shell: Callable[..., Any]
) -> None:
    """By either protocol the store holds the claims afterwards, and pushing again changes nothing."""
    for _ in range(2):
        ended = shell(f"claimgraph push {seeds_out} {store}/{protocol}")
        assert ended.code is ExitCode.DONE, ended.err
        assert _counted(f"{store}/query") == _claims(seeds_out)


def test_push_to_nowhere_fails_in_one_line(seeds_out: Path, shell: Callable[..., Any]) -> None:
    """An address that nobody answers is named, and the code says that it failed."""
    ended = shell(f"claimgraph push {seeds_out} http://127.0.0.1:9/update --retries 0")
    assert ended.code is ExitCode.FAILED
    assert "http://127.0.0.1:9/update" in ended.err
    assert ended.err.count("\n") == 1
