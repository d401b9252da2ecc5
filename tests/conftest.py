"""What all tests share: how many examples are tried, without time limits; an own cache folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# A busy machine is no fault: nothing is judged by its speed.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("short", _UNHURRIED, max_examples=50)
# For a night: `pytest --hypothesis-profile thorough`.
settings.register_profile("thorough", _UNHURRIED, max_examples=1000)
settings.load_profile("short")


@pytest.fixture(scope="session", autouse=True)
def own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the last good versions of tested files out of the user's cache folder."""
    with pytest.MonkeyPatch.context() as environment:
        for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            environment.setenv(variable, str(tmp_path_factory.mktemp("cache")))
        yield
