"""What is known of the stories that articles may still join; `msgspec.msgpack` writes and reads it.

Reads   nothing
Gives   Open, StoriesState
Misses  stories that were let go: a store has them
"""

from collections.abc import Sequence

import msgspec

from twosource.model import StoryChange
from twosource.stories.vectors import Vector, total

TEASER = 0.1
"""Weight of a teaser in its story's centre: ten count as one article, or a page with twenty would draw its story
towards whatever else was in the news that day."""


class Open(msgspec.Struct):
    """A story that articles may still join.

    `articles` in order of arrival; `profiles` and `teasers` are those of the last of them. `centre` is the sum of their
    vectors, `length` its length, `keys` the terms under which the story is listed. `day` is the latest day of
    publication as an ordinal, 0 when none is known; `touched` the number of the last article that came. `held` is how
    many articles the centre is made of.
    """

    id: str
    articles: list[str]
    profiles: list[Vector] = []
    teasers: list[bool] = []
    centre: Vector = Vector()
    length: float = 1.0
    keys: list[int] = []
    looked: int = 0
    touched: int = 0
    day: int = 0
    quiet: bool = False
    held: float = 0.0

    def gather(self, vector: Vector, teaser: bool) -> None:
        """Add an article's vector to the centre."""
        counts = TEASER if teaser else 1.0
        self.held = self.weight() + counts if self.centre.ids else counts
        self.centre = total((self.centre, vector), (1.0, counts))

    def recentre(self, vectors: Sequence[Vector]) -> None:
        """Make the centre anew from the vectors of the articles in view."""
        counts = [TEASER if teaser else 1.0 for teaser in self.teasers]
        self.held = sum(counts)
        self.centre = total(vectors, counts)

    def weight(self) -> float:
        """Return how many articles the centre is made of, as far as that was stored."""
        return self.held or float(len(self.teasers)) or 1.0


class StoriesState(msgspec.Struct):
    """All that `Stories` knows. `seen` holds the term counts (int32); `index` maps a term to the stories listed."""

    count: int = 0
    founded: int = 0
    today: int = 0
    seen: bytes = b""
    open: dict[int, Open] = {}
    index: dict[int, list[int]] = {}
    story_of: dict[str, int] = {}
    changes: list[StoryChange] = []
