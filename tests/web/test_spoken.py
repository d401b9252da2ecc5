"""The language of an answer: of the query, of the page, of the server, of the browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_server
from tests.examples import SHIPPED

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_server(SHIPPED, keeps=False).test_client()


def language_of(client: FlaskClient, path: str = "/", accept: str = "") -> tuple[str, str]:
    """Return language and direction of the document."""
    answer = client.get(path, headers={"Accept-Language": accept} if accept else {})
    found = re.search(r'<html lang="([^"]+)" dir="([^"]+)">', answer.get_data(as_text=True))
    assert found
    assert answer.headers["Content-Language"] == found[1]
    assert "Accept-Language" in answer.headers["Vary"]
    return found[1], found[2]


@pytest.mark.parametrize(
    ("path", "accept", "expected"),
    [
        ("/", "", "en"),
        ("/", "ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("/", "de,zh-CN;q=0.7,en;q=0.3", "zh-Hans"),
        ("/", "de", "en"),
        ("/?lang=ru", "ko", "ru"),
        ("/?lang=AR", "", "ar"),
        ("/?lang=tlh", "fr", "fr"),
        ("/?lang=", "fr", "fr"),
        ("/?lang=en", "fr", "en"),
    ],
)
def test_the_document_is_in_the_language_that_is_asked_for(
    client: FlaskClient, path: str, accept: str, expected: str
) -> None:
    assert language_of(client, path, accept) == (expected, "rtl" if expected == "ar" else "ltr")


def test_the_language_of_the_server_comes_before_that_of_the_browser() -> None:
    server = create_server(SHIPPED, keeps=False, lang="ja").test_client()
    assert language_of(server, "/", "fr")[0] == "ja"
    assert language_of(server, "/?lang=fr")[0] == "fr"


def test_requests_of_a_page_are_answered_in_its_language(client: FlaskClient) -> None:
    page = client.get("/?lang=ko", headers={"Accept-Language": "fr"}).get_data(as_text=True)
    config = re.search(r'<script id="_dash-config"[^>]*>(.*?)</script>', page)
    assert config
    assert json.loads(config[1])["requests_pathname_prefix"] == "/_lang/ko/"
    korean = client.get("/_lang/ko/_dash-layout", headers={"Accept-Language": "fr"})
    english = client.get("/_dash-layout")
    assert korean.get_data() != english.get_data()
    assert "북한" in korean.get_json()["props"]["children"].__str__()


def test_the_same_address_shows_the_same_events_in_each_language(client: FlaskClient) -> None:
    plain = client.get("/api/events?country=PRK&type=deny").get_json()
    for tag in ("ko", "ru", "ar"):
        events = client.get(f"/api/events?country=PRK&type=deny&lang={tag}").get_json()
        for name in ("id", "date", "type", "status", "actors"):
            assert [one[name] for one in events["events"]] == [one[name] for one in plain["events"]]


def test_an_unknown_language_is_refused_by_the_api(client: FlaskClient) -> None:
    answer = client.get("/api/events?lang=tlh")
    assert answer.status_code == 400
    assert "there are no words in" in answer.get_data(as_text=True)
