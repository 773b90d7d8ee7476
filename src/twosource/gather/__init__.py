"""Gather pages: files, folders, JSONL, archives, feeds, sitemaps, addresses, bytes handed over. The only network code.

Reads   paths, web addresses, streams
Gives   Page, or Failure for an input that could not be had
"""

from twosource.gather.fetch import Fetched, Fetcher, Manners
from twosource.gather.fetch_network import NETWORK, Network
from twosource.gather.inputs import Input, gather
from twosource.gather.limits import Limits
from twosource.gather.page import page_of

__all__ = ["Fetched", "Fetcher", "Input", "Limits", "Manners", "NETWORK", "Network", "gather", "page_of"]
