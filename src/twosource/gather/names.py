"""Give each page of a run its own id. Reads proposed ids. Gives ids that differ."""


class Names:
    """The ids given out so far in one run."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """Return `wanted`, or with a number behind it when it is taken.

        >>> names = Names()
        >>> names.unique("story"), names.unique("story"), names.unique("story")
        ('story', 'story-2', 'story-3')
        """
        name, number = wanted, self._next.get(wanted, 2)
        while name in self._given:
            name = f"{wanted}-{number}"
            number += 1
        self._next[wanted] = number
        self._given.add(name)
        return name
