"""`bench/story_data.py` cuts one story out of a file and says what went wrong when it cannot."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "bench" / "story_data.py"
RECORDS = [
    {"id": "a", "text": "One\u2028line.", "gold": "1_x"},
    {"id": "b", "text": "Another.", "gold": "2_x"},
    {"id": "c", "text": "Third.", "url": "https://a.example/c", "gold": "1_x"},
]


def run(tmp_path, story, text):
    data, out = tmp_path / "stories.jsonl", tmp_path / "out.jsonl"
    data.write_text(text, encoding="utf-8")
    command = [sys.executable, str(SCRIPT), "--data", str(data), "--story", story, "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return done, out


def test_story_is_cut_out_in_order_without_gold(tmp_path):
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)
    done, out = run(tmp_path, "1_x", lines)
    assert done.returncode == 0, done.stderr
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]
    assert written == [
        {"id": "a", "text": "One\u2028line."},
        {"id": "c", "text": "Third.", "url": "https://a.example/c"},
    ]


@pytest.mark.parametrize(("text", "code"), [("", 1), ('{"id": "b", "gold": "2_x"}\n', 1), ('{"id": ', 2)])
def test_nothing_to_cut_is_one_clear_line(tmp_path, text, code):
    done, out = run(tmp_path, "1_x", text)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == 1
    assert not out.exists()
