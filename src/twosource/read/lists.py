"""Read the list of other stories that follows a heading such as "Recommended Stories".

Reads   the lines after the heading
Gives   (title, summary, address) of each story, and the line where the list ends
Misses  lists whose titles end like sentences and have no bullets
"""

import re
from collections.abc import Sequence

from twosource.read.clutter import is_clutter, section_of
from twosource.read.lines import Line
from twosource.read.markup import unmarked

TITLE_LONGEST = 200
"""Headlines in such lists stay under 200 characters."""

Story = tuple[str, str, str]


def stories_in(lines: Sequence[Line], index: int, kind: str) -> tuple[list[Story], int]:
    """Return the stories listed from `lines[index]` on and the index of the first line after them."""
    if index < len(lines) and lines[index].bullet:
        return _bulleted(lines, index)
    stories: list[Story] = []
    most = 1 if kind == "line" else len(lines)
    while index < len(lines) and len(stories) < most and _is_title(lines[index]):
        words, links = unmarked(lines[index].text)
        if is_clutter(words):
            index += 1
            continue
        stories.append((words, "", links[0][2] if links else ""))
        index += 1
    return stories, index


def _bulleted(lines: Sequence[Line], index: int) -> tuple[list[Story], int]:
    """Stories with bullets: what stands indented under a bullet is the story's summary."""
    stories: list[Story] = []
    while index < len(lines) and lines[index].bullet:
        words, links = unmarked(lines[index].text)
        bullet_indent = lines[index].indent
        index += 1
        summary = []
        while index < len(lines) and not lines[index].bullet and lines[index].indent > bullet_indent:
            summary.append(unmarked(lines[index].text)[0])
            index += 1
        stories.append(
            (words, " ".join(part for part in summary if not is_clutter(part)), links[0][2] if links else "")
        )
    return [story for story in stories if story[0]], index


def _is_title(line: Line) -> bool:
    """Whether a line without a bullet is a headline: a link and nothing else, or short and not ended like a
    sentence.
    """
    words, links = unmarked(line.text)
    if line.level or section_of(words):
        return False
    if links and links[0][:2] == (0, len(words)):
        return True
    return len(words) <= TITLE_LONGEST and not re.search(r"[.,;:”\"]$", words) and len(words.split()) > 2
