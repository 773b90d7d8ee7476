"""The nouns that tests of the store share are in stored.py, beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
