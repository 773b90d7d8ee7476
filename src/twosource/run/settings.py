"""Settings of a run, read only at the edges."""

import msgspec


class Settings(msgspec.Struct, frozen=True):
    """What a person may choose. `model` names a spaCy model, "" for the best one installed."""

    model: str = ""
