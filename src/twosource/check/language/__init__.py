"""What words by themselves say: nouns, plurals, numbers, money; and the order in which claims are told."""
