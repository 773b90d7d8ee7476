"""The writer of a library is killed at 100 random moments: every committed article is there, and no half one."""

import json
import os
import subprocess
import sys
from pathlib import Path

KILLS = 100


def test_a_writer_that_is_killed_loses_at_most_the_page_in_flight(tmp_path):
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed.py")), str(tmp_path), str(KILLS)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert "Traceback" not in done.stderr, done.stderr[-4000:]
    count = json.loads(done.stdout)
    assert count["kills"] >= KILLS
    assert min(count[moment] for moment in ("early", "middle", "deriving", "finished")) >= 1, count
