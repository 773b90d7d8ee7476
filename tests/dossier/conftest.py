"""The story written for these tests, and the dossier made of it."""

import importlib.util
from pathlib import Path

import pytest

from twosource.dossier import write


def load(name):
    """A module of this folder, loaded by path: the tests are no package."""
    spec = importlib.util.spec_from_file_location(f"dossier_{name}", Path(__file__).parent / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def talks():
    return load("talks")


@pytest.fixture(scope="session")
def dossier(talks):
    return write(talks.STORY, talks.FACTS, talks.EVIDENCE, talks.RELATED, talks.MISSING)
