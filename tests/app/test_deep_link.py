"""A fresh server whose first request is a deep link runs app.py: no page ever stands without its frame."""

import json
import urllib.request

import pytest

from tests.journey.browser import served


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    options = ("--server.enableAgentApi=true", "--server.allowedHosts=127.0.0.1")
    with served(tmp_path_factory.mktemp("home"), *options) as url:
        yield url.replace("localhost", "127.0.0.1")


def _snapshot(url, page):
    """What a visitor of this address sees once the run is over."""
    answer = _ask(url, {"page": page})
    for _ in range(20):
        if "status" in answer:
            break
        answer = _ask(url, {"session_id": answer["session_id"]})
    return answer


def _ask(url, body):
    asked = urllib.request.Request(
        f"{url}/_stcore/agent/interact", data=json.dumps(body).encode(), headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked, timeout=120) as answer:
        return json.loads(answer.read())


def test_the_first_visit_to_a_deep_link_runs_the_frame(fresh):
    snapshot = _snapshot(fresh, "people")
    words = json.dumps(snapshot, ensure_ascii=False)
    assert snapshot["status"] == "ready"
    assert "Looking at" in words, "the frame's sidebar is drawn by app.py alone"
    assert "Who loves you" in words


def test_no_script_stands_directly_in_pages(root):
    assert list((root / "pages").glob("*.py")) == []
