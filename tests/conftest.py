"""What all tests share: no time limits on examples, and a cache folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# A busy machine is no fault: nothing is judged by its speed.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the last good versions of tested files out of the user's cache folder."""
    with pytest.MonkeyPatch.context() as environment:
        for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            environment.setenv(variable, str(tmp_path_factory.mktemp("cache")))
        yield
