"""Twosource: for every fact of a news story, who vouches for it, who repeats it, who says otherwise.

The verbs, in order: gather, read, trace, annotate, link, group, check, write; `make_dossier` does them all.
"""

__version__ = "0.1.0"
