"""The body of a request that the page posts: a JSON object; anything else is a bad request."""

from __future__ import annotations

from typing import Any

from flask import request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from dashboard.page.browser_values import BadValueError


def json_object() -> dict[str, Any]:
    """Return the JSON object in the body of Flask's current request.

    Raises:
        BadValueError: the body is not a JSON object, or has another content type.
    """
    try:
        data = request.get_json()
    except UnsupportedMediaType as error:
        raise BadValueError("the request is not JSON: send application/json") from error
    except (BadRequest, RecursionError) as error:
        raise BadValueError("the request is not valid JSON: send an object") from error
    if not isinstance(data, dict):
        raise BadValueError("the request is not a JSON object: send an object")
    return data
