"""No sentence of other people's pages or of the benchmark data stands in this repository."""

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORD = re.compile(r"\w+")
RUN = 10
"""Words in a row that are somebody's sentence and no idiom."""

EVERYBODY = ("this is a developing story", "is a developing story please check back")
"""Notices that every page has."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text)]
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def test_no_sentence_of_others_is_here(shared):
    theirs: set[tuple[str, ...]] = set()
    for page in sorted((shared / "pages").iterdir()):
        theirs |= runs(page.read_text("utf-8"))
    for data in sorted((shared / "bench" / "dev").glob("*.jsonl")):
        for line in data.read_text("utf-8").splitlines():
            theirs |= runs(json.loads(line).get("text") or "")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for name in tracked:
        path = ROOT / name
        if not path.is_file() or path.suffix in (".png", ".gz", ".svg"):
            continue
        found = {" ".join(run) for run in runs(path.read_text("utf-8", errors="replace")) & theirs}
        foreign = {run for run in found if not any(notice in run for notice in EVERYBODY)}
        assert not foreign, f"{name}: {sorted(foreign)[:3]}"
