"""A server in edit mode, asked by hand: every header can be set, and left out."""

from __future__ import annotations

import http.client
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.browser.conftest import Served


@dataclass(frozen=True)
class Answer:
    """Status, and what the body says."""

    status: int
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class EditServer:
    """Requests to a running `python -m dashboard FILE --edit`."""

    served: Served
    token: str = field(init=False)

    def __post_init__(self) -> None:
        found = re.search(r'"data-token": ?"([^"]+)"', self.ask("GET", "/_dash-layout").text)
        assert found is not None
        self.token = found.group(1)

    @property
    def host(self) -> str:
        return urlsplit(self.served.url).netloc

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Sends exactly these headers, and what HTTP itself takes."""
        parts = urlsplit(self.served.url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host="Host" in (headers or {}))
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None and "Transfer-Encoding" not in (headers or {}):
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def headers(self, **changed: str | None) -> dict[str, str]:
        """What the page itself sends; a header that is changed to `None` is left out."""
        sent = {
            "Host": self.host,
            "Origin": f"http://{self.host}",
            "Sec-Fetch-Site": "same-origin",
            "X-Edit-Token": getattr(self, "token", ""),
            "Content-Type": "application/json",
        }
        sent |= {name.replace("_", "-"): value for name, value in changed.items()}  # type: ignore[dict-item]
        return {name: value for name, value in sent.items() if value is not None}

    def post(self, path: str, asked: Any, **changed: str | None) -> Answer:
        body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
        return self.ask("POST", path, body, self.headers(**changed))

    def bytes(self) -> bytes:
        return self.served.file.read_bytes()

    def log(self) -> str:
        return self.served.log.read_text("utf-8")
