"""Read a page: its article and its teasers.

Reads   Page
Gives   Article, and one small Article for each teaser
"""

from twosource.read.draft import article_of
from twosource.read.reader import read

__all__ = ["article_of", "read"]
