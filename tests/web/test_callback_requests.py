"""Requests of callbacks: what no page sends is refused in a sentence, a fault stays a fault."""

from __future__ import annotations

import json
import logging
from itertools import islice
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.web.logs import shorten_record
from tests.callback_payloads import PATH
from tests.examples import shipped
from tests.trials.malformed_callbacks import BODIES, JSON, changed, payloads, views

APP = create_app(shipped())
REAL = tuple(payloads(APP, shipped()))
EVERY = 211
"""Of so many malformed bodies one is tried here; `tests.trials.malformed_callbacks` tries all."""


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return APP.server.test_client()


def post(client: FlaskClient, body: bytes, kind: str = JSON) -> tuple[int, str]:
    answer = client.post(PATH, data=body, content_type=kind)
    return answer.status_code, answer.text


@pytest.mark.parametrize("payload", REAL, ids=lambda payload: payload["output"][:20])
def test_a_callback_takes_its_payload_and_nothing_that_is_malformed(
    payload: dict[str, Any], client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    assert post(client, json.dumps(payload).encode())[0] == 200
    statuses = set()
    for body in islice(changed(payload), 3, None, EVERY):
        status, text = post(client, body)
        assert status in (200, 204, 400), (status, body)
        assert status != 400 or 0 < len(json.loads(text)["error"]) < 100, body
        statuses.add(status)
    assert 400 in statuses
    assert caplog.records == []


def test_no_way_to_draw_the_charts_trips_over_a_value(client: FlaskClient) -> None:
    for payload in views(APP, shipped()):
        for body in islice(changed(payload, "value"), 5, None, 10 * EVERY):
            assert post(client, body)[0] in (200, 204, 400), body


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:12]))
def test_a_body_that_is_no_payload_is_refused(
    body: bytes, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    status, text = post(client, body)
    assert status == 400
    assert len(text) < 120
    assert caplog.records == []


@pytest.mark.parametrize("kind", ["text/plain", "", "application/x-www-form-urlencoded", "x/y"])
def test_another_type_of_content_is_refused(kind: str, client: FlaskClient) -> None:
    status, text = post(client, json.dumps(REAL[0]).encode(), kind)
    assert status == 400
    assert "send application/json" in text


@pytest.mark.parametrize(
    "path",
    [
        "dash/dash.py",
        "dash/nothing.js",
        "os/path.py",
        "dash/../dash.py",
        "dash_mantine_components/",
    ],
)
def test_a_script_that_is_not_served_is_not_found(
    path: str, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get(f"/_dash-component-suites/{path}")
    assert answer.status_code in (200, 404)
    assert answer.status_code == 404 or "<!DOCTYPE html>" in answer.text
    assert caplog.records == []


def test_a_fault_of_the_server_is_500_and_logged_in_short(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(shipped())

    def fail(*_: object) -> None:
        raise ValueError("x" * 100_000)

    monkeypatch.setattr("dashboard.page.callbacks.render_charts", fail)
    (payload,) = (each for each in REAL if "charts.data" in each["output"])
    answer = app.server.test_client().post(PATH, json=payload)
    assert answer.status_code == 500
    (record,) = caplog.records
    assert "Traceback" in (record.exc_text or "")
    assert "in fail" in (record.exc_text or "")
    assert len(logging.Formatter().format(record)) < 10_000


def test_records_are_cut_and_keep_their_end() -> None:
    record = logging.LogRecord("", 30, "", 0, "at %s", ("y" * 5_000,), None)
    assert shorten_record(record)
    assert record.getMessage() == f"at {'y' * 997}…"
