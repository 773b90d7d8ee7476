"""Hand what a library holds to other programs: tables, lines of JSON, JSON-LD, FollowTheMoney, WARC.

Reads   Article, Evidence, Dossier, Page
Gives   iterators of text or bytes, one piece at a time, so that an archive of any size can be written; the same input
        gives the same bytes
Misses  dossiers as HTML, Markdown, JSON, CSV and JSON-LD, which `dossier.render` writes
"""

from twosource.dossier.exports.articles import article_lines, article_nodes
from twosource.dossier.exports.events import EVENT_COLUMNS, event_rows
from twosource.dossier.exports.facts import (
    CLAIM_COLUMNS,
    FACT_COLUMNS,
    claim_records,
    claim_rows,
    fact_records,
    fact_rows,
)
from twosource.dossier.exports.ftm import entities
from twosource.dossier.exports.tables import BOM, guarded, json_line, table, unguarded
from twosource.dossier.exports.warc import page_record, warcinfo

__all__ = [
    "BOM",
    "CLAIM_COLUMNS",
    "EVENT_COLUMNS",
    "FACT_COLUMNS",
    "article_lines",
    "article_nodes",
    "claim_records",
    "claim_rows",
    "entities",
    "event_rows",
    "fact_records",
    "fact_rows",
    "guarded",
    "json_line",
    "page_record",
    "table",
    "unguarded",
    "warcinfo",
]
