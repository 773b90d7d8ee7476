"""The steps from pages to facts, in order: one literal tuple, checked before a run.

Each step is a pure top-level function of a package of its own. A step says what it reads and what it gives; nothing
reads what no earlier step gives.
"""

from typing import NamedTuple

from twosource.model import SetupError


class Step(NamedTuple):
    """A step's name, the nouns it reads and gives, and its version: raised when its output changes."""

    name: str
    reads: tuple[str, ...]
    gives: str
    version: int


STEPS: tuple[Step, ...] = (
    Step("gather", (), "Page", 1),
    Step("read", ("Page",), "Article", 3),
    Step("trace", ("Article",), "Lineage", 2),
    Step("annotate", ("Article", "Lineage"), "Mentions", 9),
    Step("link", ("Article", "Mentions"), "Entity", 7),
    Step("group", ("Article", "Mentions"), "Story", 2),
    Step("check", ("Story", "Article", "Mentions", "Entity", "Lineage"), "Fact", 9),
    Step("write", ("Story", "Fact", "Article", "Mentions", "Entity", "Lineage"), "Dossier", 4),
)


def steps_named(*names: str) -> str:
    """Return the versions of steps as they are written down beside what they made.

    >>> steps_named("trace", "group")
    'trace/2 group/2'
    """
    return " ".join(f"{step.name}/{step.version}" for step in STEPS if step.name in names)


def check_order(steps: tuple[Step, ...] = STEPS) -> None:
    """Raise SetupError when a step reads what no step before it gives.

    >>> check_order((Step("read", ("Page",), "Article", 1),))
    Traceback (most recent call last):
    ...
    twosource.model.errors.SetupError: step 'read' reads Page, which no step before it gives
    """
    given: set[str] = set()
    for step in steps:
        for noun in step.reads:
            if noun not in given:
                raise SetupError(f"step {step.name!r} reads {noun}, which no step before it gives")
        given.add(step.gives)
