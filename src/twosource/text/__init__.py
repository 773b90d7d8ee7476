"""Text that keeps its offsets, words folded for comparison, lexicons and gazetteers as data files."""
