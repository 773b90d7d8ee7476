"""Annotate texts that no editor would print and say how long each takes.

    python bench/odd.py [NAME...]

Each text is annotated at a quarter of its size and at its whole size: the time should grow by about four.
Prints a table of characters, seconds for the quarter and for the whole, and the ratio of the two.
"""

import sys
import time

from twosource.annotate import annotate
from twosource.model import Article

SENTENCE = "Officials in the northern town said on Monday that 12 people were injured when the bridge gave way, "


def texts() -> dict[str, str]:
    """Return the odd texts by name, at full size."""
    return {
        "sentence of 200,000 characters": SENTENCE * (200_000 // len(SENTENCE)),
        "10,000 commas": "," * 10_000,
        "10,000 words and commas": "talks, " * 10_000,
        "20,000 unclosed quotes": "“" * 20_000,
        "20,000 straight quotes": '"' * 20_000,
        "5,000 alternating quotes": '“We will go,” "he said, ' * 2_500,
        "50,000 newlines": "\n" * 50_000,
        "lines of one word": "Kyiv\n\n" * 5_000,
        "word of 100,000 letters": "a" * 100_000,
        "100,000 digits": "7" * 100_000,
        "10,000 brackets": "(" * 10_000,
        "10,000 numbers": "12, 000 " * 10_000,
        "3,000 said that": "said that " * 3_000,
        "3,000 according to": "according to Smith " * 3_000,
        "3,000 and": "Smith and " * 3_000,
        "3,000 of the": "the minister of " * 3_000,
        "3,000 Mondays": "Monday " * 3_000,
        "3,000 names": "Anna Smith " * 3_000,
        "10,000 emoji": "😀" * 10_000,
        "5,000 right-to-left words": "قال الوزير " * 2_500,
        "5,000 mixed words": "Москва said 東京 was שלום to 12 " * 1_000,
        "10,000 combining marks": "e" + "\u0301" * 10_000,
        "5,000 lone surrogates": "\ud800 " * 5_000,
        "5,000 zero bytes": "\0" * 5_000,
    }


def seconds(text: str) -> float:
    """Return how long annotating a text takes."""
    start = time.perf_counter()
    annotate(Article(id="odd", text=text))
    return time.perf_counter() - start


def main() -> int:
    """Print the table of the texts named, of all of them by default."""
    annotate(Article(id="warm", text=SENTENCE))
    print(f"{'text':32} {'characters':>10} {'quarter s':>10} {'whole s':>10} {'ratio':>6}")
    for name, text in texts().items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        quarter, whole = seconds(text[: len(text) // 4]), seconds(text)
        print(f"{name:32} {len(text):10} {quarter:10.2f} {whole:10.2f} {whole / quarter:6.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
