"""The ranks that texts shorten before a name."""

RANKS = {
    "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "const": "constable", "det": "detective",
    "insp": "inspector", "supt": "superintendent", "cmdr": "commander", "col": "colonel", "gen": "general",
    "maj": "major", "adm": "admiral", "rev": "reverend", "cpl": "corporal", "cllr": "councillor",
}  # fmt: skip
"""Ranks as texts shorten them before a name."""
