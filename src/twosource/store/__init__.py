"""Keep a library of articles, stories and rulings. The only package with SQL in it.

Reads   nouns
Gives   Store, which gives a Writer (add, all or nothing) and a View (look at one state)
Misses  the steps: `run.library` joins them with a store
"""

from twosource.store.store import Store
from twosource.store.view import Filter, View
from twosource.store.writer import Writer

__all__ = ["Filter", "Store", "View", "Writer"]
