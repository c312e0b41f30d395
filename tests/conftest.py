"""What all tests share: no network, and the shared data where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import disable_socket, enable_socket

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"

# Shared machines are slow by fits; a deadline would fail tests that are right. Derandomised: a test passes or it fails.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def no_network(request):
    """Nothing the product does reaches the network."""
    if request.node.get_closest_marker("network"):
        yield
        return
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture
def repository() -> Path:
    return REPOSITORY


@pytest.fixture
def shared() -> Path:
    """The folder of real articles with gold, which is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the real articles, which are not in the repository: no folder {SHARED.name}/ beside it")
    return SHARED
