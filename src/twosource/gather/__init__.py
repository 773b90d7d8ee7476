"""Gather pages: files, folders, JSONL, bytes handed over.

Reads   paths
Gives   Page, or Failure for an input that could not be had
"""

from twosource.gather.files import gather
from twosource.gather.limits import Limits
from twosource.gather.page import page_of

__all__ = ["Limits", "gather", "page_of"]
