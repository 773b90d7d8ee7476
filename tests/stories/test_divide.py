"""Whether a group of articles is one event or two."""

import numpy as np

from twosource.stories.divide import divide
from twosource.stories.vectors import vector_of


def vectors(*groups):
    """A vector for each tuple of terms, all of one weight."""
    return [vector_of(np.array(sorted(terms), dtype=np.int32), np.ones(len(terms))) for terms in groups]


FIRE = [{1, 2, 3, 4}, {1, 2, 3, 5}, {1, 2, 4, 5}]
FLOOD = [{11, 12, 13, 14}, {11, 12, 13, 15}, {11, 12, 14, 15}]


def test_two_sets_of_words_are_two_events():
    assert divide(vectors(*FIRE, *FLOOD)) == ([0, 1, 2], [3, 4, 5])


def test_one_text_in_three_outlets_is_no_side_of_its_own():
    assert divide(vectors(*FIRE, FLOOD[0], FLOOD[0], FLOOD[0])) is None


def test_copies_go_with_their_original():
    assert divide(vectors(*FIRE, *FLOOD, FLOOD[1], FIRE[0])) == ([0, 1, 2, 7], [3, 4, 5, 6])


def test_too_few_to_tell():
    assert divide(vectors(*FIRE, *FLOOD[:2])) is None
