"""Every error that Twosource raises, as one tree.

TwosourceError
├── SetupError           the machine or the call is wrong: says what to do; exit code 2
│   ├── MissingExtra     an optional package is not installed
│   ├── BadSetting       an option or a file of settings cannot be used
│   └── UnknownId        an id names nothing that the library holds
├── InputError           one input is bad: becomes a `Failure`, the run goes on; exit code 1
│   ├── GatherError      it could not be had (missing, too large, refused)
│   │   └── FetchError   an address could not be had: the status, and how long the site asks to wait
│   └── ReadError        it was had and could not be read (empty, binary, no article on it)
└── StoreError           the library could not be opened or written; nothing stored is lost
"""

import msgspec


class TwosourceError(Exception):
    """Any error of ours; its text is one sentence for a person."""


class SetupError(TwosourceError):
    """The set-up is wrong and no input can be worked on; the text says what to do."""


class MissingExtra(SetupError):
    """An optional package is needed: ``MissingExtra("ray", "ray")`` names the package and the extra."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed: pip install 'twosource[{extra}]'")


class BadSetting(SetupError):
    """An option, a file of settings or an output path cannot be used."""


class UnknownId(SetupError):
    """An id names nothing: ``UnknownId("article", "talks-9")`` says of what kind and which."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f"the library holds no {kind} {id!r}")


class InputError(TwosourceError):
    """One input is bad; `step` names the step that found out."""

    step = "run"


class GatherError(InputError):
    """An input could not be had."""

    step = "gather"


class FetchError(GatherError):
    """An address could not be had. `status` is the HTTP status (0 without an answer), `wait` the seconds asked for.

    `again` says whether asking again in an hour may help.
    """

    def __init__(self, reason: str, status: int = 0, wait: float = 0.0, again: bool = True) -> None:
        super().__init__(reason)
        self.status = status
        self.wait = wait
        self.again = again


class ReadError(InputError):
    """A page was had but no article could be read from it."""

    step = "read"


class AnnotateError(InputError):
    """An article was read but is none that can be annotated."""

    step = "annotate"


class StoreError(TwosourceError):
    """The library cannot be opened, read or written."""


class Failure(msgspec.Struct, frozen=True):
    """A bad input, recorded: which input (path, address or article id), at which step, and why in one sentence."""

    source: str
    step: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason} ({self.step})"
