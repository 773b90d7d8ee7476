"""Same claims in, same groups out, whatever the order of sets: a story of a hundred reports, in three processes."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from story_speed import evidence_of
from twosource.check import claims_in
from twosource.model import Story

ALIGN = """
import hashlib, pickle, sys
import msgspec
from twosource.check.align import align
with open(sys.argv[1], "rb") as file:
    print(hashlib.sha256(msgspec.json.encode(align(pickle.load(file)))).hexdigest())
"""


def test_the_order_of_sets_changes_nothing(tmp_path):
    evidence = evidence_of(100)
    story = Story("s", "t", tuple(article.id for article in evidence.articles))
    path = tmp_path / "claims.pickle"
    path.write_bytes(pickle.dumps(claims_in(story, evidence)))
    found = {
        subprocess.run(
            [sys.executable, "-c", ALIGN, str(path)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1
